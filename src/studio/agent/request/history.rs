//! Back and forward again: by steps, before something came, or that one thing alone.

use super::super::words::{Link, Meaning, Noun, Sense, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::reference::references;
use super::{Aspect, Request, look};

/// Reads `undo`, `undo twice`, `重做`, `undo the title`, `the way it was before the music`.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let undo = bag.has_verb(Verb::Undo);
    if !undo && !bag.has_verb(Verb::Redo) {
        return None;
    }
    if undo && let Some(requests) = back_to_a_shape(bag) {
        return Some(requests);
    }
    if undo && let Some(request) = of_one_thing(bag) {
        return Some(vec![request]);
    }
    if !bag.only_verbs(&[if undo { Verb::Undo } else { Verb::Redo }, Verb::Change]) {
        return None;
    }
    bag.take_verbs();
    let steps = steps(bag);
    bag.take_link(Link::Times);
    bag.take_link(Link::Again);
    Some(vec![if undo { Request::Undo(steps) } else { Request::Redo(steps) }])
}

/// `go back to landscape`, `变回横屏`: the shape says what is wanted, whatever was done before.
fn back_to_a_shape(bag: &mut Bag) -> Option<Vec<Request>> {
    let goes = |place: usize| {
        let text = bag.text(place).to_lowercase();
        bag.sense(place) == Some(Sense::Verb(Verb::Undo))
            && (["go back", "revert", "step back"].contains(&text.as_str())
                || text.ends_with(['到', '成', '回']))
    };
    let to = bag.has_link(Link::To) || (0..bag.len()).any(|place| !bag.text(place).is_ascii());
    if !(0..bag.len()).any(goes) || !to || bag.has_link(Link::Before) {
        return None;
    }
    let mut trial = bag.clone();
    trial.take_verbs();
    let requests = look::canvas(&mut trial)?;
    *bag = trial;
    Some(requests)
}

/// What one change was about, as far as a sentence names it.
fn of_one_thing(bag: &mut Bag) -> Option<Request> {
    let aspect = aspect(bag)?;
    let before = bag.take_link(Link::Before);
    bag.take_link(Link::Not);
    bag.take_verbs();
    take_thing(bag);
    take_film(bag);
    references(bag);
    Some(if before { Request::BackBefore(aspect) } else { Request::UndoOnly(aspect) })
}

fn aspect(bag: &Bag) -> Option<Aspect> {
    let of = |place: usize| match bag.sense(place)? {
        Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text) => {
            Some(Aspect::Words)
        }
        Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume) | Sense::Mood(_) => {
            Some(Aspect::Sound)
        }
        Sense::Noun(Noun::Transition) | Sense::Transition(_) => Some(Aspect::Transitions),
        Sense::Noun(Noun::Canvas) | Sense::Shape(_) | Sense::Platform(_) => Some(Aspect::Canvas),
        Sense::Look(_) | Sense::Tone(_) | Sense::Closeness(_) => Some(Aspect::Looks),
        Sense::Pace(_)
        | Sense::Verb(
            Verb::Trim
            | Verb::Split
            | Verb::Swap
            | Verb::Move
            | Verb::Turn
            | Verb::Reverse
            | Verb::Duplicate,
        ) => Some(Aspect::Pieces),
        _ => None,
    };
    (0..bag.len()).find_map(of)
}

fn take_thing(bag: &mut Bag) {
    while bag
        .take(|meaning| match meaning {
            Meaning::Known(
                Sense::Noun(_)
                | Sense::Mood(_)
                | Sense::Transition(_)
                | Sense::Shape(_)
                | Sense::Platform(_)
                | Sense::Look(_)
                | Sense::Tone(_)
                | Sense::Closeness(_)
                | Sense::Pace(_),
            )
            | Meaning::Ratio(..)
            | Meaning::Quote(_) => Some(()),
            _ => None,
        })
        .is_some()
    {}
}

fn steps(bag: &mut Bag) -> usize {
    if bag.take_link(Link::All) {
        return usize::MAX;
    }
    let twice = bag.has(|meaning| *meaning == Meaning::Known(Sense::Link(Link::Times)))
        && (0..bag.len()).any(|place| bag.text(place).eq_ignore_ascii_case("twice"));
    let count = bag.take(|meaning| match meaning {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        Meaning::Number(number) => Some(number.clamp(1.0, 1000.0) as usize),
        Meaning::LastOf(count) => Some(*count),
        Meaning::Ordinal(-1) => Some(1),
        _ => None,
    });
    count.unwrap_or(if twice { 2 } else { 1 })
}
