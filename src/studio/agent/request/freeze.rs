//! A moment that stands still, and stills that the camera moves over.

use super::super::words::{Camera, Closeness, LISTS, Link, Meaning, Noun, Sense, Verb, tells_when};
use super::bag::Bag;
use super::film::{film_to_make, take_film};
use super::reference::references;
use super::text::names_words;
use super::treat::{PLAIN, subject};
use super::{Reference, Request};
use crate::draft::Millis;

/// The picture stands still for so long, and what follows waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Freeze {
    /// Of which piece; of the one that is seen then, or of the last or first one, if none is named.
    pub of: Option<Reference>,
    /// Which picture of it.
    pub at: Frozen,
    /// For how long.
    pub length: Millis,
}

/// Which picture stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frozen {
    /// What is seen at a moment of the film.
    At(Millis),
    /// What a piece shows so far into it, wherever it lies in the film.
    Within(Millis),
    /// The first of a piece.
    First,
    /// The last of a piece.
    Last,
}

/// How long a picture stands still where nothing is said.
const USUAL: Millis = Millis(2000);

/// Reads a clause about stillness or about the camera.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    if names_words(bag) {
        return None;
    }
    freeze(bag).or_else(|| camera(bag))
}

/// `freeze at 0:05 for 2 seconds`, `hold the last frame for 3 s`.
fn freeze(bag: &mut Bag) -> Option<Vec<Request>> {
    let last = bag.take_noun(Noun::LastFrame);
    let first = bag.take_noun(Noun::FirstFrame);
    let freezes = bag.take_verb(Verb::Freeze);
    let holds = bag.take_verb(Verb::Show);
    if !(freezes || (holds && (first || last))) || !bag.only_verbs(&PLAIN) {
        return None;
    }
    let mut times = Vec::new();
    while let Some((place, time)) = bag.take_at(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    }) {
        times.push((is_moment(bag, place), time));
    }
    let moments: Vec<Millis> = times.iter().filter(|(is, _)| *is).map(|(_, time)| *time).collect();
    let lengths: Vec<Millis> = times.iter().filter(|(is, _)| !is).map(|(_, time)| *time).collect();
    if moments.len() > 1 || lengths.len() > 1 {
        return None;
    }
    bag.take_verbs();
    take_film(bag);
    bag.take_noun(Noun::Canvas);
    let mut named = references(bag);
    let of = named.pop();
    let at = match (moments.first(), first, last) {
        (Some(moment), false, false) if is_its_own(bag) => Frozen::Within(*moment),
        (Some(moment), false, false) => Frozen::At(*moment),
        (None, true, false) => Frozen::First,
        (None, false, true) => Frozen::Last,
        (None, false, false) if of.is_some() => Frozen::Last,
        _ => return None,
    };
    let length = lengths.first().copied().unwrap_or(USUAL);
    named.is_empty().then_some(vec![Request::Freeze(Freeze { of, at, length })])
}

/// `freeze bikes at 4 s of its own`: so far into the piece.
fn is_its_own(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| LISTS.of_its_own.has(bag.text(place)))
}

/// A time is a moment after `at` and `第`, and where it is written as on a clock.
fn is_moment(bag: &Bag, place: usize) -> bool {
    let before = bag.before(place).and_then(|before| bag.sense(before));
    match before {
        Some(Sense::Link(Link::For)) => false,
        Some(Sense::Link(Link::At | Link::From | Link::After)) => true,
        _ => tells_when(bag.text(place)),
    }
}

/// `zoom in slowly on the first picture`, `no ken burns`.
fn camera(bag: &mut Bag) -> Option<Vec<Request>> {
    // "A video of the photos, zoom slowly into each": first of all it is to be made.
    if film_to_make(bag).is_some() {
        return None;
    }
    let found = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Camera(camera)) => Some(*camera),
        _ => None,
    });
    let camera = found.or_else(|| slowly(bag))?;
    let off = bag.has_verb(Verb::Remove) | bag.take_link(Link::Without) | bag.take_link(Link::Off);
    if !bag.only_verbs(&PLAIN) {
        return None;
    }
    bag.take_link(Link::Each);
    let of = subject(bag)?;
    Some(vec![Request::Camera { of, camera: (!off).then_some(camera) }])
}

/// `zoom in on clip 2 slowly`: the pace stands apart.
fn slowly(bag: &mut Bag) -> Option<Camera> {
    let pace =
        (0..bag.len()).find(|place| bag.is_free(*place) && LISTS.slowly.has(bag.text(*place)))?;
    let closeness = bag.take(|meaning| match meaning {
        Meaning::Known(Sense::Closeness(closeness)) => Some(*closeness),
        _ => None,
    })?;
    bag.use_at(pace);
    Some(match closeness {
        Closeness::Nearer => Camera::ZoomIn,
        Closeness::Farther => Camera::ZoomOut,
    })
}
