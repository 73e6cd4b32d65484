//! How much of the screen a message can have changed.
//!
//! Nearly every key of a day is a letter of a message, and it changes the box that it is written in. To draw all panes
//! for it would cost several times what the letter itself does, on a line where each letter is waited for. So the one
//! case that is sure is told apart, and all else counts as everything.

use super::leaving::Leaving;
use super::{Changed, Effect, Focus, State};

/// What has to be drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Redraw {
    /// Everything.
    #[default]
    Whole,
    /// The words of the message, and the caret in them.
    Message,
}

/// What has to be as it was for a letter to change nothing but the message.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    rows: Option<usize>,
}

impl Before {
    /// As it is before a message is taken.
    pub(super) fn of(state: &State) -> Self {
        Self { rows: is_settled(state).then(|| rows(state)) }
    }

    /// What has to be drawn after it.
    pub(super) fn redraw(self, state: &State, effects: &[Effect]) -> Redraw {
        let same = self.rows == Some(rows(state)) && effects.is_empty() && is_settled(state);
        if same { state.redraw } else { Redraw::Whole }
    }
}

fn rows(state: &State) -> usize {
    state.message.rows(state.message_cols()).len()
}

/// A message is being written, nothing moves, and nothing is shown that the next key takes away.
fn is_settled(state: &State) -> bool {
    state.focus == Focus::Message
        && !state.message.is_empty()
        && !state.is_covered()
        && state.pending.is_empty()
        && state.wake.is_none()
        && state.leaving == Leaving::No
        && state.timeline.changed == Changed::default()
        && state.timeline.edits.notice.is_none()
        && state.chat.told_below.is_none()
        && state.foot.is_none()
}
