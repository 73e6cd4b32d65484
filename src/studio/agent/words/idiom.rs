//! Turns of phrase that say with several words what is not in any of them: `the cake photo can go`, `title
//! off`, `drop it in between the two clips`.

use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Pace, Sense, Turn, Verb};
use super::token::{Meaning, Token, is_break, is_verb, mean, piece, says, turns};
use crate::draft::{Millis, TextPlace};

/// Gives the words of such turns the meaning that they have together.
pub fn idioms(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        may_go(tokens, place);
        off(tokens, place);
        to_an_amount(tokens, place);
        dropped_between(tokens, place);
        in_reverse(tokens, place);
        middle_of_two(tokens, place);
        not_wanted(tokens, place);
        nothing_cut(tokens, place);
        lower_words(tokens, place);
        share_of_speed(tokens, place);
        goes_there(tokens, place);
        fade_between(tokens, place);
        from_to(tokens, place);
        put_for_words(tokens, place);
        wanted_gone(tokens, place);
        between_pictures(tokens, place);
        up_of_sound(tokens, place);
    }
}

/// The next token that says something, in the same piece of the sentence.
pub fn next(tokens: &[Token], place: usize) -> Option<usize> {
    let next =
        (place + 1..tokens.len()).find(|next| tokens[*next].sense() != Some(Sense::Filler))?;
    (!is_break(&tokens[next])).then_some(next)
}

/// `The cake photo can go` takes it away, `the title can go at the end` puts it there.
fn may_go(tokens: &mut [Token], place: usize) {
    // "Bikes shoud go first", which is written with a slip.
    let goes = tokens[place].sense() == Some(Sense::Verb(Verb::Remove))
        && tokens[place].text_small().ends_with(" go");
    if (goes || LISTS.may_go.has(&tokens[place].text)) && next(tokens, place).is_some() {
        mean(&mut tokens[place], Sense::Verb(Verb::Move));
    }
}

/// `title off please`, `all the music off`: without a verb, something is taken away.
fn off(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let is_thing = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
                    | Noun::Music
                    | Noun::Transition
                    | Noun::Inset
            ))
        )
    };
    let is_piece = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
    };
    let out = says(&tokens[place], &["out"])
        && tokens[piece.start..place]
            .last()
            .is_some_and(|token| is_piece(token) || is_thing(token));
    let off = tokens[place].sense() == Some(Sense::Link(Link::Off))
        && tokens[piece.start..place].iter().any(is_thing);
    if (off || out) && next(tokens, place).is_none() && !tokens[piece].iter().any(is_verb) {
        mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    }
}

/// `drop the music to 20%` makes it quieter, `leave the title on for 5 seconds` shows it so long.
fn to_an_amount(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let rest = &tokens[place..piece.end];
    let has = |fits: fn(&Token) -> bool| rest.iter().any(fits);
    let amount = has(|token| matches!(token.meaning, Meaning::Percent(_) | Meaning::Decibels(_)));
    let to = has(|token| token.sense() == Some(Sense::Link(Link::To)));
    let by = has(|token| token.sense() == Some(Sense::Link(Link::By)));
    let half = has(|token| says(token, &["half", "a half"]));
    let time = has(|token| matches!(token.meaning, Meaning::Time(_)));
    let words = has(|token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text)))
    });
    let shrinks = LISTS.shrinks_to.has(&tokens[place].text) && amount && !time;
    if says(&tokens[place], &["drop"]) && (amount || half) && by {
        mean(&mut tokens[place], Sense::Verb(Verb::Trim));
    } else if (says(&tokens[place], &["drop"]) && amount && to) || shrinks {
        mean(&mut tokens[place], Sense::Verb(Verb::Change));
    } else if says(&tokens[place], &["leave"]) && time && words {
        mean(&mut tokens[place], Sense::Verb(Verb::Show));
    }
}

