//! Play pieces the other way round.

use super::Misfit;
use super::lookup::places;
use crate::draft::{Draft, SegmentId};

/// The same part of each source, from its end to its beginning; once more, it is as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Reverse {
    /// Which pieces.
    pub ids: Vec<SegmentId>,
}

impl Reverse {
    /// Turns them round.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let places = places(draft);
        for id in &self.ids {
            let (track, place) =
                places.get(id).copied().ok_or_else(|| Misfit::NoSegment(id.clone()))?;
            draft.tracks[track].segments[place].reverse();
        }
        Ok(())
    }
}
