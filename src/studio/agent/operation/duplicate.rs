//! The same segment once more.

use super::Misfit;
use super::lookup::{check_free, locate};
use crate::draft::{Draft, SegmentId};

/// A copy right after the segment. What follows on its track makes room; no other track changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// Which segment.
    pub id: SegmentId,
    /// The copy's name.
    pub fresh: SegmentId,
}

impl Duplicate {
    /// Puts the copy there.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.fresh)?;
        let (track, place) = locate(draft, &self.id)?;
        let segments = &mut draft.tracks[track].segments;
        let mut copy = segments[place].clone();
        let end = copy.end();
        let room = segments.get(place + 1).map(|next| next.start - end);
        copy.id = self.fresh.clone();
        copy.start = end;
        copy.transition = None;
        let missing = room.map_or(copy.duration, |room| copy.duration - room);
        for later in segments.iter_mut().skip(place + 1) {
            later.start += missing;
        }
        segments.insert(place + 1, copy);
        Ok(())
    }
}
