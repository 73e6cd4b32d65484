//! What nobody here has or knows, told as a further piece or as done to one: `owl 4 seconds, fox 4 seconds, then the heron`,
//! `先老鹰，再猫头鹰4秒`, `把电线P掉`, `zorb it`.
//!
//! Around the telling of a film strange words only colour it. Where one of them takes the place of a name behind a word that
//! goes on with the film, or of a verb that something is done with, a film without it would be half of what was told.

use std::ops::Range;

use super::super::words::{LISTS, Link, Meaning, Noun, Sense};
use super::page::Page;

/// The strange words, where the film is to have such a thing.
pub fn told(page: &Page) -> Option<Vec<String>> {
    page.phrases()
        .into_iter()
        .find(|phrase| {
            goes_on_with(page, phrase) || comes_first(page, phrase) || is_done_to_it(page, phrase)
        })
        .map(|phrase| strange(page, &phrase))
}

fn is_strange(page: &Page, place: usize) -> bool {
    *page.meaning(place) == Meaning::Unknown
}

fn strange(page: &Page, phrase: &Range<usize>) -> Vec<String> {
    phrase.clone().filter(|at| is_strange(page, *at)).map(|at| page.text(at).to_owned()).collect()
}

/// `the heron`, `a picture of a heron`, `一张老鹰`: nothing but a strange thing, and words that it has one.
fn is_a_thing(page: &Page, places: Range<usize>) -> bool {
    let beside = |at: usize| {
        page.is_light(at)
            || matches!(
                page.sense(at),
                Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage))
                    | Some(Sense::Link(Link::A | Link::The | Link::Of))
            )
            || matches!(page.meaning(at), Meaning::Number(_))
    };
    let first = places.clone().find(|at| page.sense(*at) != Some(Sense::Filler));
    let named = first.is_some_and(|at| {
        matches!(page.sense(at), Some(Sense::Link(Link::A | Link::The)))
            || matches!(page.meaning(at), Meaning::Number(_))
    });
    let strange = places.clone().filter(|at| is_strange(page, *at)).count();
    named
        && (1..=MOST_WORDS).contains(&strange)
        && places.clone().all(|at| is_strange(page, at) || beside(at))
        && places.last().is_some_and(|at| is_strange(page, at))
}

/// More words than these tell something.
const MOST_WORDS: usize = 2;

/// `then the heron`, `再来一张老鹰`: behind pieces, and a word that goes on with them.
fn goes_on_with(page: &Page, phrase: &Range<usize>) -> bool {
    let named = (0..phrase.start).any(|at| page.shows(at).is_some());
    let joins = page.sense(phrase.start) == Some(Sense::Break)
        && LISTS.goes_on_with.has(&page.text(phrase.start).to_lowercase());
    named && joins && is_a_thing(page, phrase.start + 1..phrase.end)
}

/// `先老鹰，再猫头鹰`, `start with the heron, then owl`: what is to be first.
fn comes_first(page: &Page, phrase: &Range<usize>) -> bool {
    let chinese = page.says(phrase.start, &["先"]);
    let first = chinese || page.sense(phrase.start) == Some(Sense::Link(Link::FirstComes));
    let rest = phrase.start + 1..phrase.end;
    let looks = rest.clone().any(|at| LISTS.looks_first.starts(page.text(at)));
    let alone = !looks && rest.clone().all(|at| is_strange(page, at)) && rest.clone().count() == 1;
    let named = (phrase.end..page.len()).any(|at| page.shows(at).is_some());
    let thing = if chinese { alone } else { is_a_thing(page, rest) };
    first && thing && named
}

/// `zorb it`, `把电线P掉`: something is to be done that nobody knows, or to what nobody knows.
fn is_done_to_it(page: &Page, phrase: &Range<usize>) -> bool {
    let words: Vec<usize> =
        phrase.clone().filter(|at| page.sense(*at) != Some(Sense::Filler)).collect();
    // "Would you believe it" and "bless them" order nothing.
    let first = words.first() == Some(&phrase.start) && !LISTS.blesses.has(page.text(phrase.start));
    let done = matches!(words[..], [verb, it]
        if first && is_strange(page, verb) && page.sense(it) == Some(Sense::Link(Link::It)));
    let taken = words.first().is_some_and(|at| page.says(*at, &["把", "将"]))
        || page.says(phrase.start, &["把", "将"]);
    let file = phrase.clone().any(|at| page.shows(at).is_some());
    let known =
        words.iter().any(|at| matches!(page.sense(*at), Some(Sense::Verb(_) | Sense::Noun(_))));
    let strange = words.iter().any(|at| is_strange(page, *at));
    let named = (0..phrase.start).any(|at| page.shows(at).is_some());
    named && !file && (done || taken && strange && !known)
}
