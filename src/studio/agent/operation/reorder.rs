//! Reorder the main track.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::draft::{Draft, Kind, Segment, SegmentId, Transition};

use super::Misfit;
use super::lookup::track_of;
use super::ripple::{gaps, lay};

/// The main track in another order. Gaps and transitions stay where they were: they belong to the
/// seams, not to the pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct Reorder {
    /// Every piece of the track, once.
    pub order: Vec<SegmentId>,
}

impl Reorder {
    /// Puts them in order.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let track = track_of(draft, Kind::Video);
        let segments = &mut draft.tracks[track].segments;
        let mut ordered = Vec::with_capacity(segments.len());
        let named: FxHashSet<&SegmentId> = self.order.iter().collect();
        if named.len() != self.order.len() || self.order.len() != segments.len() {
            return Err(Misfit::NotAnOrder);
        }
        let by_id: FxHashMap<&SegmentId, &Segment> =
            segments.iter().rev().map(|segment| (&segment.id, segment)).collect();
        for id in &self.order {
            let found = by_id.get(id).map(|segment| (*segment).clone());
            ordered.push(found.ok_or(Misfit::NotAnOrder)?);
        }
        if ordered.len() != segments.len() {
            return Err(Misfit::NotAnOrder);
        }
        let seams: Vec<Option<Transition>> =
            segments.iter().map(|segment| segment.transition.clone()).collect();
        let gaps = gaps(segments);
        for (segment, transition) in ordered.iter_mut().zip(seams) {
            segment.transition = transition;
        }
        lay(&mut ordered, &gaps);
        *segments = ordered;
        Ok(())
    }
}
