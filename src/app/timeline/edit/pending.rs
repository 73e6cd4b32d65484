//! An edit that is shown before it is sent, and small steps that become one: trimming by five frames is
//! one sentence, not five.
//!
//! The sentence waits where it can be seen. It goes when no further step has come for a moment, at
//! Enter, or before another edit; Esc drops it.

use std::sync::Arc;
use std::time::Duration;

use crate::draft::Draft;
use crate::language::edit::Edit;
use crate::ui::words::editing;

use super::super::super::actions::EditAction;
use super::super::super::{Effect, State};
use super::make::{Made, Place};
use super::{expect, is_busy, say};

/// So much longer a step waits, for the next press of the same key.
const NEXT_STEP: Duration = Duration::from_millis(400);

/// An edit that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// What is said as it stands.
    pub edit: Edit,
    /// More of its kind may follow.
    is_step: bool,
    due: Duration,
    /// Where its last key was pressed.
    pub(super) place: Place,
    /// The film on which it was made; on another one its numbers may mean something else.
    on: Arc<Draft>,
}

/// An edit begins to wait, or is one more step of the one that does.
pub(super) fn wait(state: &mut State, edit: Edit, is_step: bool, place: Place) -> Vec<Effect> {
    let delay = state.keymap.edit_delay();
    let due = state.now.steady + if is_step { delay + NEXT_STEP } else { delay };
    let Some(on) = state.timeline.draft().cloned() else {
        return say(state, edit, place);
    };
    let waits = state.timeline.edits.pending.take();
    let edit = match waits.as_ref().and_then(|waits| together(&waits.edit, &edit)) {
        Some(None) => return Vec::new(),
        Some(Some(both)) => both,
        None => edit,
    };
    expect(state, &edit, place);
    if due <= state.now.steady {
        return say(state, edit, place);
    }
    state.timeline.edits.pending = Some(Pending { edit, is_step, due, place, on });
    Vec::new()
}

/// A step with those before it that wait.
pub(super) fn all(state: &State, step: &Edit) -> Edit {
    let waits = state.timeline.edits.pending.as_ref();
    waits.and_then(|waits| together(&waits.edit, step)).flatten().unwrap_or_else(|| step.clone())
}

/// Whether a key was pressed on another clip of the film on the screen than the one that the edit which
/// waits is about.
pub(super) fn is_left(state: &State, place: Place) -> bool {
    let timeline = &state.timeline;
    let Some(pending) = timeline.edits.pending.as_ref().filter(|_| timeline.expected.is_some())
    else {
        return false;
    };
    place != pending.place && !timeline.is_on_subject(place)
}

/// Whether a key ends the wait of the edit that does: it is no further step of it.
pub(super) fn is_over(state: &State, action: EditAction, made: &Made) -> bool {
    let Some(pending) = &state.timeline.edits.pending else { return false };
    match made {
        Made::Nudge(edit) => together(&pending.edit, edit).is_none(),
        Made::Back => false,
        Made::Edit(_) => true,
        Made::Refused(_) => !(pending.is_step && is_step(action)),
    }
}

const fn is_step(action: EditAction) -> bool {
    use EditAction as E;
    matches!(
        action,
        E::StartEarlier
            | E::StartLater
            | E::EndEarlier
            | E::EndLater
            | E::MoveEarlier
            | E::MoveLater
            | E::Louder
            | E::Quieter
            | E::Mute
            | E::FadeInLonger
            | E::FadeInShorter
            | E::FadeOutLonger
            | E::FadeOutShorter
    )
}

/// Two steps as one edit: `None` where they are of different kinds, `Some(None)` where the second
/// takes the first back.
pub(super) fn together(first: &Edit, second: &Edit) -> Option<Option<Edit>> {
    if first.clip() != second.clip() || first.last() != second.last() {
        return None;
    }
    Some(match (first, second) {
        (Edit::Several { edit, last }, Edit::Several { edit: more, .. }) => {
            together(edit, more)?.map(|both| both.up_to(*last))
        }
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
        (Edit::Volume { .. }, Edit::Volume { .. }) | (Edit::Place { .. }, Edit::Place { .. }) => {
            Some(second.clone())
        }
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
    say(state, pending.edit, pending.place)
}

/// Something else is said now: what waits was meant before it.
pub(crate) fn flush(state: &mut State) -> Vec<Effect> {
    if is_busy(state) { Vec::new() } else { send(state) }
}

/// Esc. Tells whether there was one.
pub(crate) fn drop_pending(state: &mut State) -> bool {
    state.timeline.edits.pending.take().is_some()
}

/// Undo, or redo. What was not sent yet need not be undone; only an undo is done twice where it is asked for
/// twice, and so is a redo.
pub(super) fn take_back(state: &mut State, action: EditAction) -> bool {
    let waits = state.timeline.edits.pending.as_ref().map(|pending| &pending.edit);
    let drops = match action {
        EditAction::Undo => waits.is_some_and(|edit| *edit != Edit::Undo),
        EditAction::Redo => waits == Some(&Edit::Undo),
        _ => false,
    };
    drops && drop_pending(state)
}

/// The time has come, or not yet.
pub(crate) fn due(state: &mut State) -> Vec<Effect> {
    let now = state.now.steady;
    let is_due = state.timeline.edits.pending.as_ref().is_some_and(|pending| pending.due <= now);
    if is_due { send(state) } else { Vec::new() }
}

impl Pending {
    /// As if it waited on a film.
    pub(super) const fn on(on: Arc<Draft>, edit: Edit, is_step: bool, place: Place) -> Self {
        Self { edit, is_step, due: Duration::ZERO, place, on }
    }

    /// When it goes by itself.
    #[must_use]
    pub const fn due(&self) -> Duration {
        self.due
    }
}
