//! What is pointed at in the lanes: a moment by its column, a track by its row.

use crate::draft::{FrameRate, Millis};

use super::{TimelineState, Zoom};

/// Takes the playhead to a column of the lanes: to what lies there while it snaps, at the nearest frame.
pub(crate) fn scrub(timeline: &mut TimelineState, col: usize, cols: usize) {
    let micros = timeline.zoom.micros(timeline.shown().duration(), cols);
    let offset = (col as u64).saturating_mul(micros) / 1000;
    let moment = timeline.snap(timeline.left + Millis(offset), cols);
    go(timeline, moment);
}

/// Moves the film by a tenth of what is seen; the playhead stays in its column.
pub(crate) fn move_on(timeline: &mut TimelineState, cols: usize, back: bool) {
    let micros = timeline.zoom.micros(timeline.shown().duration(), cols);
    let step = Millis(((cols as u64).saturating_mul(micros) / 10_000).max(1));
    let before = timeline.playhead;
    let wanted = if back { before - step } else { before + step };
    go(timeline, wanted);
    let after = timeline.playhead;
    timeline.left =
        if back { timeline.left - (before - after) } else { timeline.left + (after - before) };
}

/// Selects the track in a lane that is seen, counted from the top.
pub(crate) fn pick(timeline: &mut TimelineState, lane: usize) {
    let last = timeline.shown().tracks().len().saturating_sub(1);
    timeline.track = timeline.top.saturating_add(lane).min(last);
}

/// Whether less than the whole film is seen.
pub(crate) fn is_zoomed(timeline: &TimelineState) -> bool {
    timeline.zoom != Zoom::Fit
}

fn go(timeline: &mut TimelineState, moment: Millis) {
    let rate = timeline.draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate);
    let frame = rate.frames_nearest(moment.min(timeline.shown().duration()));
    timeline.playhead = rate.millis_nearest(frame).min(timeline.shown().duration());
}
