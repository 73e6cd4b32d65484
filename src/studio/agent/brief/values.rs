//! How much of a file a told film has: so long, its first seconds, a part of it, all of it.

use super::super::request::Part;
use super::super::words::{Degree, LISTS, Link, Meaning, Sense};
use super::page::Page;
use crate::api::wire::MediaKind;
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
    /// All of it but so much at both ends.
    Ends(Millis),
}

/// What a word says of how much is wanted, where it says that.
pub fn at(page: &Page, place: usize) -> Option<Much> {
    if let Some(range) = until_then(page, place) {
        return Some(range);
    }
    match *page.meaning(place) {
        Meaning::Time(time) if page.is_off_both_ends(place) => Some(Much::Ends(time)),
        Meaning::Time(time) if is_where_it_begins(page, place) => {
            Some(Much::Part(Part::From(time)))
        }
        Meaning::Time(time) if is_at_the_end(page, place) => Some(Much::Part(Part::Tail(time))),
        Meaning::Time(time) | Meaning::Head(time) => Some(Much::For(time)),
        Meaning::Tail(time) if is_so_long_at_last(page, place) => Some(Much::For(time)),
        Meaning::Tail(time) => Some(Much::Part(Part::Tail(time))),
        Meaning::Range(start, end) if start.is_zero() => Some(Much::For(end)),
        Meaning::Range(start, end) => Some(Much::Part(Part::Range(start, end))),
        Meaning::Number(_) => elided(page, place),
        Meaning::FirstOf(count) => seconds_of(page, place, count).map(Much::For),
        Meaning::LastOf(count) => {
            seconds_of(page, place, count).map(|time| Much::Part(Part::Tail(time)))
        }
        _ if is_all_of_so_much(page, place) => None,
        _ => says_whole(page, place).then_some(Much::Whole),
    }
}

/// `all ten seconds of it`: how long it is says as much.
fn is_all_of_so_much(page: &Page, place: usize) -> bool {
    page.sense(place) == Some(Sense::Link(Link::All))
        && place + 1 < page.len()
        && matches!(page.meaning(place + 1), Meaning::Time(_))
}

/// `3 seconds of bikes from 4s`, `从第4秒开始`: a moment of the file, and no length.
fn is_where_it_begins(page: &Page, place: usize) -> bool {
    let begins = place + 1 < page.len() && LISTS.begins_from.has(page.text(place + 1));
    // "海边3秒以后的部分", but "早市3秒之后接夜灯".
    let behind = place + 2 < page.len()
        && page.sense(place + 1) == Some(Sense::Link(Link::After))
        && page.says(place + 2, &["的", "部分", "那部分", "内容"]);
    begins
        || behind
        || place > 0
            && (page.sense(place - 1) == Some(Sense::Link(Link::From))
                || page.shows(place - 1).is_none() && LISTS.begins_at.has(page.text(place - 1))
                || (place > 1
                    && page.sense(place - 1) == Some(Sense::Link(Link::At))
                    && LISTS.begins_at.has(page.text(place - 2))))
}

/// `从第2秒用到第7秒`: behind a verb that reaches there, from the moment that was told before it.
fn until_then(page: &Page, place: usize) -> Option<Much> {
    let Meaning::Time(end) = *page.meaning(place) else { return None };
    let before = page.text(place.checked_sub(1)?);
    let ends = ["出点", "终点"].contains(&before);
    let reaches = ends || before.ends_with(['到', '至']);
    let from = if ends { page.phrase(place).start } else { page.item(place).start };
    let begins = (from..place).rev().find(|at| is_where_it_begins(page, *at));
    match page.meaning(begins.filter(|_| reaches)?) {
        Meaning::Time(start) if *start < end => Some(Much::Part(Part::Range(*start, end))),
        _ => None,
    }
}

