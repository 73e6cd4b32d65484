//! Musical time: beats and bars laid over a length so that they come out even.
//!
//! A length comes in, a tempo near the one wanted goes out, and with it the sample at which every
//! tick falls. The last bar always ends with the last sample. Where whole bars would bend the tempo
//! too much (short pieces), the piece opens with a shorter bar, as a pickup.

use crate::draft::Millis;

/// Samples a second.
pub const SAMPLE_RATE: u32 = 48_000;
/// Ticks of a beat: sixteenths and triplets are both whole.
pub const BEAT: u32 = 24;
/// A sixteenth, the step of every pattern.
pub const STEP: u32 = BEAT / 4;
/// Beats of a bar.
pub const BEATS_PER_BAR: u32 = 4;
/// A bar.
pub const BAR: u32 = BEAT * BEATS_PER_BAR;
/// How far the tempo may bend, as a fraction, before the bars may be uneven.
const BEND: f64 = 0.04;

/// A moment or a length on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tick(pub u32);

impl Tick {
    /// Later by some ticks.
    pub const fn plus(self, ticks: u32) -> Self {
        Self(self.0 + ticks)
    }
}

/// Beats laid over a number of samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    samples: u64,
    beats: u32,
}

impl Grid {
    /// The grid for a length, with a tempo as near to the one wanted as even bars allow.
    pub fn fit(length: Millis, tempo: f64) -> Self {
        let wanted = length.as_secs_f64() * tempo / 60.0;
        let candidates = [BEATS_PER_BAR, 2, 1].map(|unit| (whole(wanted, unit), unit));
        let fits = |&&(beats, _): &&(u32, u32)| bend(beats, wanted) <= BEND;
        let nearest = candidates.iter().find(fits).unwrap_or(&candidates[2]);
        Self { samples: length.0.saturating_mul(u64::from(SAMPLE_RATE / 1000)), beats: nearest.0 }
    }

    /// Samples of the whole piece.
    pub const fn samples(&self) -> u64 {
        self.samples
    }

    /// Beats a minute.
    pub fn tempo(&self) -> f64 {
        let minutes = self.samples as f64 / f64::from(SAMPLE_RATE) / 60.0;
        if minutes > 0.0 { f64::from(self.beats) / minutes } else { 0.0 }
    }

    /// Whole bars, the pickup not counted. A piece of less than a bar is one short bar.
    pub const fn bars(&self) -> u32 {
        let bars = self.beats / BEATS_PER_BAR;
        if bars == 0 { 1 } else { bars }
    }

    /// Ticks before the first whole bar.
    pub const fn pickup(&self) -> u32 {
        if self.beats < BEATS_PER_BAR { 0 } else { self.beats % BEATS_PER_BAR * BEAT }
    }

    /// Where a bar begins, counted from the first whole one.
    pub const fn bar(&self, index: u32) -> Tick {
        Tick(self.pickup() + index * BAR)
    }

    /// Where the piece ends.
    pub const fn end(&self) -> Tick {
        Tick(self.beats * BEAT)
    }

    /// The sample at which a tick falls, rounded down.
    pub fn sample(&self, tick: Tick) -> u64 {
        let scaled = u128::from(self.samples) * u128::from(tick.0);
        u64::try_from(scaled / u128::from(self.end().0)).unwrap_or(u64::MAX)
    }

    /// Seconds of a beat.
    pub fn beat_seconds(&self) -> f32 {
        (60.0 / self.tempo().max(1.0)) as f32
    }
}

/// The multiple of `unit` beats nearest to a number of beats, at least one unit.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn whole(beats: f64, unit: u32) -> u32 {
    let units = (beats / f64::from(unit)).round().clamp(1.0, 1e6);
    units as u32 * unit
}

/// How much faster or slower, as a fraction, some beats must go to fill the room of others.
fn bend(beats: u32, room: f64) -> f64 {
    if room > 0.0 { (f64::from(beats) / room - 1.0).abs() } else { f64::INFINITY }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_tick_falls_on_the_last_sample() {
        for millis in [1, 40, 999, 1000, 5000, 20_000, 33_333, 600_000] {
            for tempo in [70.0, 80.0, 90.0, 108.0, 118.0, 124.0] {
                let grid = Grid::fit(Millis(millis), tempo);
                assert_eq!(grid.sample(grid.end()), millis * 48, "{millis} ms at {tempo}");
                assert_eq!(grid.samples(), millis * 48);
            }
        }
    }

    #[test]
    fn the_tempo_bends_by_a_few_percent_at_most() {
        for millis in (12_000..120_000).step_by(777) {
            for tempo in [70.0, 80.0, 90.0, 108.0, 118.0, 124.0] {
                let bent = Grid::fit(Millis(millis), tempo).tempo();
                assert!((bent / tempo - 1.0).abs() < 0.045, "{millis} ms: {bent} for {tempo}");
            }
        }
    }

    #[test]
    fn long_pieces_are_whole_bars_and_short_ones_begin_with_a_pickup() {
        assert_eq!(Grid::fit(Millis(60_000), 118.0).pickup(), 0);
        let short = Grid::fit(Millis(5000), 118.0);
        assert_eq!((short.bars(), short.pickup()), (2, 2 * BEAT));
        assert_eq!(short.bar(short.bars()), short.end());
    }

    #[test]
    fn less_than_a_bar_is_one_short_bar() {
        let grid = Grid::fit(Millis(500), 118.0);
        assert_eq!((grid.bars(), grid.pickup(), grid.end()), (1, 0, Tick(BEAT)));
    }
}
