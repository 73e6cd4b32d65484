//! What is seen over and between the pictures, and the canvas.

use super::super::sense::{Noun, Verb};
use super::slots::Kind;
use super::Part;

const MAKES: [Kind; 7] = [
    Kind::Verb(Verb::Change),
    Kind::Verb(Verb::Make),
    Kind::Verb(Verb::Add),
    Kind::Verb(Verb::Use),
    Kind::Verb(Verb::Show),
    Kind::Verb(Verb::Move),
    Kind::Verb(Verb::Turn),
];

const WORDS: [Kind; 4] = [
    Kind::Words(Noun::Title),
    Kind::Words(Noun::Caption),
    Kind::Words(Noun::Heading),
    Kind::Words(Noun::Text),
];

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
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) {
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
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) || !part.is_ordered(&MAKES) {
        return None;
    }
    let time = match part.texts(&Kind::Time).as_slice() {
        [] => String::new(),
        [time] => format!(" of {time}"),
        _ => return None,
    };
    match part.texts(&Kind::Piece).as_slice() {
        [one, other] if part.has(&Kind::Between) => {
            Some(format!("add a {name}{time} between {one} and {other}"))
        }
        [] if part.any(&[Kind::Each, Kind::All]) => Some(format!("add a {name}{time} between all clips")),
        _ => None,
    }
}

fn inset(part: &Part) -> Option<String> {
    let kinds = [Kind::Place, Kind::Percent, Kind::Piece, Kind::Size, Kind::Inset];
    let place = part.one(&Kind::Place)?;
    let [what] = part.of.as_slice() else { return None };
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) || (part.is_shown)(what) {
        return None;
    }
    Some(match part.texts(&Kind::Percent).as_slice() {
        [] => format!("put {what} in the {place}"),
        [percent] => format!("put {what} in the {place} at {percent} width"),
        _ => return None,
    })
}

fn renamed(part: &Part) -> Option<String> {
    let fits = part.has(&Kind::Verb(Verb::Change))
        && part.only(&[&[Kind::Quote, Kind::Verb(Verb::Change)], &WORDS[..]].concat());
    match part.texts(&Kind::Quote).as_slice() {
        [old, new] if fits => Some(format!("change \"{old}\" to \"{new}\"")),
        _ => None,
    }
}

fn words(part: &Part) -> Option<String> {
    let kinds = [Kind::Quote, Kind::Place, Kind::Piece];
    let quote = part.one(&Kind::Quote)?;
    if !part.only(&[&kinds[..], &WORDS[..], &MAKES[..]].concat()) || !part.any(&WORDS) || !part.is_ordered(&MAKES) {
        return None;
    }
    let noun = if part.has(&WORDS[0]) || part.has(&WORDS[2]) { "title" } else { "caption" };
    let place = match part.texts(&Kind::Place).as_slice() {
        [] => String::new(),
        [place] => format!(" {place}"),
        _ => return None,
    };
    let on = match part.texts(&Kind::Piece).as_slice() {
        [] => String::new(),
        [piece] => format!(" on {piece}"),
        _ => return None,
    };
    Some(format!("add a {noun} \"{quote}\"{on}{place}"))
}
