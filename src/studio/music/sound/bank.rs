//! Notes that have been synthesised, ready to be struck.
//!
//! One recording for each sound and pitch of a score, as long as its longest note. All recordings
//! have the same loudness (the loudest tenth of a second), so that the levels in the styles compare.
//! A recording begins and ends in silence.

use std::collections::HashMap;

use fundsp::prelude32::{AudioUnit, BufferArray, BufferRef, U2};

use super::super::grid::SAMPLE_RATE;
use super::super::harmony::Pitch;
use super::super::score::Score;
use super::timbre::{Sound, Timbre};

/// Samples that a fundsp graph makes in one go.
const BLOCK: usize = 64;
/// Samples over which loudness is compared.
const WINDOW: usize = SAMPLE_RATE as usize / 10;
/// The common loudness, as the mean square of the loudest window.
const COMMON: f32 = 0.01;

/// One note, left and right.
pub type Recording = Vec<[f32; 2]>;

/// The recordings of a score.
pub struct Bank(HashMap<(Sound, Pitch), Recording>);

impl Bank {
    /// Synthesises every note that a score asks for.
    pub fn of(score: &Score) -> Self {
        let lengths = lengths(score);
        let record = |(key, samples): ((Sound, Pitch), usize)| {
            let (sound, pitch) = key;
            (key, record(&sound.timbre(), pitch, samples))
        };
        Self(lengths.into_iter().map(record).collect())
    }

    /// The recording of a note.
    pub fn get(&self, sound: Sound, pitch: Pitch) -> Option<&Recording> {
        self.0.get(&(sound, pitch))
    }
}

/// Samples that each sound and pitch must last.
fn lengths(score: &Score) -> HashMap<(Sound, Pitch), usize> {
    let mut lengths = HashMap::new();
    for note in &score.notes {
        let sound = score.style.layers[note.layer].sound;
        let start = score.grid.sample(note.start);
        let until = |end: u64| usize::try_from(end.saturating_sub(start)).unwrap_or(usize::MAX);
        let (held, left) = (until(score.grid.sample(note.end)), until(score.grid.samples()));
        let samples = needed(sound, held).min(left);
        let longest = lengths.entry((sound, note.pitch)).or_insert(samples);
        *longest = samples.max(*longest);
    }
    lengths
}

/// Samples of a note that is held for some: to the end of its release, or of its own fading.
fn needed(sound: Sound, held: usize) -> usize {
    let timbre = sound.timbre();
    let longest = samples(timbre.longest);
    if sound.is_damped() {
        longest.min(held.saturating_add(samples(timbre.release)))
    } else {
        longest
    }
}

/// Samples of some seconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "short and positive")]
pub fn samples(seconds: f32) -> usize {
    (seconds * SAMPLE_RATE as f32) as usize
}

fn record(timbre: &Timbre, pitch: Pitch, samples: usize) -> Recording {
    let mut graph = (timbre.graph)(pitch.hertz());
    graph.set_sample_rate(f64::from(SAMPLE_RATE));
    graph.allocate();
    let mut recording = run(graph.as_mut(), samples);
    level(&mut recording);
    soften_ends(&mut recording, timbre);
    recording
}

/// What a graph makes. One output is heard on both sides.
fn run(graph: &mut dyn AudioUnit, samples: usize) -> Recording {
    let right = graph.outputs() - 1;
    let mut buffer = BufferArray::<U2>::new();
    let mut recording = Vec::with_capacity(samples + BLOCK);
    while recording.len() < samples {
        graph.process(BLOCK, &BufferRef::empty(), &mut buffer.buffer_mut().subset(0, right + 1));
        let sides = |index| [buffer.at_f32(0, index), buffer.at_f32(right, index)];
        recording.extend((0..BLOCK).map(sides));
    }
    recording.truncate(samples);
    recording
}

/// Brings the loudest window to the common loudness.
fn level(recording: &mut Recording) {
    let square = |frame: &[f32; 2]| (frame[0] * frame[0] + frame[1] * frame[1]) / 2.0;
    let means = recording.chunks(WINDOW).map(|part| part.iter().map(square).sum::<f32>());
    let loudest = means.fold(0.0, f32::max) / WINDOW as f32;
    let gain = if loudest > 0.0 { (COMMON / loudest).sqrt() } else { 0.0 };
    recording.iter_mut().for_each(|frame| *frame = frame.map(|side| side * gain));
}

/// Fades in over the attack and out over the last moments.
fn soften_ends(recording: &mut Recording, timbre: &Timbre) {
    let (rise, fall) = (samples(timbre.attack), samples(timbre.release.min(0.05)));
    let ramp = |frame: &mut [f32; 2], index: usize, length: usize| {
        let gain = smooth(index as f32 / length.max(1) as f32);
        *frame = frame.map(|side| side * gain);
    };
    recording.iter_mut().take(rise).enumerate().for_each(|(index, frame)| ramp(frame, index, rise));
    let ending = recording.iter_mut().rev().take(fall).enumerate();
    ending.for_each(|(index, frame)| ramp(frame, index, fall));
}

/// From 0 to 1 without a corner at either end.
pub fn smooth(position: f32) -> f32 {
    let position = position.clamp(0.0, 1.0);
    position * position * (3.0 - 2.0 * position)
}
