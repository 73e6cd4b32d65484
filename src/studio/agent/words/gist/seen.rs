//! What is seen over and between the pictures, and the canvas.

use super::super::sense::{Noun, Verb};
use super::part::{MAKES, Part};
use super::slots::Kind;

/// Beside those that say no more than that something is to be so.
const PUTS: [Kind; 2] = [Kind::Verb(Verb::Move), Kind::Verb(Verb::Turn)];

const WORDS: [Kind; 4] = [
    Kind::Words(Noun::Title),
    Kind::Words(Noun::Caption),
    Kind::Words(Noun::Heading),
    Kind::Words(Noun::Text),
];

/// Put plainly, where it is of that.
pub fn put(part: &Part) -> Option<Vec<String>> {
    canvas(part)
        .or_else(|| passing(part))
        .or_else(|| inset(part))
        .or_else(|| renamed(part))
        .or_else(|| words(part))
        .map(|plain| vec![plain])
}

fn canvas(part: &Part) -> Option<String> {
    let kinds = [Kind::Shape, Kind::Rate, Kind::Film, Kind::Size, Kind::All, Kind::It];
    if !part.only(&[&kinds, &PUTS, &MAKES]) {
        return None;
    }
    let mut shapes = part.texts(&Kind::Shape);
    shapes.dedup();
    match (shapes.as_slice(), part.texts(&Kind::Rate).as_slice()) {
        ([shape], []) => Some(format!("make it {shape}")),
        ([], [rate]) => Some(format!("make it {rate}")),
        _ => None,
    }
}

fn passing(part: &Part) -> Option<String> {
    let kinds = [Kind::Transition, Kind::Time, Kind::Between, Kind::Piece, Kind::Each, Kind::All];
    let name = part.one(&Kind::Transition)?;
    if !part.only(&[&kinds, &PUTS, &MAKES]) || !part.is_ordered(&PUTS) {
        return None;
    }
    let time = part.one_or_none("of", &Kind::Time)?;
    match part.texts(&Kind::Piece).as_slice() {
        [one, other] if part.has(&Kind::Between) => {
            Some(format!("add a {name}{time} between {one} and {other}"))
        }
        [] if part.any(&[Kind::Each, Kind::All]) => {
            Some(format!("add a {name}{time} between all clips"))
        }
        _ => None,
    }
}

fn inset(part: &Part) -> Option<String> {
    let kinds = [Kind::Place, Kind::Percent, Kind::Piece, Kind::Size, Kind::Inset];
    let place = part.one(&Kind::Place)?;
    let [what] = part.of.as_slice() else { return None };
    let put = [Kind::Verb(Verb::Add), Kind::Verb(Verb::Move), Kind::Inset, Kind::Percent];
    if !part.only(&[&kinds, &PUTS, &MAKES]) || !part.any(&put) || part.is_shown(what) {
        return None;
    }
    let width = part.one_or_none("at a width of", &Kind::Percent)?;
    Some(format!("put {what} in the {place}{width}"))
}

fn renamed(part: &Part) -> Option<String> {
    let fits = part.has(&Kind::Verb(Verb::Change))
        && part.only(&[&[Kind::Quote, Kind::Verb(Verb::Change)], &WORDS]);
    match part.texts(&Kind::Quote).as_slice() {
        [old, new] if fits => Some(format!("change \"{old}\" to \"{new}\"")),
        _ => None,
    }
}

fn words(part: &Part) -> Option<String> {
    let kinds = [Kind::Quote, Kind::Place, Kind::Piece];
    let quote = part.one(&Kind::Quote)?;
    if !part.only(&[&kinds, &WORDS, &PUTS, &MAKES]) || !part.any(&WORDS) || !part.is_ordered(&PUTS)
    {
        return None;
    }
    let noun = if part.has(&WORDS[0]) || part.has(&WORDS[2]) { "title" } else { "caption" };
    let place = part.one_or_none("at", &Kind::Place)?;
    let on = part.one_or_none("on", &Kind::Piece)?;
    Some(format!("add a {noun} \"{quote}\"{on}{place}"))
}
