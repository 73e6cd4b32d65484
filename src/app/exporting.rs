//! Export as: what the film is to become, chosen on a sheet over the panes before it is made.
//!
//! Left alone it orders what the key for exporting orders at once. What the film will come to is asked of
//! the studio after whatever changes the choice or the film, one question at a time, always the newest. A
//! server elsewhere makes one kind of file; the sheet says so and offers no other.

mod sheet;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::draft::Draft;
use crate::language::Problem;
use crate::link::{Backend, Command, Expected, ExportTo, Form, OutputSettings, check_size};

use super::actions::{self, Action, AppAction, MessageAction};
use super::{Effect, Focus, Key, State, listing, preview, timeline};
use crate::ui::layout::Tab;

pub use sheet::{ExportRow, ExportSheet, Limit, QUALITIES};

/// What is known of exports that are chosen on the sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExportState {
    /// The sheet, while it is open.
    pub sheet: Option<ExportSheet>,
    /// What the studio was asked and has not told.
    asked: Option<Wished>,
    /// What it told last, and of what.
    told: Option<(Wished, Result<Expected, Problem>)>,
    /// The file that was ordered last with choices of its own.
    last: Option<(PathBuf, OutputSettings)>,
}

/// A film, and what is to be made of it.
#[derive(Debug, Clone, PartialEq)]
struct Wished {
    film: Arc<Draft>,
    output: OutputSettings,
}

impl Wished {
    fn now(state: &State, sheet: &ExportSheet) -> Option<Self> {
        let film = film(state)?.clone();
        Some(Self { film, output: output(state, sheet) })
    }

    /// Whether that is the same. A film that is read once more is another value, and mostly equal.
    fn is(&self, other: &Self) -> bool {
        let is_same_film = || Arc::ptr_eq(&self.film, &other.film) || self.film == other.film;
        self.output == other.output && is_same_film()
    }
}

/// Whether the studio makes the film: it alone makes other files than MP4, and tells what to expect.
#[must_use]
pub fn is_by_studio(state: &State) -> bool {
    state.status.backend == Backend::Studio.name()
}

/// What the film will come to as it is chosen now, as far as that is told.
#[must_use]
pub fn expected(state: &State) -> Option<&Result<Expected, Problem>> {
    let wish = Wished::now(state, state.exporting.sheet.as_ref()?)?;
    state.exporting.told.as_ref().filter(|(of, _)| of.is(&wish)).map(|(_, told)| told)
}

/// Why it cannot be made so.
#[must_use]
pub fn refused(state: &State) -> Option<Problem> {
    let (sheet, film) = (state.exporting.sheet.as_ref()?, film(state)?);
    let output = output(state, sheet);
    let most = output.max_size?;
    let canvas = sheet.preset().map_or(film.canvas, |preset| preset.canvas(film.canvas));
    let small = check_size(most, film.duration(), canvas).err()?;
    Some(Problem::FilmTooLarge { most, least: small.least })
}

/// Opens the sheet; without a film it is said what there is to do, as by an export.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    if film(state).is_none() {
        return export_at_once(state);
    }
    state.exporting.sheet = Some(ExportSheet::default());
    // Of a session that is left nothing comes any more.
    (state.exporting.asked, state.exporting.told) = (None, None);
    Vec::new()
}

/// A key while the sheet is open.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let action = actions::find(Focus::Message, key);
    let by_studio = is_by_studio(state);
    let closes = state.keymap.find(Focus::Message, key);
    let Some(sheet) = state.exporting.sheet.as_mut() else { return Vec::new() };
    match (closes, action) {
        (Some(Action::App(AppAction::ExportAs | AppAction::Stop | AppAction::Interrupt)), _) => {
            state.exporting.sheet = None;
            return Vec::new();
        }
        (Some(Action::App(AppAction::Export)), _)
        | (_, Some(Action::Message(MessageAction::Send))) => {
            return order(state);
        }
        (_, Some(Action::Message(MessageAction::Left))) => sheet.step(false, by_studio),
        (_, Some(Action::Message(MessageAction::Right))) => sheet.step(true, by_studio),
        (_, Some(Action::App(AppAction::NextPane))) => sheet.go(true),
        (_, Some(Action::App(AppAction::PreviousPane))) => sheet.go(false),
        (_, action) => {
            let last = ExportRow::ALL.len() - 1;
            let moved =
                action.and_then(|action| listing::moved(sheet.row as usize, last, action, 1));
            match moved.and_then(|place| ExportRow::ALL.get(place)) {
                Some(row) => sheet.row = *row,
                None => sheet.write(key, action, by_studio),
            }
        }
    }
    Vec::new()
}

