//! Times that several words tell together: `from 2s to 5s`, `between 4 and 6 seconds`, `the last three seconds`.

use crate::draft::Millis;

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense};
use super::token::{Meaning, Token, is_file, says};

/// `between 4 and 6 seconds`, `4秒和6秒之间`.
pub(super) fn between(kept: &[Token]) -> Option<(Meaning, usize)> {
    let is_between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    let joins =
        |token: &Token| token.sense() == Some(Sense::Break) && LISTS.and_between.has(&token.text);
    let moments = |from: &Token, until: &Token| {
        let Meaning::Time(until) = until.meaning else { return None };
        let from = match from.meaning {
            Meaning::Time(from) => from,
            Meaning::Number(seconds) => Millis::from_secs_rounded(seconds),
            _ => return None,
        };
        (from < until).then_some(Meaning::Range(from, until))
    };
    match kept {
        [.., link, from, and, until] if is_between(link) && joins(and) => {
            moments(from, until).map(|range| (range, 4))
        }
        [.., from, and, until, link] if is_between(link) && joins(and) => {
            moments(from, until).map(|range| (range, 4))
        }
        [.., range, link] if is_between(link) && !link.text.is_ascii() => match range.meaning {
            Meaning::Range(..) => Some((range.meaning.clone(), 2)),
            _ => None,
        },
        _ => None,
    }
}

/// `in the 7th second`: English looks like two ordinals.
pub(super) fn moment_by_number(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., number, second] = kept else { return None };
    match number.meaning {
        Meaning::Ordinal(number) if number > 1 && says(second, &["second"]) => {
            Some((Meaning::Time(Millis::from_secs(number.unsigned_abs().into())), 2))
        }
        _ => None,
    }
}

/// `2s to 5s`, `3 to 6 seconds`; a bare number after a clip's name is that clip's.
pub(super) fn range(kept: &[Token]) -> Option<(Meaning, usize)> {
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
        // "Subtitles: 0-2s", "海边2到4秒", "bikes 0 to 4s".
        Meaning::Number(seconds)
            if !names_a_thing(before.last())
                || is_dash(to)
                || (!to.text.is_ascii() && before.last().is_some_and(is_file))
                || (seconds.abs() < f64::EPSILON && before.last().is_some_and(is_file)) =>
        {
            Millis::from_secs_rounded(seconds)
        }
        // "第4到第6秒": the unit is said once, after both.
        Meaning::Ordinal(number) if from.text.starts_with('第') && !ends_counted(&from.text) => {
            Millis::from_secs(number.unsigned_abs().into())
        }
        _ => return None,
    };
    let says_so = from < until || are_moments(kept);
    says_so.then_some((Meaning::Range(from, until), 3))
}

fn is_dash(token: &Token) -> bool {
    ["-", "–", "—", "~", "～"].contains(&token.text.as_str())
}

fn ends_counted(text: &str) -> bool {
    text.chars().last().is_some_and(super::lexicon::is_counter)
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
pub(super) fn part(kept: &[Token]) -> Option<(Meaning, usize)> {
    let [.., which, amount] = kept else { return None };
    // "第一张5秒" is the picture, and so long; so is "the last one 3".
    if which.text.ends_with(['张', '段', '幅', '条']) || which.text.ends_with(" one") {
        return None;
    }
    let (head, tail) = sides(which).or_else(|| behind(which, amount))?;
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

/// `后面两秒` is the end of it; `第2秒后面` is what comes after a moment.
fn behind(which: &Token, amount: &Token) -> Option<(bool, bool)> {
    let counts = matches!(amount.meaning, Meaning::Number(_)) && ends_counted(&amount.text);
    let is_length =
        counts || (matches!(amount.meaning, Meaning::Time(_)) && !amount.text.starts_with('第'));
    match which.text.as_str() {
        "前面" | "前边" if is_length => Some((true, false)),
        "后面" | "后边" if is_length => Some((false, true)),
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
    let counts_things = amount.text.ends_with(['段', '张', '个', '幅', '条']);
    whole && (!is_edge || counts_things) && !amount.text.eq_ignore_ascii_case("one")
}
