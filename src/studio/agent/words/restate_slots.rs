//! What rows of restated wishes find without a rule: files, times, shares, quoted words, and what the vocabulary has a
//! word for.
//!
//! Each is told in words that the rest of the agent reads again, whichever language it was said in.

use super::letters::{is_han, phrase_at};
use super::lexicon::transition_name;
use super::measure::number;
use super::name::name_at;
use super::quantity::{colour_at, quantity_at};
use super::quote::quoted_at;
use super::restate::Said;
use super::sense::{Link, Sense};
use super::token::Meaning;
use crate::api::wire::MediaKind;
use crate::draft::{Colour, Millis};

/// What is found without a rule, and how it is told plainly.
pub type Measured = fn(&Said, usize) -> Option<(String, usize)>;

/// How such a slot is found; none where rules find it.
pub fn measured(slot: &str) -> Option<Measured> {
    Some(match slot {
        "file" => file,
        "word" => word,
        "footage" => footage,
        "time" => time,
        "number" => count,
        "song" => song,
        "srt" => srt,
        "quote" => |said, at| quote(said, at, ""),
        "captions" => |said, at| quotes(said, at, "a caption"),
        "titles" => |said, at| quotes(said, at, "a title"),
        "colour" => colour,
        "decibels" => decibels,
        "mood" => |said, at| known(said, at, |sense| matches!(sense, Sense::Mood(_))),
        "spot" => spot,
        "seam" => seam,
        "nth" => |said, at| nth(said, at, "clip"),
        "nth-picture" => |said, at| nth(said, at, "picture"),
        "place" => |said, at| place(said, at, "clip"),
        "place-picture" => |said, at| place(said, at, "picture"),
        "share" => |said, at| share(said, at).map(|(share, end)| (share.to_string(), end)),
        "share-as-speed" => |said, at| speed(share(said, at)?, 0.0),
        "share-faster" => |said, at| speed(share(said, at)?, 1.0),
        _ => return None,
    })
}

fn file(said: &Said, at: usize) -> Option<(String, usize)> {
    (at < said.letters.len()).then_some(())?;
    let found = name_at(&said.letters, at, &said.names)?;
    let [file] = found.files[..] else { return None };
    let seen = matches!(said.names[file].kind, MediaKind::Image | MediaKind::Video);
    seen.then_some(())?;
    Some((said.names[file].written(), at + found.length))
}

/// Any word: `our school crest, crest.png`.
fn word(said: &Said, at: usize) -> Option<(String, usize)> {
    let letters: Vec<char> =
        said.letters.get(at..)?.iter().copied().take_while(char::is_ascii_alphabetic).collect();
    let end = at + letters.len();
    (!letters.is_empty()).then(|| (letters.into_iter().collect(), end))
}

/// A file that can be heard as well as seen.
fn footage(said: &Said, at: usize) -> Option<(String, usize)> {
    file(said, at).filter(|(written, _)| {
        said.names.iter().any(|name| name.kind == MediaKind::Video && name.written() == *written)
    })
}

fn time(said: &Said, at: usize) -> Option<(String, usize)> {
    // By itself "a second" may be another one; between the words of a row it is so long.
    let one = ['a', ' ', 's', 'e', 'c', 'o', 'n', 'd'];
    if let Some(length) = phrase_at(&said.letters, at, &one) {
        return Some(("1s".to_owned(), at + length));
    }
    match meaning(said, at)? {
        (Meaning::Time(time), end) => Some((seconds(time), end)),
        _ => None,
    }
}

fn seconds(time: Millis) -> String {
    format!("{}s", time.as_secs_f64())
}

fn count(said: &Said, at: usize) -> Option<(String, usize)> {
    (at < said.letters.len()).then_some(())?;
    number(&said.letters, at).map(|(number, length)| (number.to_string(), at + length))
}

/// `third`, which another word must follow.
fn nth(said: &Said, at: usize, kind: &str) -> Option<(String, usize)> {
    placed(said, at, kind).filter(|_| !is_han(said.letters[at]))
}

/// `第三张`, which names a piece by itself.
fn place(said: &Said, at: usize, kind: &str) -> Option<(String, usize)> {
    placed(said, at, kind).filter(|_| is_han(said.letters[at]))
}

fn placed(said: &Said, at: usize, kind: &str) -> Option<(String, usize)> {
    match meaning(said, at)? {
        (Meaning::Ordinal(-1), end) => Some((format!("the last {kind}"), end)),
        (Meaning::Ordinal(place), end) if place > 0 => Some((format!("{kind} {place}"), end)),
        _ => None,
    }
}

