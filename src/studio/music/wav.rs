//! A piece as a file, or as samples in memory.

use std::convert::Infallible;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use hound::{SampleFormat, WavSpec, WavWriter};

use super::brief::Brief;
use super::compose::compose;
use super::grid::SAMPLE_RATE;
use super::mix::mixdown;

/// A WAV file counts its bytes in 32 bits; this leaves room for its header.
const MOST_FRAMES: u64 = (u32::MAX as u64 - 1024) / 4;

/// Composes and writes a 48 kHz stereo WAV file of exactly the length asked for.
///
/// # Errors
/// When the file cannot be written, or is longer than such a file can be (six hours).
pub fn write_wav(path: &Path, brief: &Brief) -> Result<(), hound::Error> {
    let score = compose(brief);
    if score.grid.samples() > MOST_FRAMES {
        let reason = "a WAV file holds no more than six hours";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, reason).into());
    }
    let spec = WavSpec {
        channels: 2,
        sample_rate: SAMPLE_RATE,
        bits_per_sample: 16,
        sample_format: SampleFormat::Int,
    };
    let mut writer: WavWriter<BufWriter<File>> = WavWriter::create(path, spec)?;
    mixdown(&score, |frame| {
        writer.write_sample(quantised(frame[0]))?;
        writer.write_sample(quantised(frame[1]))
    })?;
    writer.finalize()
}

/// Composes a piece into memory: one frame a sample, left and right, within -1 and 1.
#[must_use]
pub fn render(brief: &Brief) -> Vec<[f32; 2]> {
    let mut frames = Vec::new();
    let Ok(()) = mixdown(&compose(brief), |frame| {
        frames.push(frame);
        Ok::<(), Infallible>(())
    });
    frames
}

/// The nearest of 65,536 steps.
#[expect(clippy::cast_possible_truncation, reason = "a float saturates at the ends")]
fn quantised(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16
}
