//! When words are seen: `from 2s to 5s`, `at the end for 3 seconds`, `on the second clip`, `全程`.

use std::ops::Range;

use super::super::words::{Edge, LISTS, Link, Meaning, Noun, Sense, Verb, tells_when};
use super::bag::Bag;
use super::moments::moments;
use super::{When, reference};
use crate::draft::Millis;

/// Reads when something is seen, from the tokens of a window.
pub fn when(bag: &mut Bag, window: Range<usize>) -> When {
    if window == (0..bag.len())
        && let Some(found) = moments(bag)
    {
        return found;
    }
    if let Some(span) = bag.take_in(&window, |meaning| match meaning {
        Meaning::Range(from, to) => Some(When::Span(*from, *to)),
        Meaning::Head(time) => Some(When::Start(Some(*time))),
        Meaning::Tail(time) => Some(When::End(Some(*time))),
        Meaning::Known(Sense::Link(Link::Whole)) => Some(When::Whole),
        _ => None,
    }) {
        if span == When::Whole {
            bag.take_link(Link::Whole);
        }
        return span;
    }
    if let Some(until) = take_until(bag, &window) {
        return When::Until(until);
    }
    let times = times(bag, &window);
    let start = times.iter().find(|(_, is_start)| *is_start).map(|(time, _)| *time);
    let length = times.iter().find(|(_, is_start)| !is_start).map(|(time, _)| *time);
    let edge = bag.take_in(&window, |meaning| match meaning {
        Meaning::Known(Sense::Edge(edge)) => Some(*edge),
        _ => None,
    });
    match (start, edge, length) {
        (Some(start), _, length) => When::From(start, length),
        (None, Some(Edge::Start), length) => When::Start(length),
        (None, Some(Edge::End), length) => When::End(length),
        (None, None, Some(length)) => When::Lasting(length),
        (None, None, None) => during(bag, &window),
    }
}

/// At most one start and one length; more stay unread.
fn times(bag: &mut Bag, window: &Range<usize>) -> Vec<(Millis, bool)> {
    let mut found: Vec<(Millis, bool)> = Vec::new();
    for place in window.clone().filter(|place| bag.is_free(*place)).collect::<Vec<_>>() {
        let Some(Meaning::Time(time)) = bag.meaning(place) else { continue };
        // "20 seconds long" is the film's length.
        let is_films = names_a_film(bag)
            && bag
                .after(place)
                .is_some_and(|after| bag.sense(after) == Some(Sense::Link(Link::Long)));
        if is_films || is_until(bag, place) {
            continue;
        }
        let (time, starts) = (*time, is_start(bag, place));
        if found.iter().all(|(_, other)| *other != starts) {
            bag.use_at(place);
            found.push((time, starts));
        }
    }
    found
}

/// Whether a film is spoken of, whose length a time may be.
fn names_a_film(bag: &Bag) -> bool {
    (0..bag.len()).any(|place| {
        matches!(
            bag.sense(place),
            Some(Sense::Noun(Noun::Film | Noun::Promo) | Sense::Verb(Verb::Make))
        )
    })
}

/// `标题延长到第5秒`, `显示到第6秒`: to a moment, and from when on is not said.
fn take_until(bag: &mut Bag, window: &Range<usize>) -> Option<Millis> {
    let ends = |place: usize| match bag.sense(place) {
        Some(Sense::Link(Link::To)) => {
            bag.before(place).is_some_and(|verb| bag.sense(verb) == Some(Sense::Verb(Verb::Show)))
        }
        Some(Sense::Verb(Verb::Change)) => LISTS.grows_until.has(bag.text(place)),
        _ => false,
    };
    let place = window.clone().find(|place| {
        bag.is_free(*place)
            && bag.text(*place).starts_with('第')
            && matches!(bag.meaning(*place), Some(Meaning::Time(_)))
            && bag.before(*place).is_some_and(ends)
    })?;
    let Some(Meaning::Time(time)) = bag.meaning(place).cloned() else { return None };
    bag.use_at(place);
    Some(time)
}

/// `显示到第5秒` says when it ends, which is not read: it stays, so that nothing is done.
fn is_until(bag: &Bag, place: usize) -> bool {
    let to = bag.before(place).filter(|to| bag.sense(*to) == Some(Sense::Link(Link::To)));
    to.and_then(|to| bag.before(to))
        .is_some_and(|shows| bag.sense(shows) == Some(Sense::Verb(Verb::Show)))
}

/// A time is a moment after `at`, `from` and `第`, and a length elsewhere.
fn is_start(bag: &Bag, place: usize) -> bool {
    let moment = tells_when(bag.text(place));
    let before = bag.before(place).and_then(|before| bag.sense(before));
    if is_so_far_in(bag, place) {
        return true;
    }
    match before {
        Some(Sense::Link(Link::For | Link::Long) | Sense::Verb(Verb::Show)) => false,
        Some(Sense::Link(Link::At | Link::From | Link::After)) => true,
        // "Move it to 5s".
        Some(Sense::Link(Link::To)) => true,
        _ => moment,
    }
}

/// `3 seconds in`.
fn is_so_far_in(bag: &Bag, place: usize) -> bool {
    let Some(after) = bag.after(place).filter(|after| bag.text(*after).eq_ignore_ascii_case("in"))
    else {
        return false;
    };
    bag.after(after).is_none_or(|next| bag.sense(next) == Some(Sense::Break))
}

/// `on the second clip`.
fn during(bag: &mut Bag, window: &Range<usize>) -> When {
    let mut trial = bag.clone();
    let mut found = reference::mentions(&mut trial);
    // "On the second": which is told by the word before it.
    let on = |place: usize| {
        let before = (0..place)
            .rev()
            .find(|at| !matches!(bag.sense(*at), Some(Sense::Filler | Sense::Link(Link::The))));
        before.is_some_and(|before| LISTS.shown_over.has(bag.text(before)))
    };
    found.retain(|mention| window.contains(&mention.place) && (!mention.bare || on(mention.place)));
    match found.pop() {
        Some(mention) if found.is_empty() => {
            window
                .clone()
                .filter(|place| !trial.is_free(*place))
                .for_each(|place| bag.use_at(place));
            When::During(mention.reference)
        }
        _ => When::Unsaid,
    }
}
