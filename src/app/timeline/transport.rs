//! Playing: the playhead moves by itself.
//!
//! Where it is follows from when playing began and how fast it goes, so that no step adds an error and
//! a slow screen drops steps instead of falling behind. Whoever moves the playhead meanwhile moves the
//! beginning with it.

use std::time::Duration;

use crate::draft::{FrameRate, Frames, Millis};

use super::TimelineState;

/// Whether the film plays, how fast, and since when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Transport {
    /// Times as fast as the film; backwards where negative; 0 while it stands. -8 to 8.
    rate: i8,
    since: Duration,
    from: Millis,
    /// Where playing has last put the playhead.
    shown: Millis,
}

/// The screen need not be told more often than this.
const SHORTEST_STEP: Duration = Duration::from_millis(33);

impl Transport {
    /// How fast the film plays; 0 while it stands.
    #[must_use]
    pub const fn rate(self) -> i8 {
        self.rate
    }
}

/// Plays, or stands.
pub(super) fn toggle(timeline: &mut TimelineState, now: Duration) {
    let rate = i8::from(timeline.transport.rate == 0);
    start(timeline, rate, now);
}

/// Stands.
pub(super) fn pause(timeline: &mut TimelineState) {
    timeline.transport.rate = 0;
}

/// `J` and `L`: a step faster in that direction; from the other direction first at plain speed.
pub(super) fn shuttle(timeline: &mut TimelineState, direction: i8, now: Duration) {
    let along = timeline.transport.rate * direction;
    let rate = if along > 0 { (along * 2).min(8) } else { 1 };
    start(timeline, rate * direction, now);
}

fn start(timeline: &mut TimelineState, rate: i8, now: Duration) {
    let end = timeline.shown().duration();
    if end.is_zero() {
        return;
    }
    // Playing from an end would stop at once; it begins at the other one.
    if rate > 0 && timeline.playhead >= end {
        timeline.playhead = Millis::ZERO;
    } else if rate < 0 && timeline.playhead.is_zero() {
        timeline.playhead = end;
    }
    let playhead = timeline.playhead;
    timeline.transport = Transport { rate, since: now, from: playhead, shown: playhead };
}

/// The playhead to where it is by now; stands at the ends.
pub(super) fn play_on(timeline: &mut TimelineState, now: Duration) {
    let Transport { rate, since, from, shown } = timeline.transport;
    if rate == 0 {
        return;
    }
    if timeline.playhead != shown {
        start(timeline, rate, now);
        return;
    }
    let passed = u64::try_from((now.saturating_sub(since)).as_millis()).unwrap_or(u64::MAX);
    let way = Millis(passed.saturating_mul(u64::from(rate.unsigned_abs())));
    let frames = timeline.draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate);
    let end = timeline.shown().duration();
    let at = if rate > 0 { (from + way).min(end) } else { from - way };
    let is_over = at == end && rate > 0 || at.is_zero() && rate < 0;
    timeline.playhead = if is_over { at } else { on_frame(at, frames) };
    timeline.transport.shown = timeline.playhead;
    if is_over {
        timeline.transport.rate = 0;
    }
}

/// When the playhead wants to be moved again; none while it stands.
pub(super) fn wake(timeline: &TimelineState, now: Duration) -> Option<Duration> {
    let rate = timeline.draft()?.canvas.rate;
    let frame = Duration::from_secs_f64(1.0 / rate.as_f64());
    (timeline.transport.rate != 0).then(|| now + frame.max(SHORTEST_STEP))
}

fn on_frame(time: Millis, rate: FrameRate) -> Millis {
    let nearest = rate.frames_nearest(time);
    let start = rate.millis_nearest(nearest);
    if start <= time { start } else { rate.millis_nearest(Frames(nearest.0.saturating_sub(1))) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    fn film() -> TimelineState {
        let draft = decode(&json!({"m": {"fps": 25}, "t": [{"tt": 0, "sg": [{"d": 10_000}]}]}));
        let mut timeline = TimelineState::default();
        timeline.replace(draft.ok().map(Arc::new));
        timeline
    }

    fn at(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn the_playhead_is_where_the_time_says_however_many_steps_were_missed() {
        let mut timeline = film();
        toggle(&mut timeline, at(500));
        for (now, playhead) in [(540, 40), (595, 80), (2_500, 2_000), (2_501, 2_000)] {
            play_on(&mut timeline, at(now));
            assert_eq!(timeline.playhead, Millis(playhead), "{now}");
        }
        toggle(&mut timeline, at(3_000));
        play_on(&mut timeline, at(9_000));
        assert_eq!((timeline.playhead, timeline.transport.rate), (Millis(2_000), 0));
        assert_eq!(wake(&timeline, at(0)), None);
    }

    #[test]
    fn shuttling_doubles_the_rate_and_turns_at_plain_speed() {
        let mut timeline = film();
        let mut rates = Vec::new();
        for direction in [1, 1, 1, 1, 1, -1, -1, 1] {
            shuttle(&mut timeline, direction, at(0));
            rates.push(timeline.transport.rate);
        }
        assert_eq!(rates, [1, 2, 4, 8, 8, -1, -2, 1]);
        pause(&mut timeline);
        assert_eq!(timeline.transport.rate, 0);
    }

    #[test]
    fn playing_stands_at_the_ends_and_begins_again_from_the_other_one() {
        let mut timeline = film();
        timeline.playhead = Millis(9_000);
        shuttle(&mut timeline, 1, at(0));
        shuttle(&mut timeline, 1, at(0));
        play_on(&mut timeline, at(600));
        assert_eq!((timeline.playhead, timeline.transport.rate), (Millis(10_000), 0));
        toggle(&mut timeline, at(700));
        assert_eq!((timeline.playhead, timeline.transport.rate), (Millis::ZERO, 1));
        pause(&mut timeline);
        shuttle(&mut timeline, -1, at(800));
        play_on(&mut timeline, at(1_800));
        assert_eq!(timeline.playhead, Millis(9_000));
    }

    #[test]
    fn whoever_moves_the_playhead_plays_on_from_there() {
        let mut timeline = film();
        toggle(&mut timeline, at(0));
        play_on(&mut timeline, at(400));
        timeline.playhead = Millis(5_000);
        play_on(&mut timeline, at(440));
        play_on(&mut timeline, at(840));
        assert_eq!(timeline.playhead, Millis(5_400));
    }
}
