//! How much time one column shows.

use crate::draft::Millis;

/// The scale of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zoom {
    /// The whole film, whatever its length.
    #[default]
    Fit,
    /// One of the fixed steps, the closest first.
    Step(usize),
}

/// Milliseconds a column: from four columns a frame at sixty a second to ten minutes a column.
const STEPS: [u64; 18] = [
    4, 10, 20, 40, 100, 200, 400, 1_000, 2_000, 4_000, 10_000, 20_000, 40_000, 60_000, 120_000,
    240_000, 300_000, 600_000,
];

impl Zoom {
    /// The step that shows so many milliseconds a column, or the next wider one.
    #[must_use]
    pub fn closest_to(millis: u64) -> Self {
        Self::Step(STEPS.iter().position(|step| *step >= millis).unwrap_or(STEPS.len() - 1))
    }

    /// Microseconds a column. Never zero.
    #[must_use]
    pub fn micros(self, duration: Millis, cols: usize) -> u64 {
        match self {
            Self::Fit => fit(duration, cols),
            Self::Step(step) => STEPS[step.min(STEPS.len() - 1)] * 1000,
        }
    }

    /// One step closer.
    #[must_use]
    pub fn closer(self, duration: Millis, cols: usize) -> Self {
        match self {
            Self::Fit => {
                let now = fit(duration, cols);
                Self::Step(STEPS.iter().rposition(|step| step * 1000 < now).unwrap_or(0))
            }
            Self::Step(step) => Self::Step(step.saturating_sub(1)),
        }
    }

    /// One step further away; the whole film is the furthest.
    #[must_use]
    pub fn wider(self, duration: Millis, cols: usize) -> Self {
        match self {
            Self::Fit => Self::Fit,
            Self::Step(step) => {
                let wider = STEPS.get(step + 1).filter(|step| **step * 1000 < fit(duration, cols));
                wider.map_or(Self::Fit, |_| Self::Step(step + 1))
            }
        }
    }
}

/// The last column is left free, so that the film's end is seen as an end.
fn fit(duration: Millis, cols: usize) -> u64 {
    let cols = u64::try_from(cols.saturating_sub(1)).unwrap_or(u64::MAX).max(1);
    duration.0.saturating_mul(1000).div_ceil(cols).max(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_goes_from_the_whole_film_to_single_frames_and_back() {
        let (film, cols) = (Millis::from_secs(30), 101);
        let mut zoom = Zoom::Fit;
        let mut scales = vec![zoom.micros(film, cols)];
        for _ in 0..7 {
            zoom = zoom.closer(film, cols);
            scales.push(zoom.micros(film, cols));
        }
        assert_eq!(scales, [300_000, 200_000, 100_000, 40_000, 20_000, 10_000, 4_000, 4_000]);
        for _ in 0..6 {
            zoom = zoom.wider(film, cols);
        }
        assert_eq!(zoom, Zoom::Fit);
    }

    #[test]
    fn a_film_of_no_length_still_has_a_scale() {
        assert_eq!(Zoom::Fit.micros(Millis::ZERO, 0), 1000);
    }
}
