//! Leaving: at once when nothing is lost by it, else after the same key twice.
//!
//! Uploads stop with the program. Exports do not: the studio's go on in the background, those of a
//! remote server go on there. An edit that is shown and waits to be sent is sent first: what was pressed was
//! meant. Edits that wait for a turn cannot be: they mean the film that it makes.

use crate::link::Command;
use crate::ui::words;

use super::{Effect, State, timeline};

/// Whether leaving was asked for, and by which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Leaving {
    /// No.
    #[default]
    No,
    /// By Ctrl-Q; the same key again leaves.
    AskedByQuit,
    /// By Ctrl-C; the same key again leaves.
    AskedByInterrupt,
}

/// Ctrl-Q: leaves unless an upload would stop or edits wait for the turn; then it says so and leaves at the
/// second press.
pub(super) fn quit(state: &mut State) -> Vec<Effect> {
    let is_free = !state.jobs.any_would_stop() && !timeline::has_edits_behind_turn(state);
    if state.leaving == Leaving::AskedByQuit || is_free {
        return leave(state);
    }
    ask(state, Leaving::AskedByQuit)
}

/// Ctrl-C: clears the message; an empty one leaves, after asking if anything runs.
pub(super) fn interrupt(state: &mut State) -> Vec<Effect> {
    if state.leaving == Leaving::AskedByInterrupt {
        return leave(state);
    }
    if !state.message.is_empty() {
        state.message.clear();
        return Vec::new();
    }
    if state.chat.turn.is_none() && !state.jobs.any_would_stop() {
        return leave(state);
    }
    ask(state, Leaving::AskedByInterrupt)
}

/// What the footer says while leaving has been asked for.
#[must_use]
pub(crate) fn warning(state: &State) -> Option<&'static str> {
    let words = words::of(state.language);
    let uploads = state.jobs.any_would_stop();
    let edits = timeline::has_edits_behind_turn(state);
    match state.leaving {
        Leaving::No => None,
        Leaving::AskedByQuit if edits && !uploads => Some(words.leave_drops_edits_quit),
        Leaving::AskedByQuit => Some(words.leave_stops_uploads_quit),
        Leaving::AskedByInterrupt if uploads => Some(words.leave_stops_uploads_interrupt),
        Leaving::AskedByInterrupt if edits => Some(words.leave_drops_edits_interrupt),
        Leaving::AskedByInterrupt => Some(words.leave_stops_turn_interrupt),
    }
}

fn ask(state: &mut State, asked: Leaving) -> Vec<Effect> {
    state.leaving = asked;
    Vec::new()
}

fn leave(state: &mut State) -> Vec<Effect> {
    let mut effects = timeline::flush(state);
    effects.extend([Effect::Tell(Command::Leave), Effect::Quit]);
    effects
}
