//! Time as the sound counts it.

use std::ops::{Add, Sub};

use crate::draft::{FrameRate, Frames, Millis};

/// Samples a second of every film.
pub(in crate::studio::render) const SAMPLE_RATE: u64 = 48_000;

/// A moment or a length in samples. Never negative: subtraction stops at zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(in crate::studio::render) struct Samples(pub(in crate::studio::render) u64);

impl Samples {
    /// The sample nearest to the start of a frame.
    pub(in crate::studio::render) fn nearest_to(frames: Frames, rate: FrameRate) -> Self {
        let scale = u128::from(rate.numerator());
        let time = u128::from(frames.0) * u128::from(rate.denominator());
        let samples = (time * u128::from(SAMPLE_RATE) + scale / 2) / scale;
        Self(u64::try_from(samples).unwrap_or(u64::MAX))
    }

    /// Exact: 48 samples are a millisecond.
    pub(super) fn of(time: Millis) -> Self {
        Self(time.0.saturating_mul(SAMPLE_RATE / 1000))
    }

    /// For display and for ffmpeg's options.
    pub(in crate::studio::render) fn as_secs_f64(self) -> f64 {
        self.0 as f64 / SAMPLE_RATE as f64
    }
}

impl Add for Samples {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Samples {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}
