//! The open list: what is searched for, what fits, and which line Enter means.

use super::super::actions::{self, Action, AppAction, MessageAction, Scope};
use super::super::{Effect, Focus, Key, State, backends, listing, press, themes};
use super::entries::{self, PaletteEntry, Pick, is_possible};
use super::search::{Found, search};

/// The open list.
#[derive(Debug, Clone, PartialEq)]
pub struct PaletteState {
    /// What is searched for.
    pub query: String,
    /// What fits, the best first.
    pub found: Vec<Found>,
    /// The line that Enter means.
    pub chosen: usize,
    /// What is listed.
    pub listing: Listing,
}

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// All that can be done.
    Everything,
    /// The places for the film.
    Places,
    /// The themes.
    Themes,
}

/// Opens the list of everything.
pub(in crate::app) fn open(state: &mut State) -> Vec<Effect> {
    show(state, Listing::Everything)
}

/// Opens the list of the themes.
pub(in crate::app) fn open_themes(state: &mut State) -> Vec<Effect> {
    show(state, Listing::Themes)
}

/// Opens the list of the places for the film.
pub(in crate::app) fn open_backends(state: &mut State) -> Vec<Effect> {
    show(state, Listing::Places)
}

fn show(state: &mut State, listing: Listing) -> Vec<Effect> {
    state.palette =
        Some(PaletteState { query: String::new(), found: Vec::new(), chosen: 0, listing });
    look(state);
    if listing == Listing::Places
        && let Some(palette) = &mut state.palette
    {
        // Enter at once means the one that is not in use.
        palette.chosen = palette.found.iter().position(|found| found.entry.possible).unwrap_or(0);
    }
    Vec::new()
}

/// What a few words find among everything, the best first.
pub(in crate::app) fn found(state: &State, query: &str) -> Vec<Found> {
    search(entries::all(state), query)
}

/// Searches again, with the best line chosen.
fn look(state: &mut State) {
    let Some(palette) = &state.palette else { return };
    let entries: Vec<PaletteEntry> = match palette.listing {
        Listing::Everything => entries::all(state),
        Listing::Places => entries::places(state).collect(),
        Listing::Themes => entries::themes(state).collect(),
    };
    let found = search(entries, &palette.query);
    if let Some(palette) = &mut state.palette {
        palette.found = found;
        palette.chosen = 0;
    }
}

/// A key while the list is open: the keys of the message box, as far as they make sense here.
pub(in crate::app) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(palette) = state.palette.as_mut() else { return Vec::new() };
    if state.keymap.find(Focus::Message, key) == Some(Action::App(AppAction::Palette)) {
        state.palette = None;
        return Vec::new();
    }
    let page = usize::from(state.size.height.saturating_sub(6)).max(1);
    let last = palette.found.len().saturating_sub(1);
    match actions::find(Focus::Message, key) {
        Some(Action::Message(MessageAction::Send)) => return do_chosen(state),
        Some(Action::App(AppAction::Stop | AppAction::Interrupt | AppAction::Palette)) => {
            state.palette = None;
        }
        action => {
            let moved =
                action.and_then(|action| listing::moved(palette.chosen, last, action, page));
            if let Some(chosen) = moved {
                palette.chosen = chosen;
            } else if listing::edit(&mut palette.query, key, action) {
                look(state);
            }
        }
    }
    Vec::new()
}

/// The line above or below is chosen.
pub(in crate::app) fn step(state: &mut State, up: bool) -> Vec<Effect> {
    if let Some(palette) = &mut state.palette {
        let last = palette.found.len().saturating_sub(1);
        let chosen = palette.chosen;
        palette.chosen = if up { chosen.saturating_sub(1) } else { (chosen + 1).min(last) };
    }
    Vec::new()
}

/// Does what a line says.
pub(in crate::app) fn do_listed(state: &mut State, place: usize) -> Vec<Effect> {
    if let Some(palette) = &mut state.palette {
        palette.chosen = place;
    }
    do_chosen(state)
}

/// Pasted words are searched for.
pub(in crate::app) fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    if let Some(palette) = &mut state.palette {
        palette.query.push_str(text.lines().next().unwrap_or_default());
    }
    look(state);
    Vec::new()
}

/// Does what the chosen line says, as its key would in its pane.
fn do_chosen(state: &mut State) -> Vec<Effect> {
    let chosen = state.palette.as_ref().and_then(|palette| palette.found.get(palette.chosen));
    let Some(pick) = chosen.map(|found| found.entry.pick) else { return Vec::new() };
    if !is_possible(state, pick) {
        return Vec::new();
    }
    state.palette = None;
    match pick {
        Pick::Place(place) => backends::choose(state, place),
        Pick::Theme(name) => themes::choose(state, name),
        Pick::Sentence(sentence) => write(state, sentence.in_message(state.language)),
        Pick::Setting(_) => Vec::new(),
        Pick::Row(row) => {
            if let Scope::In(pane) = row.scope
                && pane != state.focus
            {
                press::focus(state, pane);
            }
            press::act(state, row.action)
        }
    }
}

/// Writes a sentence behind what is in the message, to be changed and sent.
fn write(state: &mut State, sentence: &str) -> Vec<Effect> {
    press::focus(state, Focus::Message);
    let gap = if state.message.is_empty() { "" } else { " " };
    state.message.insert(&format!("{gap}{sentence}"));
    Vec::new()
}
