//! From time to columns and back.

use crate::app::TimelineState;
use crate::draft::Millis;

/// What part of the film the lanes show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// The moment at the left edge.
    pub left: Millis,
    /// Microseconds a column, never zero.
    pub micros: u64,
    /// Columns.
    pub cols: u16,
}

impl Scale {
    pub(super) fn of(timeline: &TimelineState, cols: u16) -> Self {
        let micros = timeline.zoom.micros(timeline.shown().duration(), usize::from(cols));
        Self { left: timeline.left, micros: micros.max(1), cols }
    }

    /// The column of a moment; what lies left of the edge has the first, right of it one past the last.
    pub(super) fn col(&self, time: Millis) -> u16 {
        let offset = (time - self.left).0.saturating_mul(1000) / self.micros;
        u16::try_from(offset).unwrap_or(u16::MAX).min(self.cols)
    }

    /// The column of a moment that is seen.
    pub(super) fn seen_col(&self, time: Millis) -> Option<u16> {
        (time >= self.left).then(|| self.col(time)).filter(|col| *col < self.cols)
    }

    /// The moment at which a column begins.
    pub(super) fn time(&self, col: u16) -> Millis {
        // Rounded up, so that the moment falls into the column and not just before it.
        let offset = u64::from(col).saturating_mul(self.micros).div_ceil(1000);
        self.left + Millis(offset)
    }

    /// One past the last moment that is seen.
    pub(super) fn right(&self) -> Millis {
        self.time(self.cols)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_begins_with_a_moment_of_its_own() {
        let scale = Scale { left: Millis(500), micros: 333_333, cols: 90 };
        for col in 0..90 {
            assert_eq!(scale.col(scale.time(col)), col);
        }
        assert_eq!((scale.col(Millis(0)), scale.col(Millis(999_999))), (0, 90));
    }
}
