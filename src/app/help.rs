//! The list of all keys while it is open: how far it is scrolled, and what is searched for in it.

use super::actions::{self, Action, ChatAction, MessageAction, Row};
use super::{Effect, Focus, Key, State};
use crate::ui::help_rows;

/// The open list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HelpState {
    /// The first row that is seen.
    pub first: usize,
    /// What is searched for.
    pub query: String,
}

pub(super) fn open(state: &mut State) -> Vec<Effect> {
    state.help = Some(HelpState::default());
    Vec::new()
}

/// A key while it is open: letters search, arrows scroll, Esc takes back the search and then closes.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(help) = &mut state.help else { return Vec::new() };
    if let Some(letter) = key.written() {
        help.query.push(letter);
        help.first = 0;
        return Vec::new();
    }
    if let Some(Action::Message(action)) = actions::find(Focus::Message, key) {
        match action {
            MessageAction::DeleteBack => drop(help.query.pop()),
            MessageAction::DeleteWord | MessageAction::DeleteToStart => help.query.clear(),
            _ => {}
        }
        if matches!(
            action,
            MessageAction::DeleteBack | MessageAction::DeleteWord | MessageAction::DeleteToStart
        ) {
            help.first = 0;
            return Vec::new();
        }
    }
    match actions::find(Focus::Chat, key) {
        Some(Action::Chat(action)) => scroll(state, action),
        _ if !help.query.is_empty() => open(state),
        _ => {
            state.help = None;
            Vec::new()
        }
    }
}

/// Pasted words are searched for.
pub(super) fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(help) = &mut state.help {
        help.query.push_str(text.lines().next().unwrap_or_default());
        help.first = 0;
    }
    Vec::new()
}

pub(super) fn scroll(state: &mut State, action: ChatAction) -> Vec<Effect> {
    let page = usize::from(state.size.height.saturating_sub(3)).max(1);
    let last = help_rows(state).saturating_sub(page);
    let Some(help) = &mut state.help else { return Vec::new() };
    let row = help.first;
    let moved = match action {
        ChatAction::Up => row.saturating_sub(1),
        ChatAction::Down => row + 1,
        ChatAction::PageUp => row.saturating_sub(page),
        ChatAction::PageDown => row + page,
        ChatAction::Start => 0,
        ChatAction::End => last,
        _ => row,
    };
    help.first = moved.min(last);
    Vec::new()
}

/// Whether a row has all the words that are searched for: in what it does, in either language, in its
/// keys or in its name.
#[must_use]
pub fn fits(state: &State, row: &Row, query: &str) -> bool {
    let mut words = query.split_whitespace().peekable();
    if words.peek().is_none() {
        return true;
    }
    let keys: Vec<String> = state.keymap.keys(row).iter().map(ToString::to_string).collect();
    let all = format!("{} {} {} {}", row.id, row.help.0, row.help.1, keys.join(" "));
    let all = all.to_lowercase();
    words.all(|word| all.contains(&word.to_lowercase()))
}
