//! Time on the timeline, as whole numbers.
//!
//! The contract counts in milliseconds, the picture in frames. Both are newtypes here, and every
//! conversion names how it rounds, so that no float seconds enter the model.

use std::fmt;
use std::ops::{Add, AddAssign, Sub};

/// A moment or a length in milliseconds. Never negative: subtraction stops at zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Millis(pub u64);

impl Millis {
    /// The start of the film.
    pub const ZERO: Self = Self(0);

    /// Whole seconds.
    #[must_use]
    pub const fn from_secs(seconds: u64) -> Self {
        Self(seconds * 1000)
    }

    /// The nearest millisecond; negative and non-finite values become zero.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to the range just before"
    )]
    pub fn from_secs_rounded(seconds: f64) -> Self {
        let millis = (seconds * 1000.0).round();
        if millis.is_finite() && millis > 0.0 {
            Self(millis.min(u64::MAX as f64 / 2.0) as u64)
        } else {
            Self::ZERO
        }
    }

    /// For display, for ffmpeg's options and for synthesis only; the model never counts in floats.
    #[must_use]
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// Whether this is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The distance between two moments, whichever comes first.
    #[must_use]
    pub const fn abs_diff(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }
}

impl Add for Millis {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Millis {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Millis {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

/// As people write short times: `5s`, `1.5s`, `90s`. Trailing zeros go.
impl fmt::Display for Millis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 1000, self.0 % 1000);
        if rest == 0 {
            return write!(f, "{whole}s");
        }
        let digits = format!("{rest:03}");
        write!(f, "{whole}.{}s", digits.trim_end_matches('0'))
    }
}

/// A number of whole frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Frames(pub u64);

/// Frames a second, as a fraction, so that 29.97 is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FrameRate {
    numerator: u32,
    denominator: u32,
}

impl Default for FrameRate {
    fn default() -> Self {
        Self::whole(30)
    }
}

impl FrameRate {
    /// A whole rate. Zero becomes one, so that division is always possible.
    #[must_use]
    pub const fn whole(rate: u32) -> Self {
        Self { numerator: if rate == 0 { 1 } else { rate }, denominator: 1 }
    }

    /// From the number in a draft. 23.976, 29.97 and 59.94 mean their exact NTSC fractions; other
    /// rates are kept to a thousandth. Rates outside 1 to 240 are refused with `None`.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked"
    )]
    pub fn from_number(rate: f64) -> Option<Self> {
        if !(1.0..=240.0).contains(&rate) {
            return None;
        }
        let nearest = rate.ceil();
        if (nearest * 1000.0 / 1001.0 - rate).abs() < 0.005 && (nearest - rate) > 0.001 {
            return Some(Self { numerator: nearest as u32 * 1000, denominator: 1001 });
        }
        let thousandths = (rate * 1000.0).round() as u32;
        if thousandths.is_multiple_of(1000) {
            return Some(Self::whole(thousandths / 1000));
        }
        Some(Self { numerator: thousandths, denominator: 1000 })
    }

    /// The upper part of the fraction.
    #[must_use]
    pub const fn numerator(self) -> u32 {
        self.numerator
    }

    /// The lower part of the fraction.
    #[must_use]
    pub const fn denominator(self) -> u32 {
        self.denominator
    }

    /// For display and for JSON.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }

    /// The frame nearest to a moment; a moment half-way belongs to the later frame.
    #[must_use]
    pub fn frames_nearest(self, time: Millis) -> Frames {
        let scale = 1000 * u128::from(self.denominator);
        let frames = (u128::from(time.0) * u128::from(self.numerator) + scale / 2) / scale;
        Frames(u64::try_from(frames).unwrap_or(u64::MAX))
    }

    /// The moment at which a frame starts, to the nearest millisecond.
    #[must_use]
    pub fn millis_nearest(self, frames: Frames) -> Millis {
        let rate = u128::from(self.numerator);
        let scaled = u128::from(frames.0) * 1000 * u128::from(self.denominator);
        Millis(u64::try_from((scaled + rate / 2) / rate).unwrap_or(u64::MAX))
    }
}

/// As ffmpeg and people write it: `30` or `30000/1001`.
impl fmt::Display for FrameRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

/// `HH:MM:SS:FF`, always eleven characters below a hundred hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timecode {
    time: Millis,
    rate: FrameRate,
}

impl Timecode {
    /// The timecode of a moment; the frame is the one on screen then. Moments are whole milliseconds,
    /// so a frame may seem to start up to half of one before it does.
    #[must_use]
    pub const fn new(time: Millis, rate: FrameRate) -> Self {
        Self { time, rate }
    }
}

impl fmt::Display for Timecode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.time.0 / 1000;
        // Frames begin at moments rounded to a millisecond, so half of one is given back.
        let rest = u128::from(self.time.0 % 1000 * 2 + 1) * u128::from(self.rate.numerator);
        let frame = rest / (2000 * u128::from(self.rate.denominator));
        write!(f, "{:02}:{:02}:{:02}:{frame:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtracting_past_zero_stops_there() {
        assert_eq!(Millis(3) - Millis(5), Millis::ZERO);
    }

    #[test]
    fn short_times_lose_their_trailing_zeros() {
        let said: Vec<String> = [0, 500, 5000, 1250].map(|ms| Millis(ms).to_string()).into();
        assert_eq!(said, ["0s", "0.5s", "5s", "1.25s"]);
    }

    #[test]
    fn broadcast_rates_become_their_exact_fractions() {
        for (number, exact) in [
            (23.976, "24000/1001"),
            (29.97, "30000/1001"),
            (59.94, "60000/1001"),
            (25.0, "25"),
            (12.5, "12500/1000"),
        ] {
            let rate = FrameRate::from_number(number).map(|rate| rate.to_string());
            assert_eq!(rate.as_deref(), Some(exact));
        }
        assert_eq!(FrameRate::from_number(0.0), None);
        assert_eq!(FrameRate::from_number(f64::NAN), None);
    }

    #[test]
    fn frames_and_milliseconds_meet_again() {
        for rate in [FrameRate::whole(25), FrameRate::whole(30), FrameRate::whole(60)] {
            for frame in 0..2000 {
                let time = rate.millis_nearest(Frames(frame));
                assert_eq!(rate.frames_nearest(time), Frames(frame));
            }
        }
    }

    #[test]
    fn every_step_of_a_frame_is_a_step_of_the_timecode() {
        for rate in [24, 25, 30, 50, 60] {
            for frame in 0..u64::from(rate) * 2 {
                let time = FrameRate::whole(rate).millis_nearest(Frames(frame));
                let told = Timecode::new(time, FrameRate::whole(rate)).to_string();
                let (second, rest) = (frame / u64::from(rate), frame % u64::from(rate));
                assert_eq!(told, format!("00:00:{second:02}:{rest:02}"), "{time} at {rate}");
            }
        }
    }

    #[test]
    fn a_timecode_counts_frames_after_the_seconds() {
        let timecode = Timecode::new(Millis(3_723_500), FrameRate::whole(30));
        assert_eq!(timecode.to_string(), "01:02:03:15");
    }

    #[test]
    fn every_frame_has_a_timecode_of_its_own() {
        for rate in [FrameRate::whole(24), FrameRate::whole(30), FrameRate::whole(240)] {
            for frame in 0..u64::from(rate.numerator()) {
                let timecode = Timecode::new(rate.millis_nearest(Frames(frame)), rate);
                assert_eq!(timecode.to_string(), format!("00:00:00:{frame:02}"));
            }
        }
    }
}
