//! Moving the playhead and the part of the film that is seen; the second follows the first.

use crate::draft::{FrameRate, Frames, Millis};
use crate::ui::lane_cols;

use super::super::actions::TimelineAction;
use super::super::{Effect, State, filmstrip};
use super::{TimelineState, Zoom};

pub(crate) fn act(state: &mut State, action: TimelineAction) -> Vec<Effect> {
    use TimelineAction as T;
    let cols = lane_cols(state);
    let timeline = &mut state.timeline;
    match action {
        T::FrameBack => step_frames(timeline, -1),
        T::FrameForward => step_frames(timeline, 1),
        T::SecondBack => timeline.playhead = timeline.playhead - Millis(1000),
        T::SecondForward => timeline.playhead += Millis(1000),
        T::PreviousEdit => {
            timeline.playhead =
                timeline.shown().index().edit_before(timeline.playhead).unwrap_or_default();
        }
        T::NextEdit => {
            let end = timeline.shown().duration();
            timeline.playhead =
                timeline.shown().index().edit_after(timeline.playhead).unwrap_or(end);
        }
        T::Start => timeline.playhead = Millis::ZERO,
        T::End => timeline.playhead = timeline.shown().duration(),
        T::TrackUp => timeline.track = timeline.track.saturating_sub(1),
        T::TrackDown => {
            timeline.track =
                (timeline.track + 1).min(timeline.shown().tracks().len().saturating_sub(1));
        }
        T::ZoomIn => {
            set_zoom(timeline, timeline.zoom.closer(timeline.shown().duration(), cols), cols)
        }
        T::ZoomOut => {
            set_zoom(timeline, timeline.zoom.wider(timeline.shown().duration(), cols), cols)
        }
        T::ZoomFit => fit_or_back(timeline, cols),
        T::Snapping => timeline.snapping = timeline.snapping.other(),
        T::Filmstrip => return filmstrip::toggle(state),
    }
    timeline.playhead = timeline.playhead.min(timeline.shown().duration());
    Vec::new()
}

/// Brings the playhead and the selected track into view; asked after everything that may move them.
pub(crate) fn settle(timeline: &mut TimelineState, cols: usize, lanes: usize) {
    follow_playhead(timeline, cols);
    timeline.choose_on_one_track();
    let lanes = lanes.max(1);
    let last_top = timeline.shown().tracks().len().saturating_sub(lanes);
    let lowest = (timeline.track + 1).saturating_sub(lanes);
    timeline.top = timeline.top.clamp(lowest, timeline.track.max(lowest)).min(last_top);
}

fn step_frames(timeline: &mut TimelineState, step: i64) {
    let rate = timeline.draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate);
    let frame = rate.frames_nearest(timeline.playhead).0.saturating_add_signed(step);
    timeline.playhead = rate.millis_nearest(Frames(frame));
}

/// The whole film; and from it back to what was seen before.
fn fit_or_back(timeline: &mut TimelineState, cols: usize) {
    let now = timeline.zoom;
    if now != Zoom::Fit {
        timeline.closer = Some(now);
        set_zoom(timeline, Zoom::Fit, cols);
    } else if let Some(closer) = timeline.closer.take() {
        set_zoom(timeline, closer, cols);
    }
}

/// Zooms about the playhead: it keeps its column.
fn set_zoom(timeline: &mut TimelineState, zoom: Zoom, cols: usize) {
    let scale = |zoom: Zoom| zoom.micros(timeline.shown().duration(), cols);
    let offset = (timeline.playhead - timeline.left).0;
    let kept = u128::from(offset) * u128::from(scale(zoom)) / u128::from(scale(timeline.zoom));
    timeline.left = timeline.playhead - Millis(u64::try_from(kept).unwrap_or(u64::MAX));
    timeline.zoom = zoom;
}

/// Where the playhead nears an edge, the film moves under it so that some of what follows is seen.
fn follow_playhead(timeline: &mut TimelineState, cols: usize) {
    if timeline.zoom == Zoom::Fit {
        timeline.left = Millis::ZERO;
        return;
    }
    let micros = timeline.zoom.micros(timeline.shown().duration(), cols);
    let span = |cols: usize| Millis((cols as u64).saturating_mul(micros) / 1000);
    let margin = span(cols / 8);
    let shown = span(cols.saturating_sub(1).max(1));
    let playhead = timeline.playhead;
    let earliest = (playhead + margin) - shown;
    let latest = playhead - margin;
    timeline.left = timeline.left.clamp(earliest.min(latest), latest.max(earliest));
    timeline.left = timeline.left.min(timeline.shown().duration() - shown);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use crate::draft::wire::decode;

    use super::*;

    fn film() -> TimelineState {
        let draft = decode(&json!({"m": {"fps": 25}, "t": [
            {"tt": 0, "sg": [{"d": 40000}, {"d": 20000}]}, {"tt": 1, "sg": []}, {"tt": 7, "sg": []},
        ]}));
        let mut timeline = TimelineState::default();
        timeline.replace(draft.ok().map(Arc::new));
        timeline
    }

    #[test]
    fn a_step_is_a_frame_of_the_films_own_rate() {
        let mut timeline = film();
        step_frames(&mut timeline, 3);
        assert_eq!(timeline.playhead, Millis(120));
        step_frames(&mut timeline, -5);
        assert_eq!(timeline.playhead, Millis(0));
    }

    #[test]
    fn the_film_moves_under_a_playhead_that_nears_an_edge() {
        let mut timeline = film();
        timeline.zoom = Zoom::closest_to(100);
        for (playhead, left) in
            [(0, 0), (6_000, 0), (9_500, 800), (60_000, 50_100), (50_200, 49_000)]
        {
            timeline.playhead = Millis(playhead);
            settle(&mut timeline, 100, 3);
            assert_eq!(timeline.left, Millis(left), "playhead at {playhead}");
        }
    }

    #[test]
    fn zooming_keeps_the_playhead_where_it_is_on_the_screen() {
        let mut timeline = film();
        timeline.playhead = Millis(30_000);
        set_zoom(&mut timeline, Zoom::closest_to(400), 101);
        assert_eq!(timeline.left, Millis(10_000));
    }

    #[test]
    fn the_selected_track_is_always_seen() {
        let mut timeline = film();
        timeline.track = 2;
        settle(&mut timeline, 100, 2);
        assert_eq!(timeline.top, 1);
        timeline.track = 0;
        settle(&mut timeline, 100, 2);
        assert_eq!(timeline.top, 0);
    }
}
