//! What is in the list, and whether it makes sense now.

use crate::language::Language;
use crate::link::{JobState, JobView};
use crate::ui::theme_names;
use crate::ui::words::{choosing, finding};

use super::super::actions::{Action, AppAction, JobsAction, Row, Said, Scope, scope_word, table};
use super::super::{Focus, Place, State, copy, themes};

/// Something that can be chosen from the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pick {
    /// A row of the table of actions.
    Row(&'static Row),
    /// A place for the film.
    Place(Place),
    /// The colours of this name.
    Theme(&'static str),
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct PaletteEntry {
    /// What choosing it does.
    pub pick: Pick,
    /// Its key, if it has one.
    pub key: String,
    /// What it does, in the user's language.
    pub words: String,
    /// Where its key counts, or why it does nothing now.
    pub note: &'static str,
    /// Whether it makes sense now.
    pub possible: bool,
    /// By which other words it is found: its name in the table, and the other language.
    pub(super) others: String,
}

/// The places are listed below the action that lists them alone.
const CHOICE: Action = Action::App(AppAction::Backend);

/// Everything, in the order in which it is shown while nothing is searched for: what works anywhere
/// with the places for the film, the focused pane, the other panes.
pub(super) fn all(state: &State) -> Vec<PaletteEntry> {
    let anywhere = rows(state, Scope::Anywhere);
    let others = Focus::ROUND.into_iter().filter(|focus| *focus != state.focus);
    let panes = std::iter::once(state.focus).chain(others).map(Scope::In);
    let mut entries: Vec<PaletteEntry> = Vec::new();
    for entry in anywhere {
        let is_choice = matches!(entry.pick, Pick::Row(row) if row.action == CHOICE);
        entries.push(entry);
        if is_choice {
            entries.extend(places(state));
        }
    }
    for pane in panes {
        for entry in rows(state, pane) {
            let again = entries.iter_mut().find(|known| does_the_same(known.pick, entry.pick));
            match again {
                Some(known) if known.key.is_empty() => known.key = entry.key,
                Some(_) => {}
                None => entries.push(entry),
            }
        }
    }
    entries
}

/// The two places for the film.
pub(super) fn places(state: &State) -> impl Iterator<Item = PaletteEntry> {
    let language = state.language;
    let entry = move |place: Place| {
        let said = place_words(place);
        let in_use = state.backends.at(place).name() == state.status.backend;
        PaletteEntry {
            pick: Pick::Place(place),
            key: String::new(),
            words: said.within(language).to_owned(),
            note: if in_use {
                choosing::of(language).in_use
            } else {
                choosing::of(language).backend
            },
            possible: !in_use,
            others: format!("{} backend settings 后端 设置", said.within(other(language))),
        }
    };
    Place::ALL.into_iter().map(entry)
}

/// The themes that come with the program.
pub(super) fn themes(state: &State) -> impl Iterator<Item = PaletteEntry> {
    let words = finding::of(state.language);
    theme_names().map(move |name| {
        let in_use = themes::is_in_use(state, name);
        let possible = themes::is_possible(state, name);
        let note = match (in_use, possible) {
            (true, _) => choosing::of(state.language).in_use,
            (false, true) => "",
            (false, false) => words.no_colours,
        };
        let said = words.theme_of(name);
        PaletteEntry {
            pick: Pick::Theme(name),
            key: String::new(),
            words: format!("{name}  {said}"),
            note,
            possible,
            others: String::new(),
        }
    })
}

fn rows(state: &State, scope: Scope) -> impl Iterator<Item = PaletteEntry> {
    let language = state.language;
    let wanted =
        move |row: &&Row| row.scope == scope && row.action != Action::App(AppAction::Palette);
    table().filter(wanted).map(move |row| {
        let possible = is_possible(state, Pick::Row(row));
        let place = scope_word(scope).within(language);
        PaletteEntry {
            pick: Pick::Row(row),
            key: state.keymap.told(row),
            words: row.help.within(language).to_owned(),
            note: if possible { place } else { choosing::of(language).not_now },
            possible,
            others: format!("{} {}", row.id.replace('.', " "), row.help.within(other(language))),
        }
    })
}

fn does_the_same(one: Pick, other: Pick) -> bool {
    match (one, other) {
        (Pick::Row(one), Pick::Row(other)) => one.action == other.action,
        _ => one == other,
    }
}

/// Whether it would do anything now.
pub(in crate::app) fn is_possible(state: &State, pick: Pick) -> bool {
    let action = match pick {
        Pick::Row(row) => row.action,
        Pick::Place(place) => return state.backends.at(place).name() != state.status.backend,
        Pick::Theme(name) => return themes::is_possible(state, name),
    };
    match action {
        Action::App(AppAction::GoOn) => state.chat.is_new() && state.chat.previous.is_some(),
        Action::App(AppAction::CopyLink) => copy::newest(state).is_some(),
        Action::Timeline(_) | Action::Transport(_) | Action::Edit(_) | Action::History(_) => {
            !state.timeline.tracks().is_empty()
        }
        Action::Media(_) => !state.media.items.is_empty(),
        Action::Jobs(action) => is_possible_of_jobs(state, action),
        Action::App(_) | Action::Message(_) | Action::Chat(_) => true,
    }
}

fn is_possible_of_jobs(state: &State, action: JobsAction) -> bool {
    let any = |fits: fn(&JobView) -> bool| state.jobs.shown().iter().any(|shown| fits(shown.job));
    match action {
        JobsAction::Cancel => any(|job| !job.state.is_over()),
        JobsAction::Retry => any(|job| job.state.is_over() && job.state != JobState::Done),
        JobsAction::Open | JobsAction::CopyPath => any(|job| job.path.is_some()),
        JobsAction::Up | JobsAction::Down | JobsAction::Log => any(|_| true),
        JobsAction::Whose | JobsAction::Sift => true,
    }
}

const fn place_words(place: Place) -> Said {
    match place {
        Place::Studio => Said("use the studio: on this machine", "使用工作室：在本机制作"),
        Place::Cloud => {
            Said("use the cloud: on NemoVideo's machines", "使用云端：在 NemoVideo 的机器上制作")
        }
    }
}

const fn other(language: Language) -> Language {
    match language {
        Language::English => Language::Chinese,
        Language::Chinese => Language::English,
    }
}
