//! The media pane's state: the session's files, and which one is selected of those that are listed.

use std::collections::HashMap;
use std::sync::Arc;

use crate::draft::{Draft, used_file};
use crate::link::MediaItem;
use crate::ui::words;

use super::actions::MediaAction;
use super::{Effect, Focus, MediaFilter, State, chat, media_filter, press, timeline};

/// The files of the session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MediaState {
    /// In the order in which they came.
    pub items: Arc<Vec<MediaItem>>,
    /// Which line of the list the keys mean.
    pub selected: usize,
    /// What the list is narrowed by.
    pub filter: Option<MediaFilter>,
    /// How often each is in the film as last polled; counted then, not for each frame.
    uses: HashMap<String, usize>,
}

impl MediaState {
    /// The file that the keys mean.
    #[must_use]
    pub fn chosen(&self) -> Option<&MediaItem> {
        self.at(self.selected)
    }

    /// How often a file is in the film.
    #[must_use]
    pub fn uses(&self, name: &str) -> usize {
        self.uses.get(name).copied().unwrap_or_default()
    }

    /// Another film was polled.
    pub(super) fn count(&mut self, draft: Option<&Draft>) {
        self.uses.clear();
        let segments = draft.into_iter().flat_map(Draft::segments);
        for name in segments.filter_map(|(_, segment)| used_file(segment)) {
            match self.uses.get_mut(name) {
                Some(count) => *count += 1,
                None => drop(self.uses.insert(name.to_owned(), 1)),
            }
        }
    }

    pub(super) fn replace(&mut self, items: Arc<Vec<MediaItem>>) {
        let chosen = self.chosen().map(|item| item.filename.clone());
        self.items = items;
        self.look(chosen.as_deref());
    }
}

pub(super) fn act(state: &mut State, action: MediaAction) -> Vec<Effect> {
    let media = &mut state.media;
    match action {
        MediaAction::Up => media.selected = media.selected.saturating_sub(1),
        MediaAction::Down => {
            media.selected = (media.selected + 1).min(media.last());
        }
        MediaAction::Filter => media_filter::open(state),
        MediaAction::Add => return add(state),
        MediaAction::Insert => return insert(state),
        MediaAction::Mention => mention(state),
    }
    Vec::new()
}

/// Asks the agent to add the selected file.
fn add(state: &mut State) -> Vec<Effect> {
    let Some(item) = state.media.chosen() else { return Vec::new() };
    let name = quoted(&item.filename);
    // Without it, an agent may take "add it at the end" for a wish to have it there and no longer where it is.
    let again = state.media.uses(&item.filename) > 0;
    let sentence = words::jobs::add(state.language, &name, &item.file_type, again);
    chat::say(state, sentence)
}

/// Asks for the selected file where the playhead stands.
fn insert(state: &mut State) -> Vec<Effect> {
    let item = state.media.chosen().cloned();
    if item.as_ref().is_some_and(|item| item.file_type == "subtitles") {
        // They have times of their own.
        return add(state);
    }
    item.map_or_else(Vec::new, |item| timeline::insert(state, &item))
}

fn quoted(name: &str) -> String {
    if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() }
}

/// Puts the selected file's name into the message, and the cursor behind it.
fn mention(state: &mut State) {
    let Some(item) = state.media.chosen() else { return };
    let quoted = format!("{} ", quoted(&item.filename));
    state.message.insert(&quoted);
    state.focus = Focus::Message;
}

/// A file was clicked: the keys mean it, and the second time it goes into the message.
pub(super) fn clicked(state: &mut State, place: usize) -> Vec<Effect> {
    let again = state.focus == Focus::Media && state.media.selected == place;
    let mut effects = press::focus(state, Focus::Media);
    if again {
        effects.extend(act(state, MediaAction::Mention));
    } else {
        state.media.selected = place.min(state.media.last());
    }
    effects
}
