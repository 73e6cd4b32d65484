//! Lay sound under the film.

use crate::draft::{Draft, Kind, Segment, Track};

use super::Misfit;
use super::lookup::{check_free, new_track};

/// A new piece of sound, on the first sound track that has room for it then.
#[derive(Debug, Clone, PartialEq)]
pub struct LaySound {
    /// The piece, complete.
    pub segment: Box<Segment>,
}

impl LaySound {
    /// Lays it.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.segment.id)?;
        if self.segment.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let apart = |other: &Segment| {
            other.end() <= self.segment.start || self.segment.end() <= other.start
        };
        let has_room =
            |track: &Track| track.kind == Kind::Audio && track.segments.iter().all(apart);
        let track = draft.tracks.iter().position(has_room);
        let track = track.unwrap_or_else(|| new_track(draft, Kind::Audio));
        let segments = &mut draft.tracks[track].segments;
        let place = segments.partition_point(|other| other.start <= self.segment.start);
        segments.insert(place, Segment::clone(&self.segment));
        Ok(())
    }
}
