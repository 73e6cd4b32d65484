//! How the pieces of a told film take over from each other: `half-second crossfades between them`, `中间叠化1秒`.

use std::ops::Range;

use super::super::request::{Request, Seam, Style};
use super::super::words::{LISTS, Link, Meaning, Noun, Sense, transition_name};
use super::denied::Denied;
use super::page::Page;
use super::seam_into;
use crate::draft::{Millis, TextPlace};

/// The transitions that are wanted. `None` where two kinds are, or where it is said between which pieces.
pub fn take(page: &mut Page, denied: &Denied) -> Option<Vec<Request>> {
    let places: Vec<usize> =
        (0..page.len()).filter(|place| page.is_free(*place) && is_seam(page, *place)).collect();
    let pushed: Vec<usize> = (0..page.len()).filter(|at| is_pushed(page, *at)).collect();
    pushed.into_iter().for_each(|at| page.use_at(at));
    let mut styles: Vec<&'static str> = Vec::new();
    if take_bare_cuts(page) {
        styles.push("none");
    }
    let mut length: Option<Millis> = None;
    let mut into = Vec::new();
    let mut led = 0;
    for place in &places {
        if let Some(piece) = seam_into::piece(page, *place) {
            into.extend(seam_into::take(page, *place, piece));
            led += 1;
            continue;
        }
        if let Some(Sense::Transition(index)) = page.sense(*place) {
            styles.push(transition_name(index));
        }
        let plain = matches!(page.sense(*place), Some(Sense::Transition(index)) if transition_name(index) == "none");
        // "Map 5 secs straight cuts": a plain cut has no length.
        if !plain && let Some(own) = take_length(page, *place) {
            if length.is_some_and(|length| length != own) {
                return None;
            }
            length = Some(own);
        }
        if !plain && length.is_none() {
            length = take_length_behind(page, *place);
        }
        page.use_at(*place);
        take_between(page, *place)?;
    }
    styles.dedup();
    match (&styles[..], length) {
        ([], None) if led > 0 && led == places.len() && !denied.seams => Some(into),
        _ if !into.is_empty() => None,
        ([] | ["none"], None) if places.is_empty() || denied.seams || !styles.is_empty() => {
            Some(Vec::new())
        }
        ([], _) if !denied.seams => Some(vec![all(Style::Unsaid, length)]),
        ([one], _) if *one != "none" && !denied.seams => Some(vec![all(Style::Named(one), length)]),
        _ => None,
    }
}

/// `cut between them`, `cuts only`: nothing but cuts is said of how they follow each other.
fn take_bare_cuts(page: &mut Page) -> bool {
    let cuts = |place: usize| page.says(place, &["cut", "cuts", "cutting"]);
    let beside = |place: usize| {
        page.is_light(place)
            || is_between(page, place)
            || matches!(page.sense(place), Some(Sense::Link(Link::Only | Link::Whole | Link::From)))
            || LISTS.plainly_cut.has(page.text(place))
    };
    let bare = |phrase: &Range<usize>| {
        let mut places = phrase.clone();
        places.clone().any(|at| page.is_free(at) && cuts(at))
            && places.all(|at| page.is_free(at) && (cuts(at) || beside(at)))
    };
    let Some(phrase) = page.phrases().into_iter().find(bare) else { return false };
    page.use_all(phrase);
    true
}

fn all(style: Style, length: Option<Millis>) -> Request {
    Request::Transitions { style, length, between: Vec::new(), which: Seam::Between }
}

/// `push the contrast +20`: further, and no transition.
fn is_pushed(page: &Page, place: usize) -> bool {
    let tone = |at: usize| matches!(page.sense(at), Some(Sense::Tone(_)));
    page.says(place, &["push"]) && page.item(place).any(tone)
}