fn share(said: &Said, at: usize) -> Option<(f64, usize)> {
    match meaning(said, at)? {
        (Meaning::Percent(share), end) => Some((share, end)),
        _ => None,
    }
}

fn speed((share, end): (f64, usize), more: f64) -> Option<(String, usize)> {
    Some((format!("{}", more + share / 100.0), end))
}

/// A file of sound.
fn song(said: &Said, at: usize) -> Option<(String, usize)> {
    whole_name(said, at, MediaKind::Audio)
}

/// A file of subtitles.
fn srt(said: &Said, at: usize) -> Option<(String, usize)> {
    whole_name(said, at, MediaKind::Subtitles)
}

/// A file of a kind, by its whole name.
fn whole_name(said: &Said, at: usize, kind: MediaKind) -> Option<(String, usize)> {
    (at < said.letters.len()).then_some(())?;
    let found = name_at(&said.letters, at, &said.names)?;
    let [file] = found.files[..] else { return None };
    let of_kind = found.whole && said.names[file].kind == kind;
    of_kind.then(|| (said.names[file].written(), at + found.length))
}

/// Quoted words as they are written, behind what they are called.
fn quote(said: &Said, at: usize, called: &str) -> Option<(String, usize)> {
    let quoted = quoted_at(&said.written, at).filter(|quoted| !quoted.words.is_empty())?;
    let words = quoted.words;
    let marked = if words.contains(['"', '“', '”']) {
        format!("「{words}」")
    } else {
        format!("“{words}”")
    };
    Some((format!("{called} {marked}").trim_start().to_owned(), at + quoted.length))
}

/// Several of them in a row: `“A”, “B” and “C”`.
fn quotes(said: &Said, at: usize, called: &str) -> Option<(String, usize)> {
    let (first, mut end) = quote(said, at, called)?;
    let mut all = vec![first];
    while let Some((next, behind)) = quote(said, behind_joints(said, end), called) {
        all.push(next);
        end = behind;
    }
    (all.len() > 1).then(|| (all.join(", "), end))
}

/// Over the marks and joining words between two of several things.
fn behind_joints(said: &Said, mut at: usize) -> usize {
    loop {
        let marked = said.over_marks(at, false);
        at = match said.sense(marked) {
            Some((Sense::Break | Sense::Link(Link::After), length)) => marked + length,
            _ => return marked,
        };
    }
}

/// By its number or its name.
fn colour(said: &Said, at: usize) -> Option<(String, usize)> {
    let told = |colour: Colour, length: usize| (colour.to_hex(), at + length);
    (at < said.letters.len()).then_some(())?;
    if let Some((Meaning::Colour(colour), length)) = colour_at(&said.letters, at) {
        return Some(told(colour, length));
    }
    match said.sense(at)? {
        (Sense::Colour(colour), length) => Some(told(colour, length)),
        _ => None,
    }
}

/// So many, whichever way.
fn decibels(said: &Said, at: usize) -> Option<(String, usize)> {
    match quantity_at(&said.letters, at)? {
        (Meaning::Decibels(decibels), length) => {
            Some((format!("{} dB", decibels.abs()), at + length))
        }
        _ => None,
    }
}

/// A phrase of the vocabulary, as it is said.
fn known(said: &Said, at: usize, is: fn(Sense) -> bool) -> Option<(String, usize)> {
    let (_, length) = said.sense(at).filter(|(sense, _)| is(*sense))?;
    Some((said.letters[at..at + length].iter().collect(), at + length))
}

/// A place on the picture.
fn spot(said: &Said, at: usize) -> Option<(String, usize)> {
    match said.sense(at)? {
        (Sense::Place(place), length) => Some((place.name().to_owned(), at + length)),
        _ => None,
    }
}

/// A transition that is none of the usual cuts.
fn seam(said: &Said, at: usize) -> Option<(String, usize)> {
    match said.sense(at)? {
        (Sense::Transition(index), length) if transition_name(index) != "none" => {
            Some((transition_name(index).to_owned(), at + length))
        }
        _ => None,
    }
}

fn meaning(said: &Said, at: usize) -> Option<(Meaning, usize)> {
    (at < said.letters.len()).then_some(())?;
    let (meaning, length) = said.measure(at)?;
    Some((meaning, at + length))
}
