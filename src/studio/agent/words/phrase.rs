//! Neighbouring tokens that mean one thing together: `from 2s to 5s`, `the last three seconds`,
//! `前三张`, `this video` after `the second`.

use crate::draft::Millis;

use super::sense::{Degree, Edge, Link, Moving, Noun, Pace, Sense, Tone, Verb};
use super::token::{Meaning, Token};

/// Joins what belongs together, from left to right.
pub fn combine(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for mut token in tokens {
        if is_which_last(&token, &kept) {
            token.meaning = Meaning::Ordinal(-1);
        }
        kept.push(token);
        while let Some((meaning, count)) = joined(&kept) {
            merge(&mut kept, meaning, count);
        }
    }
    films_that_are_clips(&mut kept);
    parted_verbs(&mut kept);
    kept
}

fn is_pace(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Pace(_)))
}

fn shows_words(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
        || matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
        )
}

/// English parts some verbs around their object: `take the title off`, `turn the music up`.
fn parted_verbs(tokens: &mut [Token]) {
    let says = |token: &Token, words: &[&str]| {
        words.iter().any(|word| token.text.eq_ignore_ascii_case(word))
    };
    let ends = |token: &Token| matches!(token.sense(), Some(Sense::Break | Sense::Verb(_)));
    for place in 0..tokens.len() {
        let rest = &tokens[place + 1..];
        let reach = rest.iter().position(ends).unwrap_or(rest.len());
        let find = |words: &[&str]| rest[..reach].iter().position(|token| says(token, words));
        let is_heard = |token: &Token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
        };
        let heard = rest[..reach].iter().any(is_heard);
        if says(&tokens[place], &["take"])
            && let Some(particle) = find(&["off", "out", "away"])
        {
            tokens[place].meaning = Meaning::Known(Sense::Verb(Verb::Remove));
            let last = particle + 1 == reach;
            let particle = &mut tokens[place + 1 + particle];
            if last || !says(particle, &["off"]) {
                particle.meaning = Meaning::Known(Sense::Filler);
            }
        } else if says(&tokens[place], &["turn"])
            && heard
            && let Some(particle) = find(&["up"])
        {
            let louder = Meaning::Known(Sense::Degree(Degree::Louder));
            tokens[place + 1 + particle].meaning = louder;
        } else if says(&tokens[place], &["slow"])
            && let Some(particle) = find(&["down"])
        {
            tokens[place].meaning = Meaning::Known(Sense::Pace(Pace::Half));
            tokens[place + 1 + particle].meaning = Meaning::Known(Sense::Filler);
        } else if says(&tokens[place], &["speed"])
            && let Some(particle) = find(&["up"])
        {
            tokens[place].meaning = Meaning::Known(Sense::Pace(Pace::Twice));
            tokens[place + 1 + particle].meaning = Meaning::Known(Sense::Filler);
        } else if says(&tokens[place], &["slide", "fly"])
            && rest[..reach].iter().any(shows_words)
            && let Some(particle) = find(&["in", "out"])
        {
            let moving = if says(&rest[particle], &["in"]) { Moving::In } else { Moving::Out };
            tokens[place].meaning = Meaning::Known(Sense::Moving(moving));
            tokens[place + 1 + particle].meaning = Meaning::Known(Sense::Filler);
        } else if says(&tokens[place], &["cool"])
            && let Some(particle) = find(&["down"])
        {
            tokens[place].meaning = Meaning::Known(Sense::Tone(Tone::Cooler));
            tokens[place + 1 + particle].meaning = Meaning::Known(Sense::Filler);
        } else if says(&tokens[place], &["速度"]) && rest[..reach].iter().any(is_pace) {
            tokens[place].meaning = Meaning::Known(Sense::Filler);
        }
    }
}

