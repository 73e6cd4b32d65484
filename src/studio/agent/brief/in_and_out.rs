//! The points of a file between which it is wanted, as editors write them down: `bunny.mp4, in at 0:02, out at 0:05`,
//! `海边入点2秒、出点6秒`, `silent in 1 out 3`.
//!
//! Two words mark two moments, and neither is a length. They are one range, wherever a mark parts them.

use super::super::words::{LISTS, Link, List, Meaning, Sense};
use super::page::Page;
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// So far behind its word a moment stands, and so far behind the first the second word.
const NEAR: usize = 4;

/// Makes one range of each pair.
pub fn take(page: &mut Page) {
    for place in 0..page.len() {
        // "Song.mp3, in 1 s, out 2 s" are fades.
        if !page.is_free(place) || !is_of_footage(page, place) {
            continue;
        }
        let Some((start, from)) = point(page, place, &LISTS.in_point) else { continue };
        let Some((end, to)) = out_behind(page, start) else { continue };
        if from < to {
            page.use_all(place..end + 1);
            page.free(start);
            page.mean(start, Meaning::Range(from, to));
        }
    }
}

/// An in or an out point that begins at a place, and its moment.
fn point(page: &Page, place: usize, words: &List) -> Option<(usize, Millis)> {
    if words.has(page.text(place)) {
        return moment_behind(page, place);
    }
    // "入点2秒" is one word by now.
    match page.meaning(place) {
        Meaning::Head(time) | Meaning::Tail(time) if words.starts(page.text(place)) => {
            Some((place, *time))
        }
        _ => None,
    }
}

fn is_of_footage(page: &Page, place: usize) -> bool {
    let file = (0..place).rev().find_map(|at| match page.meaning(at) {
        Meaning::File(_, kind) => Some(*kind),
        _ => None,
    });
    file == Some(MediaKind::Video)
}

/// The moment of an in or an out point, with only small words before it.
fn moment_behind(page: &Page, word: usize) -> Option<(usize, Millis)> {
    let near = word + 1..page.len().min(word + NEAR);
    let at = near.into_iter().find(|at| !is_little(page, *at))?;
    let time = match page.meaning(at) {
        Meaning::Time(time) => *time,
        Meaning::Number(number) => Millis::from_secs_rounded(*number),
        _ => return None,
    };
    Some((at, time))
}

/// The out point that goes with an in point.
fn out_behind(page: &Page, start: usize) -> Option<(usize, Millis)> {
    let mut near = start + 1..page.len().min(start + NEAR);
    let passes = |at: usize| is_little(page, at) || page.sense(at) == Some(Sense::Break);
    let word = near.find(|at| !passes(*at) || LISTS.out_point.has(page.text(*at)))?;
    point(page, word, &LISTS.out_point)
}

fn is_little(page: &Page, at: usize) -> bool {
    page.is_light(at)
        || page.says(at, &[":", "point", "="])
        || matches!(page.sense(at), Some(Sense::Link(Link::At | Link::As)))
}
