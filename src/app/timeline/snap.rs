//! Snapping: a moment that is nearly an edit point, a marker or the playhead becomes it.
//!
//! Pure: what moves something asks with the moment it would move to. How near is near is counted in
//! columns, because it is the eye that cannot tell two moments apart.
//!
//! What is pointed at takes the nearest thing. What goes by steps takes the next thing on its way: it
//! is drawn forward, never back, so that a further step always leads on.

use crate::draft::{FrameRate, Frames, Millis};

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

    /// By how many frames an edge moves instead of `frames`, so that it lies on something that is just
    /// ahead of it. `own` are the edges of the piece that moves: they do not hold it.
    #[must_use]
    pub fn snap_step(&self, from: Millis, frames: i64, own: [Millis; 2], cols: usize) -> i64 {
        let rate = self.rate();
        let at = rate.frames_nearest(from).0;
        let Some(reach) = self.reach(cols) else { return frames };
        let Some(to) = at.checked_add_signed(frames).map(|to| rate.millis_nearest(Frames(to)))
        else {
            return frames;
        };
        let way = if frames < 0 { to - reach..=from } else { from..=to + reach };
        let ahead = |target: &Millis| way.contains(target) && !own.contains(target);
        let steps = self.ahead(from, frames < 0).filter(ahead).map(|target| {
            let target = rate.frames_nearest(target).0;
            i64::try_from(target.abs_diff(at)).unwrap_or(i64::MAX)
        });
        // What lies within the frame is reached already.
        let nearest = steps.filter(|steps| *steps > 0).min();
        nearest.map_or(frames, |steps| steps * frames.signum())
    }

    /// What lies next on a moment's way, of each sort. A piece has two edges of its own, so one edit
    /// point more than that.
    fn ahead(&self, from: Millis, back: bool) -> impl Iterator<Item = Millis> + use<'_> {
        let (index, marks) = (self.index(), &self.marks);
        let next = move |time: &Millis| {
            if back { index.edit_before(*time) } else { index.edit_after(*time) }
        };
        let edits = std::iter::successors(next(&from), next).take(3);
        let place = marks.markers.partition_point(|marker| marker.at < from);
        let markers = marks.markers[place.saturating_sub(1)..].iter().take(3);
        let others = [Some(Millis::ZERO), marks.in_point, marks.out_point, Some(self.playhead)];
        edits.chain(markers.map(|marker| marker.at)).chain(others.into_iter().flatten())
    }

    fn rate(&self) -> FrameRate {
        self.draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate)
    }

    /// How far apart two moments may lie; nothing while snapping is off.
    fn reach(&self, cols: usize) -> Option<Millis> {
        let micros = self.zoom.micros(self.shown().duration(), cols);
        (self.snapping == Snapping::On).then_some(Millis(micros.saturating_mul(NEAR_COLS) / 1000))
    }

    /// What lies next to a moment on both sides, of each sort.
    fn targets(&self, time: Millis) -> impl Iterator<Item = Millis> + use<> {
        let index = self.shown().index();
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
        assert_eq!(timeline.snap_step(Millis(9_900), 1, NONE, 100), 1);
    }

    const NONE: [Millis; 2] = [Millis(77_777); 2];

    #[test]
    fn a_step_goes_to_what_is_just_ahead_and_the_next_one_leads_on() {
        let timeline = film();
        let step = |from, frames| timeline.snap_step(Millis(from), frames, NONE, 100);
        // 30 frames a second: the playhead at 12 s is six frames ahead of 11.8 s.
        assert_eq!([step(11_800, 1), step(11_700, 1), step(12_000, 1)], [6, 1, 1]);
        assert_eq!([step(12_200, -1), step(12_000, -1), step(15_100, -1)], [-6, -1, -3]);
        assert_eq!([step(14_900, 1), step(19_900, 1), step(9_900, 1)], [3, 3, 3]);
        assert_eq!(step(11_990, 1), 1, "what is in the same frame is no step");
        assert_eq!(step(100, -1), -3, "the film's start");
    }

    #[test]
    fn a_piece_is_not_held_by_its_own_edges_but_by_what_lies_behind_them() {
        let timeline = film();
        let own = [Millis(10_000), Millis(30_000)];
        assert_eq!(timeline.snap_step(Millis(9_900), 1, own, 100), 1);
        assert_eq!(timeline.snap_step(Millis(11_900), 1, own, 100), 3);
    }
}
