//! Which part of the conversation is seen.
//!
//! The place is kept as an entry and a row of it, not as a count of rows: words that arrive below
//! move nothing, and only what is passed over needs to be measured.

use crate::ui::chat_rows;

use super::super::actions::ChatAction;
use super::super::{Effect, State};
use super::{copying, find, original};

/// Which part is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scroll {
    /// The end, and it stays the end.
    #[default]
    Follow,
    /// From this row of this entry on.
    From {
        /// Which entry is at the top. One past the last is what follows them all.
        entry: usize,
        /// How many of its rows are above the top.
        row: usize,
    },
}

pub(crate) fn act(state: &mut State, action: ChatAction) -> Vec<Effect> {
    let page = usize::from(state.areas().chat.height.saturating_sub(2)).max(1);
    match action {
        ChatAction::Up => up(state, 1),
        ChatAction::Down => down(state, 1),
        ChatAction::PageUp => up(state, page),
        ChatAction::PageDown => down(state, page),
        ChatAction::Start => state.chat.scroll = Scroll::From { entry: 0, row: 0 },
        ChatAction::End => state.chat.scroll = Scroll::Follow,
        ChatAction::Find => find::open(state),
        ChatAction::FindNext => find::look(state, true),
        ChatAction::FindPrevious => find::look(state, false),
        ChatAction::MessageBefore => copying::choose_message(state, false),
        ChatAction::MessageAfter => copying::choose_message(state, true),
        ChatAction::CopyMessage => return copying::copy_message(state),
        ChatAction::CopyCode => return copying::copy_code(state),
        ChatAction::Original => original::turn_over(state),
    }
    if matches!(action, ChatAction::Start) && chat_rows::fits(state) {
        state.chat.scroll = Scroll::Follow;
    }
    Vec::new()
}

fn up(state: &mut State, rows: usize) {
    if state.chat.scroll == Scroll::Follow && chat_rows::fits(state) {
        return;
    }
    let (mut entry, mut row) = top(state);
    for _ in 0..rows {
        if row > 0 {
            row -= 1;
        } else if entry > 0 {
            entry -= 1;
            row = chat_rows::height(state, entry).saturating_sub(1);
        }
    }
    state.chat.scroll = Scroll::From { entry, row };
}

fn down(state: &mut State, rows: usize) {
    let Scroll::From { mut entry, mut row } = state.chat.scroll else { return };
    for _ in 0..rows {
        if row + 1 < chat_rows::height(state, entry) {
            row += 1;
        } else {
            entry += 1;
            row = 0;
        }
    }
    let end = chat_rows::top_when_following(state);
    let reached = (entry, row) >= end;
    state.chat.scroll = if reached { Scroll::Follow } else { Scroll::From { entry, row } };
}

fn top(state: &State) -> (usize, usize) {
    match state.chat.scroll {
        Scroll::Follow => chat_rows::top_when_following(state),
        Scroll::From { entry, row } => (entry, row),
    }
}
