//! Words that are shown as long as a piece is seen, told with a verb for that: `the caption “Sammy” while we see the seal`.
//!
//! That is over the piece, and what is told of seeing it says no more.

use super::super::words::{LISTS, Link, Meaning, Sense};
use super::page::Page;

/// Reads it as what lies over the piece.
pub fn write_out(page: &mut Page) {
    for place in 0..page.len() {
        let text = page.text(place).to_lowercase();
        let quoted = page.phrase(place).any(|at| matches!(page.meaning(at), Meaning::Quote(_)));
        if !quoted || !LISTS.while_it_is_seen.has(&text) {
            continue;
        }
        let Some(file) = watched(page, place) else { continue };
        let end = page.phrase(place).end;
        let behind: Vec<usize> = (file + 1..end)
            .take_while(|at| LISTS.stays_in_view.has(&page.text(*at).to_lowercase()))
            .collect();
        // "As the seal": no more is told than which piece.
        if place + 1 == file && behind.is_empty() {
            continue;
        }
        page.mean(place, Meaning::Known(Sense::Link(Link::Over)));
        (place + 1..file).chain(behind).for_each(|at| page.mean(at, Meaning::Known(Sense::Filler)));
    }
}

/// The file of which is told that it is seen, with nothing but that before it.
fn watched(page: &Page, place: usize) -> Option<usize> {
    let file = (place + 1..page.phrase(place).end).find(|at| page.shows(*at).is_some())?;
    let told = |at: usize| page.is_light(at) || LISTS.is_watched.has(&page.text(at).to_lowercase());
    (place + 1..file).all(told).then_some(file)
}
