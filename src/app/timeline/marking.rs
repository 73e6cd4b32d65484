//! In and out point, and markers. They are the person's own, so nobody is asked; they are kept.

use crate::draft::Millis;
use crate::link::Command;
use crate::ui::words::editing;

use super::super::actions::TransportAction as T;
use super::super::{Effect, State};
use super::entry::{Asks, Entry};
use super::{Marker, Marks, transport};

/// A key of the transport.
pub(crate) fn act(state: &mut State, action: T) -> Vec<Effect> {
    let now = state.now.steady;
    let timeline = &mut state.timeline;
    match action {
        T::Play => transport::toggle(timeline, now),
        T::Pause => transport::pause(timeline),
        T::ShuttleBack => transport::shuttle(timeline, -1, now),
        T::ShuttleForward => transport::shuttle(timeline, 1, now),
        T::Timecode => open(state, Asks::Time, String::new()),
        T::SetIn => return set(state, Some(state.timeline.playhead), None),
        T::SetOut => return set(state, None, Some(state.timeline.playhead)),
        T::ClearIn | T::ClearOut | T::ClearMarks => {
            let Marks { in_point, out_point, .. } = &mut timeline.marks;
            *in_point = in_point.filter(|_| action == T::ClearOut);
            *out_point = out_point.filter(|_| action == T::ClearIn);
            return keep(state);
        }
        T::Marker => return toggle(state),
        T::MarkerName => {
            let at = timeline.playhead;
            let named = timeline.marks.markers.iter().find(|marker| marker.at == at);
            let name = named.map(|marker| marker.name.clone()).unwrap_or_default();
            open(state, Asks::Marker(at), name);
        }
        T::MarkerNext => {
            let after = timeline.marks.markers.iter().find(|marker| marker.at > timeline.playhead);
            let after = after.map(|marker| marker.at);
            go(state, after);
        }
        T::MarkerPrevious => {
            let mut before = timeline.marks.markers.iter().rev();
            let before = before.find(|marker| marker.at < timeline.playhead);
            let before = before.map(|marker| marker.at);
            go(state, before);
        }
    }
    Vec::new()
}

/// Opens the line to write in; the timeline gets the keys.
pub(super) fn open(state: &mut State, asks: Asks, text: String) {
    if state.timeline.draft().is_some() {
        state.focus = super::super::Focus::Timeline;
        state.timeline.entry = Some(Entry::new(asks, text));
    }
}

fn go(state: &mut State, to: Option<Millis>) {
    match to {
        Some(time) => state.timeline.playhead = time.min(state.timeline.shown().duration()),
        None => state.timeline.edits.notice = Some(editing::of(state.language).no_marker.into()),
    }
}

/// One end of the range; an end that would turn it round takes the other one away.
fn set(state: &mut State, from: Option<Millis>, to: Option<Millis>) -> Vec<Effect> {
    let marks = &mut state.timeline.marks;
    marks.in_point = from.or(marks.in_point);
    marks.out_point = to.or(marks.out_point);
    if let (Some(start), Some(end)) = (marks.in_point, marks.out_point)
        && start >= end
    {
        if from.is_some() {
            marks.out_point = None;
        } else {
            marks.in_point = None;
        }
    }
    keep(state)
}

fn toggle(state: &mut State) -> Vec<Effect> {
    let at = state.timeline.playhead;
    let markers = &mut state.timeline.marks.markers;
    match markers.binary_search_by_key(&at, |marker| marker.at) {
        Ok(place) => drop(markers.remove(place)),
        Err(place) => markers.insert(place, Marker { at, name: String::new() }),
    }
    keep(state)
}

/// Names the marker of a moment, and puts it there if there is none.
pub(crate) fn name(state: &mut State, at: Millis, name: &str) -> Vec<Effect> {
    let markers = &mut state.timeline.marks.markers;
    let marker = Marker { at, name: name.to_owned() };
    match markers.binary_search_by_key(&at, |marker| marker.at) {
        Ok(place) => markers[place] = marker,
        Err(place) => markers.insert(place, marker),
    }
    keep(state)
}

/// Takes the marker of a moment away.
pub(crate) fn remove(state: &mut State, at: Millis) -> Vec<Effect> {
    state.timeline.marks.markers.retain(|marker| marker.at != at);
    keep(state)
}

fn keep(state: &State) -> Vec<Effect> {
    vec![Effect::Tell(Command::KeepMarks(state.timeline.marks.clone()))]
}
