//! When something comes and goes: `come in at 1 second and go away at 4`, `from 2s, gone by 5s`.

use super::sense::{Link, Sense};
use super::token::{Meaning, Token};
use crate::draft::Millis;

/// Joins the moment something comes with the moment it goes.
pub fn stays(tokens: &mut Vec<Token>) {
    let goes = |token: &Token| token.sense() == Some(Sense::Link(Link::Gone));
    let Some(gone) = tokens.iter().position(goes) else { return };
    let moment = |place: usize| match tokens.get(place)?.meaning {
        Meaning::Time(time) => Some(time),
        _ => None,
    };
    let Some(from) = (0..gone).rev().find(|place| moment(*place).is_some()) else { return };
    let holds = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Break | Sense::Filler | Sense::Link(Link::At | Link::It | Link::By))
        )
    };
    let Some(until) = (gone + 1..tokens.len()).find(|place| !holds(&tokens[*place])) else {
        return;
    };
    let ends = match tokens[until].meaning {
        Meaning::Time(time) => Some(time),
        Meaning::Number(seconds) => Some(Millis::from_secs_rounded(seconds)),
        _ => None,
    };
    let together = tokens[from + 1..gone].iter().all(holds);
    let (Some(start), Some(end), true) = (moment(from), ends, together) else { return };
    if start >= end {
        return;
    }
    let text = tokens[from..=until].iter().map(|token| token.text.as_str()).collect::<Vec<_>>();
    let range = Token {
        meaning: Meaning::Range(start, end),
        text: text.join(" "),
        span: tokens[from].span.start..tokens[until].span.end,
    };
    // The word before the first moment belongs to it.
    let from = if from > 0 && tokens[from - 1].sense() == Some(Sense::Link(Link::At)) {
        from - 1
    } else {
        from
    };
    tokens.splice(from..=until, [range]);
}
