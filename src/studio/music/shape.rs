//! How loud a piece is along its time, without a file of it.

use super::brief::Brief;
use super::compose::compose;
use super::grid::SAMPLE_RATE;
use super::mix::mixdown;

/// Nobody waits for the rest.
struct Stopped;

/// The loudest moment of each step, `a_second` of them, 255 being full scale; both sides are heard as one. None as soon as
/// it need not go on.
pub fn shape(brief: &Brief, a_second: u32, goes_on: impl Fn() -> bool) -> Option<Vec<u8>> {
    let step = SAMPLE_RATE / a_second;
    let (mut peaks, mut loudest, mut heard) = (Vec::new(), 0.0_f32, 0);
    let made = mixdown(&compose(brief), |[left, right]| {
        loudest = loudest.max(left.midpoint(right).abs());
        heard += 1;
        if heard == step {
            peaks.push(byte(loudest));
            (loudest, heard) = (0.0, 0);
            return if goes_on() { Ok(()) } else { Err(Stopped) };
        }
        Ok(())
    });
    if heard > 0 {
        peaks.push(byte(loudest));
    }
    made.is_ok().then_some(peaks)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float saturates at the ends"
)]
fn byte(level: f32) -> u8 {
    (level * 256.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Millis, Mood};
    use crate::studio::music::render;

    const BRIEF: Brief = Brief { mood: Mood::Upbeat, seed: 3, tempo: None, length: Millis(1_020) };

    #[test]
    fn each_step_is_as_loud_as_its_loudest_moment() {
        let samples = render(&BRIEF);
        let loudest = |step: &[[f32; 2]]| {
            let levels = step.iter().map(|[left, right]| left.midpoint(*right).abs());
            byte(levels.fold(0.0, f32::max))
        };
        let expected: Vec<u8> = samples.chunks(2_400).map(loudest).collect();
        assert_eq!(expected.len(), 21, "and what is left over");
        assert!(expected.iter().any(|peak| *peak > 50), "{expected:?}");
        assert_eq!(shape(&BRIEF, 20, || true), Some(expected));
    }

    #[test]
    fn who_does_not_wait_has_nothing_made() {
        assert_eq!(shape(&BRIEF, 20, || false), None);
    }
}
