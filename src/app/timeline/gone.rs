//! Where pieces were that are gone: the joint that each run of them has left behind.
//!
//! A joint is told by the piece beside it, so that it is found in later films, too. There is none where
//! something else came in their place, or where the piece beside them was drawn out over it.

use std::collections::{HashMap, HashSet};

use crate::draft::{Draft, Millis, Segment, SegmentId};

/// What a joint is told by.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Joint {
    /// It is where this piece ends.
    Behind(SegmentId),
    /// It is where this piece begins.
    Before(SegmentId),
    /// It is on the track of this label near that moment: no piece beside it has a name that lasts.
    At(String, Millis),
}

/// The pieces of a film that its next form has no more, where both have the same tracks.
pub(super) fn missing(before: &Draft, after: &Draft) -> HashSet<SegmentId> {
    let mut found = HashSet::new();
    for (was, is) in before.tracks.iter().zip(&after.tracks) {
        let ids = was.segments.iter().map(|piece| &piece.id);
        // Most edits leave most tracks alone, which costs little to see.
        if ids.clone().eq(is.segments.iter().map(|piece| &piece.id)) {
            continue;
        }
        let there: HashSet<&SegmentId> = is.segments.iter().map(|piece| &piece.id).collect();
        found.extend(ids.filter(|id| !there.contains(id)).cloned());
    }
    found
}

/// The joints that pieces have left. `is_new` tells whether a piece came with the change.
pub(super) fn joints(
    before: &Draft,
    after: &Draft,
    gone: &HashSet<SegmentId>,
    is_new: impl Fn(&Segment) -> bool,
) -> Vec<Joint> {
    if gone.is_empty() {
        return Vec::new();
    }
    let there: HashMap<&SegmentId, &Segment> =
        after.segments().map(|(_, piece)| (&piece.id, piece)).collect();
    let mut found = Vec::new();
    for (number, track) in before.tracks.iter().enumerate() {
        let mut pieces: Vec<&Segment> = track.segments.iter().collect();
        pieces.sort_by_key(|piece| piece.start);
        let is_gone = |piece: &Segment| gone.contains(&piece.id);
        let mut end = 0;
        for run in pieces.chunk_by(|one, other| is_gone(one) == is_gone(other)) {
            let start = end;
            end += run.len();
            if is_gone(run[0]) {
                let beside =
                    [start.checked_sub(1).map(|place| pieces[place]), pieces.get(end).copied()];
                found.extend(joint(run, beside, &there, || before.track_label(number)));
            }
        }
    }
    let places = places(found.iter(), after);
    let is_free = |(track, at): (usize, Millis)| {
        let mut pieces = after.tracks[track].segments.iter();
        !pieces.any(|piece| piece.start <= at && at <= piece.end() && is_new(piece))
    };
    let free = found.into_iter().zip(places).filter(|(_, place)| place.is_some_and(is_free));
    free.map(|(joint, _)| joint).collect()
}

/// The joint that a run of pieces has left between those beside it.
fn joint(
    run: &[&Segment],
    beside: [Option<&Segment>; 2],
    there: &HashMap<&SegmentId, &Segment>,
    label: impl Fn() -> String,
) -> Option<Joint> {
    let at = || Joint::At(label(), run[0].start);
    if run[0].id.is_by_place() {
        return Some(at());
    }
    let length = run.iter().map(|piece| piece.duration.0).sum();
    let covers = |was: &Segment| {
        let is = there.get(&was.id);
        is.is_some_and(|is| is.duration >= was.duration + Millis(length))
    };
    if beside.into_iter().flatten().any(covers) {
        return None;
    }
    let [left, right] = beside.map(|piece| piece.filter(|piece| there.contains_key(&piece.id)));
    let behind = left.map(|piece| Joint::Behind(piece.id.clone()));
    let before = || right.map(|piece| Joint::Before(piece.id.clone()));
    behind.or_else(before).or_else(|| Some(at()))
}

/// The track and the moment of each joint, as far as it is still there.
pub(super) fn places<'a>(
    joints: impl ExactSizeIterator<Item = &'a Joint>,
    draft: &Draft,
) -> Vec<Option<(usize, Millis)>> {
    if joints.len() == 0 {
        return Vec::new();
    }
    let pieces: HashMap<&SegmentId, (usize, &Segment)> =
        draft.segments().map(|(track, piece)| (&piece.id, (track, piece))).collect();
    let place = |joint: &Joint| match joint {
        Joint::Behind(id) => pieces.get(id).map(|(track, piece)| (*track, piece.end())),
        Joint::Before(id) => pieces.get(id).map(|(track, piece)| (*track, piece.start)),
        Joint::At(label, at) => nearest_edge(draft, label, *at),
    };
    joints.map(place).collect()
}

