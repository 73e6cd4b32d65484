//! Lay pieces on the main track.

use crate::draft::{Draft, Kind, Millis, Segment};

use super::Misfit;
use super::lookup::{check_free, track_of};
use super::ripple::{gaps, lay};

/// New pieces on the main track, which ripples. Their starts are not asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct LayVideo {
    /// Before which piece; past the last means at the end.
    pub at: usize,
    /// The pieces, in order.
    pub segments: Vec<Segment>,
}

impl LayVideo {
    /// Lays them.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        for segment in &self.segments {
            check_free(draft, &segment.id)?;
            if segment.duration.is_zero() {
                return Err(Misfit::NoLength);
            }
        }
        let track = track_of(draft, Kind::Video);
        let segments = &mut draft.tracks[track].segments;
        let at = self.at.min(segments.len());
        let mut gaps = gaps(segments);
        gaps.splice(at..at, self.segments.iter().map(|_| Millis::ZERO));
        segments.splice(at..at, self.segments.iter().cloned());
        lay(segments, &gaps);
        Ok(())
    }
}
