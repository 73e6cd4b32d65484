//! Small steps that become one edit: trimming by five frames is one sentence, not five.
//!
//! The sentence waits where it can be seen. It goes when no further step has come for a moment, at
//! Enter, or before an edit of another kind; Esc drops it.

use std::sync::Arc;
use std::time::Duration;

use crate::draft::Draft;
use crate::language::edit::Edit;
use crate::ui::words::editing;

use super::super::super::{Effect, State};
use super::{Held, hold, is_busy, say};

/// Long enough for the next press of the same key, short enough not to be waited for.
pub(super) const PAUSE: Duration = Duration::from_millis(800);

/// An edit that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// What is said as it stands.
    pub edit: Edit,
    due: Duration,
    /// The film on which it was made; on another one its numbers may mean something else.
    on: Arc<Draft>,
}

/// One more step: of the edit that waits, or the first of another one.
pub(super) fn nudge(state: &mut State, edit: Edit, held: Held) -> Vec<Effect> {
    let due = state.now.steady + PAUSE;
    let Some(on) = state.timeline.draft().cloned() else { return Vec::new() };
    if let Some(pending) = &mut state.timeline.edits.pending {
        let Some(both) = together(&pending.edit, &edit) else {
            let effects = send(state);
            hold(state, held);
            return effects;
        };
        match both {
            Some(edit) => (pending.edit, pending.due) = (edit, due),
            None => state.timeline.edits.pending = None,
        }
        return Vec::new();
    }
    state.timeline.edits.pending = Some(Pending { edit, due, on });
    Vec::new()
}

/// Two steps as one edit: `None` where they are of different kinds, `Some(None)` where the second
/// takes the first back.
fn together(first: &Edit, second: &Edit) -> Option<Option<Edit>> {
    if first.clip() != second.clip() {
        return None;
    }
    Some(match (first, second) {
        (Edit::Trim { clip, side, frames }, Edit::Trim { side: other, frames: more, .. }) => {
            let frames = frames + more;
            if side != other {
                return None;
            }
            (frames != 0).then(|| Edit::Trim { clip: clip.clone(), side: *side, frames })
        }
        (Edit::Shift { clip, frames }, Edit::Shift { frames: more, .. }) => {
            let frames = frames + more;
            (frames != 0).then(|| Edit::Shift { clip: clip.clone(), frames })
        }
        (Edit::Volume { .. }, Edit::Volume { .. }) => Some(second.clone()),
        (Edit::Fade { side, .. }, Edit::Fade { side: other, .. }) if side == other => {
            Some(second.clone())
        }
        _ => return None,
    })
}

/// It goes now, if the film is the one that it was made on.
pub(super) fn send(state: &mut State) -> Vec<Effect> {
    let Some(pending) = state.timeline.edits.pending.take() else { return Vec::new() };
    let is_it = |draft: &Arc<Draft>| Arc::ptr_eq(draft, &pending.on) || *draft == pending.on;
    let same = state.timeline.draft().is_some_and(is_it);
    if !same || is_busy(state) {
        state.timeline.edits.notice = Some(editing::of(state.language).film_changed.into());
        return Vec::new();
    }
    say(state, pending.edit)
}

/// Something else is said now: what waits was meant before it.
pub(crate) fn flush(state: &mut State) -> Vec<Effect> {
    if is_busy(state) { Vec::new() } else { send(state) }
}

/// Esc. Tells whether there was one.
pub(crate) fn drop_pending(state: &mut State) -> bool {
    state.timeline.edits.pending.take().is_some()
}

/// The time has come, or not yet.
pub(crate) fn due(state: &mut State) -> Vec<Effect> {
    let now = state.now.steady;
    let is_due = state.timeline.edits.pending.as_ref().is_some_and(|pending| pending.due <= now);
    if is_due { send(state) } else { Vec::new() }
}

impl Pending {
    /// When it goes by itself.
    #[must_use]
    pub const fn due(&self) -> Duration {
        self.due
    }
}
