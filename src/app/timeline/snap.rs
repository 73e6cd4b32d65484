//! Snapping: a moment that is nearly an edit point, a marker or the playhead becomes it.
//!
//! Pure: what moves something asks with the moment it would move to. How near is near is counted in
//! columns, because it is the eye that cannot tell two moments apart.

use crate::draft::Millis;

use super::TimelineState;

/// Moments that lie within this many columns of each other are meant to be the same.
const NEAR_COLS: u64 = 2;

/// Whether moments snap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Snapping {
    /// They do.
    #[default]
    On,
    /// They stay as they are.
    Off,
}

impl Snapping {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }
}

impl TimelineState {
    /// The moment that a moment means: the nearest edit point, marker, mark or end of the film that is
    /// near, else itself. For the playhead, which does not snap to itself.
    #[must_use]
    pub fn snap(&self, time: Millis, cols: usize) -> Millis {
        nearest(self.targets(time), time, self.reach(cols)).unwrap_or(time)
    }

    /// Where a piece that would be moved to begin at `start` begins instead, so that its start or its
    /// end lies on something near. Its own edges of now (`own`) do not hold it back; the playhead does.
    #[must_use]
    pub fn snap_piece(
        &self,
        start: Millis,
        duration: Millis,
        own: [Millis; 2],
        cols: usize,
    ) -> Millis {
        let reach = self.reach(cols);
        let near = |time: Millis| {
            let targets = self.targets(time).chain([self.playhead]);
            nearest(targets.filter(|target| !own.contains(target)), time, reach)
        };
        let end = start + duration;
        let by_start = near(start).map(|target| (target.abs_diff(start), target));
        let by_end = near(end)
            .filter(|target| *target >= duration)
            .map(|target| (target.abs_diff(end), target - duration));
        by_start.into_iter().chain(by_end).min().map_or(start, |(_, start)| start)
    }

    /// How far apart two moments may lie; nothing while snapping is off.
    fn reach(&self, cols: usize) -> Option<Millis> {
        let micros = self.zoom.micros(self.duration(), cols);
        (self.snapping == Snapping::On).then_some(Millis(micros.saturating_mul(NEAR_COLS) / 1000))
    }

    /// What lies next to a moment on both sides, of each sort.
    fn targets(&self, time: Millis) -> impl Iterator<Item = Millis> + use<> {
        let index = self.index();
        let marks = &self.marks;
        let place = marks.markers.partition_point(|marker| marker.at < time);
        let marker = |place: usize| marks.markers.get(place).map(|marker| marker.at);
        [
            Some(Millis::ZERO),
            index.edit_before(time + Millis(1)),
            index.edit_after(time),
            marker(place),
            place.checked_sub(1).and_then(marker),
            marks.in_point,
            marks.out_point,
        ]
        .into_iter()
        .flatten()
    }
}

fn nearest(
    targets: impl Iterator<Item = Millis>,
    time: Millis,
    reach: Option<Millis>,
) -> Option<Millis> {
    let reach = reach?;
    let near = targets.filter(|target| target.abs_diff(time) <= reach);
    near.min_by_key(|target| (target.abs_diff(time), *target))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use crate::app::{Marker, Zoom};
    use crate::draft::wire::decode;

    use super::*;

    /// Pieces of 10 s and 20 s, a hundred milliseconds a column: near is 200 ms.
    fn film() -> TimelineState {
        let draft = decode(&json!({"t": [{"tt": 0, "sg": [{"d": 10000}, {"d": 20000}]}]}));
        let mut timeline = TimelineState::default();
        timeline.replace(draft.ok().map(Arc::new));
        timeline.zoom = Zoom::closest_to(100);
        timeline.marks.markers.push(Marker { at: Millis(15_000), name: "here".into() });
        timeline.marks.in_point = Some(Millis(20_000));
        timeline.playhead = Millis(12_000);
        timeline
    }

    #[test]
    fn a_moment_near_something_becomes_it() {
        let timeline = film();
        let snap = |time| timeline.snap(Millis(time), 100).0;
        assert_eq!([9_850, 10_200, 10_201].map(snap), [10_000, 10_000, 10_201]);
        assert_eq!([14_900, 15_150, 19_999, 29_801].map(snap), [15_000, 15_000, 20_000, 30_000]);
        assert_eq!([150, 11_900].map(snap), [0, 11_900]);
    }

    #[test]
    fn switched_off_every_moment_stays() {
        let mut timeline = film();
        timeline.snapping = timeline.snapping.other();
        assert_eq!(timeline.snap(Millis(9_999), 100), Millis(9_999));
        let own = [Millis(0), Millis(0)];
        assert_eq!(timeline.snap_piece(Millis(9_999), Millis(10), own, 100), Millis(9_999));
    }

    #[test]
    fn a_moved_piece_snaps_by_its_nearer_edge_and_not_to_where_it_was() {
        let timeline = film();
        let own = [Millis(10_000), Millis(30_000)];
        let snap =
            |start, duration| timeline.snap_piece(Millis(start), Millis(duration), own, 100).0;
        assert_eq!(snap(12_150, 2_500), 12_000, "by its start, to the playhead");
        assert_eq!(snap(12_600, 2_500), 12_500, "by its end, to the marker");
        assert_eq!(snap(12_150, 2_900), 12_100, "by the end, which is nearer");
        assert_eq!(snap(10_100, 1_000), 10_100, "its own start is no hold");
    }
}