/// Pasted words are the name.
pub(super) fn pasted(state: &mut State, text: &str) {
    let by_studio = is_by_studio(state);
    if let Some(sheet) = &mut state.exporting.sheet {
        sheet.paste(text, by_studio);
    }
}

/// A row of the sheet was clicked.
pub(super) fn clicked(state: &mut State, place: usize) {
    if let (Some(sheet), Some(row)) = (&mut state.exporting.sheet, ExportRow::ALL.get(place)) {
        sheet.row = *row;
    }
}

/// The studio has told what it will come to. What was asked before the sheet was closed nobody waits for.
pub(super) fn told(state: &mut State, output: &OutputSettings, told: Result<Expected, Problem>) {
    if let Some(asked) = state.exporting.asked.take_if(|asked| asked.output == *output) {
        state.exporting.told = Some((asked, told));
    }
}

/// How a file was to be made that met an existing one of its name.
pub(super) fn made(state: &State, path: &Path) -> Option<OutputSettings> {
    let last = state.exporting.last.as_ref().filter(|(last, _)| last == path);
    last.map(|(_, output)| output.clone())
}

/// Asks what is not known, and nothing while an answer is waited for.
pub(super) fn ask(state: &mut State) -> Option<Effect> {
    let sheet = state.exporting.sheet.as_ref()?;
    if !is_by_studio(state) || state.exporting.asked.is_some() || refused(state).is_some() {
        return None;
    }
    let wish = Wished::now(state, sheet)?;
    if state.exporting.told.as_ref().is_some_and(|(of, _)| of.is(&wish)) {
        return None;
    }
    let output = wish.output.clone();
    state.exporting.asked = Some(wish);
    Some(Effect::Tell(Command::Estimate(Box::new(output))))
}

/// Orders what is chosen.
pub(super) fn order(state: &mut State) -> Vec<Effect> {
    let Some(sheet) = state.exporting.sheet.as_ref() else { return Vec::new() };
    if refused(state).is_some() || sheet.limit.is_unread() {
        return Vec::new();
    }
    let output = output(state, sheet);
    let folder = state.path(&state.output.to_string_lossy());
    let is_usual = output == OutputSettings::default();
    let to = match sheet.file() {
        None if is_usual => ExportTo::Folder(folder),
        None => ExportTo::MadeIn { folder, output: Box::new(output) },
        Some(name) => {
            let path = match name.starts_with(['/', '~']) {
                true => state.path(&name),
                false => folder.join(name),
            };
            state.exporting.last = Some((path.clone(), output.clone()));
            match is_usual {
                true => ExportTo::File { path, force: false },
                false => ExportTo::Made { path, force: false, output: Box::new(output) },
            }
        }
    };
    state.exporting.sheet = None;
    preview::make_way(state);
    state.tab = Tab::Chat;
    timeline::export_as(state, to)
}

/// What the key for exporting does.
pub(super) fn export_at_once(state: &mut State) -> Vec<Effect> {
    preview::make_way(state);
    state.tab = Tab::Chat;
    timeline::export(state)
}

fn film(state: &State) -> Option<&Arc<Draft>> {
    state.history.now().filter(|draft| draft.is_ready())
}

/// What is asked of the server. What the form has no use for is left out.
fn output(state: &State, sheet: &ExportSheet) -> OutputSettings {
    let usual = OutputSettings::default();
    let form = sheet.form;
    let canvas = film(state).map(|film| film.canvas).unwrap_or_default();
    let smaller = sheet.preset().map(|preset| preset.canvas(canvas)).filter(|made| *made != canvas);
    OutputSettings {
        format: form.ending().to_owned(),
        quality: match sheet.has_quality() {
            true => QUALITIES[sheet.quality].to_owned(),
            false => usual.quality,
        },
        resolution: smaller.map(|made| format!("{}x{}", made.width, made.height)),
        at: form.is_still().then_some(state.timeline.playhead.0),
        max_size: sheet.limit.bytes().filter(|_| form.can_be_fitted()),
        fps: None,
    }
}

/// What a platform takes and this film does not meet, a sentence each.
#[must_use]
pub fn concerns(state: &State) -> Vec<String> {
    let (Some(sheet), Some(film)) = (&state.exporting.sheet, film(state)) else {
        return Vec::new();
    };
    let Some(preset) = sheet.preset() else { return Vec::new() };
    let found = preset.concerns(film.canvas, film.duration(), sheet.form);
    found.into_iter().map(|concern| preset.told(concern, state.language)).collect()
}

/// Whether a form can be had here.
#[must_use]
pub fn is_made(form: Form, by_studio: bool) -> bool {
    by_studio || form == Form::Mp4
}
