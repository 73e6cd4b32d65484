//! Loudness as ears have it: ITU-R BS.1770, gated, in LUFS.
//!
//! Sound goes in sample by sample; only the power of each tenth of a second is kept.

use super::super::grid::SAMPLE_RATE;

/// Samples between two measurements.
const HOP: usize = SAMPLE_RATE as usize / 10;
/// Hops of one measurement.
const HOPS: usize = 4;
/// Quieter moments than this do not count at all.
const FLOOR: f64 = -70.0;
/// Nor do those that are this much quieter than the rest.
const GATE: f64 = -10.0;

/// A running measurement.
pub struct Meter {
    sides: [Weighting; 2],
    sum: f64,
    count: usize,
    powers: Vec<f64>,
}

impl Meter {
    /// Before the first sample.
    pub fn new() -> Self {
        Self { sides: [Weighting::default(); 2], sum: 0.0, count: 0, powers: Vec::new() }
    }

    /// One more sample.
    pub fn hear(&mut self, frame: [f32; 2]) {
        let heard = self.sides.iter_mut().zip(frame);
        self.sum += heard.map(|(side, sample)| side.weigh(f64::from(sample)).powi(2)).sum::<f64>();
        self.count += 1;
        if self.count == HOP {
            self.close_hop();
        }
    }

    /// The loudness of all of it in LUFS, or nothing if there was only silence. What is shorter
    /// than one measurement is measured as a whole.
    pub fn loudness(mut self) -> Option<f64> {
        if self.powers.len() < HOPS && self.count > 0 {
            self.close_hop();
        }
        let window = HOPS.min(self.powers.len()).max(1);
        let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
        let moments: Vec<f64> = self.powers.windows(window).map(mean).collect();
        let above_floor = above(&moments, FLOOR)?;
        above(&moments, decibels(above_floor) + GATE).map(decibels)
    }

    fn close_hop(&mut self) {
        self.powers.push(self.sum / self.count as f64);
        (self.sum, self.count) = (0.0, 0);
    }
}

/// The mean of the powers that are louder than a threshold in LUFS.
fn above(powers: &[f64], threshold: f64) -> Option<f64> {
    let loud: Vec<f64> =
        powers.iter().copied().filter(|&power| decibels(power) > threshold).collect();
    (!loud.is_empty()).then(|| loud.iter().sum::<f64>() / loud.len() as f64)
}

fn decibels(power: f64) -> f64 {
    10.0 * power.log10() - 0.691
}

/// The filter of the standard for one side: a shelf for the head, a high-pass for the rest.
#[derive(Clone, Copy, Default)]
struct Weighting {
    shelf: Memory,
    high_pass: Memory,
}

#[derive(Clone, Copy, Default)]
struct Memory([f64; 2]);

impl Weighting {
    /// The coefficients are those that the standard gives for 48 kHz.
    fn weigh(&mut self, sample: f64) -> f64 {
        let shelf = [1.535_124_859_586_97, -2.691_696_189_406_38, 1.198_392_810_852_85];
        let shelved =
            self.shelf.filter(sample, shelf, [-1.690_659_293_182_41, 0.732_480_774_215_85]);
        let high_pass = [-1.990_047_454_833_98, 0.990_072_250_366_21];
        self.high_pass.filter(shelved, [1.0, -2.0, 1.0], high_pass)
    }
}

impl Memory {
    /// A biquad, direct form II transposed.
    fn filter(&mut self, sample: f64, ahead: [f64; 3], back: [f64; 2]) -> f64 {
        let output = ahead[0] * sample + self.0[0];
        self.0[0] = ahead[1] * sample - back[0] * output + self.0[1];
        self.0[1] = ahead[2] * sample - back[1] * output;
        output
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(hertz: f64, peak: f64, seconds: usize) -> Option<f64> {
        let mut meter = Meter::new();
        for index in 0..SAMPLE_RATE as usize * seconds {
            let phase = index as f64 * hertz / f64::from(SAMPLE_RATE) * std::f64::consts::TAU;
            let sample = (phase.sin() * peak) as f32;
            meter.hear([sample, sample]);
        }
        meter.loudness()
    }

    #[test]
    fn a_full_tone_of_one_kilohertz_on_both_sides_has_no_loudness_units() {
        let loudness = tone(997.0, 1.0, 2).unwrap();
        assert!((loudness - 0.0).abs() < 0.05, "{loudness}");
    }

    #[test]
    fn half_the_amplitude_is_six_units_less() {
        let loudness = tone(997.0, 0.5, 1).unwrap();
        assert!((loudness + 6.02).abs() < 0.05, "{loudness}");
    }

    #[test]
    fn silence_has_no_loudness() {
        assert_eq!(tone(997.0, 0.0, 1), None);
        assert_eq!(Meter::new().loudness(), None);
    }
}
