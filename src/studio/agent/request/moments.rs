//! When something is seen or heard, against how it is now and against pieces: `2 seconds longer`, `until 5s`,
//! `a second later`, `from the second picture to the end`.

use super::super::words::{
    Degree, Edge, LISTS, Link, Meaning, Portion, Sense, Stretch, Turn, Verb,
};
use super::bag::Bag;
use super::reference::mentions;
use super::{Bound, When};
use crate::draft::Millis;

/// Reads another time than now, or sides of a time. What only says from when is left to `when`.
pub fn moments(bag: &mut Bag) -> Option<When> {
    if let Some(found) = relative(bag) {
        return Some(found);
    }
    let mut trial = bag.clone();
    let found = between(&mut trial, false).filter(has_end)?;
    *bag = trial;
    Some(found)
}

/// The same of sound, where it is as often said from when only; `gone` where it is told when there is none.
pub fn moments_of_sound(bag: &mut Bag, gone: bool) -> Option<When> {
    relative(bag).or_else(|| between(bag, gone))
}

/// `take the title off at 5s`, `remove the caption after 3 seconds`: until when words are seen.
pub fn moment_of_going(bag: &mut Bag) -> Option<When> {
    let mut trial = bag.clone();
    let place = (0..trial.len()).find(|place| {
        matches!(
            trial.sense(*place),
            Some(Sense::Link(Link::At | Link::After | Link::From | Link::By))
        ) && matches!(
            trial.after(*place).and_then(|next| trial.meaning(next)),
            Some(Meaning::Time(_))
        )
    })?;
    let until = take_bound(&mut trial, place)?;
    trial.take_link(Link::Off);
    take_roles(&mut trial);
    *bag = trial;
    Some(When::Between(None, Some(until)))
}

fn has_end(when: &When) -> bool {
    match when {
        When::Between(from, to) => {
            to.is_some() || matches!(from, Some(Bound::Start(_) | Bound::End(_)))
        }
        _ => true,
    }
}

fn take_time(bag: &mut Bag) -> Option<Millis> {
    bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })
}

fn find_turn(bag: &Bag, turn: Turn) -> Option<usize> {
    (0..bag.len()).find(|place| bag.is_free(*place) && bag.turns(*place, turn))
}

/// `2 seconds longer`, `shorten it by a second`, `twice as long`, `a second later`.
fn relative(bag: &mut Bag) -> Option<When> {
    let mut trial = bag.clone();
    let stretch = trial.take(|meaning| match meaning {
        Meaning::Known(Sense::Stretch(stretch)) => Some(*stretch),
        _ => None,
    });
    let more = trial.take_sense(Sense::Degree(Degree::More));
    let grows = find_turn(&trial, Turn::Grows);
    let shrinks = trial.has_verb(Verb::Trim);
    let moved = [(Turn::Later, true), (Turn::Delays, true), (Turn::Earlier, false)]
        .into_iter()
        .find_map(|(turn, later)| find_turn(&trial, turn).map(|place| (place, later)));
    let to = trial.has_link(Link::To);
    let halved = shrinks && trial.take_sense(Sense::Portion(Portion::Halfway));
    let time = take_time(&mut trial);
    let when = match (stretch, time, moved) {
        (None, Some(by), Some((place, later))) => {
            trial.use_at(place);
            if later { When::Later(by) } else { When::Earlier(by) }
        }
        (Some(Stretch::Longer), Some(by), None) => When::Longer(by),
        (Some(Stretch::Shorter), Some(by), None) => When::Shorter(by),
        (Some(Stretch::TwiceAsLong), None, None) => When::Times(2.0),
        (Some(Stretch::HalfAsLong), None, None) => When::Times(0.5),
        (None, None, None) if halved => When::Times(0.5),
        (None, Some(by), None) if more && !to => When::Longer(by),
        (None, Some(time), None) if grows.is_some() || shrinks => match (to, shrinks) {
            (true, _) => When::Lasting(time),
            (false, true) if trial.take_link(Link::By) || trial.take_link(Link::Off) => {
                When::Shorter(time)
            }
            (false, false) => When::Longer(time),
            (false, true) => return None,
        },
        _ => return None,
    };
    trial.take_link(Link::By);
    if moved.is_some() {
        // "Start the title a second later".
        take_turns(&mut trial, Turn::Starts);
    }
    *bag = trial;
    Some(when)
}

