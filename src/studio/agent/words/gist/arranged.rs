//! Which pieces there are, and in which order.

use super::super::sense::{Edge, Verb};
use super::slots::{Kind, Slot};
use super::Part;

/// Verbs that say no more than that something is to be so.
const PLACES: [Kind; 6] = [
    Kind::Verb(Verb::Move),
    Kind::Verb(Verb::Add),
    Kind::Verb(Verb::Use),
    Kind::Verb(Verb::Show),
    Kind::Verb(Verb::Change),
    Kind::Verb(Verb::Join),
];

pub fn put(part: &Part) -> Option<Vec<String>> {
    removed(part)
        .or_else(|| swapped(part))
        .or_else(|| duplicated(part))
        .or_else(|| between(part))
        .or_else(|| beside(part))
        .or_else(|| at_an_end(part))
        .map(|plain| vec![plain])
}

/// What is not known in a part may be what is to go.
fn removed(part: &Part) -> Option<String> {
    let remove = Kind::Verb(Verb::Remove);
    let fits = part.has(&remove)
        && part.any(&[Kind::Piece, Kind::It])
        && part.only(&[remove, Kind::Piece, Kind::All])
        && part.is_plain();
    fits.then(|| part.pieces().map(|pieces| format!("delete {pieces}"))).flatten()
}

fn swapped(part: &Part) -> Option<String> {
    let swap = Kind::Verb(Verb::Swap);
    let fits = part.has(&swap) && part.only(&[swap, Kind::Piece, Kind::Verb(Verb::Change)]);
    match part.texts(&Kind::Piece).as_slice() {
        [one, other] if fits => Some(format!("swap {one} and {other}")),
        _ => None,
    }
}

/// Also of a copy that was just made: `park the copy at the head`.
fn duplicated(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Duplicate);
    let ends = [Kind::Edge(Edge::Start), Kind::Edge(Edge::End)];
    let fits = part.has(&verb) && part.only(&[&[verb, Kind::Piece], &ends[..], &PLACES[..]].concat());
    let [piece] = part.of.as_slice() else { return None };
    if !fits {
        return None;
    }
    Some(match (part.has(&ends[0]), part.has(&ends[1])) {
        (true, false) => format!("duplicate {piece} and put the copy at the start"),
        (false, true) => format!("duplicate {piece} and put the copy at the end"),
        (false, false) => format!("duplicate {piece}"),
        (true, true) => return None,
    })
}

fn for_so_long(part: &Part) -> Option<String> {
    match part.texts(&Kind::Time).as_slice() {
        [] => Some(String::new()),
        [time] => Some(format!(" for {time}")),
        _ => None,
    }
}

fn between(part: &Part) -> Option<String> {
    let fits = part.has(&Kind::Between)
        && part.only(&[&[Kind::Between, Kind::Piece, Kind::Time], &PLACES[..]].concat());
    if !fits {
        return None;
    }
    let at = part.there.iter().position(|slot| slot.kind == Kind::Between)?;
    let named = |slots: &[Slot]| super::texts(slots, &Kind::Piece);
    let (ahead, behind) = (named(&part.there[..at]), named(&part.there[at..]));
    let (what, one, other) = match (ahead.as_slice(), behind.as_slice()) {
        ([what], [one, other]) | ([], [one, other, what]) | ([one, other], [what])
        | ([what, one, other], []) => (what, one, other),
        _ => return None,
    };
    let length = for_so_long(part)?;
    Some(if (part.is_shown)(what) {
        if !length.is_empty() {
            return None;
        }
        format!("move {what} between {one} and {other}")
    } else {
        format!("insert {what} between {one} and {other}{length}")
    })
}

fn beside(part: &Part) -> Option<String> {
    let sides = [Kind::Before, Kind::After];
    let fits = part.any(&sides)
        && part.only(&[&[Kind::Piece, Kind::Time, Kind::Span], &sides[..], &PLACES[..]].concat());
    if !fits {
        return None;
    }
    let at = part.there.iter().position(|slot| sides.contains(&slot.kind))?;
    let named = |slots: &[Slot]| super::texts(slots, &Kind::Piece);
    let chinese = !part.there[at].text.is_ascii();
    let (mut ahead, behind) = (named(&part.there[..at]), named(&part.there[at..]));
    // "A放到B前面", "B前面放A", "A before B", "before B put A".
    let (what, anchor) = match (ahead.len(), behind.len()) {
        (2, 0) if chinese => (ahead.remove(0), ahead.remove(0)),
        (1, 1) if chinese => (behind[0].clone(), ahead.remove(0)),
        (1, 1) => (ahead.remove(0), behind[0].clone()),
        (0, 2) if !chinese => (behind[1].clone(), behind[0].clone()),
        (0, 1) if !chinese && part.before.pieces.len() == 1 => (part.before.pieces[0].clone(), behind[0].clone()),
        (1, 0) if chinese && part.before.pieces.len() == 1 => (part.before.pieces[0].clone(), ahead.remove(0)),
        _ => return None,
    };
    let side = if part.has(&Kind::Before) { "before" } else { "after" };
    if part.has(&Kind::Before) && part.has(&Kind::After) {
        return None;
    }
    let length = for_so_long(part)?;
    Some(match ((part.is_shown)(&what), part.texts(&Kind::Span).as_slice()) {
        (true, []) if length.is_empty() => format!("move {what} {side} {anchor}"),
        (false, []) => format!("insert {what} {side} {anchor}{length}"),
        (false, [span]) if length.is_empty() => format!("insert {span} of {what} {side} {anchor}"),
        _ => return None,
    })
}

fn at_an_end(part: &Part) -> Option<String> {
    let ends = [Kind::Edge(Edge::Start), Kind::Edge(Edge::End)];
    let fits = part.any(&ends)
        && part.only(&[&[Kind::Piece, Kind::Time], &ends[..], &PLACES[..]].concat())
        && part.is_ordered(&PLACES);
    let [what] = part.of.as_slice() else { return None };
    if !fits || !part.any(&[Kind::Piece, Kind::It]) || (part.has(&ends[0]) && part.has(&ends[1])) {
        return None;
    }
    let end = if part.has(&ends[0]) { "start" } else { "end" };
    let length = for_so_long(part)?;
    Some(match (part.is_shown)(what) {
        true if length.is_empty() => format!("move {what} to the {end}"),
        true => return None,
        false => format!("insert {what} at the {end}{length}"),
    })
}
