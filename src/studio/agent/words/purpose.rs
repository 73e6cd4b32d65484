//! A reason that is joined to a wish without a mark: `half speed so people can see the form`, `停6秒让家长看清`,
//! `we moved out so cut the office`.
//!
//! What the wish is for is no part of it. Only what has a strange word in it and neither an amount, a name nor
//! a verb of editing is taken for a reason; the joining word becomes a mark, and the rest is judged as any other
//! remark.

use super::lexicon::is_said;
use super::list::LISTS;
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece, says};
use crate::language::Language::{Chinese, English};

/// So many words may tell what it is for.
const MOST_WORDS: usize = 6;

/// Parts reasons from wishes.
pub fn purposes(tokens: &mut [Token]) {
    told_first(tokens);
    threats(tokens);
    for place in 1..tokens.len() {
        if joins_a_reason(&tokens[place]) {
            part(tokens, place);
        }
        for_somebody(tokens, place);
        when_it_is(tokens, place);
        it_is_strange(tokens, place);
    }
}

/// `for the big reveal do an 800ms crossfade into after.jpg`: strange words for what it is for, before an order.
fn told_first(tokens: &mut [Token]) {
    let opens = |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    let Some(first) = tokens.iter().position(|token| !opens(token)) else { return };
    let order = tokens[first + 1..].iter().take(MOST_WORDS).position(is_an_order_word);
    let Some(order) = order.map(|at| first + 1 + at) else { return };
    let plain = |token: &Token| {
        is_strange(token)
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Sizing(_) | Sense::Link(Link::The | Link::A))
            )
            || LISTS.little_before_a_thing.has(&token.text_small())
    };
    let for_it = says(&tokens[first], &["for"]) && tokens[first + 1..order].iter().any(is_strange);
    if for_it && tokens[first + 1..order].iter().all(plain) {
        tokens[first..order].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `start the music at 4s when the riding begins`: what happens then, where it is told when that is.
fn when_it_is(tokens: &mut [Token], place: usize) {
    let when = says(&tokens[place], &["when", "where", "as", "just as", "just when"]);
    let moment = place > 1
        && matches!(tokens[place - 1].meaning, Meaning::Time(_))
        && matches!(tokens[place - 2].sense(), Some(Sense::Link(Link::At | Link::From)));
    // "Lop 3 seconds off the tail of bikes where he falls off".
    let end = |token: &Token| {
        matches!(token.sense(), Some(Sense::Edge(_)))
            || matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
    };
    let part = tokens[..place].iter().any(end) && tokens[..place].iter().any(is_amount);
    if !when || !(moment || part) {
        return;
    }
    let rest = &tokens[place + 1..piece(tokens, place).end.max(place + 1)];
    let plain = |token: &Token| {
        is_strange(token)
            || LISTS.somebody.has(&token.text_small())
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::The | Link::A) | Sense::Verb(Verb::Show))
            )
            || LISTS.comes_about.has(&token.text_small())
            || token.sense() == Some(Sense::Link(Link::Off))
            || ["begins", "starts", "begin", "start"].contains(&token.text_small().as_str())
    };
    if rest.iter().any(is_strange) && rest.iter().all(plain) {
        becomes_mark(&mut tokens[place], "because");
    }
}

/// A verb in front, in a form that orders.
fn is_an_order_word(token: &Token) -> bool {
    (matches!(token.sense(), Some(Sense::Verb(_))) || says(token, &["do", "have", "get"]))
        && !token.text.ends_with("ing")
        && !token.text.ends_with('s')
}

fn joins_a_reason(token: &Token) -> bool {
    [English, Chinese].iter().any(|language| is_said(*language, Part::SoThat, &token.text))
}

