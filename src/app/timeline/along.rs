//! Which pieces only moved along, since something before them came, went or has another length.
//!
//! They are told in the answer and not marked in the lanes: after a cut near the start everything behind
//! it begins elsewhere, and marks on all of it would hide the one piece that was meant. A piece moved
//! along if it kept its place in the order and its distance from the piece before it, or if it lies over
//! a piece of the main track that moved as far.

use std::collections::{HashMap, HashSet};

use crate::draft::{Draft, Kind, Segment, SegmentId, Track};

/// A piece as it was: its place on its track, its start, its end, and how far behind the piece before it,
/// in milliseconds.
#[derive(Clone, Copy)]
struct Was {
    place: usize,
    start: i128,
    end: i128,
    gap: i128,
}

/// Of the pieces that only begin elsewhere, those that moved along with others.
pub(super) fn along<'a>(
    before: &'a Draft,
    after: &'a Draft,
    moved: &HashSet<&SegmentId>,
) -> HashSet<&'a SegmentId> {
    if moved.is_empty() {
        return HashSet::new();
    }
    let was: HashMap<&SegmentId, Was> = before.tracks.iter().flat_map(all).collect();
    let main = after.tracks.iter().position(|track| track.kind == Kind::Video);
    let below: Vec<_> = main.iter().flat_map(|main| all(&after.tracks[*main])).collect();
    let mut found = HashSet::new();
    for (number, track) in after.tracks.iter().enumerate() {
        let is_above = main.is_some_and(|main| main != number);
        let stayed = in_order(track, &was);
        found.extend(all(track).filter_map(|(id, is)| {
            let was_here = was.get(id)?;
            let shift = is.start - was_here.start;
            let with_piece_before = stayed.contains(id) && is.gap == was_here.gap;
            let with_what_is_below = || is_above && carries(&below, is, shift, &was);
            (moved.contains(id) && (with_piece_before || with_what_is_below())).then_some(id)
        }));
    }
    found
}

/// The pieces of a track in order.
fn all(track: &Track) -> impl Iterator<Item = (&SegmentId, Was)> {
    let mut pieces: Vec<&Segment> = track.segments.iter().collect();
    pieces.sort_by_key(|piece| piece.start);
    let mut last = 0;
    pieces.into_iter().enumerate().map(move |(place, piece)| {
        let (start, end) = (i128::from(piece.start.0), i128::from(piece.end().0));
        let gap = start - std::mem::replace(&mut last, end);
        (&piece.id, Was { place, start, end, gap })
    })
}

/// Whether the piece of the main track where this one begins moved as far, by its start or its end.
fn carries(
    main: &[(&SegmentId, Was)],
    is: Was,
    shift: i128,
    was: &HashMap<&SegmentId, Was>,
) -> bool {
    let behind = main.partition_point(|(_, piece)| piece.start <= is.start);
    let Some((id, under)) = behind.checked_sub(1).map(|place| main[place]) else { return false };
    let moved_as_far = |was: &Was| under.start - was.start == shift || under.end - was.end == shift;
    is.start < under.end && was.get(id).is_some_and(moved_as_far)
}

/// The pieces that certainly kept their order: those that stand in every longest run of pieces whose order
/// is as it was. Of two that changed places either may have moved, and neither is one.
fn in_order<'a>(track: &'a Track, was: &HashMap<&SegmentId, Was>) -> HashSet<&'a SegmentId> {
    let pieces: Vec<(&SegmentId, usize)> =
        all(track).filter_map(|(id, _)| Some((id, was.get(id)?.place))).collect();
    let places: Vec<usize> = pieces.iter().map(|(_, place)| *place).collect();
    let up_to = longest_up_to(places.iter().copied());
    let mirrored = places.iter().rev().map(|place| usize::MAX - place);
    let from: Vec<usize> = longest_up_to(mirrored).into_iter().rev().collect();
    let longest = up_to.iter().copied().max().unwrap_or(0);
    let is_in_one = |number: &usize| up_to[*number] + from[*number] == longest + 1;
    let mut at_rank = vec![0; longest + 1];
    (0..pieces.len()).filter(is_in_one).for_each(|number| at_rank[up_to[number]] += 1);
    let is_in_all = |number: &usize| is_in_one(number) && at_rank[up_to[*number]] == 1;
    (0..pieces.len()).filter(is_in_all).map(|number| pieces[number].0).collect()
}

