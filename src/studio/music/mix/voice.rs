//! One note while it sounds.

use super::super::sound::bank::{Recording, samples};
use super::super::style::Layer;
use super::effect::{BLOCK, Block};

/// A recording being played, and let go of when its time has come.
pub struct Voice<'a> {
    recording: &'a Recording,
    /// Samples until it begins; only within its first block.
    delay: usize,
    /// The next sample of the recording.
    position: usize,
    /// The sample of the recording at which it is let go.
    released_at: usize,
    /// Samples from then to silence.
    release: usize,
    gains: [f32; 2],
}

impl<'a> Voice<'a> {
    /// Strikes a note of a layer, `delay` samples into the coming block.
    pub fn strike(
        recording: &'a Recording,
        layer: &Layer,
        strength: f32,
        delay: usize,
        held: usize,
    ) -> Self {
        let gain = strength * 10_f32.powf(layer.level / 20.0);
        let angle = (layer.pan + 1.0) * std::f32::consts::FRAC_PI_4;
        let gains = [angle.cos(), angle.sin()].map(|side| side * gain * std::f32::consts::SQRT_2);
        let released_at = if layer.sound.is_damped() { held } else { usize::MAX };
        let release = samples(layer.sound.timbre().release).max(1);
        Self { recording, delay, position: 0, released_at, release, gains }
    }

    /// Adds its next moments to a block; says whether anything is left of it.
    pub fn add_to(&mut self, block: &mut Block) -> bool {
        let rest = self.recording.get(self.position..).unwrap_or_default();
        let room = BLOCK - self.delay;
        let places = block.iter_mut().skip(self.delay);
        for (offset, (place, frame)) in places.zip(rest).enumerate() {
            let gain = self.damping(self.position + offset);
            place[0] += frame[0] * self.gains[0] * gain;
            place[1] += frame[1] * self.gains[1] * gain;
        }
        self.position += room;
        self.delay = 0;
        self.position < self.recording.len().min(self.released_at.saturating_add(self.release))
    }

    /// How much is left at a sample of the recording after letting go.
    fn damping(&self, position: usize) -> f32 {
        if position < self.released_at {
            return 1.0;
        }
        let gone = (position - self.released_at) as f32 / self.release as f32;
        (1.0 - gone).max(0.0).powi(2)
    }
}
