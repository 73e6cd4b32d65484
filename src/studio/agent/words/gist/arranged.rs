//! Which pieces there are, and in which order.

use super::super::sense::{Edge, Verb};
use super::part::{MAKES, Part, texts};
use super::slots::Kind;

/// Beside those that say no more than that something is to be so.
const PLACES: [Kind; 2] = [Kind::Verb(Verb::Move), Kind::Verb(Verb::Join)];

/// Put plainly, where it is of that.
pub fn put(part: &Part) -> Option<Vec<String>> {
    removed(part)
        .or_else(|| swapped(part))
        .or_else(|| duplicated(part))
        .or_else(|| between(part))
        .or_else(|| beside(part))
        .or_else(|| at_an_end(part))
        .map(|plain| vec![plain])
}

/// Nothing strange may be there: it may be what is to go, as `the pole in the boat picture`.
fn removed(part: &Part) -> Option<String> {
    let remove = Kind::Verb(Verb::Remove);
    let fits = part.has(&remove)
        && part.says_of_what()
        && part.only(&[&[remove, Kind::Piece, Kind::All]])
        && part.is_plain();
    fits.then(|| part.pieces().map(|pieces| format!("delete {pieces}"))).flatten()
}

fn swapped(part: &Part) -> Option<String> {
    let swap = Kind::Verb(Verb::Swap);
    let fits = part.has(&swap) && part.only(&[&[swap, Kind::Piece, Kind::Verb(Verb::Change)]]);
    match part.texts(&Kind::Piece).as_slice() {
        [one, other] if fits => Some(format!("swap {one} and {other}")),
        _ => None,
    }
}

fn duplicated(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Duplicate);
    let ends = [Kind::Edge(Edge::Start), Kind::Edge(Edge::End)];
    let fits = part.has(&verb) && part.only(&[&[verb, Kind::Piece], &ends, &PLACES, &MAKES]);
    let [piece] = part.of.as_slice() else { return None };
    if !fits {
        return None;
    }
    match (part.has(&ends[0]), part.has(&ends[1])) {
        (true, false) => Some(format!("duplicate {piece} and put the copy at the start")),
        (false, true) => Some(format!("duplicate {piece} and put the copy at the end")),
        (false, false) => Some(format!("duplicate {piece}")),
        (true, true) => None,
    }
}

fn between(part: &Part) -> Option<String> {
    let fits = part.has(&Kind::Between)
        && part.only(&[&[Kind::Between, Kind::Piece, Kind::Time], &PLACES, &MAKES]);
    let (ahead, behind) = on_both_sides(part, &[Kind::Between])?;
    let (what, one, other) = match (ahead.as_slice(), behind.as_slice()) {
        ([what], [one, other])
        | ([], [one, other, what])
        | ([one, other], [what])
        | ([what, one, other], []) => (what, one, other),
        _ => return None,
    };
    fits.then(|| laid(part, what, &format!("between {one} and {other}"))).flatten()
}

fn beside(part: &Part) -> Option<String> {
    let sides = [Kind::Before, Kind::After];
    let fits = part.has(&sides[0]) != part.has(&sides[1])
        && part.only(&[&[Kind::Piece, Kind::Time], &sides, &PLACES, &MAKES]);
    let side = if part.has(&sides[0]) { "before" } else { "after" };
    let (what, anchor) = what_and_beside_what(part, &sides)?;
    fits.then(|| laid(part, &what, &format!("{side} {anchor}"))).flatten()
}

/// `A before B`, `before B put A`, `A放到B前面`, `B前面放A`; A may have been told before.
fn what_and_beside_what(part: &Part, sides: &[Kind]) -> Option<(String, String)> {
    let word = part.there.iter().find(|slot| sides.contains(&slot.kind))?;
    let is_chinese = !word.text.is_ascii();
    let (ahead, behind) = on_both_sides(part, sides)?;
    let told = match part.before.pieces.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    let (what, anchor) = match (ahead.as_slice(), behind.as_slice()) {
        ([what, anchor], []) if is_chinese => (what, anchor),
        ([anchor], [what]) if is_chinese => (what, anchor),
        ([anchor], []) if is_chinese => (told?, anchor),
        ([what], [anchor]) => (what, anchor),
        ([], [anchor, what]) if !is_chinese => (what, anchor),
        ([], [anchor]) if !is_chinese => (told?, anchor),
        _ => return None,
    };
    Some((what.clone(), anchor.clone()))
}

/// The pieces that are named before and behind a word of some kinds.
fn on_both_sides(part: &Part, kinds: &[Kind]) -> Option<(Vec<String>, Vec<String>)> {
    let at = part.there.iter().position(|slot| kinds.contains(&slot.kind))?;
    let (ahead, behind) = part.there.split_at(at);
    Some((texts(ahead, &Kind::Piece), texts(behind, &Kind::Piece)))
}

fn at_an_end(part: &Part) -> Option<String> {
    let ends = [Kind::Edge(Edge::Start), Kind::Edge(Edge::End)];
    let fits = part.has(&ends[0]) != part.has(&ends[1])
        && part.only(&[&[Kind::Piece, Kind::Time], &ends, &PLACES, &MAKES])
        && part.is_ordered(&PLACES)
        && part.says_of_what();
    let [what] = part.of.as_slice() else { return None };
    let place = if part.has(&ends[0]) { "to the start" } else { "to the end" };
    fits.then(|| laid(part, what, place)).flatten()
}

/// A piece moved somewhere, or a file brought in there for so long.
fn laid(part: &Part, what: &str, place: &str) -> Option<String> {
    let length = part.one_or_none("for", &Kind::Time)?;
    match part.is_shown(what) {
        true => length.is_empty().then(|| format!("move {what} {place}")),
        false => Some(format!("insert {what} {place}{length}").replace(" to the ", " at the ")),
    }
}
