//! Lengths told in a row, as many as there are pieces: `for 5, 4 and 3 seconds respectively`, `分别3秒、4秒、5秒`,
//! `时长依次为5、4、3秒：早市、面馆、夜灯`. The unit may be said once, with the last of them.
//!
//! Each is of the piece that was told in the same place. A mark parts them as it parts pieces, so they are looked for
//! before anything is read by what stands beside it.

use super::super::words::{LISTS, Link, Meaning, Sense, Verb};
use super::page::Page;
use super::pieces::Piece;
use super::values::Much;
use crate::draft::Millis;

/// Gives each piece its own length, where none has one yet.
pub fn give(page: &mut Page, pieces: &mut [Piece]) {
    let open = pieces.len() > 1 && pieces.iter().all(|piece| piece.much == Much::Unsaid);
    if !open {
        return;
    }
    let found = (0..page.len()).find_map(|first| row(page, first, pieces.len()));
    let Some(row) = found else { return };
    for (piece, (place, time)) in pieces.iter_mut().zip(row) {
        piece.much = Much::For(time);
        page.use_at(place);
        let each = |at: &usize| page.sense(*at) == Some(Sense::Link(Link::Each));
        let said: Vec<usize> = page.item(place).filter(each).collect();
        said.into_iter().for_each(|at| page.use_at(at));
    }
}

/// So many lengths from a place on, with nothing but marks between them.
fn row(page: &Page, first: usize, count: usize) -> Option<Vec<(usize, Millis)>> {
    let begins =
        value(page, first).is_some() && !(0..first).rev().any(|at| goes_on(page, at, first));
    let mut row = Vec::new();
    let mut unit = false;
    for place in first..page.len() {
        if let Some((time, own)) = value(page, place) {
            row.push((place, time));
            unit = own;
        } else if !joins(page, place) {
            break;
        }
    }
    let alone = row.iter().all(|(place, _)| is_nothing_else(page, *place, first));
    (begins && unit && alone && row.len() == count).then_some(row)
}

/// Whether a value stands right before a row, so that the row began with it.
fn goes_on(page: &Page, at: usize, first: usize) -> bool {
    value(page, at).is_some() && (at + 1..first).all(|between| joins(page, between))
}

/// A length, and whether its unit was said with it.
fn value(page: &Page, place: usize) -> Option<(Millis, bool)> {
    match page.meaning(place) {
        Meaning::Time(time) if page.is_free(place) => Some((*time, true)),
        Meaning::Number(number) if page.is_free(place) && *number > 0.0 => {
            Some((Millis::from_secs_rounded(*number), false))
        }
        _ => None,
    }
}

fn joins(page: &Page, place: usize) -> bool {
    page.is_light(place)
        || (page.sense(place) == Some(Sense::Break)
            && page.says(place, &[",", "，", "、", "/", "and", "&", "和"]))
}

/// `for 5`, `3 seconds respectively`, `分别放5秒`: behind the first name of the row a piece may stand.
fn is_nothing_else(page: &Page, place: usize, first: usize) -> bool {
    page.item(place).all(|at| {
        value(page, at).is_some()
            || page.is_light(at)
            || (at < first && page.shows(at).is_some())
            || LISTS.one_by_one.has(page.text(at))
            || matches!(page.sense(at), Some(Sense::Link(Link::Each | Link::Order)))
            || matches!(page.sense(at), Some(Sense::Verb(Verb::Show | Verb::Move | Verb::Keep)))
    })
}