fn take_turns(bag: &mut Bag, turn: Turn) {
    for place in 0..bag.len() {
        if bag.turns(place, turn) {
            bag.use_at(place);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
    /// `gone after 2 seconds`: so long in all.
    Lasts,
}

fn between(bag: &mut Bag, gone: bool) -> Option<When> {
    let mut trial = bag.clone();
    let (mut from, mut to) = (None, None);
    for place in 0..trial.len() {
        if !trial.is_free(place) {
            continue;
        }
        let Some(side) = side(&trial, place, gone, from.is_some()) else { continue };
        let Some(bound) = take_bound(&mut trial, place) else { continue };
        match side {
            Side::Start if from.is_none() => from = Some(bound),
            Side::End if to.is_none() => to = Some(bound),
            Side::Lasts if from.is_none() && to.is_none() => {
                let Bound::At(length) = bound else { return None };
                take_roles(&mut trial);
                *bag = trial;
                return Some(When::Lasting(length));
            }
            _ => return None,
        }
    }
    if from.is_none() && to.is_none() {
        return None;
    }
    take_roles(&mut trial);
    *bag = trial;
    Some(When::Between(from, to))
}

fn take_roles(bag: &mut Bag) {
    take_turns(bag, Turn::Starts);
    take_turns(bag, Turn::Stops);
}

/// Of which side of a time the word at a place tells when it is.
fn side(bag: &Bag, place: usize, gone: bool, has_start: bool) -> Option<Side> {
    let link = match bag.sense(place) {
        Some(Sense::Link(link)) => Some(link),
        _ => None,
    };
    if bag.turns(place, Turn::Until) {
        return Some(Side::End);
    }
    let begins = |place: usize| bag.sense(place) == Some(Sense::Edge(Edge::Start));
    let said = role(bag, place);
    // "Appear while the boat is on": as long as that, and not only from then on.
    if link == Some(Link::At) && bag.text(place).eq_ignore_ascii_case("while") {
        return None;
    }
    match link {
        Some(Link::From | Link::FirstComes) => Some(Side::Start),
        Some(Link::To) if has_start || bag.before(place).is_some_and(begins) => Some(Side::End),
        Some(Link::To) => None,
        Some(Link::After) if gone => Some(Side::Start),
        Some(Link::Before) if gone => Some(Side::End),
        Some(Link::After) if said == Some(Side::End) => Some(Side::Lasts),
        Some(Link::At | Link::By | Link::With | Link::After | Link::Over) => said,
        None if bag.turns(place, Turn::When) => said.or(Some(Side::Start)),
        // "2 seconds in".
        None if matches!(bag.meaning(place), Some(Meaning::Time(_))) => {
            let inside = bag.after(place).is_some_and(|after| {
                bag.text(after).eq_ignore_ascii_case("in")
                    && bag.after(after).is_none_or(|next| bag.sense(next) == Some(Sense::Break))
            });
            said.filter(|_| inside)
        }
        _ => None,
    }
}

/// What the nearest word before a place says that it does then: begin or stop.
fn role(bag: &Bag, place: usize) -> Option<Side> {
    let particle = |at: usize, word: &str| {
        bag.text(at).eq_ignore_ascii_case(word) && bag.after(at).is_some_and(|next| next == place)
    };
    (0..place).rev().take_while(|at| bag.sense(*at) != Some(Sense::Break)).find_map(|at| {
        if bag.turns(at, Turn::Starts) || particle(at, "in") || particle(at, "on") {
            Some(Side::Start)
        } else if bag.turns(at, Turn::Stops) || particle(at, "out") || particle(at, "off") {
            Some(Side::End)
        } else {
            None
        }
    })
}

/// The moment or the piece behind a word for when.
fn take_bound(bag: &mut Bag, place: usize) -> Option<Bound> {
    let own = matches!(bag.meaning(place), Some(Meaning::Time(_)));
    let light = |at: &usize| {
        !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
    };
    let next = if own { place } else { (place + 1..bag.len()).find(light)? };
    if !bag.is_free(next) {
        return None;
    }
    match bag.meaning(next).cloned()? {
        Meaning::Time(time) => {
            bag.use_at(place);
            bag.use_at(next);
            if own {
                bag.after(next).into_iter().for_each(|inside| bag.use_at(inside));
            }
            take_particle(bag, place);
            Some(Bound::At(time))
        }
        Meaning::Known(Sense::Edge(edge)) => {
            let of = bag.after(next).filter(|of| bag.sense(*of) == Some(Sense::Link(Link::Of)));
            if let Some(of) = of
                && let Some(piece) = take_piece(bag, of)
            {
                bag.use_at(place);
                bag.use_at(next);
                take_particle(bag, place);
                return Some(if edge == Edge::End { piece.1 } else { piece.0 });
            }
            bag.use_at(place);
            bag.use_at(next);
            take_particle(bag, place);
            Some(if edge == Edge::End {
                Bound::BeforeEnd(Millis::ZERO)
            } else {
                Bound::At(Millis::ZERO)
            })
        }
        _ => {
            let (start, end) = take_piece(bag, place)?;
            bag.use_at(place);
            take_particle(bag, place);
            let over = (next..bag.len())
                .take_while(|at| bag.sense(*at) != Some(Sense::Break))
                .any(|at| bag.turns(at, Turn::Stops) || is_over(bag, at));
            Some(if over { end } else { start })
        }
    }
}

/// `until the clip is over`.
fn is_over(bag: &Bag, place: usize) -> bool {
    LISTS.has_ended.has(bag.text(place))
        && bag.after(place).is_none_or(|next| bag.sense(next) == Some(Sense::Break))
}

/// The `in` or `off` before `at 5s`.
fn take_particle(bag: &mut Bag, place: usize) {
    if let Some(before) = bag.before(place)
        && ["in", "out", "off", "on"].contains(&bag.text(before).to_lowercase().as_str())
    {
        bag.use_at(before);
    }
}

/// The one piece named behind a place, before the next word for when: its start and its end.
fn take_piece(bag: &mut Bag, place: usize) -> Option<(Bound, Bound)> {
    let stops = |at: &usize| {
        bag.turns(*at, Turn::Until)
            || matches!(bag.sense(*at), Some(Sense::Break | Sense::Link(Link::From | Link::To)))
    };
    let end = (place + 1..bag.len()).find(stops).unwrap_or(bag.len());
    let mut trial = bag.clone();
    (0..place).chain(end..bag.len()).for_each(|outside| trial.use_at(outside));
    let mut found = mentions(&mut trial);
    let mention = found.pop().filter(|mention| found.is_empty() && mention.place > place)?;
    (place..end).filter(|at| !trial.is_free(*at)).for_each(|at| bag.use_at(at));
    let reference = mention.reference;
    Some((Bound::Start(reference.clone()), Bound::End(reference)))
}
