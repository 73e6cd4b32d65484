//! Put a segment elsewhere on its track.

use super::Misfit;
use super::lookup::locate;
use crate::draft::{Draft, Millis, SegmentId};

/// Place, length and in point of one segment; nothing else moves, so there has to be room.
#[derive(Debug, Clone, PartialEq)]
pub struct Reposition {
    /// Which segment.
    pub id: SegmentId,
    /// When it begins then.
    pub start: Millis,
    /// How long it lasts then.
    pub duration: Millis,
    /// Its first moment used of the source.
    pub source_in: Millis,
    /// Whether music made here stays the piece that it is; else it is made to end with its new length.
    pub keeps_piece: bool,
}

impl Reposition {
    /// Puts it there.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        if self.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let (track, place) = locate(draft, &self.id)?;
        let segments = &mut draft.tracks[track].segments;
        let mut moved = segments.remove(place);
        let piece = moved.piece_length();
        (moved.start, moved.duration) = (self.start, self.duration);
        moved.source_in = self.source_in;
        if self.keeps_piece {
            moved.keep_piece(piece);
        } else {
            moved.keep_piece(Millis::ZERO);
        }
        let is_in_the_way =
            segments.iter().any(|other| other.start < moved.end() && moved.start < other.end());
        if is_in_the_way {
            return Err(Misfit::Overlap);
        }
        let place = segments.partition_point(|other| other.start <= moved.start);
        segments.insert(place, moved);
        Ok(())
    }
}
