//! What is seen where a picture does not reach: a colour, black bars, or the blurred picture.
//!
//! `white background instead of the blur`, `把背景换成白色`. What merely fills or shows the whole picture
//! is read with the other looks ([`super::treat`]).

use super::super::words::{Fitting, Link, Look, Meaning, Noun, Sense, Verb};
use super::Request;
use super::bag::Bag;
use super::text::names_words;
use super::treat::{PLAIN, subject};
use crate::draft::{Colour, Fit};

const BLACK: Colour = Colour([0; 3]);

/// Reads what lies behind pictures.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let exchanges = bag.only_verbs(&[Verb::Change, Verb::Swap]) && !bag.verbs().is_empty();
    let allowed = |verb: &Verb| PLAIN.contains(verb) || *verb == Verb::Swap;
    if names_words(bag) || asks(bag) || bag.has(is_sound) || !bag.verbs().iter().all(allowed) {
        return None;
    }
    if bag.has_sense(Sense::Fit(Fitting::Fill)) {
        return None;
    }
    let removes = bag.has_verb(Verb::Remove) || bag.has_link(Link::Without);
    let found = mentions(bag);
    let fit = match found[..] {
        [(_, only)] if !removes || only != Fit::Contain => only,
        // "Change the blur to black bars."
        [_, (_, last)] if exchanges => last,
        _ => return None,
    };
    for place in 0..bag.len() {
        if is_part(bag, place) {
            bag.use_at(place);
        }
    }
    bag.take_link(Link::Without);
    bag.take_noun(Noun::Canvas);
    let of = subject(bag)?;
    if !of.is_empty() {
        bag.take_link(Link::Only);
    }
    Some(vec![match fit {
        fit if removes => Request::NoBackdrop { of, fit },
        fit => Request::Fit { of, fit },
    }])
}

/// A clause without what is not wanted in it: `black bars` of `black bars instead of the blur`.
pub fn preferred(bag: &Bag) -> Option<Bag> {
    let is_instead = |place: &usize| bag.sense(*place) == Some(Sense::Link(Link::Instead));
    let not = (0..bag.len()).find(is_instead)?;
    let mut rest = bag.clone();
    let mut place = not + 1;
    let is_article = |place| matches!(bag.sense(place), Some(Sense::Link(Link::The | Link::A)));
    while place < bag.len() && (is_part(bag, place) || is_article(place)) {
        place += 1;
    }
    let is_named = (not + 1..place).any(|place| is_part(bag, place));
    (not..place).for_each(|place| rest.use_at(place));
    (is_named && mentions(&rest).len() == 1).then_some(rest)
}

/// `背景是白色的吗？`
fn asks(bag: &Bag) -> bool {
    let says = |word: &str| (0..bag.len()).any(|place| bag.text(place) == word);
    says("吗") && says("是")
}

fn is_sound(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Known(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume) | Sense::Degree(_))
    )
}

/// Every background that is named, by its last word.
fn mentions(bag: &Bag) -> Vec<(usize, Fit)> {
    let free = |place: &usize| bag.is_free(*place) && is_part(bag, *place);
    let parts: Vec<usize> = (0..bag.len()).filter(free).collect();
    let names_it = parts.iter().any(|place| {
        matches!(bag.sense(*place), Some(Sense::Noun(Noun::Backdrop) | Sense::Fit(_)))
    });
    let mention = |place: usize| match bag.meaning(place)? {
        Meaning::Known(Sense::Fit(fitting)) => of_fitting(*fitting).map(|fit| (place, fit)),
        Meaning::Known(Sense::Look(Look::Blur)) => Some((place, Fit::Blur)),
        Meaning::Known(Sense::Colour(colour)) | Meaning::Colour(colour) => {
            Some((place, if *colour == BLACK { Fit::Contain } else { Fit::Over(*colour) }))
        }
        _ => None,
    };
    if names_it { parts.into_iter().filter_map(mention).collect() } else { Vec::new() }
}

fn of_fitting(fitting: Fitting) -> Option<Fit> {
    match fitting {
        Fitting::Bars => Some(Fit::Contain),
        Fitting::WhiteBars => Some(Fit::Over(Colour([255; 3]))),
        Fitting::Blurred => Some(Fit::Blur),
        Fitting::Fill => None,
    }
}

/// Whether a word is one of those that a background is told by.
fn is_part(bag: &Bag, place: usize) -> bool {
    match bag.meaning(place) {
        Some(Meaning::Colour(_)) => true,
        Some(Meaning::Known(sense)) => match sense {
            Sense::Noun(Noun::Backdrop) | Sense::Look(Look::Blur) | Sense::Colour(_) => true,
            Sense::Fit(fitting) => of_fitting(*fitting).is_some(),
            _ => false,
        },
        _ => false,
    }
}
