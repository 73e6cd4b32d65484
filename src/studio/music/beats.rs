//! Where the beats of a piece fall, for whoever wants to cut on them.

use super::brief::Brief;
use super::compose::compose;
use super::grid::{BEAT, SAMPLE_RATE, Tick};
use crate::draft::Millis;

/// The moment of every beat, from the first to the end of the piece, to the nearest millisecond.
#[must_use]
pub fn beats(brief: &Brief) -> Vec<Millis> {
    let grid = compose(brief).grid;
    let count = grid.end().0 / BEAT;
    let moment = |beat: u32| {
        let sample = grid.sample(Tick(beat * BEAT));
        Millis((sample * 1000 + u64::from(SAMPLE_RATE) / 2) / u64::from(SAMPLE_RATE))
    };
    (0..=count).map(moment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Mood;

    #[test]
    fn beats_are_even_and_end_with_the_piece() {
        let brief = Brief { mood: Mood::Upbeat, seed: 3, tempo: None, length: Millis(20_000) };
        let beats = beats(&brief);
        assert_eq!(beats.first(), Some(&Millis::ZERO));
        assert_eq!(beats.last(), Some(&Millis(20_000)));
        let steps: Vec<u64> = beats.windows(2).map(|pair| (pair[1] - pair[0]).0).collect();
        let (least, most) = (steps.iter().min(), steps.iter().max());
        assert!(most <= least.map(|least| least + 1).as_ref(), "{steps:?}");
        assert!((480..540).contains(&steps[0]), "about 118 a minute: {steps:?}");
    }

    #[test]
    fn the_tempo_is_what_was_asked_for_as_far_as_the_mood_and_the_length_allow() {
        for (tempo, most) in [(90, 90), (150, 150), (20, 80), (400, 160)] {
            let length = Millis(30_000);
            let brief = Brief { mood: Mood::Upbeat, seed: 3, tempo: Some(tempo), length };
            let beats = beats(&brief);
            assert_eq!(beats.last(), Some(&length), "it ends with the piece");
            let found = (beats.len() - 1) as f64 * 2.0;
            assert!((found / f64::from(most) - 1.0).abs() < 0.045, "{found} for {tempo}");
        }
    }
}
