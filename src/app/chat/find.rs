//! Finding words in the conversation.
//!
//! Letters are compared without regard to case. Only keys of the search itself look through the
//! conversation; what is in view is marked while it is drawn.

use crate::ui::chat_rows;

use super::super::actions::{self, Action, AppAction, MessageAction};
use super::super::{Effect, Focus, Key, State};
use super::{Body, Scroll};

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// The words.
    pub query: String,
    /// Whether they are still being written.
    pub typing: bool,
    /// The entry in which they were found last.
    pub at: Option<usize>,
    /// Whether they stand nowhere.
    pub missed: bool,
    /// What was seen before.
    from: Scroll,
}

impl Find {
    /// The words as they are compared; nothing where none are written.
    #[must_use]
    pub fn wanted(&self) -> Option<String> {
        (!self.query.is_empty()).then(|| self.query.to_lowercase())
    }
}

/// Begins to look for something.
pub(super) fn open(state: &mut State) {
    let from = state.chat.scroll;
    state.chat.find = Some(Find { typing: true, from, ..Find::default() });
}

/// A key while the words are being written. `None` if it is for somebody else.
pub(crate) fn pressed(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let find = state.chat.find.as_mut().filter(|find| find.typing)?;
    match actions::find(Focus::Message, key) {
        _ if key.written().is_some() => find.query.extend(key.written()),
        Some(Action::Message(MessageAction::DeleteBack)) => drop(find.query.pop()),
        Some(Action::Message(MessageAction::DeleteWord | MessageAction::DeleteToStart)) => {
            find.query.clear();
        }
        Some(Action::Message(MessageAction::Send)) => {
            find.typing = false;
            if find.query.is_empty() {
                state.chat.find = None;
            }
            return Some(Vec::new());
        }
        Some(Action::App(AppAction::Stop | AppAction::Interrupt)) => {
            state.chat.scroll = find.from;
            state.chat.find = None;
            return Some(Vec::new());
        }
        _ => return None,
    }
    let from = find.from;
    find.at = None;
    if find.query.is_empty() {
        (find.missed, state.chat.scroll) = (false, from);
    } else {
        look(state, false);
    }
    Some(Vec::new())
}

/// Pasted words are looked for. `false` if nothing is being written.
pub(crate) fn pasted(state: &mut State, text: &str) -> bool {
    let Some(find) = state.chat.find.as_mut().filter(|find| find.typing) else { return false };
    find.query.push_str(text.lines().next().unwrap_or_default());
    find.at = None;
    look(state, false);
    true
}

/// Esc: nothing is looked for any more. `false` if nothing was.
pub(crate) fn close(state: &mut State) -> bool {
    state.chat.find.take().is_some()
}

/// The next entry that has the words, downwards or upwards; at an end it goes on at the other.
pub(super) fn look(state: &mut State, downwards: bool) {
    let Some(find) = &state.chat.find else { return };
    let Some(wanted) = find.wanted() else { return };
    let entries = &state.chat.entries;
    let count = entries.len();
    let has = |place: &usize| says(&entries[*place].body, &wanted);
    let found = match (find.at, downwards) {
        // What was said last is what most people look for.
        (None, _) => (0..count).rev().find(has),
        (Some(at), true) => (at + 1..count).chain(0..count.min(at + 1)).find(has),
        (Some(at), false) => {
            let below = at.min(count)..count;
            (0..at.min(count)).rev().chain(below.rev()).find(has)
        }
    };
    if let Some(find) = &mut state.chat.find {
        find.missed = found.is_none();
        find.at = found.or(find.at);
    }
    if let Some(place) = found {
        show(state, place, &wanted);
    }
}

/// Whether an entry has words that are written in small letters.
pub(crate) fn says(body: &Body, wanted: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(wanted);
    match body {
        Body::User(text) | Body::Program(text) | Body::Agent { text, .. } => has(text),
        Body::Problem { what, next } => has(what) || has(next),
        Body::Changes(lines) => lines.iter().any(|line| has(&line.text)),
    }
}

/// Scrolls so that the entry is seen from the row that has the words.
fn show(state: &mut State, place: usize, wanted: &str) {
    let rows = chat_rows::rows(state, place + 1);
    let row = rows.iter().position(|row| row.to_string().to_lowercase().contains(wanted));
    show_row(state, place + 1, row.unwrap_or(0));
}

/// Puts a row near the top, unless the end of the conversation shows it too.
pub(super) fn show_row(state: &mut State, item: usize, row: usize) {
    let end = chat_rows::top_when_following(state);
    let from = (item, row.saturating_sub(1));
    state.chat.scroll =
        if from >= end { Scroll::Follow } else { Scroll::From { entry: from.0, row: from.1 } };
}
