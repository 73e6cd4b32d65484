//! What happens on the timeline by itself: the film plays, and an edit that waited goes.

use std::time::Duration;

use super::super::{Effect, State};
use super::{edit, transport};

/// The time has come for something, perhaps here.
pub(crate) fn tick(state: &mut State) -> Vec<Effect> {
    let now = state.now.steady;
    transport::play_on(&mut state.timeline, now);
    edit::due(state)
}

/// When something is to happen here; none while all stands still.
pub(crate) fn wake(state: &State) -> Option<Duration> {
    let pending = state.timeline.edits.pending.as_ref().map(edit::Pending::due);
    let step = transport::wake(&state.timeline, state.now.steady);
    pending.into_iter().chain(step).min()
}
