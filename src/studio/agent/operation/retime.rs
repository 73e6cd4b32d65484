//! Give pieces of the main track other lengths.

use rustc_hash::FxHashMap;

use crate::draft::{Draft, Kind, Millis, SegmentId};

use super::Misfit;
use super::lookup::{places, track_of};
use super::ripple::{gaps, lay};

/// Other lengths, from the same in points; the track ripples.
#[derive(Debug, Clone, PartialEq)]
pub struct Retime {
    /// Which piece lasts how long.
    pub lengths: Vec<(SegmentId, Millis)>,
}

impl Retime {
    /// Sets the lengths.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let track = track_of(draft, Kind::Video);
        let places = places(draft);
        for (id, length) in &self.lengths {
            if places.get(id).is_none_or(|at| at.0 != track) {
                return Err(Misfit::NoSegment(id.clone()));
            }
            if length.is_zero() {
                return Err(Misfit::NoLength);
            }
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        let lengths: FxHashMap<&SegmentId, Millis> =
            self.lengths.iter().rev().map(|(id, length)| (id, *length)).collect();
        for segment in segments.iter_mut() {
            if let Some(length) = lengths.get(&segment.id) {
                segment.duration = *length;
            }
        }
        lay(segments, &gaps);
        Ok(())
    }
}
