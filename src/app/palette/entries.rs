//! What is in the list, and whether it makes sense now.

use crate::language::Language;
use crate::link::{JobState, JobView};
use crate::ui::theme_names;
use crate::ui::words::{choosing, finding};

use super::super::actions::{
    Action, AppAction, JobsAction, List, Row, Said, Scope, known_as, scope_word, table,
};
use super::super::{Focus, Place, State, copy, themes};
use super::elsewhere::{SENTENCES, SETTINGS, Sentence, Setting};

/// Something that can be chosen from the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pick {
    /// A row of the table of actions.
    Row(&'static Row),
    /// A place for the film.
    Place(Place),
    /// The colours of this name.
    Theme(&'static str),
    /// An edit that is said: its sentence goes into the message.
    Sentence(&'static Sentence),
    /// A setting, which is changed in its file.
    Setting(&'static Setting),
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
    /// What it is called: its name in the table, and the words that stand for it. In small letters.
    names: Vec<String>,
    /// Its words in the other language, in small letters.
    pub(super) others: String,
}

impl PaletteEntry {
    /// What it is called.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// All words besides its own by which it is found.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.names().chain(std::iter::once(self.others.as_str()))
    }
}

/// The places are listed below the action that lists them alone.
const CHOICE: Action = Action::App(AppAction::Backend);

/// Everything, in the order in which it is shown while nothing is searched for: what works anywhere
/// with the places for the film, the focused pane, the other panes.
pub(super) fn all(state: &State) -> Vec<PaletteEntry> {
    let anywhere = rows(state, Scope::Anywhere);
    let others = Focus::ROUND.into_iter().filter(|focus| *focus != state.focus);
    let panes = std::iter::once(state.focus).chain(others).map(Scope::In);
    let panes = panes.chain(List::ALL.map(Scope::Over));
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
    entries.extend(SENTENCES.iter().map(|sentence| said(state.language, sentence)));
    entries.extend(SETTINGS.iter().map(|setting| set(state.language, setting)));
    entries
}

/// An edit that is said.
fn said(language: Language, sentence: &'static Sentence) -> PaletteEntry {
    PaletteEntry {
        pick: Pick::Sentence(sentence),
        key: String::new(),
        words: sentence.help.within(language).to_owned(),
        note: scope_word(Scope::In(Focus::Message)).within(language),
        possible: true,
        names: called(sentence.known_as),
        others: sentence.help.within(other(language)).to_lowercase(),
    }
}

/// A setting.
fn set(language: Language, setting: &'static Setting) -> PaletteEntry {
    PaletteEntry {
        pick: Pick::Setting(setting),
        key: String::new(),
        words: setting.help.within(language).to_owned(),
        note: Said("in the settings", "在设置中").within(language),
        possible: false,
        names: called(setting.known_as),
        others: setting.help.within(other(language)).to_lowercase(),
    }
}

fn called(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
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
            names: called(&["backend", "后端"]),
            others: said.within(other(language)).to_lowercase(),
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
            names: vec![name.to_lowercase()],
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
            names: row_names(row),
            others: row.help.within(other(language)).to_lowercase(),
        }
    })
}

/// `zoom in`, `timeline zoom in`, and the words that stand for it.
fn row_names(row: &Row) -> Vec<String> {
    let whole = row.id.replace(['.', '-'], " ");
    let own = whole.split_once(' ').map(|(_, own)| own.to_owned());
    let mut names = called(known_as(row.id));
    names.extend(own);
    names.push(whole);
    names
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
        Pick::Sentence(_) => return true,
        Pick::Setting(_) => return false,
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
        Action::Sessions(_) | Action::Files(_) => true,
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
