//! How much of the screen a message can have changed.
//!
//! Nearly every key of a day is a letter of a message, and it changes the box that it is written in; nearly all that
//! comes over the link are words of an answer, and they change the conversation. To draw all panes for them would
//! cost several times what they do, on a line where each letter is waited for. So these cases are told apart where
//! they are sure, and all else counts as everything.

use super::leaving::Leaving;
use super::{Changed, Effect, Focus, Phase, Scroll, State};
use crate::ui::layout::Areas;

/// What has to be drawn, the least first: what is more has what is less in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Redraw {
    /// The words of the message, and the caret in them.
    Message,
    /// These, and the conversation below its title.
    Conversation,
    /// Everything.
    #[default]
    Whole,
}

/// What has to be as it was for a part to have changed alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    message: Option<usize>,
    conversation: Option<Around>,
}

/// What stands around a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Around {
    areas: Areas,
    phase: Phase,
    said: usize,
    is_written: bool,
    rows: usize,
}

impl Before {
    /// As it is before a message is taken.
    pub(super) fn of(state: &State) -> Self {
        let conversation = around(state);
        let is_still = conversation.is_none() && is_still(state) && state.wake.is_none();
        Self { message: (is_still && !state.message.is_empty()).then(|| rows(state)), conversation }
    }

    /// What has to be drawn after it.
    pub(super) fn redraw(self, state: &State, effects: &[Effect]) -> Redraw {
        let now = Self::of(state);
        let alone = self.message.is_some() && self.message == now.message && effects.is_empty();
        let around = self.conversation.is_some() && self.conversation == now.conversation;
        let waits = |effect: &Effect| matches!(effect, Effect::WakeAt(_));
        match state.redraw {
            Redraw::Message if alone => Redraw::Message,
            Redraw::Message | Redraw::Conversation if around && effects.iter().all(waits) => {
                Redraw::Conversation
            }
            _ => Redraw::Whole,
        }
    }
}

fn rows(state: &State) -> usize {
    state.message.rows(state.message_cols()).len()
}

/// What is around the conversation while an answer to it comes, and nothing else moves.
fn around(state: &State) -> Option<Around> {
    let turn = state.chat.turn.as_ref().filter(|_| is_still(state))?;
    let areas = state.areas();
    let is_seen = !areas.chat.is_empty() && state.chat.scroll == Scroll::Follow;
    let alone = state.jobs.running().next().is_none()
        && super::timeline::wake(state).is_none()
        && super::jobs_shown::wake(state).is_none();
    (is_seen && alone && state.chat.chosen.is_none()).then(|| Around {
        areas,
        phase: turn.phase,
        said: state.chat.entries.len(),
        is_written: !state.message.is_empty(),
        rows: rows(state),
    })
}

/// The keys go to the message, and nothing is shown that the next one takes away.
fn is_still(state: &State) -> bool {
    state.focus == Focus::Message
        && !state.is_covered()
        && state.pending.is_empty()
        && state.leaving == Leaving::No
        && state.timeline.changed == Changed::default()
        && state.timeline.edits.notice.is_none()
        && state.chat.told_below.is_none()
        && state.foot.is_none()
}
