//! What is heard.

use super::super::sense::{Edge, Verb};
use super::part::{MAKES, Part};
use super::slots::Kind;

/// Put plainly, where it is of that.
pub fn put(part: &Part) -> Option<Vec<String>> {
    muted(part)
        .or_else(|| set(part))
        .or_else(|| laid(part))
        .or_else(|| loudness(part))
        .or_else(|| faded(part))
        .map(|plain| vec![plain])
}

fn muted(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Mute);
    let fits = part.has(&verb) && part.only(&[&[verb, Kind::Piece, Kind::Sound]]);
    fits.then(|| part.pieces().map(|pieces| format!("mute {pieces}"))).flatten()
}

fn set(part: &Part) -> Option<String> {
    let kinds = [Kind::Music, Kind::Sound, Kind::Percent, Kind::Piece];
    let percent = part.one(&Kind::Percent)?;
    if !part.only(&[&kinds, &MAKES]) || !part.is_ordered(&[]) {
        return None;
    }
    let of_pieces = part.has(&Kind::Piece);
    let music = part.has(&Kind::Music) || (part.has(&Kind::Sound) && part.before.music);
    match (of_pieces, music, part.has(&Kind::Sound)) {
        (false, true, _) => Some(format!("set the music to {percent}")),
        (true, _, true) if !part.has(&Kind::Music) => {
            part.pieces().map(|pieces| format!("set the volume of {pieces} to {percent}"))
        }
        _ => None,
    }
}

fn laid(part: &Part) -> Option<String> {
    let kinds = [Kind::Mood, Kind::Song, Kind::Music, Kind::Percent, Kind::Sound];
    if !part.only(&[&kinds, &MAKES])
        || !(part.any(&MAKES) || (part.has(&Kind::Music) && part.is_plain()))
    {
        return None;
    }
    let what = match (part.texts(&Kind::Mood).as_slice(), part.texts(&Kind::Song).as_slice()) {
        ([mood], []) => format!("use {mood} music"),
        ([], [song]) => format!("use {song} as music"),
        _ => return None,
    };
    part.one_or_none("at", &Kind::Percent).map(|at| format!("{what}{at}"))
}

fn loudness(part: &Part) -> Option<String> {
    let fits = part.only(&[
        &[Kind::Loudness, Kind::Film, Kind::Sound, Kind::All, Kind::Verb(Verb::Level)],
        &MAKES,
    ]);
    let loudness = part.one(&Kind::Loudness)?;
    fits.then(|| format!("set the loudness to {loudness}"))
}

const FADES: [Kind; 8] = [
    Kind::FadeIn,
    Kind::FadeOut,
    Kind::Time,
    Kind::Music,
    Kind::Song,
    Kind::Sound,
    Kind::Verb(Verb::Fade),
    Kind::Film,
];

/// Sound or picture that comes or goes.
fn faded(part: &Part) -> Option<String> {
    let (way, end) = match (part.has(&Kind::FadeIn), part.has(&Kind::FadeOut)) {
        (true, false) => ("in", Kind::Edge(Edge::Start)),
        (false, true) => ("out", Kind::Edge(Edge::End)),
        _ => return None,
    };
    if !part.only(&[&FADES, &[end], &MAKES]) {
        return None;
    }
    let told = part.before.music && !part.has(&Kind::Film);
    let music = part.any(&[Kind::Music, Kind::Song]) || told;
    let what = if music { "the music" } else { "the picture" };
    part.one_or_none("over", &Kind::Time).map(|time| format!("fade {what} {way}{time}"))
}
