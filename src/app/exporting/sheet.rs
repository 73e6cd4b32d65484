//! The sheet's rows and what is chosen in each.

use crate::app::actions::Action;
use crate::app::{Key, listing};
use crate::language::{clean, said_size};
use crate::link::{Form, PRESETS, Preset};

use super::is_made;

/// How good, as it is asked for.
pub const QUALITIES: [&str; 3] = ["draft", "standard", "high"];

/// Names of files are shorter, and so are sizes.
const LONGEST: usize = 200;

/// A row of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExportRow {
    /// The kind of file.
    #[default]
    Format,
    /// How good.
    Quality,
    /// A size, or a platform that has one.
    Limit,
    /// The file.
    Name,
}

impl ExportRow {
    /// From top to bottom.
    pub const ALL: [Self; 4] = [Self::Format, Self::Quality, Self::Limit, Self::Name];
}

/// How large the file may become.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Limit {
    /// As it comes.
    #[default]
    Free,
    /// As somebody writes it: `8MB`.
    Size(String),
    /// What a platform takes: its place among [`PRESETS`].
    Platform(usize),
}

impl Limit {
    /// Bytes, at most.
    pub(super) fn bytes(&self) -> Option<u64> {
        match self {
            Self::Free => None,
            Self::Size(text) => said_size(text),
            Self::Platform(place) => {
                PRESETS.get(*place).map(|preset| preset.bytes).filter(|bytes| *bytes > 0)
            }
        }
    }

    /// Whether what is written is no size.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        matches!(self, Self::Size(text) if said_size(text).is_none())
    }
}

/// What is chosen so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportSheet {
    /// The row that has the keys.
    pub row: ExportRow,
    /// The kind of file.
    pub form: Form,
    /// How good: its place among [`QUALITIES`].
    pub quality: usize,
    /// How large, at most.
    pub limit: Limit,
    /// The file's name as it is written; empty where the film's title names it.
    pub name: String,
}

impl Default for ExportSheet {
    fn default() -> Self {
        Self {
            row: ExportRow::Format,
            form: Form::Mp4,
            quality: QUALITIES.len() - 1,
            limit: Limit::Free,
            name: String::new(),
        }
    }
}

impl ExportSheet {
    /// The platform that is chosen.
    #[must_use]
    pub fn preset(&self) -> Option<Preset> {
        match self.limit {
            Limit::Platform(place) => PRESETS.get(place).copied(),
            Limit::Free | Limit::Size(_) => None,
        }
    }

    /// Whether the form can be better or worse.
    #[must_use]
    pub const fn has_quality(&self) -> bool {
        !self.form.is_still() && !self.form.is_sound()
    }

    /// The name with its ending; none where the film's title names it.
    pub(super) fn file(&self) -> Option<String> {
        let name = self.name.trim();
        let path = std::path::Path::new(name);
        match Form::of(path) {
            _ if name.is_empty() => None,
            Some(form) if form == self.form => Some(name.to_owned()),
            _ => Some(format!("{name}.{}", self.form.ending())),
        }
    }

    /// The row below or above.
    pub(super) fn go(&mut self, down: bool) {
        self.row = stepped(&ExportRow::ALL, self.row as usize, down);
    }

    /// What comes next in the row.
    pub(super) fn step(&mut self, forwards: bool, by_studio: bool) {
        match self.row {
            ExportRow::Format => {
                let forms: Vec<Form> =
                    Form::ALL.into_iter().filter(|form| is_made(*form, by_studio)).collect();
                let place = forms.iter().position(|form| *form == self.form).unwrap_or(0);
                self.take_form(stepped(&forms, place, forwards));
            }
            ExportRow::Quality if self.has_quality() => {
                self.quality = stepped(&[0, 1, 2], self.quality, forwards);
            }
            ExportRow::Limit if by_studio && self.form.can_be_fitted() => {
                let places: Vec<usize> = (0..=PRESETS.len()).collect();
                let place = match self.limit {
                    Limit::Platform(place) => place + 1,
                    Limit::Free | Limit::Size(_) => 0,
                };
                self.limit = match stepped(&places, place, forwards) {
                    0 => Limit::Free,
                    place => Limit::Platform(place - 1),
                };
            }
            ExportRow::Quality | ExportRow::Limit | ExportRow::Name => {}
        }
    }

    /// A name that ends otherwise ends so from now on.
    fn take_form(&mut self, form: Form) {
        let stem = Form::of(std::path::Path::new(&self.name))
            .and_then(|_| self.name.rsplit_once('.').map(|(stem, _)| stem.to_owned()));
        if let Some(stem) = stem {
            self.name = format!("{stem}.{}", form.ending());
        }
        self.form = form;
    }

    /// Writes a size in its row, and the name everywhere else.
    pub(super) fn write(&mut self, key: Key, action: Option<Action>, by_studio: bool) {
        if self.row == ExportRow::Limit {
            if by_studio && self.form.can_be_fitted() {
                let mut text = match &mut self.limit {
                    Limit::Size(text) => std::mem::take(text),
                    Limit::Free | Limit::Platform(_) => String::new(),
                };
                listing::edit(&mut text, key, action);
                let is_size = text.starts_with(|letter: char| letter.is_ascii_digit());
                self.limit = if is_size { Limit::Size(text) } else { Limit::Free };
            }
            return;
        }
        if self.row != ExportRow::Name && key.written().is_none() {
            return;
        }
        self.row = ExportRow::Name;
        if self.name.len() < LONGEST || key.written().is_none() {
            listing::edit(&mut self.name, key, action);
        }
        self.heed_ending(by_studio);
    }

    /// Pasted words go on with the name.
    pub(super) fn paste(&mut self, text: &str, by_studio: bool) {
        let line = clean(text.lines().next().unwrap_or_default());
        let line: String = line.trim().chars().take(LONGEST).collect();
        self.row = ExportRow::Name;
        if self.name.len() < LONGEST {
            self.name.push_str(&line);
        }
        self.heed_ending(by_studio);
    }

    /// An ending that is written chooses the form.
    fn heed_ending(&mut self, by_studio: bool) {
        let form = Form::of(std::path::Path::new(self.name.trim()));
        if let Some(form) = form.filter(|form| is_made(*form, by_studio)) {
            self.form = form;
        }
    }
}

/// The next one or the one before; at either end the row goes on at the other.
fn stepped<T: Copy>(all: &[T], place: usize, forwards: bool) -> T {
    let count = all.len();
    all[(place + if forwards { 1 } else { count - 1 }) % count]
}
