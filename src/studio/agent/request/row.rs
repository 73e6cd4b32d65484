//! Pieces said one after the other, and no word for joining them: `front then garden then bath, 4 seconds
//! each`, `先放模特再放正面`.

use super::super::words::{LISTS, Link, Meaning, Sense, Verb};
use super::bag::Bag;
use super::film::{film_to_make, take_film};
use super::reference::{Mention, mentions};
use super::text::wants_words;
use super::{Part, Pieces, Reference, Request, Which};
use crate::draft::Millis;

/// Reads a row of files as the film of these, in this order, or each for so long.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let ordered = bag.has_link(Link::FirstComes)
        || (0..bag.len()).any(|place| ["先", "first"].contains(&bag.text(place)));
    let verbs = bag.verbs();
    let places =
        verbs.iter().all(|verb| matches!(verb, Verb::Move | Verb::Add | Verb::Show | Verb::Use));
    // "A film of the last 2 seconds of bikes, then bunny from 0:01 to 0:03".
    let makes = verbs.iter().all(|verb| matches!(verb, Verb::Make | Verb::Join)) && has_parts(bag);
    if !(places || makes) || wants_words(bag) {
        return None;
    }
    let mut trial = bag.clone();
    let found = named_in_turn(&mut trial);
    let named: Vec<Reference> = found.iter().map(|mention| mention.reference.clone()).collect();
    let file = |of: &Reference| matches!(of.which, Which::Named(_));
    if named.len() < 2 || !named.iter().all(file) {
        return None;
    }
    let follow = found.windows(2).any(|pair| follows(bag, &pair[0], &pair[1]));
    let says_order = trial.take_link(Link::Order);
    let each = trial.take_link(Link::Each);
    let length = if each { take_time(&mut trial) } else { None };
    let own = if each { Vec::new() } else { own_lengths(&mut trial, &found) };
    let timed = own.iter().any(Option::is_some);
    if !ordered && !follow && goes_beside(bag) {
        return None;
    }
    let parts = if each { Vec::new() } else { own_parts(&mut trial, &found) };
    // "9 second montage: the first three seconds of bunny, then bikes": they are not as long as they are.
    let total = trial.has(|meaning| matches!(meaning, Meaning::Time(_)));
    if timed && total && parts.is_empty() && !each_timed(&own) && film_to_make(bag).is_some() {
        return None;
    }
    if !parts.is_empty() && has_twice(&named) {
        return None;
    }
    take_words_for_it(&mut trial, timed || !parts.is_empty());
    let requests = match length {
        // "Dog, beach and boat, 2 seconds each": so long each, and a film of them where there is none.
        Some(length) if !follow && !says_order && verbs.is_empty() => {
            named.into_iter().map(|of| Request::Length { of, length }).collect()
        }
        // "Patio, facade, lounge." and nothing else.
        None if named.len() > 2 && verbs.is_empty() && !timed && trial.left_over().is_empty() => {
            vec![Request::Open(named)]
        }
        _ if !(follow
            || !parts.is_empty()
            || (verbs.is_empty() && (says_order || each_timed(&own)))) =>
        {
            return None;
        }
        _ if timed || !parts.is_empty() => vec![Request::Row(named.into_iter().zip(own).collect())],
        _ if !verbs.is_empty() && !ordered => return None,
        length => {
            let row = if ordered { Request::Open(named) } else { Request::Join(named) };
            let lasts = length.map(|length| Request::EachLasts { pieces: Pieces::Any, length });
            [row].into_iter().chain(lasts).collect()
        }
    };
    *bag = trial;
    Some(requests.into_iter().chain(parts).collect())
}

/// What is named, in order; of `boat first, then dog` without the place.
fn named_in_turn(bag: &mut Bag) -> Vec<Mention> {
    let mut found = mentions(bag);
    if let Some(first) = found.get(1)
        && first.bare
        && first.reference.which == Which::Nth(1)
    {
        found.remove(1);
    }
    // "把素材拼成一条：bikes前3秒…": those are they.
    if found.len() > 2 {
        found.retain(|mention| mention.reference.which != Which::All);
    }
    found
}

