//! How loud a file is along its time, at any scale.
//!
//! A column of a long film seen whole covers many thousands of steps, and a screen has forty lanes of
//! columns. So steps are taken together in blocks, and blocks in larger ones, once when the sound comes;
//! a span is then a few blocks and the steps at its two ends.

use crate::draft::Millis;

/// How many of a level make one of the next.
const TOGETHER: usize = 64;

/// The shape of a file's sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waveform {
    /// How much time each peak covers.
    step: Millis,
    /// The loudest sample of each step from the file's beginning on; 0 is silence, 255 full scale.
    peaks: Vec<u8>,
    /// Steps taken together, and those again: the first level has the smallest blocks.
    levels: Vec<Vec<Block>>,
}

/// What is known of several steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Block {
    loudest: u8,
    sum: u64,
}

impl Block {
    /// Folded in two, because this the compiler turns into whole vectors at a time.
    fn of_steps(peaks: &[u8]) -> Self {
        let loudest = peaks.iter().fold(0, |loudest, peak| loudest.max(*peak));
        Self { loudest, sum: peaks.iter().map(|peak| u64::from(*peak)).sum() }
    }

    fn of_blocks(blocks: &[Self]) -> Self {
        blocks.iter().fold(Self::default(), |all, block| all.and(*block))
    }

    fn and(self, other: Self) -> Self {
        Self { loudest: self.loudest.max(other.loudest), sum: self.sum + other.sum }
    }
}

impl Waveform {
    /// The shape whose peaks cover `step` each.
    #[must_use]
    pub fn new(step: Millis, peaks: Vec<u8>) -> Self {
        let mut levels: Vec<Vec<Block>> = Vec::new();
        let mut level: Vec<Block> = peaks.chunks(TOGETHER).map(Block::of_steps).collect();
        while level.len() > 1 {
            let next = level.chunks(TOGETHER).map(Block::of_blocks).collect();
            levels.push(std::mem::replace(&mut level, next));
        }
        Self { step: Millis(step.0.max(1)), peaks, levels }
    }

    /// Whether it has no sound at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.peaks.is_empty()
    }

    /// How loud it is between two moments, as it is drawn: midway between the loudest sample and the
    /// mean of the steps; silence where the file has none. Over a long span the loudest alone is the
    /// same everywhere, and the mean alone hides a single beat.
    #[must_use]
    pub fn level(&self, from: Millis, to: Millis) -> u8 {
        let all = self.peaks.len();
        let place = |time: u64| usize::try_from(time).unwrap_or(usize::MAX).min(all);
        let first = place(from.0 / self.step.0);
        let last = place(to.0.div_ceil(self.step.0)).max((first + 1).min(all));
        let span = self.span(first, last);
        let mean = span.sum / u64::try_from(last - first).unwrap_or(u64::MAX).max(1);
        span.loudest.midpoint(u8::try_from(mean).unwrap_or(u8::MAX))
    }

    /// What is known of the steps of a range: whole blocks, as large as they fit, and the rest at both
    /// ends from the levels below.
    fn span(&self, first: usize, last: usize) -> Block {
        let (mut first, mut last) = (first, last);
        let mut known = Block::default();
        let mut below: Option<&Vec<Block>> = None;
        let take = |below: Option<&Vec<Block>>, from: usize, to: usize| match below {
            Some(blocks) => Block::of_blocks(&blocks[from..to]),
            None => Block::of_steps(&self.peaks[from..to]),
        };
        for level in &self.levels {
            let (whole_from, whole_to) = (first.div_ceil(TOGETHER), last / TOGETHER);
            if whole_from >= whole_to {
                break;
            }
            known = known.and(take(below, first, whole_from * TOGETHER));
            known = known.and(take(below, whole_to * TOGETHER, last));
            (first, last, below) = (whole_from, whole_to, Some(level));
        }
        known.and(take(below, first, last))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_step_is_as_loud_as_it_is_and_after_the_end_is_silence() {
        let sound = Waveform::new(Millis(50), vec![10, 200, 30, 40]);
        assert_eq!(sound.level(Millis(0), Millis(50)), 10);
        assert_eq!(sound.level(Millis(0), Millis(51)), 152, "the next step is in it");
        assert_eq!(sound.level(Millis(100), Millis(100)), 30);
        assert_eq!(sound.level(Millis(190), Millis(9_000)), 40);
        assert_eq!(sound.level(Millis(9_000), Millis(9_100)), 0);
        assert_eq!(Waveform::new(Millis(0), Vec::new()).level(Millis(0), Millis(9)), 0);
    }

    #[test]
    fn a_beat_in_a_long_span_is_seen_and_so_is_its_quiet() {
        let sound = Waveform::new(Millis(50), vec![0, 200, 0, 0]);
        assert_eq!(sound.level(Millis(0), Millis(200)), 125);
        assert_eq!(sound.level(Millis(50), Millis(100)), 200);
        assert_eq!(sound.level(Millis(900), Millis(1000)), 0);
    }

    proptest! {
        /// Blocks tell of any span what all its steps would.
        #[test]
        fn any_span_is_as_its_steps_are(
            peaks in proptest::collection::vec(any::<u8>(), 1..20_000),
            ends in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        ) {
            let (one, other) = (ends.0.index(peaks.len()), ends.1.index(peaks.len()));
            let (first, last) = (one.min(other), one.max(other) + 1);
            let sound = Waveform::new(Millis(20), peaks.clone());
            prop_assert_eq!(sound.span(first, last), Block::of_steps(&peaks[first..last]));
        }
    }
}
