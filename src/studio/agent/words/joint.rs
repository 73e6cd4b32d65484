//! Words that join one wish to the next and say something else elsewhere: `最后加点音乐` comes after all the
//! others, `最后加标题` at the end of the film; `还是恢复原速吧` thinks better of it, `第一段还是第二段` asks.

use super::lexicon::is_said;
use super::list::LISTS;
use super::sense::{Link, Look, Noun, Pace, Part, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_verb, mean, piece};
use crate::language::Language::Chinese;

/// Gives such words the meaning that they have where they stand.
pub fn joints(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        lastly(tokens, place);
        rather_so(tokens, place);
        still_so(tokens, place);
    }
}

fn is(part: Part, token: &Token) -> bool {
    is_said(Chinese, part, &token.text)
}

fn is_filler(token: &Token) -> bool {
    token.sense() == Some(Sense::Filler)
}

/// What can be wanted without a verb.
fn is_effect(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Degree(_)
                | Sense::Tone(_)
                | Sense::Look(_)
                | Sense::Pace(_)
                | Sense::Sizing(_)
                | Sense::Closeness(_)
                | Sense::Shape(_)
                | Sense::Fit(_)
                | Sense::Mood(_)
        )
    )
}

/// Whether nothing that says anything stands before a place in its piece of the sentence.
fn begins(tokens: &[Token], place: usize) -> bool {
    let before = piece(tokens, place).start..place;
    tokens[before].iter().all(is_filler)
}

/// `先删掉夜市，最后把标题删掉`: the last wish, and not the end of the film.
fn lastly(tokens: &mut [Token], place: usize) {
    if !is(Part::Lastly, &tokens[place])
        || !matches!(tokens[place].sense(), Some(Sense::Edge(_) | Sense::Link(Link::LastComes)))
        || !begins(tokens, place)
    {
        return;
    }
    let rest = &tokens[place + 1..piece(tokens, place).end];
    let next = rest.iter().find(|token| !is_filler(token));
    let in_a_row = tokens[..place].iter().any(|token| is(Part::InTurn, token));
    let names = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Files(_));
    let row = in_a_row && next.is_some_and(names);
    let object = rest.first().is_some_and(|token| is(Part::Object, token));
    let bare = tokens[place].sense() == Some(Sense::Link(Link::LastComes));
    if row || (!bare && (object || asks_of_no_place(rest))) {
        mean(&mut tokens[place], Sense::Break);
    }
}

/// A wish for what lies under the whole film, or for something to be otherwise: it has no end to stand at.
fn asks_of_no_place(rest: &[Token]) -> bool {
    let placed = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Noun(noun)) => !matches!(
            noun,
            Noun::Music
                | Noun::Sound
                | Noun::Volume
                | Noun::Transition
                | Noun::Canvas
                | Noun::Film
                | Noun::Backdrop
        ),
        Meaning::Known(_) => false,
        Meaning::Percent(_) | Meaning::Ratio(..) => false,
        _ => true,
    };
    let otherwise = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Change | Verb::Mute | Verb::Swap | Verb::Join))
        )
    };
    let fades = rest.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
    });
    let wants = rest.iter().any(|token| is_verb(token) || is_effect(token));
    wants && !fades && (!rest.iter().any(placed) || rest.iter().any(otherwise))
}

/// `还是恢复原速吧`, `标题还是放下面`, `给海边加速，还是改成1.25倍`: a wish that takes another's place, where
/// nothing before it could be chosen in its stead.
fn rather_so(tokens: &mut [Token], place: usize) {
    if !is(Part::RatherSo, &tokens[place]) || !is_break(&tokens[place]) {
        return;
    }
    let end = tokens[place + 1..].iter().position(is_break);
    let end = end.map_or(tokens.len(), |mark| place + 1 + mark);
    let rest = &tokens[place + 1..end];
    let wants = |token: &Token| is_verb(token) || is_effect(token);
    let measure = |token: &Token| {
        is_filler(token) || matches!(token.meaning, Meaning::Time(_) | Meaning::Percent(_))
    };
    let from = tokens[..place].iter().rposition(is_break).map_or(0, |mark| mark + 1);
    // "时间还是1秒": there is nothing before it to choose.
    if from > 0
        && from < place
        && tokens[from..place].iter().all(|token| {
            is_filler(token)
                || matches!(token.sense(), Some(Sense::Noun(Noun::Volume | Noun::Size)))
        })
        && rest.iter().all(measure)
    {
        mean(&mut tokens[place], Sense::Filler);
        return;
    }
    // "第三张换成睡觉.jpg，还是3秒": it stays so long.
    let trades = from > 0
        && tokens[piece(tokens, from - 1)].iter().any(|token| {
            token.sense() == Some(Sense::Verb(Verb::Change)) && token.text.starts_with(['换', '替'])
        });
    if trades && from == place && rest.iter().all(measure) {
        tokens[place..end].iter_mut().for_each(|token| mean(token, Sense::Filler));
        return;
    }
    if !rest.iter().any(wants) || tokens.iter().any(|token| is(Part::Asks, token)) {
        return;
    }
    let before = &tokens[from..place];
    let alone = before.iter().all(is_filler);
    let settles = rest.iter().any(|token| is(Part::Settles, token));
    let first = rest.iter().find(|token| !is_filler(token));
    let so = match (alone, from) {
        // At the beginning of the sentence.
        (true, 0) => true,
        (true, mark) => {
            let earlier = &tokens[piece(tokens, mark - 1)];
            settles || (first.is_some_and(returns) && !earlier.iter().any(|t| same(first, t)))
        }
        // "The title rather below": what it is about stands before it.
        (false, _) => !before.iter().any(wants) && (settles || first.is_some_and(wants)),
    };
    if so {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `第3秒到第5秒还在跑位`: it is still so, and nothing is joined.
fn still_so(tokens: &mut [Token], place: usize) {
    let next = tokens.get(place + 1).map(|next| next.text.as_str());
    let still = is_break(&tokens[place]) && tokens[place].text == "还";
    if still && next.is_some_and(|next| LISTS.still_so.starts(next)) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

fn same(first: Option<&Token>, other: &Token) -> bool {
    first.is_some_and(|first| first.sense() == other.sense())
}

/// Words for going back to how it was, or on to something else.
fn returns(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Verb(Verb::Change | Verb::Undo | Verb::Redo)
                | Sense::Pace(Pace::Usual)
                | Sense::Look(Look::InColour)
        )
    )
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::phrase::combine;
    use super::*;

    fn is_joint(sentence: &str, word: &str) -> bool {
        combine(tokens(sentence, &[])).iter().any(|token| token.text == word && is_break(token))
    }

    #[test]
    fn the_last_wish_is_not_the_end_of_the_film() {
        for (sentence, joins) in [
            ("最后加一首轻快的音乐", true),
            ("删掉标题，最后把第一段静音", true),
            ("最后加个标题“再见”", false),
            ("最后淡出", false),
        ] {
            assert_eq!(is_joint(sentence, "最后"), joins, "{sentence}");
        }
    }

    #[test]
    fn a_better_thought_is_no_choice() {
        for (sentence, chooses) in [
            ("还是恢复原速吧", false),
            ("标题还是放下面", false),
            ("第一段加速，还是恢复原速", false),
            ("删掉第一段还是第二段", true),
            ("改成竖屏，还是改成方形", true),
        ] {
            assert_eq!(is_joint(sentence, "还是"), chooses, "{sentence}");
        }
    }
}
