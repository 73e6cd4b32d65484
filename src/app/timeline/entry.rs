//! A line to write in, in the timeline's rule: a time to go to, a marker's name, a text's words.
//!
//! While it is open the timeline's keys write into it. Enter takes what is written, Esc leaves.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::draft::{FrameRate, Millis};
use crate::language::edit::{Clip, Edit};
use crate::ui::words::editing;

use super::super::{Effect, Key, State};
use super::{edit, marking, timecode};

/// The line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is for.
    pub asks: Asks,
    /// What is written.
    pub text: String,
    /// Bytes of it before the caret.
    pub caret: usize,
}

/// What an entry is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// A time to go to.
    Time,
    /// The name of the marker at this moment.
    Marker(Millis),
    /// What a text says.
    Words(Clip),
}

impl Entry {
    /// With something in it already, the caret behind it.
    #[must_use]
    pub fn new(asks: Asks, text: String) -> Self {
        let caret = text.len();
        Self { asks, text, caret }
    }

    /// Letters at the caret.
    pub fn write(&mut self, letters: &str) {
        self.text.insert_str(self.caret, letters);
        self.caret += letters.len();
    }

    fn before(&self) -> usize {
        let letter = self.text[..self.caret].chars().next_back();
        self.caret - letter.map_or(0, char::len_utf8)
    }

    fn after(&self) -> usize {
        let letter = self.text[self.caret..].chars().next();
        self.caret + letter.map_or(0, char::len_utf8)
    }

    fn edited(&mut self, key: Key) {
        match key.code() {
            KeyCode::Char('u') if key.is_held(KeyModifiers::CONTROL) => {
                self.text.drain(..self.caret);
                self.caret = 0;
            }
            KeyCode::Char('a') if key.is_held(KeyModifiers::CONTROL) => self.caret = 0,
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.text.len(),
            KeyCode::Left => self.caret = self.before(),
            KeyCode::Right => self.caret = self.after(),
            KeyCode::Backspace => {
                let from = self.before();
                self.text.drain(from..self.caret);
                self.caret = from;
            }
            KeyCode::Delete => {
                let to = self.after();
                self.text.drain(self.caret..to);
            }
            _ => {}
        }
    }
}

/// A key while the line is open.
pub(crate) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(entry) = &mut state.timeline.entry else { return Vec::new() };
    if let Some(letter) = key.written() {
        entry.write(letter.encode_utf8(&mut [0; 4]));
        return Vec::new();
    }
    match key.code() {
        KeyCode::Esc => state.timeline.entry = None,
        KeyCode::Enter => return taken(state),
        _ => entry.edited(key),
    }
    Vec::new()
}

fn taken(state: &mut State) -> Vec<Effect> {
    let Some(entry) = state.timeline.entry.take() else { return Vec::new() };
    match &entry.asks {
        Asks::Time if entry.text.trim().is_empty() => Vec::new(),
        Asks::Time => {
            if !go_to(state, &entry.text) {
                state.timeline.edits.notice = Some(editing::of(state.language).no_time.into());
                state.timeline.entry = Some(entry);
            }
            Vec::new()
        }
        Asks::Marker(at) => marking::name(state, *at, entry.text.trim()),
        Asks::Words(clip) => {
            let edit = Edit::Words { clip: clip.clone(), words: entry.text };
            edit::make_now(state, edit)
        }
    }
}

/// The playhead goes to a time that was written. `false` if it is no time.
pub(crate) fn go_to(state: &mut State, written: &str) -> bool {
    let Some(time) = time_of(state, written) else { return false };
    state.timeline.playhead = time;
    true
}

/// The moment of the film that was written, if it is one.
pub(crate) fn time_of(state: &State, written: &str) -> Option<Millis> {
    let timeline = &state.timeline;
    let time = timecode::read(written, timeline.playhead, rate(state))?;
    Some(time.min(timeline.shown().duration()))
}

fn rate(state: &State) -> FrameRate {
    state.timeline.draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate)
}
