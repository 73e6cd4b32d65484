//! What has come below since the end of the conversation was left.
//!
//! What is new is told from the entry at which the end was left, so counting costs as much as has come
//! and not as much as was said.

use crate::ui::chat_rows;

use super::super::State;
use super::Scroll;

/// Where the end was when it was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftAt {
    /// Entries up to there.
    entries: usize,
    /// Rows of the last of them.
    rows: usize,
    /// Columns that they were measured in.
    cols: usize,
}

/// Beyond so many entries it is enough to know that there are many.
const MOST: usize = 100;

/// Remembers where the end is left; in other columns other rows are counted from then on.
pub(crate) fn note(state: &mut State) {
    if state.chat.scroll == Scroll::Follow {
        state.chat.left_at = None;
        return;
    }
    let cols = chat_rows::cols(state);
    if state.chat.left_at.is_none_or(|left| left.cols != cols) {
        let entries = state.chat.entries.len();
        let rows = chat_rows::height(state, entries);
        state.chat.left_at = Some(LeftAt { entries, rows, cols });
    }
}

/// Rows that have come below the place where the end was left.
#[must_use]
pub fn new_rows(state: &State) -> usize {
    let Some(left) = state.chat.left_at else { return 0 };
    let grown = chat_rows::height(state, left.entries).saturating_sub(left.rows);
    let new = (left.entries + 1..=state.chat.entries.len()).take(MOST);
    grown + new.map(|item| chat_rows::height(state, item)).sum::<usize>()
}
