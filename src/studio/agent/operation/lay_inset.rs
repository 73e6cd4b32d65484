//! Lay something over the picture.

use crate::draft::{Draft, Kind, Segment, Track};

use super::Misfit;
use super::lookup::{check_free, new_track};

/// A new piece over the picture, on the first track of such that has room for it then.
#[derive(Debug, Clone, PartialEq)]
pub struct LayInset {
    /// The piece, complete.
    pub segment: Box<Segment>,
}

impl LayInset {
    /// Lays it.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.segment.id)?;
        if self.segment.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let main = draft.tracks.iter().position(|track| track.kind == Kind::Video);
        let apart = |other: &Segment| {
            other.inset.is_some()
                && (other.end() <= self.segment.start || self.segment.end() <= other.start)
        };
        let fits = |(number, track): (usize, &Track)| {
            track.kind == Kind::Video && Some(number) != main && track.segments.iter().all(apart)
        };
        let track = draft.tracks.iter().enumerate().position(fits);
        let track = track.unwrap_or_else(|| new_track(draft, Kind::Video));
        let segments = &mut draft.tracks[track].segments;
        let place = segments.partition_point(|other| other.start <= self.segment.start);
        segments.insert(place, Segment::clone(&self.segment));
        Ok(())
    }
}
