//! What waits to be said: kept by the link as it stands, taken back into the box, taken away.
//!
//! Two lists: what waits behind the turn that runs, and what an earlier run never sent. Only the first
//! is sent by itself.

use crate::link::Command;

use super::super::{Effect, State};

/// The link keeps what waits, whenever it has become different.
pub(crate) fn keep(state: &mut State) -> Option<Effect> {
    let chat = &state.chat;
    let waits = || chat.unsent.iter().chain(&chat.queue);
    if waits().eq(&state.kept_queue) {
        return None;
    }
    state.kept_queue = waits().cloned().collect();
    Some(Effect::Tell(Command::KeepQueue(state.kept_queue.clone())))
}

/// The message that waits last goes back into the box, before what is written there. Tells whether
/// there was one.
pub(crate) fn take_back(state: &mut State) -> bool {
    let Some(text) = take_last(state) else { return false };
    let written = state.message.text();
    let both = if written.is_empty() { text } else { format!("{text}\n{written}") };
    state.message.write(&both);
    true
}

/// The message that waits last is not wanted any more. It stays reachable by the up key.
pub(crate) fn drop_last(state: &mut State) {
    if let Some(text) = take_last(state) {
        state.message.remember(&text);
    }
}

fn take_last(state: &mut State) -> Option<String> {
    state.chat.queue.pop().or_else(|| state.chat.unsent.pop())
}
