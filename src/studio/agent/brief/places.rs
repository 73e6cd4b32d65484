//! Where the pieces of a told film stand that are told by their places: `海边打头，bunny第二，bikes收尾`, `end with the boat`.

use super::super::words::{Edge, LISTS, Link, Meaning, Noun, Sense, Verb};
use super::page::Page;
use super::pieces::Piece;
use super::values;

/// The first and the last of them where they are told to come. `None` where only they were told of more files.
fn ordered(
    mut pieces: Vec<Piece>,
    first: Option<usize>,
    last: Option<usize>,
    files: usize,
) -> Option<Vec<Piece>> {
    // "Make a slideshow, lake first, boat last": all the others come between.
    let marked = |piece: &Piece| first == Some(piece.place) || last == Some(piece.place);
    if !pieces.is_empty() && pieces.iter().all(marked) && pieces.len() < files {
        return None;
    }
    let key = |piece: &Piece| {
        if first == Some(piece.place) {
            0
        } else if last == Some(piece.place) {
            2
        } else {
            1
        }
    };
    pieces.sort_by_key(key);
    Some(pieces)
}

/// `在前`, `放前面`: before a word for a place, and not `先A后B`.
pub fn puts(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Link(Link::At) | Sense::Verb(Verb::Move | Verb::Show)))
}

/// `market has to be last (5s)`, and not `market is to last 5 seconds`.
fn is_to_be(page: &Page, place: usize) -> bool {
    let before = place.checked_sub(1).map(|at| page.text(at).to_lowercase());
    let word = before.as_deref().and_then(|said| said.rsplit(' ').next()).unwrap_or_default();
    LISTS.has_a_place.has(word)
}

/// An end that something goes on to.
fn is_reached(page: &Page, end: usize) -> bool {
    let reaches = |at: usize| page.sense(at) == Some(Sense::Link(Link::To));
    let begins = |at: usize| {
        !matches!(page.meaning(at), Meaning::Known(_) | Meaning::Unknown | Meaning::File(..))
            || page.sense(at) == Some(Sense::Link(Link::From))
            || matches!(page.sense(at), Some(Sense::Verb(Verb::Keep | Verb::Trim | Verb::Use)))
    };
    // "Cellar to the end" is last, "bikes from 3 seconds to the end" a part of it.
    if !(page.item(end).start..end).any(begins) {
        return false;
    }
    (0..end).rev().take_while(|at| page.is_light(*at) || reaches(*at)).any(reaches)
}

/// `先早市再面馆最后夜灯`: of the piece behind it; `hay together with the bunny last`: of the nearest one before it.
fn is_of_another(page: &Page, all: &[Piece], piece: usize, at: usize) -> bool {
    let end = page.item(piece).end;
    let named = |next: usize| next < end && all.iter().any(|other| other.place == next);
    let leads_on = piece < at && page.after(at).is_some_and(named);
    leads_on || all.iter().any(|other| piece < other.place && other.place < at)
}

/// `用合影做一部开场的小片`: what the film is for, and no place in it.
fn names_what_is_made(page: &Page, piece: usize, end: usize) -> bool {
    let makes = |at: usize| page.sense(at) == Some(Sense::Verb(Verb::Make));
    let film = |at: usize| {
        *page.meaning(at) == Meaning::Unknown
            || matches!(page.sense(at), Some(Sense::Noun(Noun::Film | Noun::Promo)))
    };
    (piece..end).any(makes) && page.after(end).is_some_and(film)
}

/// `bikes.mp4全段开篇，码头4秒收尾`: how much of each is told, and so is all that there is.
fn are_all_told(page: &Page, pieces: &[Piece]) -> bool {
    let much = |piece: &Piece| page.item(piece.place).any(|at| values::at(page, at).is_some());
    pieces.len() > 1 && pieces.iter().all(much)
}

/// `从第3秒开始`, `从第3秒用到结尾`, `from 3 seconds to the end`: where in it, and not where it comes.
fn is_of_a_part(page: &Page, edge: usize) -> bool {
    let begins = edge > 0
        && LISTS.begins_from.has(page.text(edge))
        && matches!(page.meaning(edge - 1), Meaning::Time(_));
    begins || is_reached(page, edge)
}

/// `海边打头，bunny第二，bikes收尾`, `end with the boat`: where each is told to come.
pub fn in_their_places(page: &mut Page, pieces: Vec<Piece>, files: usize) -> Option<Vec<Piece>> {
    let all = pieces.clone();
    let mut first: Option<usize> = None;
    let mut last: Option<usize> = None;
    // "图书馆在前、宿舍在后": one before the other, and no ends that others come between.
    let mut beside = 0;
    for (nth, piece) in all.iter().enumerate() {
        let item = page.item(piece.place);
        let end = item.end;
        // "茶园在前师傅在后": what is told of this one, and ends there.
        let next = all.get(nth + 1).map_or(end, |next| next.place.min(end));
        let ends = |at: usize| piece.place < at && at + 1 == next;
        for at in item.filter(|at| *at != piece.place) {
            let other = is_of_another(page, &all, piece.place, at);
            if !page.is_free(at) || other || names_what_is_made(page, piece.place, at) {
                continue;
            }
            match page.meaning(at) {
                Meaning::Known(Sense::Edge(_)) if is_of_a_part(page, at) => {}
                Meaning::Known(Sense::Link(Link::Lead | Link::Before))
                    if ends(at) && puts(page, at - 1) =>
                {
                    first = first.or(Some(piece.place));
                    beside += 1;
                }
                Meaning::Known(Sense::Link(Link::Rear | Link::After))
                    if ends(at) && puts(page, at - 1) =>
                {
                    last = Some(piece.place);
                    beside += 1;
                }
                Meaning::Ordinal(1) => first = Some(piece.place),
                Meaning::Ordinal(-1) => last = Some(piece.place),
                _ if page.says(at, &["last", "final"]) && (at + 1 == end || is_to_be(page, at)) => {
                    last = Some(piece.place);
                }
                Meaning::Ordinal(number) if *number == i32::try_from(nth + 1).ok()? => {}
                Meaning::Ordinal(_) => return None,
                Meaning::Known(Sense::Link(Link::FirstComes)) => {
                    first = first.or(Some(piece.place));
                }
                Meaning::Known(Sense::Link(Link::LastComes)) => last = Some(piece.place),
                Meaning::Known(Sense::Edge(Edge::Start)) => first = first.or(Some(piece.place)),
                Meaning::Known(Sense::Edge(Edge::End)) => last = Some(piece.place),
                _ => continue,
            }
            page.use_at(at);
        }
    }
    let complete = beside > 1 || are_all_told(page, &all);
    ordered(pieces, first, last, if complete { 0 } else { files })
}
