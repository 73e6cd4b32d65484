//! Give pieces of the main track other lengths.

use crate::draft::{Draft, Kind, Millis, SegmentId};

use super::Misfit;
use super::lookup::{locate, track_of};
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
        for (id, length) in &self.lengths {
            if locate(draft, id)?.0 != track {
                return Err(Misfit::NoSegment(id.clone()));
            }
            if length.is_zero() {
                return Err(Misfit::NoLength);
            }
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        for segment in segments.iter_mut() {
            if let Some((_, length)) = self.lengths.iter().find(|(id, _)| segment.id == *id) {
                segment.duration = *length;
            }
        }
        lay(segments, &gaps);
        Ok(())
    }
}
