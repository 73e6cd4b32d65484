//! Opening files: a list over the panes that walks the disk.
//!
//! Folders are read by the runtime, never in an update; until one has come the list says so. What is
//! taken goes the way of files that are dropped on the window.

mod search;
mod state;

use std::path::{Path, PathBuf};

use crate::language::Problem;
use crate::store::{EntryKind, Folder, FolderEntry};

use super::actions::{self, Action, AppAction, FilesAction, List, MessageAction};
use super::{Effect, Focus, Key, State, chat, listing, paste};

pub use state::{PickerState, Sort, Wanted};

/// Opens the list where it was left, or in the folder of the start.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let folder = state.picked_in.clone().unwrap_or_else(|| state.folder.clone());
    state.picker = Some(PickerState::new(folder.clone()));
    vec![Effect::ReadFolder(folder)]
}

/// A folder was read, or could not be.
pub(super) fn told(state: &mut State, path: &Path, read: Result<Folder, Problem>) -> Vec<Effect> {
    if let Some(picker) = state.picker.as_mut().filter(|picker| picker.folder == path) {
        picker.read = Some(read);
        picker.look();
    }
    Vec::new()
}

/// Marks the chosen file, or lists others; without the list, opens it.
pub(super) fn act(state: &mut State, action: FilesAction) -> Vec<Effect> {
    let Some(picker) = state.picker.as_mut() else { return open(state) };
    match action {
        FilesAction::Mark => picker.mark(),
        FilesAction::Kind => picker.next_kind(),
        FilesAction::Order => picker.next_order(),
    }
    Vec::new()
}

/// A key while the list is open.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let own = state.keymap.find_over(List::Files, key);
    let action = own.or_else(|| actions::find(Focus::Message, key));
    let page = usize::from(state.size.height.saturating_sub(7)).max(1);
    let closes = state.keymap.find(Focus::Message, key) == Some(Action::App(AppAction::Open));
    let Some(picker) = state.picker.as_mut() else { return Vec::new() };
    match action {
        _ if closes => state.picker = None,
        Some(Action::App(AppAction::Stop | AppAction::Interrupt)) => state.picker = None,
        Some(Action::Files(action)) => return act(state, action),
        Some(Action::Message(MessageAction::Send)) => return take(state),
        Some(Action::Message(MessageAction::Right)) => return enter(state),
        Some(Action::Message(MessageAction::Left)) => return up(state),
        Some(Action::Message(MessageAction::DeleteBack)) if picker.query.is_empty() => {
            return up(state);
        }
        action => {
            let (chosen, last) = (picker.chosen, picker.last());
            let moved = action.and_then(|action| listing::moved(chosen, last, action, page));
            if let Some(chosen) = moved {
                (picker.chosen, picker.refused) = (chosen, false);
            } else if listing::edit(&mut picker.query, key, action) {
                return searched(state);
            }
        }
    }
    Vec::new()
}

/// Pasted words are searched for; a path leads to its folder.
pub(super) fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(picker) = &mut state.picker {
        picker.query.push_str(text.lines().next().unwrap_or_default().trim());
    }
    searched(state)
}

/// A line of the list was clicked: it is chosen, and the second time taken.
pub(super) fn clicked(state: &mut State, place: usize) -> Vec<Effect> {
    let Some(picker) = &mut state.picker else { return Vec::new() };
    if picker.chosen != place {
        picker.chosen = place.min(picker.last());
        return Vec::new();
    }
    take(state)
}

/// The wheel turns.
pub(super) fn step(state: &mut State, up: bool) {
    if let Some(picker) = &mut state.picker {
        let (chosen, last) = (picker.chosen, picker.last());
        picker.chosen = if up { chosen.saturating_sub(1) } else { (chosen + 1).min(last) };
    }
}

/// What is written may be the way to a folder.
fn searched(state: &mut State) -> Vec<Effect> {
    let Some(picker) = &mut state.picker else { return Vec::new() };
    let is_here = |name: &str| {
        let named = |entry: &FolderEntry| entry.name == name && entry.kind == EntryKind::Folder;
        picker.read.is_none() || picker.entries().iter().any(named)
    };
    let way = picker.query.strip_suffix('/');
    let way = way.filter(|way| is_way(way) || is_here(way)).map(str::to_owned);
    let Some(way) = way else {
        picker.look();
        return Vec::new();
    };
    let way = if way.is_empty() { "/".to_owned() } else { way };
    let folder = paste::file(&way, state.home.as_deref(), &picker.folder);
    go(state, &folder)
}

/// Whether words before a `/` lead to a folder: from the root, from home, or up.
fn is_way(words: &str) -> bool {
    words.is_empty() || words.starts_with('/') || words.starts_with('~') || words == ".."
}

/// Goes to a folder; `..` in it goes up.
fn go(state: &mut State, folder: &Path) -> Vec<Effect> {
    let Some(picker) = &mut state.picker else { return Vec::new() };
    let folder = without_dots(folder);
    picker.go(folder.clone());
    state.picked_in = Some(folder.clone());
    vec![Effect::ReadFolder(folder)]
}

fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

fn up(state: &mut State) -> Vec<Effect> {
    let Some(picker) = &state.picker else { return Vec::new() };
    let Some(above) = picker.folder.parent().map(Path::to_owned) else { return Vec::new() };
    let left = picker.folder.file_name().map(std::ffi::OsStr::to_owned);
    let effects = go(state, &above);
    if let Some(picker) = &mut state.picker {
        picker.came_from = left;
    }
    effects
}

/// Into the chosen folder.
fn enter(state: &mut State) -> Vec<Effect> {
    let Some(picker) = &state.picker else { return Vec::new() };
    let folder = picker.chosen().filter(|entry| entry.kind == EntryKind::Folder);
    let Some(folder) = folder.map(|entry| picker.folder.join(&entry.name)) else {
        return Vec::new();
    };
    go(state, &folder)
}

/// Takes what is marked, else the chosen line: a folder is gone into, a file is added.
fn take(state: &mut State) -> Vec<Effect> {
    let Some(picker) = &mut state.picker else { return Vec::new() };
    let mut taken: Vec<PathBuf> = picker.marked.iter().cloned().collect();
    if taken.is_empty() {
        // A file may also be named whole.
        if is_way(&picker.query) && !picker.query.is_empty() {
            taken.push(paste::file(&picker.query, state.home.as_deref(), &picker.folder));
        } else {
            let Some(entry) = picker.chosen() else { return Vec::new() };
            match entry.kind {
                EntryKind::Folder => return enter(state),
                EntryKind::Media(_) => taken.push(picker.folder.join(&entry.name)),
                EntryKind::Other => {
                    picker.refused = true;
                    return Vec::new();
                }
            }
        }
    }
    state.picked_in = Some(picker.folder.clone());
    state.picker = None;
    chat::add_files(state, taken)
}
