//! Loudness of sound that is mixed already: how loud it is, and lowering one where another is heard.
//!
//! The lowering is worked out from what is heard and not left to a compressor, so that it goes down
//! by exactly what was asked for, is down when the first word begins, and does not pump between words.

use std::io;
use std::path::Path;

use hound::{SampleFormat, WavReader, WavSpec, WavWriter};

use crate::studio::music::{Meter, refused};

/// Samples of a measurement: a hundredth of a second.
const HOP: usize = 480;
/// What is quieter than this, as a part of full scale, is not heard.
const HEARD: f32 = 0.006;
/// So many hops before something is heard it begins to go down.
const BEFORE: usize = 15;
/// So many hops after it, it stays down: speech has gaps.
const AFTER: usize = 40;
/// In so many hops it goes down, and in so many it comes up.
const FALL: f32 = 12.0;
const RISE: f32 = 50.0;

/// The loudness of a sound in LUFS; none where it is silent.
pub(super) fn loudness(path: &Path) -> io::Result<Option<f64>> {
    let mut meter = Meter::new();
    for frame in Frames::open(path)? {
        meter.hear(frame?);
    }
    Ok(meter.loudness())
}

/// Writes a sound that goes down by so many decibels wherever another one is heard.
pub(super) fn lower(sound: &Path, heard: &Path, by: u32, target: &Path) -> io::Result<()> {
    let levels = levels(&heard_hops(heard)?, by as f32);
    let spec = WavSpec {
        channels: 2,
        sample_rate: 48_000,
        bits_per_sample: 32,
        sample_format: SampleFormat::Float,
    };
    let mut writer = WavWriter::create(target, spec).map_err(refused)?;
    for (index, frame) in Frames::open(sound)?.enumerate() {
        let gain = gain_at(&levels, index);
        for sample in frame? {
            writer.write_sample(sample * gain).map_err(refused)?;
        }
    }
    writer.finalize().map_err(refused)
}

/// For each hop, whether anything is heard in it.
fn heard_hops(path: &Path) -> io::Result<Vec<bool>> {
    let (mut hops, mut power, mut count) = (Vec::new(), 0.0_f32, 0);
    for frame in Frames::open(path)? {
        let [left, right] = frame?;
        power += (left * left + right * right) / 2.0;
        count += 1;
        if count == HOP {
            hops.push((power / HOP as f32).sqrt() > HEARD);
            (power, count) = (0.0, 0);
        }
    }
    Ok(hops)
}

/// Decibels at the beginning of each hop, from what is heard: early enough, and evenly.
fn levels(heard: &[bool], by: f32) -> Vec<f32> {
    let all = heard.len() + AFTER + 1;
    let mut down = vec![false; all];
    for hop in (0..heard.len()).filter(|hop| heard[*hop]) {
        let (from, to) = (hop.saturating_sub(BEFORE), hop + AFTER);
        // What overlaps with the one before is there already.
        let from = if hop > 0 && heard[hop - 1] { hop + AFTER - 1 } else { from };
        down[from..to].iter_mut().for_each(|down| *down = true);
    }
    let mut level = if down.first() == Some(&true) { -by } else { 0.0 };
    let next = |down: &bool| {
        level = if *down { (level - by / FALL).max(-by) } else { (level + by / RISE).min(0.0) };
        level
    };
    down.iter().map(next).collect()
}

/// Between two hops in a straight line, so that nothing steps.
fn gain_at(levels: &[f32], index: usize) -> f32 {
    let (hop, part) = (index / HOP, (index % HOP) as f32 / HOP as f32);
    let level = |hop: usize| levels.get(hop).copied().unwrap_or(0.0);
    let decibels = level(hop) + (level(hop + 1) - level(hop)) * part;
    10_f32.powf(decibels / 20.0)
}

/// The samples of a file that was mixed here: two channels in floating point.
struct Frames {
    samples: hound::WavIntoSamples<io::BufReader<std::fs::File>, f32>,
}

impl Frames {
    fn open(path: &Path) -> io::Result<Self> {
        let reader = WavReader::open(path).map_err(refused)?;
        Ok(Self { samples: reader.into_samples() })
    }
}

impl Iterator for Frames {
    type Item = io::Result<[f32; 2]>;

    fn next(&mut self) -> Option<Self::Item> {
        let left = self.samples.next()?;
        let right = self.samples.next()?;
        Some(left.and_then(|left| Ok([left, right?])).map_err(refused))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_down_before_anything_is_heard_and_comes_up_slowly_after_it() {
        let mut heard = vec![false; 300];
        heard[100..150].iter_mut().for_each(|hop| *hop = true);
        let levels = levels(&heard, 12.0);
        assert_eq!(levels[50], 0.0);
        assert!((levels[99] + 12.0).abs() < 0.01, "down when the first word begins");
        assert!((levels[180] + 12.0).abs() < 0.01, "still down in a gap");
        assert!(levels[205] > -12.0 && levels[205] < -6.0, "coming up: {}", levels[205]);
        assert_eq!(levels[299], 0.0);
        assert!(levels.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 1.01), "no step");
    }

    #[test]
    fn what_is_heard_from_the_first_moment_finds_it_down() {
        let levels = levels(&[true; 20], 6.0);
        assert_eq!(levels[0], -6.0);
    }
}
