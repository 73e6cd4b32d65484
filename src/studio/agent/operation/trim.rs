//! Show another part of a piece's source.

use crate::draft::{Draft, Kind, Millis, SegmentId};

use super::Misfit;
use super::lookup::{locate, track_of};
use super::ripple::{gaps, lay};

/// In point and length of one piece of the main track, which ripples.
#[derive(Debug, Clone, PartialEq)]
pub struct Trim {
    /// Which piece.
    pub id: SegmentId,
    /// Its first moment used of the source.
    pub source_in: Millis,
    /// How long it lasts on the timeline.
    pub duration: Millis,
}

impl Trim {
    /// Trims it.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let main = track_of(draft, Kind::Video);
        let (track, place) = locate(draft, &self.id)?;
        if track != main {
            return Err(Misfit::NoSegment(self.id.clone()));
        }
        if self.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        segments[place].source_in = self.source_in;
        segments[place].duration = self.duration;
        lay(segments, &gaps);
        Ok(())
    }
}
