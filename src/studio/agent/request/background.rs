//! Backgrounds as pieces of their own: `add a blue background for 3 seconds`, `gradient background from navy to
//! black`, `animated background with the text Hello`, `加一个3秒的蓝色纯色背景`.
//!
//! What lies behind a picture that does not fill the canvas is another matter ([`super::backdrop`]).

use super::super::words::{Edge, Link, Meaning, Noun, Sense, Verb};
use super::Request;
use super::bag::Bag;
use crate::draft::{Colour, Millis};

/// A background that is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Background {
    /// At the upper left.
    pub from: Colour,
    /// At the lower right.
    pub to: Colour,
    /// Whether it moves.
    pub drifts: bool,
    /// For how long.
    pub length: Option<Millis>,
    /// Whether it comes first in the film, and not last.
    pub first: bool,
    /// What is to be read over it.
    pub words: Option<String>,
}

/// A gradient of which no colour is said.
const USUAL: (Colour, Colour) = (Colour([0x1a, 0x23, 0x7e]), Colour([0x8e, 0x24, 0xaa]));

const BLACK: Colour = Colour([0; 3]);

/// Reads a clause that asks for a background.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let (card, gradient, animated) =
        (bag.has_noun(Noun::Card), bag.has_noun(Noun::Gradient), bag.has_noun(Noun::Animated));
    let timed = bag.has(|meaning| matches!(meaning, Meaning::Time(_)));
    let brought = bag.has_verb(Verb::Add) || bag.has_verb(Verb::Make);
    let named = card || gradient || animated || (bag.has_noun(Noun::Backdrop) && timed && brought);
    let only = bag.only_verbs(&[Verb::Add, Verb::Make, Verb::Use, Verb::Show]);
    let files = bag.has(|meaning| {
        matches!(meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::MissingFile(_))
    });
    if !named || !only || files {
        return None;
    }
    let mut trial = bag.clone();
    let mut colours = Vec::new();
    while let Some(colour) = trial.take(|meaning| match meaning {
        Meaning::Known(Sense::Colour(colour)) | Meaning::Colour(colour) => Some(*colour),
        _ => None,
    }) {
        colours.push(colour);
    }
    let (from, to) = match (&colours[..], gradient || animated) {
        ([from, to], _) => (*from, *to),
        ([only], true) => (*only, BLACK),
        ([only], false) => (*only, *only),
        ([], true) => USUAL,
        ([], false) => (BLACK, BLACK),
        _ => return None,
    };
    let length = trial.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    });
    let edge = trial.take(|meaning| match meaning {
        Meaning::Known(Sense::Edge(edge)) => Some(*edge),
        _ => None,
    });
    let words = trial.take(|meaning| match meaning {
        Meaning::Quote(words) => Some(words.clone()),
        _ => None,
    });
    let nouns = [Noun::Card, Noun::Gradient, Noun::Animated, Noun::Backdrop];
    nouns.into_iter().for_each(|noun| {
        trial.take_noun(noun);
    });
    if words.is_some() {
        for noun in [Noun::Text, Noun::Title, Noun::Caption, Noun::Heading] {
            trial.take_noun(noun);
        }
        trial.take_link(Link::Saying);
    }
    let plainly = |place: &usize| {
        trial.is_free(*place)
            && ["solid", "plain"].contains(&trial.text(*place).to_lowercase().as_str())
    };
    let plain: Vec<usize> = (0..trial.len()).filter(plainly).collect();
    plain.into_iter().for_each(|place| trial.use_at(place));
    trial.take_verbs();
    *bag = trial;
    let first = edge == Some(Edge::Start);
    let wanted = Background { from, to, drifts: animated, length, first, words };
    Some(vec![Request::Background(wanted)])
}
