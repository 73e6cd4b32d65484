//! Play pieces of the main track faster or slower.

use rustc_hash::FxHashSet;

use super::Misfit;
use super::lookup::{places, track_of};
use super::ripple::{gaps, lay};
use crate::draft::{Draft, Kind, Millis, SegmentId};

/// Other speeds: the same part of each source is shown, in another time; the track ripples.
#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// Which pieces.
    pub ids: Vec<SegmentId>,
    /// So many times the source's own speed.
    pub speed: f64,
}

impl Pace {
    /// Sets the speed.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let track = track_of(draft, Kind::Video);
        let places = places(draft);
        for id in &self.ids {
            if places.get(id).is_none_or(|at| at.0 != track) {
                return Err(Misfit::NoSegment(id.clone()));
            }
        }
        if !self.speed.is_finite() || self.speed <= 0.0 {
            return Err(Misfit::NoLength);
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        let ids: FxHashSet<&SegmentId> = self.ids.iter().collect();
        for segment in segments.iter_mut().filter(|segment| ids.contains(&segment.id)) {
            let shown = segment.duration.as_secs_f64() * segment.speed;
            segment.duration = Millis::from_secs_rounded(shown / self.speed).max(Millis(1));
            segment.speed = self.speed;
        }
        lay(segments, &gaps);
        Ok(())
    }
}
