//! What is known of the look and sound of the files, for the timeline and the preview.
//!
//! The draft says which file lies where; this says what is in it. Everything here comes from outside
//! and may be missing: the film is drawn without it until it is there.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::draft::{Generated, Millis, Segment};
use crate::link::{self, Command, MediaItem};

use super::{Effect, State};

/// Shapes of sound by [`sound_name`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PicturesState {
    /// How loud each file is along its time.
    pub waveforms: HashMap<String, Arc<Waveform>>,
    /// Files whose sound was asked for, each once.
    asked: HashSet<String>,
}

impl PicturesState {
    /// Takes the shape of a file's sound.
    pub(super) fn heard(&mut self, sound: link::Waveform) {
        let shape = Waveform { step: link::PEAK, peaks: sound.peaks };
        self.waveforms.insert(sound.file, Arc::new(shape));
    }
}

/// Orders for the sound of the files that are new.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let is_new = |asked: &HashSet<String>, item: &&MediaItem| {
        matches!(item.file_type.as_str(), "video" | "audio") && !asked.contains(&item.filename)
    };
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
    /// How loud what a segment plays is, where that is known.
    #[must_use]
    pub fn sound_of(&self, segment: &Segment) -> Option<&Waveform> {
        if self.waveforms.is_empty() {
            return None;
        }
        self.waveforms.get(sound_name(segment)?.as_ref()).map(AsRef::as_ref)
    }
}

/// The name under which the shape of what a segment plays is kept: its file, or, for music that is made
/// on the spot, all that decides how it sounds.
#[must_use]
pub fn sound_name(segment: &Segment) -> Option<Cow<'_, str>> {
    match (&segment.source, &segment.generated) {
        (Some(file), _) => Some(Cow::Borrowed(file)),
        (None, Some(Generated::Music { mood, seed })) => {
            Some(Cow::Owned(format!("music:{}:{seed}:{}", mood.name(), segment.duration.0)))
        }
        (None, None) => None,
    }
}

/// How loud a file is along its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waveform {
    /// How much time each peak covers. Above zero.
    pub step: Millis,
    /// The loudest sample of each step from the file's beginning on; 0 is silence, 255 full scale.
    pub peaks: Vec<u8>,
}

impl Waveform {
    /// The loudest sample between two moments of the file; silence where it has none.
    #[must_use]
    pub fn peak(&self, from: Millis, to: Millis) -> u8 {
        loudest(self.between(from, to))
    }

    /// How loud it is between two moments, as it is drawn: midway between the loudest sample and the
    /// mean of the steps. Over a long span the loudest alone is the same everywhere, and the mean alone
    /// hides a single beat.
    #[must_use]
    pub fn level(&self, from: Millis, to: Millis) -> u8 {
        let peaks = self.between(from, to);
        let sum: u64 = peaks.iter().map(|peak| u64::from(*peak)).sum();
        let mean = sum / u64::try_from(peaks.len()).unwrap_or(u64::MAX).max(1);
        loudest(peaks).midpoint(u8::try_from(mean).unwrap_or(u8::MAX))
    }

    fn between(&self, from: Millis, to: Millis) -> &[u8] {
        let place = |time: u64| usize::try_from(time).unwrap_or(usize::MAX).min(self.peaks.len());
        let first = place(from.0 / self.step.0.max(1));
        let last = place(to.0.div_ceil(self.step.0.max(1))).max((first + 1).min(self.peaks.len()));
        &self.peaks[first.min(last)..last]
    }
}

/// Folded, because this the compiler turns into whole vectors at a time: a column of a long film covers
/// many thousands.
fn loudest(peaks: &[u8]) -> u8 {
    peaks.iter().fold(0, |loudest, peak| loudest.max(*peak))
}

#[cfg(test)]
mod tests {
    use crate::draft::{Mood, SegmentId};

    use super::*;

    #[test]
    fn music_that_is_made_on_the_spot_has_a_shape_of_its_own() {
        let generated = Some(Generated::Music { mood: Mood::Lofi, seed: 7 });
        let music =
            Segment { generated, ..Segment::new(SegmentId::new("m"), Millis(0), Millis(30_000)) };
        let mut pictures = PicturesState::default();
        assert_eq!(pictures.sound_of(&music), None);
        let sound = Waveform { step: Millis(50), peaks: vec![1] };
        pictures.waveforms.insert("music:lo-fi:7:30000".into(), Arc::new(sound.clone()));
        assert_eq!(pictures.sound_of(&music), Some(&sound));
        let file = Segment { source: Some("a.wav".into()), ..music };
        assert_eq!(pictures.sound_of(&file), None);
    }

    #[test]
    fn a_peak_is_the_loudest_of_all_that_it_covers() {
        let sound = Waveform { step: Millis(50), peaks: vec![10, 200, 30, 40] };
        assert_eq!(sound.peak(Millis(0), Millis(50)), 10);
        assert_eq!(sound.peak(Millis(0), Millis(51)), 200);
        assert_eq!(sound.peak(Millis(100), Millis(100)), 30);
        assert_eq!(sound.peak(Millis(190), Millis(9_000)), 40);
        assert_eq!(sound.peak(Millis(9_000), Millis(9_100)), 0);
    }
    #[test]
    fn a_beat_in_a_long_span_is_seen_and_so_is_its_quiet() {
        let sound = Waveform { step: Millis(50), peaks: vec![0, 200, 0, 0] };
        assert_eq!(sound.level(Millis(0), Millis(200)), 125);
        assert_eq!(sound.level(Millis(50), Millis(100)), 200);
        assert_eq!(sound.level(Millis(900), Millis(1000)), 0);
    }
}