/// A length and a moment that are told of one file: so long from there on.
pub fn together(one: Much, other: Much) -> Option<Much> {
    match (one, other) {
        (Much::Unsaid, said) => Some(said),
        (said, more) if said == more => Some(said),
        (Much::Part(Part::From(from)), Much::Part(Part::Range(start, _))) if from == start => {
            Some(other)
        }
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
        && (page.shows(place - 2).is_some()
            || page.says(place - 2, &["'s", "’s"]) && place > 2 && page.shows(place - 3).is_some())
}

/// Whether a word says that a file is not cut.
fn says_whole(page: &Page, place: usize) -> bool {
    matches!(
        page.sense(place),
        Some(Sense::Link(Link::Whole | Link::All) | Sense::Degree(Degree::Full))
    ) || is_left_as_it_is(page, place)
        || LISTS.all_of_it.has(page.text(place))
}

/// `then silent.mp4 as it is`: footage is not cut.
fn is_left_as_it_is(page: &Page, place: usize) -> bool {
    let moves = |at: usize| matches!(page.meaning(at), Meaning::File(_, MediaKind::Video));
    page.sense(place) == Some(Sense::Link(Link::AsItIs)) && page.before(place).is_some_and(moves)
}

/// `先5秒早市，最后5秒面馆`: a picture has no last seconds, and comes last.
fn is_so_long_at_last(page: &Page, place: usize) -> bool {
    let still = |at: usize| matches!(page.meaning(at), Meaning::File(_, MediaKind::Image));
    !page.text(place).is_ascii() && page.after(place).is_some_and(still)
}

/// `latte for five seconds, then the first six of bikes`: of footage so many are seconds.
pub fn seconds_of(page: &Page, place: usize, count: usize) -> Option<Millis> {
    let of = page.sense(place + 1) == Some(Sense::Link(Link::Of));
    let moves = |at: usize| matches!(page.meaning(at), Meaning::File(_, MediaKind::Video));
    let named = (place + 2..page.item(place).end).find(|at| !page.is_light(*at)).is_some_and(moves);
    (of && named).then(|| Millis::from_secs(count as u64))
}

fn is_timed(page: &Page, at: usize) -> bool {
    matches!(
        page.meaning(at),
        Meaning::Time(_) | Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_)
    )
}

/// `latte 5, beans 4, cake 3 seconds`, `cake for five, then latte for five seconds`: each behind its name, and the unit with the last of them.
fn is_timed_behind(page: &Page, place: usize) -> bool {
    let lasts = |at: usize| page.sense(at) == Some(Sense::Link(Link::For));
    let behind_a_name = |at: usize| {
        let before = (0..at).rev().find(|before| !lasts(*before));
        before.is_some_and(|before| page.shows(before).is_some())
    };
    behind_a_name(place)
        && (place + 1..page.len())
            .any(|at| matches!(page.meaning(at), Meaning::Time(_)) && behind_a_name(at))
}

/// `crowd for 3, then team for 4`: nothing else is told to be for so much.
fn is_so_long_on_screen(page: &Page, place: usize) -> bool {
    let named = |at: usize| page.shows(at).is_some();
    place > 1
        && page.sense(place - 1) == Some(Sense::Link(Link::For))
        && named(place - 2)
        && page.after(place).is_none()
}

/// `four of beans`, where seconds of something were told before.
fn is_of_a_name(page: &Page, place: usize) -> bool {
    page.sense(place + 1) == Some(Sense::Link(Link::Of))
        && page.after(place).is_some_and(|at| page.shows(at).is_some())
}

/// `horse, 6 seconds, then the anvil, 4, then the forge, 4`: nothing else is said between two marks.
fn is_alone_behind_a_name(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let before = page.phrase_before(&phrase).filter(|_| phrase == (place..place + 1));
    before.is_some_and(|before| page.shows(before.end - 1).is_some())
}

/// `for six`, `for another five`, `for about ten`.
fn is_for_so_much(page: &Page, place: usize) -> bool {
    let little = |at: &usize| {
        page.says(*at, &["another", "just", "only", "exactly", "about", "a", "good", "full"])
            || page.sense(*at) == Some(Sense::Filler)
    };
    let before = (page.item(place).start..place).rev().find(|at| !little(at));
    before.is_some_and(|at| page.sense(at) == Some(Sense::Link(Link::For)))
}

/// `diner, handshake, crowd, 5 each`.
fn is_of_each(page: &Page, place: usize) -> bool {
    page.after(place).is_some_and(|next| page.sense(next) == Some(Sense::Link(Link::Each)))
}

/// `seconds 2-5 of bikes, 1-3 of bunny`, `mosaic for 4 seconds, scroll for 6`: where seconds were told before.
fn elided(page: &Page, place: usize) -> Option<Much> {
    let timed = (0..place).any(|at| is_timed(page, at))
        || is_timed_behind(page, place)
        || is_so_long_on_screen(page, place);
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
                && (is_for_so_much(page, place)
                    || page.shows(place - 1).is_some()
                    || is_of_a_name(page, place));
            let lasts = lasts || is_of_each(page, place) || is_alone_behind_a_name(page, place);
            lasts.then_some(Much::For(start))
        }
    }
}