/// `drop bikes.mp4 in between the two clips` brings it in; `drop bikes.mp4` takes it away.
fn dropped_between(tokens: &mut [Token], place: usize) {
    if !turns(&tokens[place], Turn::Drops) {
        return;
    }
    let piece = piece(tokens, place);
    let between = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Between | Link::After | Link::Before)))
    };
    let names = |token: &Token| matches!(token.meaning, Meaning::File(..));
    let rest = &tokens[place + 1..piece.end];
    // "Throw some lo-fi under it".
    let plays = rest
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Mood(_) | Sense::Noun(Noun::Music))))
        && rest.iter().any(|token| token.sense() == Some(Sense::Link(Link::Over)));
    if plays && !says(&tokens[place], &["drop"]) {
        mean(&mut tokens[place], Sense::Verb(Verb::Add));
        return;
    }
    let file = rest.iter().position(names);
    let goal = rest.iter().position(between);
    // "Drop it in at 5s".
    let moment = rest.iter().any(|token| says(token, &["at", "after"]))
        && rest.iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    let goal =
        goal.or_else(|| moment.then(|| rest.iter().position(|token| says(token, &["in"])))?);
    if file.is_some_and(|file| goal.is_some_and(|goal| file < goal)) {
        mean(&mut tokens[place], Sense::Verb(Verb::Add));
    }
}

/// `run the pictures in reverse order`: the order is what is asked for.
fn in_reverse(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let turns = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Turn));
    let shows =
        matches!(tokens[place].sense(), Some(Sense::Verb(Verb::Show | Verb::Join | Verb::Move)));
    if shows && tokens[piece].iter().any(turns) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `插到两段中间`: where something is put in, the middle of two is between them.
fn middle_of_two(tokens: &mut [Token], place: usize) {
    if !LISTS.in_the_middle.has(&tokens[place].text) || place == 0 {
        return;
    }
    let piece = piece(tokens, place);
    let puts = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Move)));
    let mut before = place - 1;
    while before > piece.start && tokens[before].sense() == Some(Sense::Filler) {
        before -= 1;
    }
    let two = tokens[before].meaning == Meaning::Number(2.0)
        && tokens[before].text.ends_with(['段', '张', '个', '条']);
    if two && tokens[piece].iter().any(puts) {
        mean(&mut tokens[before], Sense::Link(Link::All));
        mean(&mut tokens[place], Sense::Link(Link::Between));
    }
}

/// `音乐不要了`, `海边那段不要`: said behind a thing, and nothing behind it.
fn not_wanted(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let names = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Ordinal(_)
                | Meaning::File(..)
                | Meaning::Files(_)
                | Meaning::FirstOf(_)
                | Meaning::LastOf(_)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Range(..)
                | Meaning::Known(Sense::Noun(_) | Sense::Transition(_) | Sense::Link(Link::Rest))
        )
    };
    let takes_away = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Trim | Verb::Mute)))
    };
    // "不用删标题" leaves it.
    if says(&tokens[place], &["不用", "不需要"]) && tokens[piece.clone()].iter().any(takes_away)
    {
        mean(&mut tokens[place], Sense::Link(Link::Not));
        return;
    }
    // "其他不要": all that is not named.
    if LISTS.not_wanted.has(&tokens[place].text) {
        for before in &mut tokens[piece.start..place] {
            if LISTS.the_others.has(&before.text) {
                mean(before, Sense::Link(Link::Rest));
            }
        }
    }
    // "第二段不用" is as often "not that one"; with `了` it is no more wanted.
    let over = tokens.get(place + 1).is_some_and(|token| token.text.starts_with('了'));
    let denies =
        says(&tokens[place], &["不要"]) || (over && says(&tokens[place], &["不需要", "不用"]));
    if denies
        && next(tokens, place).is_none()
        && tokens[piece.start..place].iter().any(names)
        && !tokens[piece].iter().any(is_verb)
    {
        mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    }
}

