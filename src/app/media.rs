//! The media pane's state: the session's files and which one is selected.

use std::sync::Arc;

use crate::link::MediaItem;
use crate::ui::words;

use super::actions::MediaAction;
use super::{Effect, Focus, State, chat, timeline};

/// The files of the session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MediaState {
    /// In the order in which they came.
    pub items: Arc<Vec<MediaItem>>,
    /// Which one the keys mean.
    pub selected: usize,
}

impl MediaState {
    pub(super) fn replace(&mut self, items: Arc<Vec<MediaItem>>) {
        self.items = items;
        self.selected = self.selected.min(self.items.len().saturating_sub(1));
    }
}

pub(super) fn act(state: &mut State, action: MediaAction) -> Vec<Effect> {
    let media = &mut state.media;
    match action {
        MediaAction::Up => media.selected = media.selected.saturating_sub(1),
        MediaAction::Down => {
            media.selected = (media.selected + 1).min(media.items.len().saturating_sub(1));
        }
        MediaAction::Add => return add(state),
        MediaAction::Insert => return insert(state),
        MediaAction::Mention => mention(state),
    }
    Vec::new()
}

/// Asks the agent to add the selected file.
fn add(state: &mut State) -> Vec<Effect> {
    let Some(item) = state.media.items.get(state.media.selected) else { return Vec::new() };
    let name = quoted(&item.filename);
    let sentence = words::jobs::add(state.language, &name, item.file_type == "audio");
    chat::say(state, sentence)
}

/// Asks for the selected file where the playhead stands.
fn insert(state: &mut State) -> Vec<Effect> {
    let item = state.media.items.get(state.media.selected).cloned();
    item.map_or_else(Vec::new, |item| timeline::insert(state, &item))
}

fn quoted(name: &str) -> String {
    if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() }
}

/// Puts the selected file's name into the message, and the cursor behind it.
fn mention(state: &mut State) {
    let Some(item) = state.media.items.get(state.media.selected) else { return };
    let quoted = format!("{} ", quoted(&item.filename));
    state.message.insert(&quoted);
    state.focus = Focus::Message;
}
