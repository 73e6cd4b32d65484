//! A file into the film at a moment: `insert lake.jpg at 5 seconds`, `put logo.png in at 0:07 for 2 seconds`.

use super::super::words::{Link, Meaning, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::references;
use super::text::names_words;
use super::{Reference, Request, Which};
use crate::draft::Millis;

/// Reads a clause that names one file and the moment at which it comes.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let adds = bag.has_verb(Verb::Add) && bag.only_verbs(&[Verb::Add, Verb::Show]);
    if !adds || names_words(bag) || bag.has_link(Link::Each) || is_placed_otherwise(bag) {
        return None;
    }
    let mut trial = bag.clone();
    let moment = (0..trial.len()).find(|place| is_moment(&trial, *place))?;
    let Some(Meaning::Time(at)) = trial.meaning(moment).cloned() else { return None };
    trial.use_at(moment);
    trial.take_link(Link::After);
    let length: Option<Millis> = trial.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    });
    for place in 0..trial.len() {
        if ["in", "mark", "point"].contains(&trial.text(place).to_lowercase().as_str()) {
            trial.use_at(place);
        }
    }
    trial.take_verbs();
    take_film(&mut trial);
    let [what @ Reference { which: Which::Named(_), .. }] = &references(&mut trial)[..] else {
        return None;
    };
    let request = Request::InsertAt { what: what.clone(), at, length };
    trial.left_over().is_empty().then(|| {
        *bag = trial;
        vec![request]
    })
}

/// Over the picture, or beside another piece.
fn is_placed_otherwise(bag: &Bag) -> bool {
    bag.has(|meaning| {
        matches!(
            meaning,
            Meaning::Range(..)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Known(
                    Sense::Place(_)
                        | Sense::Edge(_)
                        | Sense::Noun(_)
                        | Sense::Link(Link::Before | Link::Between)
                )
        )
    })
}

/// `at 5s`, `after 5 seconds`, `at the 5 second mark`; `for 5 seconds` is a length.
pub(super) fn is_moment(bag: &Bag, place: usize) -> bool {
    let before = (0..place)
        .rev()
        .find(|at| !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The))));
    matches!(bag.meaning(place), Some(Meaning::Time(_)))
        && before.is_some_and(|before| {
            matches!(bag.sense(before), Some(Sense::Link(Link::At | Link::After)))
        })
}