fn part(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    if here.end <= place || here.start == place || !tokens[here.start..place].iter().any(tells) {
        return;
    }
    let (before, rest) = (&tokens[here.start..place], &tokens[place + 1..here.end]);
    let orders = is_order(rest);
    let heard = before.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    if (is_reason(rest) || (!heard && is_of_a_mood(rest))) && !orders {
        becomes_mark(&mut tokens[place], "because");
    } else if (orders && is_of_somebody(before))
        || (before.iter().any(is_strange)
            && !before.iter().enumerate().any(|(at, token)| wants(token) && !is_done(before, at))
            && rest.iter().any(wants))
    {
        becomes_mark(&mut tokens[place], ",");
    }
}

/// `-14 LUFS or the platform bounces it`: what somebody does where it is not done.
pub fn threats(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        if says(&tokens[place], &["or", "or else", "否则", "要不然"]) && threatens(tokens, place)
        {
            becomes_mark(&mut tokens[place], "because");
        }
    }
}

fn threatens(tokens: &[Token], place: usize) -> bool {
    let end = piece(tokens, place + 1).end;
    let Some((first, rest)) = tokens[place + 1..end.max(place + 1)].split_first() else {
        return false;
    };
    let word = first.text_small();
    let somebody = LISTS.somebody.has(&word)
        || LISTS.tells_of.has(&word)
        || first.sense() == Some(Sense::Link(Link::The)) && rest.len() > 1;
    somebody && tokens[..place].iter().any(tells) && is_reason(&tokens[place + 1..end])
}

/// `they dont want any text on it so lose the title`.
fn is_of_somebody(before: &[Token]) -> bool {
    before
        .iter()
        .find(|token| !is_break(token))
        .is_some_and(|first| LISTS.somebody.has(&first.text))
}

/// `The DJ will play live so take the music out`: what follows begins with an order.
fn is_order(rest: &[Token]) -> bool {
    let mut telling = rest.iter().filter(|token| token.sense() != Some(Sense::Filler));
    let verb = telling.next().is_some_and(|first| first.text.is_ascii() && wants(first));
    verb && telling.next().is_some_and(|next| {
        matches!(next.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(
                next.sense(),
                Some(Sense::Link(Link::The | Link::It | Link::All | Link::These) | Sense::Noun(_))
            )
    })
}

/// `we moved`, `he will play`: told of somebody.
fn is_done(before: &[Token], at: usize) -> bool {
    before[at].text.ends_with("ed") || (at > 0 && LISTS.comes_about.has(&before[at - 1].text))
}

/// `play it at half speed it's hilarious`: what is said of it, without a mark.
fn it_is_strange(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    if here.end <= place || !LISTS.tells_of.has(&tokens[place].text_small()) {
        return;
    }
    let (before, rest) = (&tokens[here.start..place], &tokens[place + 1..here.end]);
    let plain = |token: &Token| {
        is_strange(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
    };
    if before.iter().any(wants) && rest.iter().any(is_strange) && rest.iter().all(plain) {
        becomes_mark(&mut tokens[place], "because");
    }
}

/// `for the client`, `as a breaker`: who or what it is for, at the end of a wish.
fn for_somebody(tokens: &mut [Token], place: usize) {
    let link = tokens[place].sense();
    // "Sepia like the old days".
    let like = says(&tokens[place], &["like"]) && link == Some(Sense::Filler);
    if !(like || matches!(link, Some(Sense::Link(Link::For | Link::As))))
        || !tokens[place].text.is_ascii()
    {
        return;
    }
    let here = piece(tokens, place);
    let (before, rest) = (&tokens[here.start..place], &tokens[place + 1..here.end]);
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::A | Link::The) | Sense::Platform(_))
        )
    };
    let of_a_part = |token: &Token| is_said(English, Part::Portion, &token.text);
    let plain = |token: &Token| {
        is_strange(token)
            || light(token)
            || (link == Some(Sense::Link(Link::For))
                && token.sense() == Some(Sense::Noun(Noun::Canvas)))
    };
    let asks = before.iter().any(wants) || before.iter().any(is_amount);
    let makes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Make));
    if asks
        && (like || !before.iter().any(makes))
        && !rest.iter().any(of_a_part)
        && rest.iter().any(is_strange)
        && rest.iter().all(plain)
    {
        // "… for that old-cooperage feel, and only show it for 3 seconds" goes on with the same.
        if rest.last().is_some_and(|last| LISTS.felt.has(&last.text_small())) {
            tokens[place..here.end].iter_mut().for_each(|token| mean(token, Sense::Filler));
        } else {
            becomes_mark(&mut tokens[place], "because");
        }
    }
}

