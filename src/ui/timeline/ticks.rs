//! Which moments the ruler names: steps that people count in, down to single frames. All are told as timecodes, as
//! the playhead's is, so that one can be found on the other.

use crate::draft::{FrameRate, Frames, Millis, Timecode};
use crate::ui::text::width;

use super::scale::Scale;

/// Steps between labels, in milliseconds. What is shorter is counted in frames.
const STEPS: [u64; 16] = [
    1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
    1_800_000, 3_600_000, 7_200_000, 18_000_000, 36_000_000,
];

/// Columns between the end of a label and the next one.
const AIR: f64 = 3.0;

/// How the moments of a ruler follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticks {
    /// So many milliseconds apart.
    Time { step: u64, rate: FrameRate },
    /// So many frames apart.
    Frames { step: u64, rate: FrameRate },
}

impl Ticks {
    /// The closest ones whose labels stand apart.
    pub(super) fn of(scale: &Scale, rate: FrameRate) -> Self {
        // Steps of whole frames that meet again at every second; they are worth it where a frame is seen.
        let in_second = u64::from(rate.numerator().div_ceil(rate.denominator()));
        let frame = frame_cols(scale, rate);
        let frames = (1..in_second)
            .filter(|step| frame >= 1.0 && in_second.is_multiple_of(*step))
            .map(|step| Self::Frames { step, rate });
        let times = STEPS.iter().map(|step| Self::Time { step: *step, rate });
        frames.chain(times).find(|ticks| ticks.stand_apart(scale)).unwrap_or_else(|| {
            // Films of days: as many hours as it takes.
            let hours = (u128::from(scale.micros) * 16 / 3_600_000_000).max(10);
            let hours = u64::try_from(hours).unwrap_or(u64::MAX / 3_600_000);
            Self::Time { step: hours.saturating_mul(3_600_000), rate }
        })
    }

    fn stand_apart(self, scale: &Scale) -> bool {
        // With its tick.
        let label = 1.0 + width(&self.label(Millis::ZERO)) as f64;
        match self {
            Self::Time { step, .. } => step as f64 * 1000.0 / scale.micros as f64 >= label + AIR,
            // The next frame is seen behind the label.
            Self::Frames { step, rate, .. } => {
                let frame = frame_cols(scale, rate);
                step as f64 * frame >= label + frame.max(AIR)
            }
        }
    }

    /// The moments that are seen, from the left.
    pub(super) fn seen(self, scale: &Scale) -> impl Iterator<Item = Millis> + use<> {
        let (left, right) = (scale.left, scale.right());
        let moment = move |number: u64| match self {
            Self::Time { step, .. } => Millis(number.saturating_mul(step)),
            Self::Frames { step, rate, .. } => {
                rate.millis_nearest(Frames(number.saturating_mul(step)))
            }
        };
        let first = match self {
            Self::Time { step, .. } => left.0 / step,
            Self::Frames { step, rate, .. } => rate.frames_nearest(left).0.saturating_sub(1) / step,
        };
        (first..)
            .map(moment)
            .skip_while(move |time| *time < left)
            .take_while(move |time| *time < right)
    }

    /// Every single frame that is seen, where each has room for a sign of its own.
    pub(super) fn frames(self, scale: &Scale) -> Vec<Millis> {
        match self {
            Self::Frames { rate, .. } if frame_cols(scale, rate) >= 3.0 => {
                Self::Frames { step: 1, rate }.seen(scale).collect()
            }
            _ => Vec::new(),
        }
    }

    /// All labels of a ruler have one width.
    pub(super) fn label(self, time: Millis) -> String {
        let (Self::Time { rate, .. } | Self::Frames { rate, .. }) = self;
        Timecode::new(time, rate).to_string()
    }
}

/// Columns of one frame.
fn frame_cols(scale: &Scale, rate: FrameRate) -> f64 {
    1_000_000.0 / rate.as_f64() / scale.micros as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(micros: u64) -> Scale {
        Scale { left: Millis(0), micros, cols: 100 }
    }

    #[test]
    fn steps_are_what_people_count_in() {
        let rate = FrameRate::whole(30);
        for (micros, seconds) in [(300_000, 5), (100_000, 2), (1_000_000, 15), (120_000_000, 1800)]
        {
            let ticks = Ticks::of(&scale(micros), rate);
            assert_eq!(ticks, Ticks::Time { step: seconds * 1000, rate }, "{micros}");
        }
    }

    #[test]
    fn close_up_every_label_is_a_frame() {
        let frames = |rate, step| Ticks::Frames { step, rate: FrameRate::whole(rate) };
        let seconds =
            |rate, step: u64| Ticks::Time { step: step * 1000, rate: FrameRate::whole(rate) };
        for (rate, micros, expected) in [
            (25, 100_000, seconds(25, 2)),
            (30, 40_000, seconds(30, 1)),
            (25, 20_000, seconds(25, 1)),
            (25, 10_000, frames(25, 5)),
            (24, 4_000, frames(24, 3)),
            (30, 4_000, frames(30, 3)),
            (60, 4_000, frames(60, 4)),
        ] {
            let ticks = Ticks::of(&scale(micros), FrameRate::whole(rate));
            assert_eq!(ticks, expected, "{rate} at {micros}");
        }
    }

    #[test]
    fn labels_of_frames_are_their_timecodes() {
        let rate = FrameRate::whole(30);
        let ticks = Ticks::Frames { step: 2, rate };
        let scale = Scale { left: Millis(900), micros: 4_000, cols: 80 };
        let labels: Vec<String> = ticks.seen(&scale).map(|time| ticks.label(time)).collect();
        assert_eq!(
            labels,
            ["00:00:00:28", "00:00:01:00", "00:00:01:02", "00:00:01:04", "00:00:01:06"]
        );
        assert_eq!(ticks.frames(&scale).len(), 10);
    }
}
