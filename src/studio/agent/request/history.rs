//! Back and forward again.

use super::super::words::{Link, Meaning, Verb};
use super::Request;
use super::bag::Bag;

/// Reads `undo`, `undo twice`, `重做`.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let undo = bag.has_verb(Verb::Undo);
    if !undo && !bag.has_verb(Verb::Redo) {
        return None;
    }
    if !bag.only_verbs(&[if undo { Verb::Undo } else { Verb::Redo }, Verb::Change]) {
        return None;
    }
    bag.take_verbs();
    let steps = steps(bag);
    bag.take_link(Link::Times);
    bag.take_link(Link::Again);
    Some(vec![if undo { Request::Undo(steps) } else { Request::Redo(steps) }])
}

fn steps(bag: &mut Bag) -> usize {
    if bag.take_link(Link::All) {
        return usize::MAX;
    }
    let twice = bag
        .has(|meaning| *meaning == Meaning::Known(super::super::words::Sense::Link(Link::Times)))
        && (0..bag.len()).any(|place| bag.text(place).eq_ignore_ascii_case("twice"));
    let count = bag.take(|meaning| match meaning {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        Meaning::Number(number) => Some(number.clamp(1.0, 1000.0) as usize),
        Meaning::LastOf(count) => Some(*count),
        Meaning::Ordinal(-1) => Some(1),
        _ => None,
    });
    count.unwrap_or(if twice { 2 } else { 1 })
}