fn becomes_mark(token: &mut Token, word: &str) {
    mean(token, Sense::Break);
    token.text = word.to_owned();
}

fn is_strange(token: &Token) -> bool {
    token.meaning == Meaning::Unknown
}

fn tells(token: &Token) -> bool {
    !matches!(token.sense(), Some(Sense::Filler | Sense::Break))
}

/// Something to be done.
fn wants(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(_) | Sense::Link(Link::Without | Link::Not)))
}

fn is_amount(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Percent(_)
            | Meaning::Speed(_)
            | Meaning::Range(..)
            | Meaning::Head(_)
            | Meaning::Tail(_)
            | Meaning::Decibels(_)
            | Meaning::Loudness(_)
    ) || matches!(
        token.sense(),
        Some(Sense::Pace(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Resolution(_))
    )
}

/// Strange words, and nothing in them that could be wanted of the film.
fn is_reason(rest: &[Token]) -> bool {
    let mild = |verb: Verb| matches!(verb, Verb::Show | Verb::Use | Verb::Keep);
    let harmless = |token: &Token| match token.meaning {
        Meaning::Unknown | Meaning::Ordinal(_) => true,
        Meaning::Known(Sense::Verb(verb)) => mild(verb) || token.text.ends_with("ing"),
        Meaning::Known(Sense::Beyond(_) | Sense::Link(Link::Without)) => false,
        Meaning::Known(_) => true,
        _ => false,
    };
    // "So you can see the roof go": what somebody sees it do.
    let (last, others) = match rest {
        [others @ .., last] => (last, others),
        [] => return false,
    };
    let seen = last.text.is_ascii() && others.last().is_some_and(is_strange) && others.len() > 2;
    rest.iter().any(is_strange)
        && others.iter().all(harmless)
        && (harmless(last) || (seen && matches!(last.sense(), Some(Sense::Verb(_)))))
}

/// `… so it's all dramatic`: what the film is like then.
fn is_of_a_mood(rest: &[Token]) -> bool {
    let begins = rest
        .first()
        .is_some_and(|first| says(first, &["its", "it's", "it is", "it", "it feels", "they're"]));
    let mood = |token: &Token| matches!(token.sense(), Some(Sense::Mood(_)));
    begins
        && rest.iter().any(mood)
        && rest[1..].iter().all(|token| {
            mood(token)
                || is_strange(token)
                || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::All | Link::A)))
        })
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::phrase::combine;

    fn marks(sentence: &str) -> Vec<String> {
        let marks = combine(tokens(sentence, &[]));
        let marks = marks.into_iter().filter(super::super::token::is_break);
        marks.map(|mark| mark.text).collect()
    }

    #[test]
    fn what_a_wish_is_for_is_parted_from_it() {
        for (sentence, mark) in [
            ("half speed on the second clip so people can see the form", "because"),
            ("第二段停6秒让家长看清楚", "because"),
            ("normalise to -14 LUFS for Spotify", "because"),
            ("we moved out so cut the second clip", ","),
        ] {
            assert_eq!(marks(sentence), [mark], "{sentence}");
        }
    }

    #[test]
    fn a_purpose_that_asks_for_something_is_left() {
        for sentence in [
            "speed it up so it lasts 8 seconds",
            "crop it so it fills the frame",
            "让音乐小一点",
            "add music for the cat part",
        ] {
            assert_eq!(marks(sentence), [""; 0], "{sentence}");
        }
    }
}
