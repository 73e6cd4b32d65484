//! What the last turn changed, as the lanes show it until the next key.
//!
//! The difference of two drafts is found once, when the turn has ended; what only moved along is left
//! out. Lanes ask by name for a piece, and by time for the many that share a column, so that drawing
//! stays bounded by columns.

use std::collections::{HashMap, HashSet};

use crate::draft::{Change, Difference, Draft, Millis, Segment, SegmentId, changes};

use super::super::Mark;
use super::along::along;
use super::gone::{Joint, joints, missing, places};

/// The segments and tracks that are new or different, and where others were that are gone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    segments: HashMap<SegmentId, Mark>,
    tracks: HashSet<String>,
    /// By the label of the track: where each of its marked segments begins, in order.
    starts: HashMap<String, Vec<(Millis, Mark)>>,
    /// The joints that others have left.
    joints: Vec<(Joint, Mark)>,
    /// By the label of the track: where they are, in order.
    gone: HashMap<String, Vec<(Millis, Mark)>>,
}

/// Marks of a track by their moments, in order: where marked segments begin, or where others were.
#[derive(Debug, Clone, Copy)]
pub struct LaneMarks<'a>(&'a [(Millis, Mark)]);

impl LaneMarks<'_> {
    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The first mark among those that begin in a span of time.
    #[must_use]
    pub fn starting(self, from: Millis, to: Millis) -> Option<Mark> {
        let place = self.0.partition_point(|(start, _)| *start < from);
        self.0.get(place).filter(|(start, _)| *start < to).map(|(_, mark)| *mark)
    }
}

impl Changed {
    /// What of the later draft differs from the earlier one.
    #[must_use]
    pub fn between(before: &Draft, after: &Draft) -> Self {
        let mut found = Self::default();
        let (mut gone, mut moved) = (HashSet::new(), HashSet::new());
        let all = changes(before, after);
        for change in &all {
            match change {
                Change::Added { segment, .. } => {
                    found.segments.insert(segment.id.clone(), Mark::Added);
                }
                Change::Changed { id, difference: Difference::Start(..), .. } => {
                    moved.insert(id);
                }
                Change::Changed { id, .. } => {
                    found.segments.insert(id.clone(), Mark::Changed);
                }
                Change::Track { label, .. } => {
                    found.tracks.insert(label.clone());
                }
                Change::Removed { segment, .. } => {
                    gone.insert(segment.id.clone());
                }
                Change::Canvas { .. } | Change::Loudness { .. } | Change::Title { .. } => {}
            }
        }
        let with_others = along(before, after, &moved);
        let alone = moved.into_iter().filter(|id| !with_others.contains(id));
        found.segments.extend(alone.map(|id| (id.clone(), Mark::Changed)));
        let is_new = |piece: &Segment| found.segment(&piece.id) == Some(Mark::Added);
        let joints = joints(before, after, &gone, is_new);
        found.joints = joints.into_iter().map(|joint| (joint, Mark::Removed)).collect();
        found.locate(after);
        found
    }

    /// What is expected to differ, where the film that is to come is known.
    #[must_use]
    pub(super) fn expected_between(before: &Draft, after: &Draft) -> Self {
        let mut found = Self::between(before, after);
        let joints = found.joints.iter_mut().map(|(_, mark)| mark);
        found.segments.values_mut().chain(joints).for_each(|mark| *mark = Mark::Expected);
        found.locate(after);
        found
    }

    /// The segments that an edit is expected to make or change, by track and place, and where it leaves others out.
    #[must_use]
    pub(super) fn expected(before: &Draft, draft: &Draft, places: &[(usize, usize)]) -> Self {
        let joints = joints(before, draft, &missing(before, draft), |_| false);
        let joints = joints.into_iter().map(|joint| (joint, Mark::Expected)).collect();
        let mut found = Self { joints, ..Self::default() };
        found.locate_joints(draft);
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
        self.joints.extend(other.joints.iter().cloned());
    }

    /// Whether nothing is to be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty() && self.tracks.is_empty() && self.joints.is_empty()
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

    /// Where segments of a track were that are gone, by time.
    #[must_use]
    pub fn gone_from(&self, label: &str) -> LaneMarks<'_> {
        LaneMarks(self.gone.get(label).map_or(&[], Vec::as_slice))
    }

    /// Finds what is marked in a draft, which may be a newer one than it was found in.
    pub(super) fn locate(&mut self, draft: &Draft) {
        self.starts.clear();
        self.locate_joints(draft);
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

impl Changed {
    fn locate_joints(&mut self, draft: &Draft) {
        self.gone.clear();
        let places = places(self.joints.iter().map(|(joint, _)| joint), draft);
        for ((_, mark), place) in self.joints.iter().zip(places) {
            let Some((track, at)) = place else { continue };
            self.gone.entry(draft.track_label(track)).or_default().push((at, *mark));
        }
        self.gone.values_mut().for_each(|marks| marks.sort_unstable());
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
