//! What pictures look like.

use super::super::sense::{Degree, Tone, Verb};
use super::slots::Kind;
use super::Part;

const MAKES: [Kind; 6] = [
    Kind::Verb(Verb::Change),
    Kind::Verb(Verb::Make),
    Kind::Verb(Verb::Add),
    Kind::Verb(Verb::Use),
    Kind::Verb(Verb::Turn),
    Kind::Verb(Verb::Show),
];

const TONES: [Tone; 10] = [
    Tone::Brightness, Tone::Brighter, Tone::Darker, Tone::Contrast, Tone::Saturation, Tone::Vivid,
    Tone::Dull, Tone::Warmth, Tone::Warmer, Tone::Cooler,
];

pub fn put(part: &Part) -> Option<Vec<String>> {
    let tones: Vec<Kind> = TONES.iter().map(|tone| Kind::Tone(*tone)).collect();
    let there: Vec<Tone> = TONES.iter().copied().filter(|tone| part.has(&Kind::Tone(*tone))).collect();
    let kinds = [&[Kind::Piece, Kind::Look, Kind::Camera, Kind::All, Kind::Percent, Kind::Number, Kind::Degree(Degree::Bit)][..], &tones, &MAKES].concat();
    let looks = part.texts(&Kind::Look);
    let cameras = part.texts(&Kind::Camera);
    let wants = !looks.is_empty() || !there.is_empty() || !cameras.is_empty();
    if !wants || !part.only(&kinds) || there.len() > 1 || !part.is_ordered(&MAKES) {
        return turned(part);
    }
    let of = if part.has(&Kind::All) && !part.has(&Kind::Piece) { "everything".to_owned() } else { part.pieces()? };
    let mut plain: Vec<String> = looks.iter().map(|look| match look.as_str() {
        "grayscale" => format!("make {of} black and white"),
        "mirror" => format!("mirror {of}"),
        "flip vertical" => format!("flip {of} vertically"),
        "blur" => format!("blur {of}"),
        "sharpen" => format!("sharpen {of}"),
        "vignette" => format!("add a vignette to {of}"),
        look => format!("make {of} {look}"),
    }).collect();
    plain.extend(cameras.iter().map(|camera| format!("{camera} on {of}")));
    let amounts = [part.texts(&Kind::Percent), part.texts(&Kind::Number)].concat();
    match (there.as_slice(), amounts.as_slice()) {
        ([], []) if !part.has(&Kind::Degree(Degree::Bit)) => {}
        ([tone], [amount]) => plain.push(toned(*tone, &of, Some(amount))),
        ([tone], []) if tone.way() != 0 => {
            let much = if part.has(&Kind::Degree(Degree::Bit)) { "a bit " } else { "" };
            plain.push(format!("make {of} {much}{}", way(*tone)));
        }
        _ => return None,
    }
    Some(plain)
}

fn toned(tone: Tone, of: &str, amount: Option<&String>) -> String {
    let amount = amount.map_or(String::new(), |amount| format!(" by {}%", amount.trim_end_matches('%')));
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
fn turned(part: &Part) -> Option<Vec<String>> {
    use super::super::sense::Turning;
    let verb = Kind::Verb(Verb::Rotate);
    let ways = [Kind::Turning(Turning::Clockwise), Kind::Turning(Turning::Counterclockwise), Kind::Turning(Turning::Around)];
    let fits = (part.has(&verb) || part.any(&ways) || part.has(&Kind::Degrees))
        && part.only(&[&[verb, Kind::Piece, Kind::Degrees], &ways[..], &MAKES[..]].concat());
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
    part.pieces().map(|pieces| vec![format!("rotate {pieces} {degrees} {way}")])
}
