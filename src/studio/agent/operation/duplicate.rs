//! The same segments once more.

use super::Misfit;
use super::lookup::{check_free, locate};
use crate::draft::{Draft, Segment, SegmentId};

/// Copies of segments that follow each other on their track, right after the last of them. What follows on
/// the track makes room; no other track changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Duplicate {
    /// The first of them.
    pub first: SegmentId,
    /// The names of the copies, one for each segment.
    pub fresh: Vec<SegmentId>,
}

impl Duplicate {
    /// A copy of one segment.
    pub fn of_one(id: SegmentId, fresh: SegmentId) -> Self {
        Self { first: id, fresh: vec![fresh] }
    }

    /// Puts the copies there.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        for fresh in &self.fresh {
            check_free(draft, fresh)?;
        }
        let (track, place) = locate(draft, &self.first)?;
        let segments = &mut draft.tracks[track].segments;
        let after = place + self.fresh.len();
        let run = segments.get(place..after).ok_or(Misfit::Outside)?;
        let Some(first) = run.first() else { return Ok(()) };
        let (start, end) = (first.start, run.iter().map(Segment::end).max().unwrap_or_default());
        let length = end - start;
        let copy = |(segment, fresh): (&Segment, &SegmentId)| {
            let mut copy = segment.clone();
            copy.id = fresh.clone();
            copy.start = end + (segment.start - start);
            copy
        };
        let mut copies: Vec<Segment> = run.iter().zip(&self.fresh).map(copy).collect();
        if let Some(first) = copies.first_mut() {
            first.transition = None;
        }
        let room = segments.get(after).map(|next| next.start - end);
        let missing = room.map_or(length, |room| length - room);
        for later in segments.iter_mut().skip(after) {
            later.start += missing;
        }
        segments.splice(after..after, copies);
        Ok(())
    }
}
