//! How a piece of a told film is played: `bikes.mp4 at double speed`, `3s to 7s of bikes, played in reverse`, `整段原声静音`,
//! `the laurels with brightness +25`.
//!
//! It is told beside the piece, or in the same sentence behind it, and is of no other one. What is told is given to the
//! readers of single wishes with the piece it is of.

use std::ops::Range;

use super::super::request::{Level, Reading, Reference, Request, Sounding, read};
use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Token, Verb};
use super::frame;
use super::page::Page;
use crate::api::wire::MediaKind;

/// What is done to single pieces, with the place where it is told. `None` where it cannot be done to the one that it is told of.
pub fn take(page: &mut Page) -> Option<Vec<(usize, Request)>> {
    let mut requests: Vec<(usize, Request)> = Vec::new();
    for place in 0..page.len() {
        if !page.is_free(place) || !tells_how(page, place) {
            continue;
        }
        if is_of_a_part(page, place) {
            return None;
        }
        if super::remarks::gives_why(page, &page.phrase(place)) {
            continue;
        }
        if is_a_fault(page, place) || is_a_sort_of_film(page, place) {
            page.mean(place, Meaning::Unknown);
            continue;
        }
        let Some(at) = of_which(page, place) else { continue };
        let how = run(page, place);
        let request = done_to(page, at, &how)?;
        how.for_each(|place| page.use_at(place));
        if !requests.iter().any(|(_, other)| *other == request) {
            requests.push((place, request));
        }
    }
    Some(requests)
}

/// A pace, a direction, silence, or an amount of light or colour.
fn tells_how(page: &Page, place: usize) -> bool {
    matches!(page.meaning(place), Meaning::Speed(_))
        || matches!(
            page.sense(place),
            Some(Sense::Pace(_) | Sense::Verb(Verb::Reverse | Verb::Mute) | Sense::Tone(_))
        )
        || is_silenced(page, place)
        || is_turned(page, place)
}

/// `顺时针转90度`, `rotated 90 degrees clockwise`: an angle, and which way round beside it.
fn is_turned(page: &Page, place: usize) -> bool {
    let angle = |at: usize| matches!(page.meaning(at), Meaning::Degrees(_));
    let near = |at: usize| {
        matches!(page.sense(at), Some(Sense::Turning(_) | Sense::Verb(Verb::Rotate | Verb::Turn)))
    };
    let beside = |at: usize, fits: &dyn Fn(usize) -> bool| {
        let item = page.item(at);
        (item.start..item.end).any(|other| other.abs_diff(at) <= 2 && fits(other))
    };
    angle(place) || near(place) && beside(place, &angle)
}

/// `the sky in the owl should be bluer`: of what is seen in the picture, and not of the picture.
fn is_of_a_part(page: &Page, place: usize) -> bool {
    let item = page.item(place);
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    let of = |at: usize| {
        matches!(page.sense(at), Some(Sense::Link(Link::Of | Link::At))) && page.text(at) != "的"
    };
    let shown = |at: usize| page.shows(at).is_some();
    (item.start..place).any(|at| {
        strange(at)
            && at > item.start
            && page.sense(at - 1) == Some(Sense::Link(Link::The))
            && at + 1 < place
            && of(at + 1)
            && (at + 2..place).any(shown)
    })
}

/// `Contrast piece, keep it grim. Podium.jpg 6 sec`: before all pieces, and no amount of it.
fn is_a_sort_of_film(page: &Page, place: usize) -> bool {
    let amount = |at: usize| !matches!(page.meaning(at), Meaning::Known(_) | Meaning::Unknown);
    matches!(page.sense(place), Some(Sense::Tone(_)))
        && (0..page.phrase(place).end).all(|at| page.shows(at).is_none())
        && page.phrase(place).all(|at| !amount(at))
        && page.phrase(place).any(|at| LISTS.sorts_of_film.has(page.text(at)))
}

/// `星空那张拍得太冷了，色温加暖15`, `这张拍暗了，亮度加20`: what is wrong with it, and no wish.
fn is_a_fault(page: &Page, place: usize) -> bool {
    let tone = |at: usize| matches!(page.sense(at), Some(Sense::Tone(_)));
    let number = |at: usize| matches!(page.meaning(at), Meaning::Number(_) | Meaning::Percent(_));
    if !tone(place) || page.item(place).any(number) {
        return false;
    }
    let before = place.checked_sub(1).is_some_and(|at| LISTS.too_much.has(page.text(at)));
    let end = page.phrase(place).end;
    let next = (end..page.len()).find(|at| page.shows(*at).is_some()).unwrap_or(page.len());
    let put_right = |at: usize| tone(at) && page.item(at).any(number);
    let small = page.item(place).any(|at| matches!(page.sense(at), Some(Sense::Degree(_))));
    before || page.text(place).starts_with('太') || (!small && (end..next).any(put_right))
}

/// `kill its nat sound`, `its own audio removed`: of the piece that was told before it.
fn is_silenced(page: &Page, place: usize) -> bool {
    let item = page.item(place);
    let own = |at: usize| page.says(at, &["its", "their", "its own"]);
    page.sense(place) == Some(Sense::Verb(Verb::Remove))
        && item.clone().any(own)
        && item.clone().any(|at| page.sense(at) == Some(Sense::Noun(Noun::Sound)))
        && item.clone().all(|at| page.shows(at).is_none())
}

