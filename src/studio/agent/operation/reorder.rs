//! Reorder the main track.

use crate::draft::{Draft, Kind, SegmentId, Transition};

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
        for id in &self.order {
            let found = segments.iter().find(|segment| segment.id == *id);
            ordered.push(found.cloned().ok_or(Misfit::NotAnOrder)?);
        }
        let named_twice =
            self.order.iter().enumerate().any(|(place, id)| self.order[..place].contains(id));
        if ordered.len() != segments.len() || named_twice {
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
