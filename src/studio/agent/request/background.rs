//! Backgrounds as pieces of their own: `add a blue background for 3 seconds`, `gradient background from navy to
//! black`, `animated background with the text Hello`, `加一个3秒的蓝色纯色背景`, `a red background after clip 2`.
//!
//! What lies behind a picture that does not fill the canvas is another matter ([`super::backdrop`]).

use super::super::words::{Edge, Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::insert_at::is_moment;
use super::position::{Beside, beside_position, take_beside};
use super::reference::mentions;
use super::{Position, Request};
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
    /// Where in the film.
    pub at: BackgroundAt,
    /// What is to be read over it.
    pub words: Option<String>,
}

/// Where a background comes.
#[derive(Debug, Clone, PartialEq)]
pub enum BackgroundAt {
    /// Among the pieces.
    Among(Position),
    /// At a moment, where it parts the piece that lies there.
    Moment(Millis),
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
    let mut trial = bag.clone();
    let moment = take_moment(&mut trial);
    let beside = if moment.is_some() { None } else { take_beside(&mut trial) };
    let files = bag.has(|meaning| {
        matches!(meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::MissingFile(_))
    });
    if !named || !only || (files && beside.is_none()) {
        return None;
    }
    let (from, to) = shades(&take_colours(&mut trial), gradient || animated)?;
    let length = trial.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    });
    let edge = trial.take(|meaning| match meaning {
        Meaning::Known(Sense::Edge(edge)) => Some(*edge),
        _ => None,
    });
    let words = take_words(&mut trial);
    use_names(&mut trial);
    let at = match (moment, beside, edge) {
        (Some(moment), ..) => BackgroundAt::Moment(moment),
        (None, Some(beside), _) => BackgroundAt::Among(neighbour(&mut trial, beside)?),
        (None, None, Some(Edge::Start)) => BackgroundAt::Among(Position::Start),
        (None, None, _) => BackgroundAt::Among(Position::End),
    };
    *bag = trial;
    let wanted = Background { from, to, drifts: animated, length, at, words };
    Some(vec![Request::Background(wanted)])
}

fn take_colours(bag: &mut Bag) -> Vec<Colour> {
    let next = || {
        bag.take(|meaning| match meaning {
            Meaning::Known(Sense::Colour(colour)) | Meaning::Colour(colour) => Some(*colour),
            _ => None,
        })
    };
    std::iter::from_fn(next).collect()
}

/// The colours at both corners. `None` where more are said than there are corners.
fn shades(said: &[Colour], changes: bool) -> Option<(Colour, Colour)> {
    match (said, changes) {
        ([from, to], _) => Some((*from, *to)),
        ([only], true) => Some((*only, BLACK)),
        ([only], false) => Some((*only, *only)),
        ([], true) => Some(USUAL),
        ([], false) => Some((BLACK, BLACK)),
        _ => None,
    }
}

/// What is to be read over it, and that it is words.
fn take_words(bag: &mut Bag) -> Option<String> {
    let words = bag.take(|meaning| match meaning {
        Meaning::Quote(words) => Some(words.clone()),
        _ => None,
    })?;
    for noun in [Noun::Text, Noun::Title, Noun::Caption, Noun::Heading] {
        bag.take_noun(noun);
    }
    bag.take_link(Link::Saying);
    Some(words)
}

/// Uses up what only says that it is a background.
fn use_names(bag: &mut Bag) {
    for noun in [Noun::Card, Noun::Gradient, Noun::Animated, Noun::Backdrop] {
        bag.take_noun(noun);
    }
    let plainly = |place: &usize| {
        bag.is_free(*place)
            && ["solid", "plain"].contains(&bag.text(*place).to_lowercase().as_str())
    };
    let plain: Vec<usize> = (0..bag.len()).filter(plainly).collect();
    plain.into_iter().for_each(|place| bag.use_at(place));
    bag.take_verbs();
}

/// `at 0:05`, `after 5 seconds`.
fn take_moment(bag: &mut Bag) -> Option<Millis> {
    let place = (0..bag.len()).find(|place| is_moment(bag, *place))?;
    let Some(Meaning::Time(moment)) = bag.meaning(place).cloned() else { return None };
    bag.use_at(place);
    bag.take_link(Link::At);
    bag.take_link(Link::After);
    Some(moment)
}

/// `after clip 2`, `before the last picture`, `第二段后面`: one place, and nothing else is named.
fn neighbour(bag: &mut Bag, beside: Beside) -> Option<Position> {
    let mut found = mentions(bag);
    let position = beside_position(bag, beside, &mut found)?;
    found.is_empty().then_some(position)
}
