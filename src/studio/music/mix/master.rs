//! The last stage: the right loudness, no peak above the ceiling, exactly the right length.

use super::super::score::Score;
use super::super::sound::bank::Bank;
use super::effect::{BLOCK, Effect, SILENCE, limiter_latency};
use super::loudness::Meter;
use super::performance::Performance;

/// What every piece is brought to, in LUFS: enough below speech to lie under it, and what music
/// services use.
const LOUDNESS: f64 = -16.0;
/// The most that a piece is made louder, in decibels. What is quieter has only its last echo left.
const MOST_GAIN: f64 = 30.0;
/// The highest sample, a little below -1 dBFS.
const CEILING: f32 = 0.88;

/// Plays a score into `hear`, frame by frame, exactly as many as its grid has.
///
/// # Errors
/// The first error of `hear`.
pub fn mixdown<E>(score: &Score, mut hear: impl FnMut([f32; 2]) -> Result<(), E>) -> Result<(), E> {
    let bank = Bank::of(score);
    let gain = gain(score, &bank) / CEILING;
    let mut performance = Performance::new(score, &bank);
    let mut limiter = Effect::limiter();
    let (samples, latency) = (score.grid.samples(), limiter_latency());
    for start in (0..samples + latency).step_by(BLOCK) {
        let mut block = if start < samples { performance.block() } else { SILENCE };
        block.iter_mut().for_each(|frame| *frame = frame.map(|side| side * gain));
        let heard = (start..).zip(limiter.process(&block));
        let inside = heard.filter(|(at, _)| (latency..samples + latency).contains(at));
        for (_, frame) in inside {
            hear(frame.map(|side| side.clamp(-1.0, 1.0) * CEILING))?;
        }
    }
    Ok(())
}

/// The gain that brings a piece to the common loudness.
fn gain(score: &Score, bank: &Bank) -> f32 {
    let mut performance = Performance::new(score, bank);
    let mut meter = Meter::new();
    let mut left = score.grid.samples();
    while left > 0 {
        let heard = left.min(BLOCK as u64);
        let block = performance.block();
        (0..heard).zip(block).for_each(|(_, frame)| meter.hear(frame));
        left -= heard;
    }
    let louder = meter.loudness().map_or(0.0, |loudness| (LOUDNESS - loudness).min(MOST_GAIN));
    10_f64.powf(louder / 20.0) as f32
}
