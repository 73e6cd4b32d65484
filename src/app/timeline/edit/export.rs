//! The film as a file, with the edits that were pressed before.
//!
//! What waits for another step of its kind is sent first. While a turn runs, or sentences wait for one,
//! the export is held as keys are: behind those that were pressed earlier, before those that come later.

use crate::link::{Command, ExportTo};
use crate::ui::words::editing;

use super::super::super::chat::{self, Body};
use super::super::super::{Effect, State};
use super::{Held, go_on, hold, pending};

/// Exports the film as it is once everything before is done.
pub(crate) fn export(state: &mut State) -> Vec<Effect> {
    export_when_done(state, None)
}

/// The same to a place, made as it says.
pub(crate) fn export_as(state: &mut State, to: ExportTo) -> Vec<Effect> {
    export_when_done(state, Some(to))
}

fn export_when_done(state: &mut State, to: Option<ExportTo>) -> Vec<Effect> {
    let mut effects = pending::flush(state);
    // Nothing is held for a turn that does not run any more.
    effects.extend(go_on(state));
    if state.chat.turn.is_none() && state.chat.queue.is_empty() {
        effects.extend(now(state, to));
        return effects;
    }
    state.timeline.edits.export_to = to;
    // Pressed twice it is meant once.
    if state.timeline.edits.held.back() != Some(&Held::Export) {
        hold(state, Held::Export);
    }
    if state.timeline.edits.export_waits() {
        state.chat.told_below = Some(editing::of(state.language).export_waits.to_owned());
    }
    effects
}

/// Its turn has come: it waits no longer.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    state.chat.told_below = None;
    let to = state.timeline.edits.export_to.take();
    now(state, to)
}

fn now(state: &mut State, to: Option<ExportTo>) -> Vec<Effect> {
    match to {
        Some(to) => vec![Effect::Tell(Command::Export(to))],
        None => chat::export(state, None),
    }
}

/// What it waited for has failed or was stopped: it is not done, and that is said where it stays.
pub(super) fn give_up(state: &mut State) {
    if state.timeline.edits.export_waits() {
        state.chat.told_below = None;
        state.timeline.edits.export_to = None;
        let key = state.keymap.key_of("app.export");
        let line = editing::export_dropped(state.language, &key);
        state.chat.push(state.now, Body::Program(line));
    }
}