/// `last` is a place in a row, unless something stands before it that lasts: `the title should last`.
fn is_which_last(token: &Token, before: &[Token]) -> bool {
    let lasts = |before: &Token| {
        matches!(before.meaning, Meaning::Quote(_) | Meaning::File(..) | Meaning::Number(_))
            || matches!(
                before.sense(),
                Some(Sense::Noun(_) | Sense::Link(Link::It | Link::Each | Link::All))
            )
    };
    let before = before.iter().rev().find(|before| before.sense() != Some(Sense::Filler));
    ["last", "final"].iter().any(|word| token.text.eq_ignore_ascii_case(word))
        && !before.is_some_and(lasts)
}

fn merge(kept: &mut Vec<Token>, meaning: Meaning, count: usize) {
    let tail = kept.split_off(kept.len() - count);
    let text = tail.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let (start, end) = (tail[0].span.start, tail[count - 1].span.end);
    kept.push(Token { meaning, text, span: start..end });
}

/// What the last tokens mean together, and how many they are.
fn joined(kept: &[Token]) -> Option<(Meaning, usize)> {
    range(kept).or_else(|| part(kept)).or_else(|| the_one(kept))
}

/// `2s to 5s`, `3 to 6 seconds`; a bare number after a clip's name is that clip's.
fn range(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [before @ .., from, to, until] = kept else { return None };
    if to.sense() != Some(Sense::Link(Link::To)) {
        return None;
    }
    let until = match (&from.meaning, &until.meaning) {
        (_, Meaning::Time(until)) => *until,
        // "Seconds 2 to 5": the unit is said once, before both.
        (Meaning::Time(_), Meaning::Number(until)) if from.text.starts_with(['s', 'S']) => {
            Millis::from_secs_rounded(*until)
        }
        _ => return None,
    };
    let from = match from.meaning {
        Meaning::Time(from) => from,
        Meaning::Number(seconds) if !names_a_thing(before.last()) => {
            Millis::from_secs_rounded(seconds)
        }
        _ => return None,
    };
    let says_so = from < until || are_moments(kept);
    says_so.then_some((Meaning::Range(from, until), 3))
}

/// Whether two times can only be moments, so that an end before its start is a slip to be told. "From 5
/// to 3 seconds" is one where words are to be shown; said of a clip it may be another length.
fn are_moments(kept: &[Token]) -> bool {
    let [before @ .., from, _, until] = kept else { return false };
    let of_words = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Quote(_)
                | Meaning::Known(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text))
        )
    };
    let is_from = before.last().and_then(Token::sense) == Some(Sense::Link(Link::From));
    let by_number = from.text.starts_with('第') && until.text.starts_with('第');
    by_number || (is_from && before.iter().any(of_words))
}

fn names_a_thing(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        matches!(token.sense(), Some(Sense::Noun(_) | Sense::Break))
            || matches!(token.meaning, Meaning::Number(_) | Meaning::File(..))
    })
}

/// The first or last so much of something.
fn part(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., which, amount] = kept else { return None };
    let (head, tail) = sides(which)?;
    match amount.meaning {
        Meaning::Time(time) if head => Some((Meaning::Head(time), 2)),
        Meaning::Time(time) if tail => Some((Meaning::Tail(time), 2)),
        // "the last second": the unit looks like an ordinal when no number stands before it.
        Meaning::Ordinal(2) if amount.text.eq_ignore_ascii_case("second") => {
            let one = Millis::from_secs(1);
            Some((if head { Meaning::Head(one) } else { Meaning::Tail(one) }, 2))
        }
        Meaning::Number(number) if counts(which, number, amount) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "small and whole"
            )]
            let count = number as usize;
            Some((if head { Meaning::FirstOf(count) } else { Meaning::LastOf(count) }, 2))
        }
        _ => None,
    }
}

