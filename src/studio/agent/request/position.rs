//! Where a piece is to go: `to the end`, `before clip 1`, `第一段前面`, `first`.

use super::super::words::{Edge, Link, Meaning, Sense, Verb};
use super::bag::Bag;
use super::reference::{Mention, mentions, take_it};
use super::{Position, Reference, Which};

/// Reads what is to be placed and where. `None` where no place is named.
pub fn placed(bag: &mut Bag) -> Option<(Vec<Reference>, Position)> {
    let edge = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Edge(edge)) => Some(*edge),
        _ => None,
    });
    if let Some(edge) = edge {
        bag.take_sense(Sense::Edge(edge));
    }
    let beside = edge.is_none().then(|| take_beside(bag)).flatten();
    let mut found = mentions(bag);
    bag.take_link(Link::Position);
    let position = match (edge, beside) {
        (Some(Edge::Start), _) => Position::Start,
        (Some(Edge::End), _) => Position::End,
        (None, Some(beside)) => beside_position(bag, beside, &mut found)?,
        (None, None) => {
            let with_noun = bag.has_verb(Verb::Make) || bag.has_verb(Verb::Move);
            numbered(&mut found, with_noun, take_it(&mut bag.clone()).is_some())?
        }
    };
    let mut what: Vec<Reference> = found.into_iter().map(|mention| mention.reference).collect();
    if what.is_empty() {
        what.extend(take_it(bag));
    }
    (!what.is_empty()).then_some((what, position))
}

/// A word such as `before`, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    place: usize,
    link: Link,
}

pub(super) fn take_beside(bag: &mut Bag) -> Option<Beside> {
    let found = bag.take_at(|meaning| match meaning {
        Meaning::Known(Sense::Link(link)) => match link {
            Link::Before | Link::Lead => Some(Link::Before),
            Link::After | Link::Rear => Some(Link::After),
            Link::Between => Some(Link::Between),
            _ => None,
        },
        _ => None,
    });
    found.map(|(place, link)| Beside { place, link })
}

/// English says the word before what it refers to, Chinese after it.
pub(super) fn beside_position(
    bag: &Bag,
    beside: Beside,
    found: &mut Vec<Mention>,
) -> Option<Position> {
    let comes_first = bag.text(beside.place).is_ascii();
    let anchor = if comes_first {
        found.iter().position(|mention| mention.place > beside.place)?
    } else {
        let is_verb =
            |place: &usize| matches!(bag.sense(*place), Some(Sense::Verb(Verb::Move | Verb::Add)));
        let verb = (0..beside.place).rev().find(is_verb).unwrap_or(0);
        let between = |mention: &Mention| mention.place < beside.place && mention.place >= verb;
        let Some(before) = found.iter().rposition(between) else { return alone(beside.link) };
        let pair = beside.link == Link::Between && !is_pair(&found[before]);
        before.checked_sub(usize::from(pair))?
    };
    if beside.link == Link::Between && is_pair(&found[anchor]) {
        // Of exactly two the first is the only one that is not the last.
        let pieces = found.remove(anchor).reference.pieces;
        let last = Reference { pieces, which: Which::Nth(-1) };
        return Some(Position::After(Reference { pieces, which: Which::OneBut(vec![last]) }));
    }
    let reference = found.remove(anchor).reference;
    match beside.link {
        Link::Before => Some(Position::Before(reference)),
        Link::Between if anchor < found.len() => {
            found.remove(anchor);
            Some(Position::After(reference))
        }
        Link::After => Some(Position::After(reference)),
        _ => None,
    }
}

/// `between the two clips`, `between the clips`, `两段中间`.
fn is_pair(mention: &Mention) -> bool {
    matches!(mention.reference.which, Which::Count(2) | Which::All)
}

/// `挪到前面`: before all others.
fn alone(link: Link) -> Option<Position> {
    match link {
        Link::Before => Some(Position::Start),
        Link::After => Some(Position::End),
        _ => None,
    }
}

/// `put bikes first`, `move clip 3 to 1`, `移到第一个`: the last number is the place.
/// In `make bikes the first clip` a noun may come with it.
fn numbered(found: &mut Vec<Mention>, with_noun: bool, has_it: bool) -> Option<Position> {
    let last = found.last().filter(|mention| mention.bare || with_noun)?;
    let Which::Nth(number) = last.reference.which else { return None };
    if found.len() < 2 && !has_it {
        return None;
    }
    found.pop();
    Some(match number {
        1 => Position::Start,
        -1 => Position::End,
        number => Position::Nth(number),
    })
}
