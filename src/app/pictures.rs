//! What is known of the look and sound of the files, for the timeline and the preview.
//!
//! The draft says which file lies where; this says what is in it. Everything here comes from outside
//! and may be missing: the film is drawn without it until it is there.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::draft::{Kind, Segment};
use crate::link::{self, Command, MediaItem, Piece};

use super::{Effect, FilmstripState, State, Waveform};

/// Shapes of sound by [`sound_name`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PicturesState {
    /// How loud each file is along its time.
    pub waveforms: HashMap<String, Arc<Waveform>>,
    /// Small pictures of the files.
    pub filmstrip: FilmstripState,
    /// Files whose sound was asked for, each once.
    asked: HashSet<String>,
    /// Music that was asked for last.
    pieces: Vec<Piece>,
}

impl PicturesState {
    /// Another session has other files.
    pub(super) fn begin_again(&mut self) {
        let mut filmstrip = std::mem::take(&mut self.filmstrip);
        filmstrip.begin_again();
        *self = Self { filmstrip, ..Self::default() };
    }

    /// Takes the shape of a file's sound.
    pub(super) fn heard(&mut self, sound: link::Waveform) {
        let shape = Waveform::new(link::PEAK, sound.peaks);
        self.waveforms.insert(sound.file, Arc::new(shape));
    }
}

/// Orders for the sound of the files that are new.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let is_new = |asked: &HashSet<String>, item: &&MediaItem| {
        matches!(item.file_type.as_str(), "video" | "audio") && !asked.contains(&item.filename)
    };
    state.pictures.filmstrip.know_files(&state.media.items);
    let asked = &mut state.pictures.asked;
    let new: Vec<String> = state
        .media
        .items
        .iter()
        .filter(|item| is_new(asked, item))
        .map(|item| item.filename.clone())
        .collect();
    asked.extend(new.iter().cloned());
    let files = new.into_iter().map(|file| Effect::Tell(Command::Waveform(file)));
    files.chain(ask_for_music(state)).collect()
}

/// An order for the music of the film whose shape is not known, if it is not ordered already.
pub(super) fn ask_for_music(state: &mut State) -> Option<Effect> {
    let draft = state.timeline.draft()?;
    let tracks = draft.tracks.iter().filter(|track| track.kind == Kind::Audio);
    let pieces = tracks.flat_map(|track| &track.segments).filter_map(Piece::of);
    let mut seen = HashSet::new();
    let known = &state.pictures.waveforms;
    let new: Vec<Piece> = pieces
        .filter(|piece| seen.insert(*piece))
        .filter(|piece| !known.contains_key(&piece.name()))
        .collect();
    if new.is_empty() || new == state.pictures.pieces {
        return None;
    }
    state.pictures.pieces.clone_from(&new);
    Some(Effect::Tell(Command::Pieces(new)))
}

impl PicturesState {
    /// Whether a file can be heard, where that is known.
    #[must_use]
    pub fn is_heard(&self, file: &str) -> Option<bool> {
        self.waveforms.get(file).map(|sound| !sound.is_empty())
    }

    /// How loud what a segment plays is, where that is known.
    #[must_use]
    pub fn sound_of(&self, segment: &Segment) -> Option<&Waveform> {
        if self.waveforms.is_empty() {
            return None;
        }
        let shape = self.waveforms.get(sound_name(segment)?.as_ref());
        shape.map(AsRef::as_ref).filter(|shape| !shape.is_empty())
    }
}

/// The name under which the shape of what a segment plays is kept: its file, or, for music that is made
/// on the spot, all that decides how it sounds.
#[must_use]
pub fn sound_name(segment: &Segment) -> Option<Cow<'_, str>> {
    match &segment.source {
        Some(file) => Some(Cow::Borrowed(file)),
        None => Piece::of(segment).map(|piece| Cow::Owned(piece.name())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::app::Msg;
    use crate::draft::Mood;
    use crate::link::Update;
    use crate::ui::testing::{Editor, draft_of};

    use super::*;

    fn music(length: u64, seed: u64) -> serde_json::Value {
        json!({"t": [
            {"tt": 0, "sg": [{"d": 10000, "src": "pier.jpg"}]},
            {"tt": 1, "sg": [{"d": length, "mu": {"mood": "calm", "seed": seed}}]},
        ]})
    }

    fn pieces(effects: Vec<Effect>) -> Vec<Vec<Piece>> {
        let ordered = |effect| match effect {
            Effect::Tell(Command::Pieces(pieces)) => Some(pieces),
            _ => None,
        };
        effects.into_iter().filter_map(ordered).collect()
    }

    #[test]
    fn the_shape_of_music_that_is_made_on_the_spot_is_ordered_once_and_drawn() {
        let mut editor = Editor::english(120, 36).opened();
        let polled = |film| Msg::Link(Update::Draft(draft_of(&film)));
        let ordered = pieces(editor.take(polled(music(10_000, 7))));
        let piece =
            Piece { mood: Mood::Calm, seed: 7, tempo: None, length: crate::draft::Millis(10_000) };
        assert_eq!(ordered, [vec![piece]]);
        assert_eq!(pieces(editor.take(polled(music(10_000, 7)))), [[]; 0], "once");
        let other = Piece { seed: 8, ..piece };
        assert_eq!(pieces(editor.take(polled(music(10_000, 8)))), [vec![other]]);
        let lane = |editor: &Editor| {
            let screen = editor.screen();
            screen.lines().rfind(|row| row.contains("  A1 ")).expect("a lane").to_owned()
        };
        assert!(!lane(&editor).contains('█'), "{}", lane(&editor));
        let peaks = vec![255; 200];
        editor.take(Msg::Link(Update::Waveform(link::Waveform { file: other.name(), peaks })));
        assert!(lane(&editor).contains("███"), "{}", lane(&editor));
        assert_eq!(pieces(editor.take(polled(music(10_000, 8)))), [[]; 0], "it is known");
    }
}