/// Whether a word means the beginning or the end of something.
fn sides(which: &Token) -> Option<(bool, bool)> {
    match which.meaning {
        Meaning::Ordinal(1)
        | Meaning::Known(Sense::Link(Link::Lead) | Sense::Edge(Edge::Start)) => Some((true, false)),
        Meaning::Ordinal(-1) | Meaning::Known(Sense::Link(Link::Rear) | Sense::Edge(Edge::End)) => {
            Some((false, true))
        }
        _ => None,
    }
}

fn counts(which: &Token, number: f64, amount: &Token) -> bool {
    let is_edge = matches!(which.sense(), Some(Sense::Edge(_)));
    let whole = number.fract() == 0.0 && (1.0..1000.0).contains(&number);
    whole && !is_edge && !amount.text.eq_ignore_ascii_case("one")
}

/// `the second one` is the second.
fn the_one(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., which, one] = kept else { return None };
    let is_one = one.text.eq_ignore_ascii_case("one") && one.meaning == Meaning::Number(1.0);
    match which.meaning {
        Meaning::Ordinal(_) if is_one => Some((which.meaning.clone(), 2)),
        _ => None,
    }
}

/// `the second video`, `these videos`, `每个视频` are clips, `the video` is the film.
fn films_that_are_clips(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let is_film = tokens[place].sense() == Some(Sense::Noun(Noun::Film));
        let mut before = tokens[..place].iter().rev();
        let before = before.find(|token| token.sense() != Some(Sense::Filler));
        if is_film && before.is_some_and(picks_one_of_many) {
            tokens[place].meaning = Meaning::Known(Sense::Noun(Noun::Footage));
        }
    }
}

fn picks_one_of_many(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Ordinal(_)
            | Meaning::Number(_)
            | Meaning::FirstOf(_)
            | Meaning::LastOf(_)
            | Meaning::Known(Sense::Link(Link::These | Link::Each))
    )
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn meanings(sentence: &str) -> Vec<Meaning> {
        let tokens = combine(tokens(sentence, &[]));
        let telling = |token: &Token| {
            !matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::From | Link::The | Link::At))
            )
        };
        tokens.into_iter().filter(telling).map(|token| token.meaning).collect()
    }

    #[test]
    fn ranges_and_parts_in_every_wording() {
        let seconds = Millis::from_secs;
        for (sentence, meaning) in [
            ("from 2s to 5s", Meaning::Range(seconds(2), seconds(5))),
            ("3-6s", Meaning::Range(seconds(3), seconds(6))),
            ("2s–5s", Meaning::Range(seconds(2), seconds(5))),
            ("visible from 0:02 until 0:05", Meaning::Range(seconds(2), seconds(5))),
            ("3 to 6 seconds", Meaning::Range(seconds(3), seconds(6))),
            ("第3秒到第6秒", Meaning::Range(seconds(3), seconds(6))),
            ("3到6秒", Meaning::Range(seconds(3), seconds(6))),
            ("从第三秒至第六秒", Meaning::Range(seconds(3), seconds(6))),
            ("前三秒", Meaning::Head(seconds(3))),
            ("the first 2 seconds", Meaning::Head(seconds(2))),
            ("the last three seconds", Meaning::Tail(seconds(3))),
            ("seconds 2 to 5", Meaning::Range(seconds(2), seconds(5))),
            ("the last second", Meaning::Tail(seconds(1))),
            ("最后3秒", Meaning::Tail(seconds(3))),
            ("开头两秒", Meaning::Head(seconds(2))),
            ("前三张", Meaning::FirstOf(3)),
            ("the last two", Meaning::LastOf(2)),
            ("the second one", Meaning::Ordinal(2)),
        ] {
            assert_eq!(meanings(sentence).last(), Some(&meaning), "{sentence}");
        }
    }

    #[test]
    fn a_clips_number_is_not_the_start_of_a_range() {
        let found = meanings("clip 1 to 3 seconds");
        assert!(!found.iter().any(|meaning| matches!(meaning, Meaning::Range(..))), "{found:?}");
    }
}