/// All that is said with it, without a gap: `its own sound muted`, `brightness +25`, `以0.5倍速慢放`.
fn run(page: &Page, place: usize) -> Range<usize> {
    let item = page.item(place);
    if is_silenced(page, place) {
        return place..item.end;
    }
    let before = |at: usize| {
        page.is_free(at)
            && (tells_how(page, at)
                || page.is_light(at)
                || page.says(at, &["turn", "turned", "turning", "转", "旋转", "转个", "转了"])
                || matches!(
                    page.sense(at),
                    Some(
                        Sense::Noun(Noun::Sound)
                            | Sense::Degree(_)
                            | Sense::Verb(Verb::Use)
                            | Sense::Link(Link::With)
                    )
                ))
    };
    let behind = |at: usize| {
        before(at)
            || matches!(page.meaning(at), Meaning::Number(_) | Meaning::Percent(_))
            || matches!(
                page.sense(at),
                Some(Sense::Link(Link::It | Link::By) | Sense::Verb(Verb::Add | Verb::Change))
            )
    };
    let start = (item.start..place).rev().take_while(|at| before(*at)).last().unwrap_or(place);
    let end = (place + 1..item.end).take_while(|at| behind(*at)).last().unwrap_or(place);
    start..end + 1
}

/// The piece that is meant, by the place of its name: in the same item, or the only one that was named before in this
/// sentence. `None` where it may be all of them.
fn of_which(page: &Page, place: usize) -> Option<usize> {
    let item = page.item(place);
    let shown = |at: &usize| page.shows(*at).is_some();
    let own = (item.start..place).rev().find(shown).or_else(|| (place..item.end).find(shown));
    if own.is_some() {
        return own.filter(|_| !is_joined(page, &item));
    }
    let others = |at: usize| shown(&at) && !page.sentence(place).contains(&at);
    let before: Vec<usize> = (page.sentence(place).start..place).filter(shown).collect();
    match before[..] {
        [one] if (0..page.len()).any(others) || moves(page, one) => Some(one),
        _ => None,
    }
}

/// `bunny and bikes at double speed`: of both of them, or of one.
fn is_joined(page: &Page, item: &Range<usize>) -> bool {
    let Some(joint) = item.start.checked_sub(1).filter(|at| page.counts_up(*at)) else {
        return false;
    };
    let before = page.item(joint.saturating_sub(1));
    before.clone().any(|at| page.shows(at).is_some())
        && before.clone().all(|at| page.shows(at).is_some() || page.is_light(at))
}

fn moves(page: &Page, place: usize) -> bool {
    matches!(page.meaning(place), Meaning::File(_, MediaKind::Video))
}

/// The wish for it. `None` where a still is to be played so, or it is told to last as well.
fn done_to(page: &Page, piece: usize, how: &Range<usize>) -> Option<Request> {
    let of = frame::one_of(page, piece)?;
    let plays = |at: usize| {
        tells_how(page, at)
            && !is_turned(page, at)
            && !matches!(page.sense(at), Some(Sense::Tone(_)))
    };
    let timed = |at: usize| matches!(page.meaning(at), Meaning::Time(_));
    let paced = how.clone().any(|at| is_a_pace(page, at));
    let lasts = page.item(piece).chain(page.item(how.start)).any(timed);
    if how.clone().any(plays) && !moves(page, piece) || paced && lasts {
        return None;
    }
    let silent =
        |at: usize| page.sense(at) == Some(Sense::Verb(Verb::Mute)) || is_silenced(page, at);
    if how.clone().any(silent) {
        return Some(Request::Volume { of: Sounding::Clips(of), level: Level::To(0.0) });
    }
    // "Run bikes at 2x".
    let speeds: Vec<f64> = how.clone().filter_map(|at| speed(page, at)).collect();
    if let ([speed], 1) = (&speeds[..], how.clone().filter(|at| tells_how(page, *at)).count()) {
        return Some(Request::Pace { of, speed: *speed });
    }
    wish(page, piece, how).filter(|request| is_of_a_piece(request, &of))
}

fn speed(page: &Page, place: usize) -> Option<f64> {
    match page.meaning(place) {
        Meaning::Speed(speed) => Some(*speed),
        Meaning::Known(Sense::Pace(pace)) if page.text(place).contains('x') => Some(pace.factor()),
        _ => None,
    }
}

fn is_a_pace(page: &Page, at: usize) -> bool {
    matches!(page.meaning(at), Meaning::Speed(_)) || matches!(page.sense(at), Some(Sense::Pace(_)))
}

fn wish(page: &Page, piece: usize, how: &Range<usize>) -> Option<Request> {
    let said = |at: &usize| {
        !matches!(
            page.sense(*at),
            Some(Sense::Link(Link::It | Link::With | Link::At) | Sense::Filler)
        ) && !matches!(page.sense(*at), Some(Sense::Verb(Verb::Use | Verb::Add)))
    };
    let token = |at: usize| page.tokens(at..at + 1)[0].clone();
    let tokens: Vec<Token> =
        [piece].into_iter().chain(how.clone().filter(said)).map(token).collect();
    let mut readings = read(&[Clause { tokens }], None);
    let Some(Reading::Understood { mut requests, .. }) = readings.pop() else { return None };
    requests.pop().filter(|_| requests.is_empty() && readings.is_empty())
}

/// Of the piece alone; and where it stands in the film, where it is there twice.
fn is_of_a_piece(request: &Request, piece: &[Reference]) -> bool {
    let named = match request {
        Request::Pace { of, .. } | Request::Backwards { of, .. } => of,
        Request::Adjust(adjust) => &adjust.of,
        _ => return false,
    };
    named == piece
}
