//! The last stage: the right loudness, no peak above the ceiling, exactly the right length.

use super::super::grid::SAMPLE_RATE;
use super::super::score::Score;
use super::super::sound::bank::Bank;
use super::effect::{BLOCK, Block, Effect, SILENCE, limiter_latency};
use super::loudness::Meter;
use super::performance::Performance;

/// What every piece is brought to, in LUFS: enough below speech to lie under it, and what music
/// services use.
const LOUDNESS: f64 = -16.0;
/// The most that a piece is made louder, in decibels. What is quieter has only its last echo left.
const MOST_GAIN: f64 = 30.0;
/// The highest sample, a little below -1 dBFS.
const CEILING: f32 = 0.88;
/// Blocks that are kept from measuring to hearing: a minute and a half, some 35 MB.
const KEPT: usize = 90 * SAMPLE_RATE as usize / BLOCK;

/// Plays a score into `hear`, frame by frame, exactly as many as its grid has.
///
/// # Errors
/// The first error of `hear`.
pub fn mixdown<E>(score: &Score, mut hear: impl FnMut([f32; 2]) -> Result<(), E>) -> Result<(), E> {
    let bank = Bank::of(score);
    let measured = Measured::of(score, &bank);
    let gain = measured.gain / CEILING;
    let mut blocks = measured.blocks(score, &bank);
    let mut limiter = Effect::limiter();
    let (samples, latency) = (score.grid.samples(), limiter_latency());
    for start in (0..samples + latency).step_by(BLOCK) {
        let mut block = blocks.next().unwrap_or(SILENCE);
        block.iter_mut().for_each(|frame| *frame = frame.map(|side| side * gain));
        let heard = (start..).zip(limiter.process(&block));
        let inside = heard.filter(|(at, _)| (latency..samples + latency).contains(at));
        for (_, frame) in inside {
            hear(frame.map(|side| side.clamp(-1.0, 1.0) * CEILING))?;
        }
    }
    Ok(())
}

/// A piece that has been played once.
struct Measured {
    /// Brings it to the common loudness.
    gain: f32,
    /// All of it, if it is short; else it is played again.
    kept: Option<Vec<Block>>,
}

impl Measured {
    fn of(score: &Score, bank: &Bank) -> Self {
        let mut meter = Meter::new();
        let mut kept = Vec::new();
        let mut left = score.grid.samples();
        for block in performance(score, bank) {
            let heard = left.min(BLOCK as u64);
            (0..heard).zip(block).for_each(|(_, frame)| meter.hear(frame));
            left -= heard;
            if kept.len() <= KEPT {
                kept.push(block);
            }
        }
        Self { gain: gain(meter), kept: (kept.len() <= KEPT).then_some(kept) }
    }

    fn blocks<'a>(self, score: &'a Score, bank: &'a Bank) -> Box<dyn Iterator<Item = Block> + 'a> {
        match self.kept {
            Some(kept) => Box::new(kept.into_iter()),
            None => Box::new(performance(score, bank)),
        }
    }
}

/// The whole performance, block by block.
fn performance<'a>(score: &'a Score, bank: &'a Bank) -> impl Iterator<Item = Block> + 'a {
    let mut performance = Performance::new(score, bank);
    let blocks = score.grid.samples().div_ceil(BLOCK as u64);
    (0..blocks).map(move |_| performance.block())
}

/// The gain that brings what was measured to the common loudness.
fn gain(meter: Meter) -> f32 {
    let louder = meter.loudness().map_or(0.0, |loudness| (LOUDNESS - loudness).min(MOST_GAIN));
    10_f64.powf(louder / 20.0) as f32
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;
    use crate::draft::{Millis, Mood};
    use crate::studio::music::Brief;
    use crate::studio::music::compose::compose;

    #[test]
    fn a_piece_has_the_loudness_that_all_pieces_have() {
        let brief = Brief { mood: Mood::Corporate, seed: 2, tempo: None, length: Millis(1000) };
        let mut meter = Meter::new();
        let Ok(()) = mixdown(&compose(&brief), |frame| {
            meter.hear(frame);
            Ok::<(), Infallible>(())
        });
        let loudness = meter.loudness().unwrap();
        assert!((loudness - LOUDNESS).abs() < 1.0, "{loudness}");
    }

    #[test]
    fn a_piece_that_is_played_again_is_the_same_piece() {
        let brief = Brief { mood: Mood::Electronic, seed: 2, tempo: None, length: Millis(200) };
        let score = compose(&brief);
        let bank = Bank::of(&score);
        let first: Vec<Block> = performance(&score, &bank).collect();
        let again: Vec<Block> = performance(&score, &bank).collect();
        assert_eq!(first, again);
    }
}
