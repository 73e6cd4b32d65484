//! What the last turn changed, as the lanes show it until the next key.
//!
//! The difference of two drafts is found once, when the turn has ended. Lanes ask by name for a piece,
//! and by time for the many that share a column, so that drawing stays bounded by columns.

use std::collections::{HashMap, HashSet};

use crate::draft::{Change, Draft, Millis, SegmentId, changes};

use super::super::Mark;

/// The segments and tracks that are new or different.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    segments: HashMap<SegmentId, Mark>,
    tracks: HashSet<String>,
    /// By the label of the track: where each of its marked segments begins, in order.
    starts: HashMap<String, Vec<(Millis, Mark)>>,
}

/// Where the marked segments of a track begin, in order.
#[derive(Debug, Clone, Copy)]
pub struct LaneMarks<'a>(&'a [(Millis, Mark)]);

impl LaneMarks<'_> {
    /// The first mark among those that begin in a span of time.
    #[must_use]
    pub fn starting(self, from: Millis, to: Millis) -> Option<Mark> {
        let place = self.0.partition_point(|(start, _)| *start < from);
        self.0.get(place).filter(|(start, _)| *start < to).map(|(_, mark)| *mark)
    }
}

impl Changed {
    /// What of the later draft differs from the earlier one. What is gone cannot be pointed at.
    #[must_use]
    pub fn between(before: &Draft, after: &Draft) -> Self {
        let mut found = Self::default();
        for change in changes(before, after) {
            match change {
                Change::Added { segment, .. } => {
                    found.segments.insert(segment.id, Mark::Added);
                }
                Change::Changed { id, .. } => {
                    found.segments.insert(id, Mark::Changed);
                }
                Change::Track { label, .. } => {
                    found.tracks.insert(label);
                }
                Change::Canvas { .. }
                | Change::Loudness { .. }
                | Change::Title { .. }
                | Change::Removed { .. } => {}
            }
        }
        found.locate(after);
        found
    }

    /// What is expected to differ, where the film that is to come is known.
    #[must_use]
    pub(super) fn expected_between(before: &Draft, after: &Draft) -> Self {
        let mut found = Self::between(before, after);
        found.segments.values_mut().for_each(|mark| *mark = Mark::Expected);
        found.locate(after);
        found
    }

    /// The segments that an edit is expected to make or change, by track and place.
    #[must_use]
    pub(super) fn expected(draft: &Draft, places: &[(usize, usize)]) -> Self {
        let mut found = Self::default();
        for (track, place) in places {
            let Some(segment) = draft.tracks[*track].segments.get(*place) else { continue };
            found.segments.insert(segment.id.clone(), Mark::Expected);
            let starts = found.starts.entry(draft.track_label(*track)).or_default();
            starts.push((segment.start, Mark::Expected));
        }
        found
    }

    /// With the marks of others, which are to be located anew.
    pub(super) fn join(&mut self, other: &Self) {
        self.segments.extend(other.segments.iter().map(|(id, mark)| (id.clone(), *mark)));
        self.tracks.extend(other.tracks.iter().cloned());
    }

    /// Whether nothing is to be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.tracks.is_empty()
    }

    /// Whether a segment is new or different.
    #[must_use]
    pub fn segment(&self, id: &SegmentId) -> Option<Mark> {
        self.segments.get(id).copied()
    }

    /// Whether something about a whole track is different.
    #[must_use]
    pub fn track(&self, label: &str) -> bool {
        self.tracks.contains(label)
    }

    /// The marked segments of a track, by time.
    #[must_use]
    pub fn on(&self, label: &str) -> LaneMarks<'_> {
        LaneMarks(self.starts.get(label).map_or(&[], Vec::as_slice))
    }

    /// Finds the marked segments in a draft, which may be a newer one than they were found in.
    pub(super) fn locate(&mut self, draft: &Draft) {
        self.starts.clear();
        if self.segments.is_empty() {
            return;
        }
        for (place, track) in draft.tracks.iter().enumerate() {
            let marked = track.segments.iter().filter_map(|segment| {
                self.segments.get(&segment.id).map(|mark| (segment.start, *mark))
            });
            let mut starts: Vec<_> = marked.collect();
            starts.sort_unstable();
            if !starts.is_empty() {
                self.starts.insert(draft.track_label(place), starts);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::draft::wire::decode;

    use super::*;

    fn film(segments: &Value, volume: f64) -> Draft {
        decode(&json!({"t": [{"tt": 0, "m": {"volume": volume}, "sg": segments}]})).expect("a film")
    }

    #[test]
    fn what_is_new_and_what_is_different_are_told_apart() {
        let before = film(&json!([{"id": "a", "d": 1000}, {"id": "b", "d": 1000}]), 1.0);
        let after = film(
            &json!([{"id": "a", "d": 1000}, {"id": "b", "d": 1500}, {"id": "c", "d": 1000}]),
            0.5,
        );
        let changed = Changed::between(&before, &after);
        let mark = |id: &str| changed.segment(&SegmentId::new(id));
        assert_eq!(["a", "b", "c"].map(mark), [None, Some(Mark::Changed), Some(Mark::Added)]);
        assert!(changed.track("V1") && !changed.track("A1"));
        assert!(Changed::between(&before, &before).is_empty());
    }

    #[test]
    fn marks_are_found_by_time_wherever_a_later_draft_puts_their_segments() {
        let before = film(&json!([{"id": "a", "d": 1000}]), 1.0);
        let after = film(&json!([{"id": "a", "d": 1000}, {"id": "b", "d": 1000}]), 1.0);
        let mut changed = Changed::between(&before, &after);
        let found =
            |changed: &Changed, from, to| changed.on("V1").starting(Millis(from), Millis(to));
        assert_eq!(found(&changed, 0, 1000), None);
        assert_eq!(found(&changed, 0, 1001), Some(Mark::Added));
        assert_eq!(found(&changed, 1001, 9000), None);
        changed.locate(&film(&json!([{"id": "b", "st": 5000, "d": 1000}]), 1.0));
        assert_eq!(found(&changed, 1001, 9000), Some(Mark::Added));
    }
}
