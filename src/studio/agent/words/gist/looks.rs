//! What pictures look like.

use super::super::sense::{Degree, Tone, Turning, Verb};
use super::part::{MAKES, Part};
use super::slots::Kind;

/// Beside those that say no more than that something is to be so.
const TURNS: Kind = Kind::Verb(Verb::Turn);

const TONES: [Tone; 10] = [
    Tone::Brightness,
    Tone::Brighter,
    Tone::Darker,
    Tone::Contrast,
    Tone::Saturation,
    Tone::Vivid,
    Tone::Dull,
    Tone::Warmth,
    Tone::Warmer,
    Tone::Cooler,
];

const ALSO: [Kind; 7] = [
    Kind::Piece,
    Kind::Look,
    Kind::Camera,
    Kind::All,
    Kind::Percent,
    Kind::Number,
    Kind::Degree(Degree::Bit),
];

/// Put plainly, where it is of that.
pub fn put(part: &Part) -> Option<Vec<String>> {
    looks(part).or_else(|| turned(part).map(|plain| vec![plain]))
}

fn looks(part: &Part) -> Option<Vec<String>> {
    let tones: Vec<Tone> = TONES.into_iter().filter(|tone| part.has(&Kind::Tone(*tone))).collect();
    let toned: Vec<Kind> = tones.iter().map(|tone| Kind::Tone(*tone)).collect();
    let wants = !tones.is_empty() || part.any(&[Kind::Look, Kind::Camera]);
    if !wants || !part.only(&[&ALSO, &toned, &[TURNS], &MAKES]) || !part.is_ordered(&[TURNS]) {
        return None;
    }
    let everything = part.has(&Kind::All) && !part.has(&Kind::Piece);
    let of = if everything { "everything".to_owned() } else { part.pieces()? };
    let plain = part.texts(&Kind::Look).into_iter().map(|look| look_of(&look, &of));
    let cameras = part.texts(&Kind::Camera);
    let cameras = cameras.iter().map(|camera| format!("{camera} on {of}"));
    let plain: Vec<String> = plain.chain(cameras).collect();
    let amounts = [part.texts(&Kind::Percent), part.texts(&Kind::Number)].concat();
    let toned = match (tones.as_slice(), amounts.as_slice()) {
        ([], []) => return Some(plain),
        ([tone], [amount]) => by_so_much(*tone, &of, amount),
        ([tone], []) if tone.way() != 0 => {
            let much = if part.has(&Kind::Degree(Degree::Bit)) { "a bit " } else { "" };
            format!("make {of} {much}{}", way(*tone))
        }
        _ => return None,
    };
    Some([plain, vec![toned]].concat())
}

fn look_of(look: &str, of: &str) -> String {
    match look {
        "grayscale" => format!("make {of} black and white"),
        "flip vertical" => format!("flip {of} vertically"),
        "vignette" => format!("add a vignette to {of}"),
        "mirror" | "blur" | "sharpen" => format!("{look} {of}"),
        look => format!("make {of} {look}"),
    }
}

fn by_so_much(tone: Tone, of: &str, amount: &str) -> String {
    let amount = format!(" by {}%", amount.trim_end_matches('%'));
    match tone {
        Tone::Brightness => format!("increase the brightness of {of}{amount}"),
        Tone::Contrast => format!("increase the contrast of {of}{amount}"),
        Tone::Saturation => format!("increase the saturation of {of}{amount}"),
        Tone::Warmth => format!("increase the warmth of {of}{amount}"),
        tone => format!("make {of} {}{amount}", way(tone)),
    }
}

const fn way(tone: Tone) -> &'static str {
    match tone {
        Tone::Darker => "darker",
        Tone::Vivid | Tone::Saturation => "more vivid",
        Tone::Dull => "less vivid",
        Tone::Warmer | Tone::Warmth => "warmer",
        Tone::Cooler => "cooler",
        Tone::Contrast => "more contrasty",
        Tone::Brighter | Tone::Brightness => "brighter",
    }
}

/// Turned by so much, and which way.
fn turned(part: &Part) -> Option<String> {
    let verb = Kind::Verb(Verb::Rotate);
    let ways = [
        Kind::Turning(Turning::Clockwise),
        Kind::Turning(Turning::Counterclockwise),
        Kind::Turning(Turning::Around),
    ];
    let fits = (part.has(&verb) || part.any(&ways) || part.has(&Kind::Degrees))
        && part.only(&[&[verb, Kind::Piece, Kind::Degrees], &ways, &[TURNS], &MAKES]);
    if !fits {
        return None;
    }
    let degrees = match part.texts(&Kind::Degrees).as_slice() {
        [] if part.has(&ways[2]) => "180 degrees".to_owned(),
        [] => "90 degrees".to_owned(),
        [degrees] => degrees.clone(),
        _ => return None,
    };
    let way = if part.has(&ways[1]) { "counterclockwise" } else { "clockwise" };
    part.pieces().map(|pieces| format!("rotate {pieces} {degrees} {way}"))
}