fn is_seam(page: &Page, place: usize) -> bool {
    !is_pushed(page, place)
        && matches!(page.sense(place), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
}

/// The time beside it; of the film's, which stand further off, none.
fn take_length(page: &mut Page, seam: usize) -> Option<Millis> {
    let time = |place: &usize| page.is_free(*place) && length_at(page, *place).is_some();
    let each = |place: usize| {
        [page.before(place), page.after(place)].into_iter().flatten().any(|at| {
            // "1 second each time": at every seam.
            page.sense(at) == Some(Sense::Link(Link::Each))
                && !(at + 1 < page.len() && page.says(at + 1, &["time"]))
        })
    };
    let passes = |place: usize| {
        is_seam(page, place)
            || *page.meaning(place) == Meaning::Unknown
            || is_between(page, place)
            || page.sense(place) == Some(Sense::Link(Link::Over))
    };
    let item = page.item(seam);
    let left = (item.start..seam).rev().find(|at| !page.is_light(*at) && !passes(*at));
    let right = (seam + 1..item.end).find(|at| !page.is_light(*at) && !passes(*at));
    let found = [left, right].into_iter().flatten().find(|at| time(at) && !each(*at))?;
    page.use_at(found);
    // "Crossfading over one second".
    let over = |at: &usize| page.sense(*at) == Some(Sense::Link(Link::Over));
    let between: Vec<usize> = (seam.min(found)..seam.max(found)).filter(over).collect();
    between.into_iter().for_each(|at| page.use_at(at));
    length_at(page, found)
}

/// `wipe left between em, half a sec long`: a phrase behind it that tells nothing but how long.
fn take_length_behind(page: &mut Page, seam: usize) -> Option<Millis> {
    let next = page.next_phrase(&page.phrase(seam))?;
    let long = |at: usize| page.sense(at) == Some(Sense::Link(Link::Long));
    let time = next.clone().find(|at| page.is_free(*at) && length_at(page, *at).is_some())?;
    let alone = next.clone().all(|at| at == time || page.is_light(at));
    if !alone || !next.clone().any(long) {
        return None;
    }
    page.use_all(next);
    length_at(page, time)
}

/// `0.5 s`, `crossfade 0.5`: so short is nothing but a length.
fn length_at(page: &Page, place: usize) -> Option<Millis> {
    match *page.meaning(place) {
        Meaning::Time(length) => Some(length),
        // "Over a second", and no second one.
        Meaning::Ordinal(2) if place > 0 && page.sense(place - 1) == Some(Sense::Link(Link::A)) => {
            Some(Millis::from_secs(1))
        }
        Meaning::Number(number) if number > 0.0 && number < 3.0 && number.fract() > 0.0 => {
            Some(Millis::from_secs_rounded(number))
        }
        _ => None,
    }
}

fn is_between(page: &Page, place: usize) -> bool {
    // "两张之间".
    let two =
        matches!(page.meaning(place), Meaning::Number(number) if (*number - 2.0).abs() < 0.001);
    let next = |at: usize| page.sense(at) == Some(Sense::Link(Link::Between));
    let seams =
        matches!(page.meaning(place), Meaning::Number(_)) && page.text(place).ends_with('处');
    two && page.after(place).is_some_and(next)
        || seams
        || page.says(place, &["衔接", "接缝", "接口"])
        || matches!(
            page.sense(place),
            Some(
                Sense::Link(Link::Between | Link::It | Link::All | Link::Each | Link::These)
                    | Sense::Place(TextPlace::Centre)
                    | Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)
            )
        )
}

/// `between them`, `中间`: all of them. `between the boat and the lake` is less.
fn take_between(page: &mut Page, seam: usize) -> Option<()> {
    let item = page.item(seam);
    let between = |place: &usize| {
        matches!(
            page.sense(*place),
            Some(Sense::Link(Link::Between) | Sense::Place(TextPlace::Centre))
        )
    };
    let Some(first) = item.clone().find(between) else { return Some(()) };
    let to = if first < seam { seam } else { item.end };
    if (first..to).any(|place| page.shows(place).is_some()) {
        return None;
    }
    let said: Vec<usize> = (item.start..to)
        .filter(|at| (*at >= first || *at + 1 == first) && is_between(page, *at))
        .collect();
    said.into_iter().for_each(|place| page.use_at(place));
    Some(())
}
