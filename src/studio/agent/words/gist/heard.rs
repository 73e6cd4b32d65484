//! What is heard.

use super::super::sense::{Edge, Verb};
use super::slots::Kind;
use super::Part;

const MAKES: [Kind; 5] = [
    Kind::Verb(Verb::Change),
    Kind::Verb(Verb::Make),
    Kind::Verb(Verb::Add),
    Kind::Verb(Verb::Use),
    Kind::Verb(Verb::Show),
];

pub fn put(part: &Part) -> Option<Vec<String>> {
    let plain = muted(part)
        .or_else(|| set(part))
        .or_else(|| laid(part))
        .or_else(|| loudness(part))
        .map(|plain| vec![plain]);
    plain.or_else(|| faded(part))
}

fn muted(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Mute);
    let fits = part.has(&verb) && part.only(&[verb, Kind::Piece, Kind::Sound]);
    fits.then(|| part.pieces().map(|pieces| format!("mute {pieces}"))).flatten()
}

fn set(part: &Part) -> Option<String> {
    let kinds = [Kind::Music, Kind::Song, Kind::Sound, Kind::Percent, Kind::Piece];
    let percent = part.one(&Kind::Percent)?;
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) || !part.is_ordered(&MAKES) {
        return None;
    }
    let music = part.any(&[Kind::Music, Kind::Song]);
    match (music, part.has(&Kind::Sound), part.texts(&Kind::Piece).is_empty()) {
        (true, _, true) => Some(format!("set the music to {percent}")),
        (false, true, false) => {
            part.pieces().map(|pieces| format!("set the volume of {pieces} to {percent}"))
        }
        (false, true, true) if part.before.music => Some(format!("set the music to {percent}")),
        _ => None,
    }
}

fn laid(part: &Part) -> Option<String> {
    let kinds = [Kind::Mood, Kind::Song, Kind::Music, Kind::Percent, Kind::Sound];
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) || !(part.any(&MAKES) || (part.has(&Kind::Music) && part.is_plain())) {
        return None;
    }
    let what = match (part.texts(&Kind::Mood).as_slice(), part.texts(&Kind::Song).as_slice()) {
        ([mood], []) => format!("use {mood} music"),
        ([], [song]) => format!("use {song} as music"),
        _ => return None,
    };
    Some(match part.texts(&Kind::Percent).as_slice() {
        [] => what,
        [percent] => format!("{what} at {percent}"),
        _ => return None,
    })
}

fn loudness(part: &Part) -> Option<String> {
    let fits = part.only(&[&[Kind::Loudness, Kind::Film, Kind::Sound, Kind::All, Kind::Verb(Verb::Level)][..], &MAKES[..]].concat());
    let loudness = part.one(&Kind::Loudness)?;
    fits.then(|| format!("set the loudness to {loudness}"))
}

/// Sound or picture that comes and goes.
fn faded(part: &Part) -> Option<Vec<String>> {
    let kinds = [Kind::FadeIn, Kind::FadeOut, Kind::Time, Kind::Music, Kind::Song, Kind::Sound, Kind::Edge(Edge::Start), Kind::Edge(Edge::End), Kind::Verb(Verb::Fade), Kind::Film];
    if !part.only(&[&kinds[..], &MAKES[..]].concat()) || part.has(&Kind::FadeIn) == part.has(&Kind::FadeOut) {
        return None;
    }
    let way = if part.has(&Kind::FadeIn) { "in" } else { "out" };
    let wrong = if way == "in" { Edge::End } else { Edge::Start };
    if part.has(&Kind::Edge(wrong)) {
        return None;
    }
    let music = part.any(&[Kind::Music, Kind::Song]) || (part.before.music && !part.has(&Kind::Film));
    let what = if music { "the music" } else { "the picture" };
    let time = match part.texts(&Kind::Time).as_slice() {
        [] => String::new(),
        [time] => format!(" over {time}"),
        _ => return None,
    };
    Some(vec![format!("fade {what} {way}{time}")])
}