/// `speed it up so that it lasts 8 seconds, don't cut anything`: another pace cuts nothing.
fn nothing_cut(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let hastens =
        tokens[..piece.start].iter().any(|token| matches!(token.sense(), Some(Sense::Pace(_))))
            || tokens[..piece.start].iter().any(|token| says(token, &["speed", "slow"]));
    let cuts = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Trim | Verb::Remove)))
            || LISTS.cut_nothing.has(&token.text)
            || token.sense() == Some(Sense::Filler)
            || LISTS.denies.has(&token.text)
    };
    let denies = LISTS.denies.has(&tokens[place].text);
    if denies && hastens && piece.len() > 1 && tokens[piece.clone()].iter().all(cuts) {
        tokens[piece].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `title a bit lower`: words have a place, not a loudness.
fn lower_words(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let has = |nouns: &[Noun]| {
        tokens[piece.clone()]
            .iter()
            .any(|token| matches!(token.sense(), Some(Sense::Noun(noun)) if nouns.contains(&noun)))
    };
    let words = has(&[Noun::Title, Noun::Caption, Noun::Heading, Noun::Text]);
    if !words || has(&[Noun::Music, Noun::Sound, Noun::Volume, Noun::Size]) {
        return;
    }
    // "Up" and "down" are a way only for what is moved.
    let piece_of = piece.clone();
    let moves = tokens[piece].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Change | Verb::Add)))
            || LISTS.nudges.has(&token.text)
    });
    let bare = says(&tokens[place], &["up", "down"]);
    // "Put a lower third with “Jane Doe” up": they are shown.
    let shown = bare
        && tokens[piece_of.clone()].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)))
        && tokens[piece_of.clone()].iter().any(|token| token.sense() == Some(Sense::Link(Link::A)));
    if shown {
        mean(&mut tokens[place], Sense::Filler);
        return;
    }
    let low = turns(&tokens[place], Turn::Lowers) && (moves || !bare);
    let high = turns(&tokens[place], Turn::Raises) && (moves || !bare);
    if low || high {
        let goal = if low { TextPlace::Bottom } else { TextPlace::Top };
        mean(&mut tokens[place], Sense::Place(goal));
        // There are three places; a bit of the way is the next of them.
        let bit = |token: &&mut Token| token.sense() == Some(Sense::Degree(Degree::Bit));
        tokens[piece_of].iter_mut().filter(bit).for_each(|token| mean(token, Sense::Filler));
    }
}

/// `at 75% speed`, `速度调到80%`: a speed by its share.
fn share_of_speed(tokens: &mut [Token], place: usize) {
    if !LISTS.speed.has(&tokens[place].text) {
        return;
    }
    let piece = piece(tokens, place);
    let share = tokens[piece.clone()].iter().find_map(|token| match token.meaning {
        Meaning::Percent(percent) => Some(percent),
        Meaning::Speed(factor) => Some(factor * 100.0),
        _ => None,
    });
    let share = share.or_else(|| speed_to(&mut tokens[piece]));
    if let Some(share) = share {
        let pace = match share {
            share if share < 100.0 => Pace::Half,
            share if share > 100.0 => Pace::Twice,
            _ => Pace::Usual,
        };
        mean(&mut tokens[place], Sense::Pace(pace));
    }
}

/// `set the speed to 0.5`: so many times its own, as a share.
fn speed_to(tokens: &mut [Token]) -> Option<f64> {
    let to = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::To | Link::At)));
    let place = (1..tokens.len()).find(|place| to(&tokens[place - 1]))?;
    let Meaning::Number(factor) = tokens[place].meaning else { return None };
    if !(0.1..=10.0).contains(&factor) {
        return None;
    }
    tokens[place].meaning = Meaning::Speed(factor);
    Some(factor * 100.0)
}

/// `make the bunny go first`, `bikes should be last`, `can it be at the beginning`: a place in the order.
fn goes_there(tokens: &mut [Token], place: usize) {
    let goes = LISTS.goes_there.has(&tokens[place].text);
    let is = LISTS.should_be.has(&tokens[place].text);
    let Some(next) = next(tokens, place).filter(|_| goes || is) else { return };
    let there = matches!(tokens[next].meaning, Meaning::Ordinal(1 | -1))
        || matches!(
            tokens[next].sense(),
            Some(Sense::Edge(_) | Sense::Link(Link::Before | Link::After))
        );
    // "The last one", "the first clip": which, not where.
    let ends = !tokens.get(next + 1).is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Noun(_))) || matches!(token.meaning, Meaning::Number(_))
    });
    let piece = piece(tokens, place);
    let names = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Number(_))
            || matches!(token.sense(), Some(Sense::Noun(Noun::Clip | Noun::Picture)))
    };
    let makes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Make));
    let before = piece.start..place;
    let others = tokens[before.clone()].iter().any(|token| is_verb(token) && !makes(token));
    if there && ends && !others && tokens[before.clone()].iter().any(names) {
        tokens[before].iter_mut().filter(|token| makes(token)).for_each(|token| {
            mean(token, Sense::Filler);
        });
        mean(&mut tokens[place], Sense::Verb(Verb::Move));
    }
}