/// Where a piece of a track begins or ends, as near to a moment as can be.
fn nearest_edge(draft: &Draft, label: &str, at: Millis) -> Option<(usize, Millis)> {
    let track = (0..draft.tracks.len()).find(|track| draft.track_label(*track) == label)?;
    let edges = draft.tracks[track].segments.iter().flat_map(|piece| [piece.start, piece.end()]);
    Some((track, edges.min_by_key(|edge| edge.abs_diff(at)).unwrap_or(at)))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::draft::wire::decode;

    use super::super::Changed;
    use super::*;
    use crate::app::Mark;

    /// Pieces one after the other, each with its name and its seconds.
    fn film(pieces: &[(&str, u64)]) -> Draft {
        let mut start = 0;
        let pieces = pieces.iter().map(|(name, seconds)| {
            let piece = json!({"id": name, "st": start * 1000, "d": seconds * 1000});
            start += seconds;
            piece
        });
        decode(&json!({"t": [{"tt": 0, "sg": pieces.collect::<Vec<_>>()}]})).expect("a film")
    }

    /// Where pieces were, in seconds.
    fn left(before: &Draft, after: &Draft) -> Vec<u64> {
        moments(&Changed::between(before, after))
    }

    fn moments(changed: &Changed) -> Vec<u64> {
        let marks = changed.gone_from("V1");
        let at = |second: &u64| {
            let found = marks.starting(Millis(second * 1000), Millis(second * 1000 + 1));
            found.inspect(|mark| assert_eq!(*mark, Mark::Removed)).is_some()
        };
        (0..100).filter(at).collect()
    }

    #[test]
    fn a_piece_that_is_gone_has_left_a_joint_wherever_it_was() {
        let before = film(&[("a", 2), ("b", 3), ("c", 4), ("d", 5)]);
        for (after, joints) in [
            (&[("b", 3), ("c", 4), ("d", 5)][..], &[0][..]),
            (&[("a", 2), ("c", 4), ("d", 5)], &[2]),
            (&[("a", 2), ("d", 5)], &[2]),
            (&[("a", 2), ("c", 4)], &[2, 6]),
            (&[("a", 2), ("b", 3), ("c", 4)], &[9]),
            (&[], &[0]),
        ] {
            assert_eq!(left(&before, &film(after)), joints, "{after:?}");
        }
        assert_eq!(left(&before, &before), [0; 0]);
    }

    #[test]
    fn what_came_in_its_place_or_was_drawn_out_over_it_leaves_no_joint() {
        let before = film(&[("a", 2), ("b", 3), ("c", 4)]);
        assert_eq!(left(&before, &film(&[("a", 2), ("new", 3), ("c", 4)])), [0; 0]);
        assert_eq!(left(&before, &film(&[("new", 9)])), [0; 0]);
        assert_eq!(
            left(&before, &film(&[("a", 5), ("c", 4)])),
            [0; 0],
            "two parts became one again"
        );
    }

    #[test]
    fn a_joint_goes_with_the_piece_beside_it() {
        let before = film(&[("a", 2), ("b", 3), ("c", 4)]);
        let mut changed = Changed::between(&before, &film(&[("a", 2), ("c", 4)]));
        assert_eq!(moments(&changed), [2]);
        changed.locate(&film(&[("first", 10), ("a", 2), ("c", 4)]));
        assert_eq!(moments(&changed), [12]);
        changed.locate(&film(&[("c", 4)]));
        assert_eq!(moments(&changed), [0; 0], "nobody knows any more where it was");
    }

    #[test]
    fn without_names_a_joint_is_where_a_piece_begins_or_ends() {
        let film = |pieces: &[(&str, u64, u64)]| {
            let pieces = pieces.iter().map(|(source, start, length)| {
                json!({"st": start * 1000, "d": length * 1000, "src": source})
            });
            let pieces: Vec<Value> = pieces.collect();
            decode(&json!({"t": [{"tt": 0, "sg": pieces}]})).expect("a film")
        };
        let before = film(&[("a.mp4", 0, 2), ("b.mp4", 2, 3), ("c.mp4", 5, 4)]);
        assert_eq!(left(&before, &film(&[("a.mp4", 0, 2), ("c.mp4", 2, 4)])), [2]);
    }

    #[test]
    fn what_is_expected_to_go_is_found_without_comparing_films() {
        let before = film(&[("a", 2), ("b", 3), ("c", 4)]);
        let after = film(&[("a", 2), ("c", 4)]);
        let ids: Vec<SegmentId> = missing(&before, &after).into_iter().collect();
        assert_eq!(ids, [SegmentId::new("b")]);
        assert!(missing(&before, &before).is_empty());
        let marks = Changed::expected(&before, &after, &[]);
        let found = marks.gone_from("V1").starting(Millis(2000), Millis(2001));
        assert_eq!(found, Some(Mark::Expected));
    }
}