/// Words that only say that it is a row, or that a film comes of it where `makes` holds.
fn take_words_for_it(bag: &mut Bag, makes: bool) {
    bag.take_link(Link::FirstComes);
    bag.take_verbs();
    take_film(bag);
    let film = film_to_make(bag).filter(|_| makes);
    film.into_iter().for_each(|film| bag.use_at(film));
}

fn has_parts(bag: &Bag) -> bool {
    bag.has(|meaning| matches!(meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..)))
}

/// `老街挪到面馆后面3秒`: one of them goes beside the other, and no part of it.
fn goes_beside(bag: &Bag) -> bool {
    bag.verbs().contains(&Verb::Move) && has_parts(bag)
}

/// The same file in two places: which of them a part is of cannot be told.
fn has_twice(named: &[Reference]) -> bool {
    named.iter().enumerate().any(|(at, of)| named[..at].contains(of))
}

pub fn follows(bag: &Bag, one: &Mention, other: &Mention) -> bool {
    (one.place..other.place)
        .any(|place| bag.sense(place) == Some(Sense::Break) && LISTS.in_a_row.has(bag.text(place)))
}

fn take_time(bag: &mut Bag) -> Option<Millis> {
    bag.take(|meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    })
}

pub fn each_timed(own: &[Option<Millis>]) -> bool {
    !own.is_empty() && own.iter().all(Option::is_some)
}

/// `anchor.jpg for 3 seconds, then the first 2 seconds of silent.mp4`: the time behind a name, or the part
/// before it.
pub fn own_lengths(bag: &mut Bag, found: &[Mention]) -> Vec<Option<Millis>> {
    let head = |meaning: &Meaning| match meaning {
        Meaning::Head(time) => Some(*time),
        _ => None,
    };
    let time = |meaning: &Meaning| match meaning {
        Meaning::Time(time) => Some(*time),
        _ => None,
    };
    let mut lengths = Vec::with_capacity(found.len());
    for (nth, mention) in found.iter().enumerate() {
        let from = nth.checked_sub(1).map_or(0, |before| found[before].place);
        let to = found.get(nth + 1).map_or(bag.len(), |next| next.place);
        let mark = |place: &usize| bag.sense(*place) == Some(Sense::Break);
        let own_from = (from..mention.place).rev().find(mark).unwrap_or(from);
        let own_to = (mention.place..to).find(mark).unwrap_or(to);
        let part = bag.take_in(&(own_from..own_to), head).or_else(|| {
            let of = (from..mention.place).rev().find(|at| so_much_of(bag, *at, mention.place))?;
            bag.take_in(&(of..of + 1), time)
        });
        lengths.push(part.or_else(|| bag.take_in(&(mention.place..to), time)));
    }
    lengths
}

/// `2 seconds of skull.png`.
fn so_much_of(bag: &Bag, time: usize, named: usize) -> bool {
    matches!(bag.meaning(time), Some(Meaning::Time(_)))
        && bag.sense(time + 1) == Some(Sense::Link(Link::Of))
        && (time + 2..named).all(|at| {
            matches!(bag.sense(at), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
        })
}

/// `the last 2 seconds of bikes, then bunny from 0:01 to 0:03`: what is kept of each, once they are there.
fn own_parts(bag: &mut Bag, found: &[Mention]) -> Vec<Request> {
    let end = |meaning: &Meaning| match meaning {
        Meaning::Tail(time) => Some(Part::Tail(*time)),
        // "Bunny前3秒": behind the name it was not taken for its length.
        Meaning::Head(time) => Some(Part::Head(*time)),
        _ => None,
    };
    let range = |meaning: &Meaning| match meaning {
        Meaning::Range(start, end) => Some(Part::Range(*start, *end)),
        _ => None,
    };
    let mut parts = Vec::new();
    for (nth, mention) in found.iter().enumerate() {
        let from = nth.checked_sub(1).map_or(0, |before| found[before].place);
        let to = found.get(nth + 1).map_or(bag.len(), |next| next.place);
        let mark = |place: &usize| bag.sense(*place) == Some(Sense::Break);
        let from = (from..mention.place).rev().find(mark).unwrap_or(from);
        let own = from..(mention.place..to).find(mark).unwrap_or(to);
        let part = bag.take_in(&own, end).or_else(|| bag.take_in(&own, range));
        let of = Some(mention.reference.clone());
        parts.extend(part.map(|part| Request::Keep { of, part }));
    }
    parts
}
