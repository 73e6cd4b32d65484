//! Split one segment.

use super::Misfit;
use super::lookup::{check_free, locate};
use crate::draft::{Draft, Millis, SegmentId};

/// One segment becomes two that follow each other and show, together, what it showed. The first keeps
/// its name, its transition and its rise, the second has its fall.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// Which segment.
    pub id: SegmentId,
    /// At which moment of the film.
    pub at: Millis,
    /// Whether its source has moments; a still shows the same throughout.
    pub moves: bool,
    /// The second one's name.
    pub fresh: SegmentId,
}

impl Split {
    /// Splits it.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.fresh)?;
        let (track, place) = locate(draft, &self.id)?;
        let left = &mut draft.tracks[track].segments[place];
        if self.at <= left.start || left.end() <= self.at {
            return Err(Misfit::Outside);
        }
        let mut right = left.clone();
        let piece = left.piece_length();
        let skipped = self.at - left.start;
        left.duration = skipped;
        left.fade_out = Millis::ZERO;
        right.id = self.fresh.clone();
        right.start = self.at;
        right.duration = right.duration - skipped;
        right.fade_in = Millis::ZERO;
        right.transition = None;
        if self.moves {
            right.source_in = right.source_after(skipped);
        }
        left.keep_piece(piece);
        right.keep_piece(piece);
        draft.tracks[track].segments.insert(place + 1, right);
        Ok(())
    }
}
