//! How much of a file a told film has: so long, its first seconds, a part of it, all of it.

use super::super::request::Part;
use super::super::words::{Degree, LISTS, Link, Meaning, Sense};
use super::page::Page;
use crate::draft::Millis;

/// How much of a file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Much {
    /// Not said.
    Unsaid,
    /// All of it.
    Whole,
    /// So long.
    For(Millis),
    /// A part that is not its first.
    Part(Part),
}

/// What a word says of how much is wanted, where it says that.
pub fn at(page: &Page, place: usize) -> Option<Much> {
    match *page.meaning(place) {
        Meaning::Time(time) if is_where_it_begins(page, place) => {
            Some(Much::Part(Part::From(time)))
        }
        Meaning::Time(time) if is_at_the_end(page, place) => Some(Much::Part(Part::Tail(time))),
        Meaning::Time(time) | Meaning::Head(time) => Some(Much::For(time)),
        Meaning::Tail(time) => Some(Much::Part(Part::Tail(time))),
        Meaning::Range(start, end) if start.is_zero() => Some(Much::For(end)),
        Meaning::Range(start, end) => Some(Much::Part(Part::Range(start, end))),
        Meaning::Number(_) => elided(page, place),
        _ => says_whole(page, place).then_some(Much::Whole),
    }
}

/// `3 seconds of bikes from 4s`, `从第4秒开始`: a moment of the file, and no length.
fn is_where_it_begins(page: &Page, place: usize) -> bool {
    let begins = place + 1 < page.len() && LISTS.begins_from.has(page.text(place + 1));
    begins
        || place > 0
            && (page.sense(place - 1) == Some(Sense::Link(Link::From))
                || LISTS.begins_at.has(page.text(place - 1))
                || (place > 1
                    && page.sense(place - 1) == Some(Sense::Link(Link::At))
                    && LISTS.begins_at.has(page.text(place - 2))))
}

/// A length and a moment that are told of one file: so long from there on.
pub fn together(one: Much, other: Much) -> Option<Much> {
    match (one, other) {
        (Much::Unsaid, said) => Some(said),
        (said, more) if said == more => Some(said),
        (Much::For(length), Much::Part(Part::From(start)))
        | (Much::Part(Part::From(start)), Much::For(length)) => {
            Some(Much::Part(Part::Range(start, start + length)))
        }
        // "The whole of silent, 4 seconds": twice, and not the same.
        _ => None,
    }
}

/// `bunny last 2s`: behind the name it is its end, and does not say that it lasts.
pub fn is_at_the_end(page: &Page, place: usize) -> bool {
    place > 1
        && page.says(place - 1, &["last", "final", "closing", "end"])
        && page.shows(place - 2).is_some()
}

/// Whether a word says that a file is not cut.
fn says_whole(page: &Page, place: usize) -> bool {
    matches!(
        page.sense(place),
        Some(Sense::Link(Link::Whole | Link::All) | Sense::Degree(Degree::Full))
    ) || LISTS.all_of_it.has(page.text(place))
}

/// `seconds 2-5 of bikes, 1-3 of bunny`, `mosaic for 4 seconds, scroll for 6`: where seconds were told before.
fn elided(page: &Page, place: usize) -> Option<Much> {
    let timed = (0..place).any(|at| {
        matches!(
            page.meaning(at),
            Meaning::Time(_) | Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_)
        )
    });
    let seconds = |at: usize| match page.meaning(at) {
        Meaning::Number(number) if *number > 0.0 => Some(Millis::from_secs_rounded(*number)),
        _ => None,
    };
    let to = (place + 1 < page.len() && page.sense(place + 1) == Some(Sense::Link(Link::To)))
        .then(|| (place + 2 < page.len()).then(|| seconds(place + 2)).flatten())
        .flatten();
    let start = seconds(place).filter(|_| timed)?;
    match to {
        Some(end) if start < end => Some(Much::Part(Part::Range(start, end))),
        Some(_) => None,
        None => {
            let lasts = place > 0
                && (page.sense(place - 1) == Some(Sense::Link(Link::For))
                    || page.shows(place - 1).is_some());
            lasts.then_some(Much::For(start))
        }
    }
}
