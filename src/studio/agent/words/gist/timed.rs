//! How long pieces are, which part of them is shown, and how fast.

use super::super::sense::{Degree, Edge, Stretch, Verb};
use super::part::{MAKES, Part};
use super::slots::Kind;

/// So long, or so fast.
const LASTS: [Kind; 4] = [
    Kind::Verb(Verb::Keep),
    Kind::Verb(Verb::Turn),
    Kind::Verb(Verb::Trim),
    Kind::Verb(Verb::Join),
];

/// Put plainly, where it is of that.
pub fn put(part: &Part) -> Option<Vec<String>> {
    cut(part)
        .or_else(|| taken_off(part))
        .or_else(|| split(part))
        .or_else(|| kept(part))
        .or_else(|| lasting(part))
        .or_else(|| longer(part))
        .or_else(|| paced(part))
        .or_else(|| backwards(part))
        .map(|plain| vec![plain])
}

fn of_one(part: &Part) -> Option<String> {
    match part.texts(&Kind::Piece).as_slice() {
        [] if part.has(&Kind::It) && part.of.len() == 1 => Some(format!(" of {}", part.of[0])),
        [one] => Some(format!(" of {one}")),
        _ => None,
    }
}

fn cut(part: &Part) -> Option<String> {
    let verbs = [Kind::Verb(Verb::Remove), Kind::Verb(Verb::Trim)];
    let fits = part.any(&verbs) && part.only(&[&[Kind::Piece, Kind::Span], &verbs]);
    let span = part.one(&Kind::Span)?;
    fits.then(|| of_one(part).map(|of| format!("cut {span}{of}"))).flatten()
}

/// `take the extra 2 s off the archive still`, `trim 2s off the tail of bikes`.
fn taken_off(part: &Part) -> Option<String> {
    let verbs = [Kind::Verb(Verb::Remove), Kind::Verb(Verb::Trim)];
    let ends = [Kind::Edge(Edge::Start), Kind::Edge(Edge::End)];
    let more = [
        Kind::Piece,
        Kind::Time,
        Kind::Degree(Degree::More),
        Kind::Degree(Degree::Quieter),
        Kind::Stretch(Stretch::Longer),
    ];
    let fits = part.any(&verbs) && part.only(&[&more, &verbs, &ends]);
    let (time, of) = (part.one(&Kind::Time)?, part.one(&Kind::Piece)?);
    let side = match (part.has(&ends[0]), part.has(&ends[1])) {
        (true, false) => "first",
        (false, true) => "last",
        (false, false) if part.has(&more[2]) => "last",
        _ => return None,
    };
    let led = part.there.iter().any(|slot| slot.kind == Kind::Time && slot.to);
    (fits && !led).then(|| format!("cut the {side} {time} of {of}"))
}

fn split(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Split);
    let fits = part.has(&verb) && part.only(&[&[verb, Kind::Piece, Kind::Moment]]);
    let moment = part.one(&Kind::Moment)?;
    match part.texts(&Kind::Piece).as_slice() {
        [] if fits && !part.has(&Kind::It) => Some(format!("split at {moment}")),
        [piece] if fits => Some(format!("split {piece} at {moment}")),
        _ => None,
    }
}

fn kept(part: &Part) -> Option<String> {
    let verbs = [Kind::Verb(Verb::Keep), Kind::Only];
    let fits = part.any(&verbs)
        && part.only(&[
            &[Kind::Piece, Kind::Span, Kind::Verb(Verb::Use), Kind::Verb(Verb::Show)],
            &verbs,
        ]);
    let span = part.one(&Kind::Span)?;
    fits.then(|| of_one(part).map(|of| format!("keep only {span}{of}"))).flatten()
}

fn lasting(part: &Part) -> Option<String> {
    let fits = part.only(&[&[Kind::Piece, Kind::Time, Kind::Each, Kind::All], &LASTS, &MAKES])
        && part.is_ordered(&LASTS);
    let time = part.one(&Kind::Time)?;
    let pieces = part.pieces().filter(|_| part.says_of_what())?;
    // "Glue rex to bella for 3 seconds": what is joined has no length of its own.
    if part.of.len() > 1 && part.has(&Kind::Verb(Verb::Join)) {
        return None;
    }
    let each = if part.of.len() > 1 { " each" } else { "" };
    fits.then(|| format!("make {pieces} {time}{each}"))
}

fn longer(part: &Part) -> Option<String> {
    let ways = [Kind::Stretch(Stretch::Longer), Kind::Stretch(Stretch::Shorter)];
    let fits = part.any(&ways)
        && part.only(&[&[Kind::Piece, Kind::Time, Kind::Each, Kind::All], &ways, &LASTS, &MAKES]);
    let time = part.one(&Kind::Time)?;
    let pieces = part.pieces()?;
    let way = if part.has(&ways[0]) { "longer" } else { "shorter" };
    fits.then(|| format!("make {pieces} {time} {way}"))
}

fn paced(part: &Part) -> Option<String> {
    let fits = part.only(&[&[Kind::Piece, Kind::Speed], &LASTS, &MAKES]);
    let speed = part.one(&Kind::Speed)?;
    let pieces = part.pieces()?;
    fits.then(|| format!("play {pieces} at {speed} speed"))
}

fn backwards(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Reverse);
    let fits = part.has(&verb) && part.only(&[&[verb, Kind::Piece], &LASTS, &MAKES]);
    fits.then(|| part.pieces().map(|pieces| format!("play {pieces} backwards"))).flatten()
}