/// For each number, how many the longest rising row has that ends with it.
fn longest_up_to(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    numbers
        .map(|number| {
            let rank = ends.partition_point(|end| *end < number);
            match ends.get_mut(rank) {
                Some(end) => *end = number,
                None => ends.push(number),
            }
            rank + 1
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::app::Mark;
    use crate::draft::wire::decode;

    use super::super::Changed;
    use super::*;

    /// A piece: its name, its start and its seconds.
    type Piece = (&'static str, u64, u64);

    /// A film of tracks, each of a kind.
    fn film(tracks: &[(u8, &[Piece])]) -> Draft {
        let tracks = tracks.iter().map(|(kind, pieces)| {
            let pieces = pieces.iter().map(
                |(id, start, seconds)| json!({"id": id, "st": start * 1000, "d": seconds * 1000}),
            );
            json!({"tt": kind, "sg": pieces.collect::<Vec<Value>>()})
        });
        decode(&json!({"t": tracks.collect::<Vec<_>>()})).expect("a film")
    }

    /// The pieces that are marked as changed, by name.
    fn marked(before: &Draft, after: &Draft) -> Vec<String> {
        let changed = Changed::between(before, after);
        let is_marked = |piece: &&Segment| changed.segment(&piece.id) == Some(Mark::Changed);
        let pieces = after.segments().map(|(_, piece)| piece);
        pieces.filter(is_marked).map(|piece| piece.id.to_string()).collect()
    }

    const VIDEO: u8 = 0;
    const TEXT: u8 = 3;
    const FOUR: &[Piece] = &[("a", 0, 2), ("b", 2, 2), ("c", 4, 3), ("d", 7, 1)];

    fn marked_among(video: &[Piece]) -> Vec<String> {
        marked(&film(&[(VIDEO, FOUR)]), &film(&[(VIDEO, video)]))
    }

    #[test]
    fn what_follows_a_cut_a_trim_or_something_new_is_not_marked() {
        assert_eq!(marked_among(&[("a", 0, 2), ("c", 2, 3), ("d", 5, 1)]), [""; 0]);
        assert_eq!(marked_among(&[("b", 0, 2), ("c", 2, 3), ("d", 5, 1)]), [""; 0]);
        assert_eq!(marked_among(&[("a", 0, 1), ("b", 1, 2), ("c", 3, 3), ("d", 6, 1)]), ["a"]);
        let inserted = [("a", 0, 2), ("new", 2, 9), ("b", 11, 2), ("c", 13, 3), ("d", 16, 1)];
        assert_eq!(marked_among(&inserted), [""; 0]);
    }

    #[test]
    fn what_was_moved_is_marked_and_not_what_made_room_for_it() {
        assert_eq!(marked_among(&[("d", 0, 1), ("a", 1, 2), ("b", 3, 2), ("c", 5, 3)]), ["d"]);
        assert_eq!(marked_among(&[("a", 0, 2), ("c", 2, 3), ("d", 5, 1), ("b", 6, 2)]), ["b"]);
        assert_eq!(marked_among(&[("b", 0, 2), ("a", 2, 2), ("c", 4, 3), ("d", 7, 1)]), ["b", "a"]);
        let turned = [("d", 0, 1), ("c", 1, 3), ("b", 4, 2), ("a", 6, 2)];
        assert_eq!(marked_among(&turned), ["d", "c", "b", "a"]);
        // A gap opened before one, and the rest went along.
        assert_eq!(marked_among(&[("a", 0, 2), ("b", 5, 2), ("c", 7, 3), ("d", 10, 1)]), ["b"]);
    }

    #[test]
    fn words_that_lie_over_what_moved_go_along_and_words_that_move_alone_are_marked() {
        let with = |video: &[Piece], title| film(&[(VIDEO, video), (TEXT, &[("title", title, 1)])]);
        let before = with(FOUR, 5);
        let cut = with(&[("a", 0, 2), ("c", 2, 3), ("d", 5, 1)], 3);
        assert_eq!(marked(&before, &cut), [""; 0]);
        assert_eq!(marked(&before, &with(FOUR, 1)), ["title"]);
        let elsewhere = with(&[("a", 0, 2), ("c", 2, 3), ("d", 5, 1)], 4);
        assert_eq!(marked(&before, &elsewhere), ["title"]);
    }
}