/// `put a 1s fade between the clips`: what lies between two is a transition.
fn fade_between(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    if says(&tokens[place], &["fade", "blend"]) && tokens[piece].iter().any(between) {
        mean(&mut tokens[place], Sense::Noun(Noun::Transition));
    }
}

/// `show the title from 2 to 6`: where words are shown, numbers are seconds.
fn from_to(tokens: &mut [Token], place: usize) {
    let Some([from, first, to, second]) = tokens.get(place..place + 4) else { return };
    let piece = piece(tokens, place);
    let words = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(token.sense(), Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text)))
    };
    let (Meaning::Number(start), Meaning::Number(end)) = (&first.meaning, &second.meaning) else {
        return;
    };
    let joined = from.sense() == Some(Sense::Link(Link::From))
        && to.sense() == Some(Sense::Link(Link::To))
        && start < end;
    // "Remove the middle of bikes, from 3 to 5".
    let cuts = tokens[..place].iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Keep | Verb::Trim | Verb::Use))
        )
    }) && tokens[..place].iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    if joined && (cuts || tokens[piece].iter().any(words)) {
        let seconds = Millis::from_secs_rounded;
        let range = Meaning::Range(seconds(*start), seconds(*end));
        mean(&mut tokens[place], Sense::Filler);
        tokens[place + 1].meaning = range;
        mean(&mut tokens[place + 2], Sense::Filler);
        mean(&mut tokens[place + 3], Sense::Filler);
    }
}

/// `底部放“包邮”` adds words, `放3秒` says how long; `放到` moves.
fn put_for_words(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["放"]) {
        return;
    }
    let light = |token: &&Token| {
        !matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Link(Link::A)
                    | Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text)
            )
        )
    };
    let next = tokens[place + 1..].iter().find(light);
    let verb = match next.map(|next| &next.meaning) {
        Some(Meaning::Quote(_)) => Verb::Add,
        Some(Meaning::Time(_)) => Verb::Show,
        _ => return,
    };
    mean(&mut tokens[place], Sense::Verb(verb));
}

/// `I want the music gone`: what is wanted is that it goes.
fn wanted_gone(tokens: &mut [Token], place: usize) {
    if !LISTS.gone.has(&tokens[place].text) || next(tokens, place).is_some() {
        return;
    }
    let piece = piece(tokens, place);
    let wants = |token: &Token| LISTS.wants_it.has(&token.text);
    for token in tokens[piece].iter_mut().filter(|token| wants(token)) {
        mean(token, Sense::Filler);
    }
    mean(&mut tokens[place], Sense::Verb(Verb::Remove));
}

/// `music up a bit`: louder, where nothing else is done to it.
fn up_of_sound(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let sounds = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
    };
    let heard = tokens[piece.start..place].iter().any(sounds);
    if says(&tokens[place], &["up"]) && heard && !tokens[piece].iter().any(is_verb) {
        mean(&mut tokens[place], Sense::Degree(Degree::Louder));
    }
}

/// `中间加个叠化`: between the pictures, not in the middle of one.
fn between_pictures(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let seam = |token: &Token| {
        matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
    };
    if says(&tokens[place], &["中间", "in the middle"]) && tokens[piece].iter().any(seam) {
        mean(&mut tokens[place], Sense::Link(Link::Between));
    }
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::super::phrase::combine;
    use super::*;

    fn said(sentence: &str) -> Vec<Token> {
        combine(tokens(sentence, &[]))
    }

    #[test]
    fn what_may_go_goes_away_or_elsewhere() {
        let verb =
            |sentence: &str| said(sentence).into_iter().find(is_verb).and_then(|v| v.sense());
        assert_eq!(verb("the first clip can go"), Some(Sense::Verb(Verb::Remove)));
        assert_eq!(verb("the first clip can go at the end"), Some(Sense::Verb(Verb::Move)));
        assert_eq!(verb("title off please"), Some(Sense::Verb(Verb::Remove)));
    }
}
