//! What makes a large film quick to draw and to walk: made once for each draft.
//!
//! Drafts from elsewhere promise no order, so each track gets the order of its segments by start, and
//! the furthest end up to each of them; what is visible is then found by bisection.

use std::ops::Range;

use crate::draft::{Draft, Kind, Millis, Segment, Track};

use super::density::Density;

/// The index of a whole film.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// One for each track.
    pub tracks: Vec<TrackIndex>,
    /// The tracks from the top of the screen down, as places in the draft: words above pictures, later
    /// pictures above those that they cover, sound below.
    pub rows: Vec<usize>,
    /// Every start and end, in order, each once.
    pub edits: Vec<Millis>,
    /// When the last segment ends.
    pub duration: Millis,
    density: Density,
}

/// The index of a track.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrackIndex {
    /// `V1`, `A1`.
    pub label: String,
    order: Vec<u32>,
    starts: Vec<Millis>,
    reach: Vec<Millis>,
}

/// How many segments before the left edge are looked at for one that reaches in. Tracks without
/// overlaps need one; this bounds the work on those that have very many.
const LOOK_BACK: usize = 64;

impl Index {
    /// The index of a film.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let tracks = draft.tracks.iter().enumerate();
        let tracks =
            tracks.map(|(index, track)| TrackIndex::of(draft.track_label(index), track)).collect();
        let mut edits: Vec<Millis> =
            draft.segments().flat_map(|(_, segment)| [segment.start, segment.end()]).collect();
        edits.sort_unstable();
        edits.dedup();
        let duration = edits.last().copied().unwrap_or_default();
        let density = Density::of(draft, duration);
        Self { tracks, rows: rows(draft), duration, edits, density }
    }

    /// How full one of `parts` equal parts of the film is, from nothing (0) to its fullest part (1).
    #[must_use]
    pub fn share(&self, part: usize, parts: usize) -> f64 {
        self.density.share(part, parts)
    }

    /// The next edit point after a moment.
    #[must_use]
    pub fn edit_after(&self, time: Millis) -> Option<Millis> {
        let place = self.edits.partition_point(|edit| *edit <= time);
        self.edits.get(place).copied()
    }

    /// The last edit point before a moment.
    #[must_use]
    pub fn edit_before(&self, time: Millis) -> Option<Millis> {
        let place = self.edits.partition_point(|edit| *edit < time);
        place.checked_sub(1).map(|place| self.edits[place])
    }
}

fn rows(draft: &Draft) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..draft.tracks.len()).collect();
    rows.sort_by_key(|place| match draft.tracks[*place].kind {
        Kind::Text => (0, *place),
        Kind::Other(_) => (1, *place),
        Kind::Video => (2, usize::MAX - *place),
        Kind::Audio => (3, *place),
    });
    rows
}

impl TrackIndex {
    fn of(label: String, track: &Track) -> Self {
        let mut order: Vec<u32> =
            (0..u32::try_from(track.segments.len()).unwrap_or(u32::MAX)).collect();
        let segment = |place: &u32| &track.segments[*place as usize];
        order.sort_by_key(|place| segment(place).start);
        let starts = order.iter().map(|place| segment(place).start).collect();
        let mut furthest = Millis::ZERO;
        let reach = order.iter().map(|place| {
            furthest = furthest.max(segment(place).end());
            furthest
        });
        let reach = reach.collect();
        Self { label, order, starts, reach }
    }

    /// The places, in order of start, of what may be seen in a span of time.
    #[must_use]
    pub fn seen(&self, from: Millis, to: Millis) -> Range<usize> {
        let end = self.starts.partition_point(|start| *start < to);
        let reaching = self.reach.partition_point(|reach| *reach <= from);
        let near = self.starts.partition_point(|start| *start < from).saturating_sub(LOOK_BACK);
        reaching.max(near).min(end)..end
    }

    /// The first place whose segment starts at or after a moment.
    #[must_use]
    pub fn starting_from(&self, time: Millis) -> usize {
        self.starts.partition_point(|start| *start < time)
    }

    /// Up to when the segments before a place reach; nothing before the first.
    #[must_use]
    pub fn covered(&self, place: usize) -> Option<Millis> {
        place.checked_sub(1).and_then(|before| self.reach.get(before).copied())
    }

    /// The segment at a place of the order.
    #[must_use]
    pub fn segment<'a>(&self, track: &'a Track, place: usize) -> Option<&'a Segment> {
        track.segments.get(*self.order.get(place)? as usize)
    }

    /// The place of the segment that is under a moment; of the last to start, where several are.
    #[must_use]
    pub fn place_under(&self, track: &Track, time: Millis) -> Option<usize> {
        let mut places = self.seen(time, time + Millis(1)).rev();
        places
            .find(|place| self.segment(track, *place).is_some_and(|segment| segment.contains(time)))
    }

    /// The place of the segment whose start is nearest to a moment.
    #[must_use]
    pub fn nearest(&self, track: &Track, time: Millis) -> Option<usize> {
        let after = self.starting_from(time);
        let distance = |place: &usize| {
            self.segment(track, *place)
                .map_or(Millis(u64::MAX), |segment| segment.start.abs_diff(time))
        };
        let around = [after.checked_sub(1), (after < self.starts.len()).then_some(after)];
        around.into_iter().flatten().min_by_key(distance)
    }

    /// The segment that is under a moment; the last to start, where several are.
    #[must_use]
    pub fn under<'a>(&self, track: &'a Track, time: Millis) -> Option<&'a Segment> {
        self.segment(track, self.place_under(track, time)?)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    fn film() -> Draft {
        decode(&json!({"t": [{"tt": 0, "sg": [
            {"id": "late", "st": 8000, "d": 1000},
            {"id": "long", "st": 0, "d": 6000},
            {"id": "over", "st": 2000, "d": 1000},
        ]}]}))
        .expect("a draft")
    }

    #[test]
    fn what_is_seen_is_found_whatever_the_order_in_the_draft() {
        let draft = film();
        let index = Index::of(&draft);
        let seen = |from, to| -> Vec<&str> {
            let places = index.tracks[0].seen(Millis(from), Millis(to));
            let segments =
                places.filter_map(|place| index.tracks[0].segment(&draft.tracks[0], place));
            segments.map(|segment| segment.id.as_str()).collect()
        };
        assert_eq!(seen(4000, 9000), ["long", "over", "late"]);
        assert_eq!(seen(6000, 8000), [""; 0]);
        assert_eq!(seen(8500, 9000), ["late"]);
    }

    #[test]
    fn under_a_moment_is_the_last_to_start() {
        let draft = film();
        let index = Index::of(&draft);
        let under = |time| index.tracks[0].under(&draft.tracks[0], Millis(time));
        let name = |time| under(time).map(|segment| segment.id.as_str());
        assert_eq!([name(2500), name(4000), name(7000)], [Some("over"), Some("long"), None]);
    }

    #[test]
    fn edit_points_are_every_start_and_end() {
        let index = Index::of(&film());
        assert_eq!(index.edit_after(Millis(2000)), Some(Millis(3000)));
        assert_eq!(index.edit_before(Millis(2000)), Some(Millis(0)));
        assert_eq!((index.edit_after(Millis(9000)), index.edit_before(Millis(0))), (None, None));
    }
}
