//! What is known of the look and sound of the files, for the timeline and the preview.
//!
//! The draft says which file lies where; this says what is in it. Everything here comes from outside
//! and may be missing: the film is drawn without it until it is there.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::draft::{Generated, Segment};
use crate::link::{self, Command, MediaItem};

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
    new.into_iter().map(|file| Effect::Tell(Command::Waveform(file))).collect()
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
    match (&segment.source, &segment.generated) {
        (Some(file), _) => Some(Cow::Borrowed(file)),
        (None, Some(Generated::Music { mood, seed, .. })) => {
            Some(Cow::Owned(format!("music:{}:{seed}:{}", mood.name(), segment.piece_length().0)))
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::draft::{Millis, Mood, SegmentId};

    use super::*;

    #[test]
    fn music_that_is_made_on_the_spot_has_a_shape_of_its_own() {
        let generated = Some(Generated::Music { mood: Mood::Lofi, seed: 7, whole: None });
        let music =
            Segment { generated, ..Segment::new(SegmentId::new("m"), Millis(0), Millis(30_000)) };
        let mut pictures = PicturesState::default();
        assert_eq!(pictures.sound_of(&music), None);
        let sound = Waveform::new(Millis(50), vec![1]);
        pictures.waveforms.insert("music:lo-fi:7:30000".into(), Arc::new(sound.clone()));
        assert_eq!(pictures.sound_of(&music), Some(&sound));
        let file = Segment { source: Some("a.wav".into()), ..music };
        assert_eq!(pictures.sound_of(&file), None);
    }
}
