//! Play pieces of the main track faster or slower.

use super::Misfit;
use super::lookup::{locate, track_of};
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
        for id in &self.ids {
            if locate(draft, id)?.0 != track {
                return Err(Misfit::NoSegment(id.clone()));
            }
        }
        if !self.speed.is_finite() || self.speed <= 0.0 {
            return Err(Misfit::NoLength);
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        for segment in segments.iter_mut().filter(|segment| self.ids.contains(&segment.id)) {
            let shown = segment.duration.as_secs_f64() * segment.speed;
            segment.duration = Millis::from_secs_rounded(shown / self.speed).max(Millis(1));
            segment.speed = self.speed;
        }
        lay(segments, &gaps);
        Ok(())
    }
}
