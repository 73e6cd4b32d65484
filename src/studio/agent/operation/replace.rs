//! Another source in a piece of the main track.

use crate::draft::{Draft, Fx, Kind, Millis, SegmentId};

use super::Misfit;
use super::lookup::locate;
use super::ripple::{gaps, lay};

/// Another file in a piece's place: shown forwards from its beginning at its own speed, with the looks, fades and
/// transition that the piece has. The track ripples where it is shorter.
#[derive(Debug, Clone, PartialEq)]
pub struct Replace {
    /// Which piece.
    pub id: SegmentId,
    /// The file it shows from now on.
    pub source: String,
    /// How long it lasts.
    pub duration: Millis,
}

impl Replace {
    /// Puts the file in.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let (track, place) = locate(draft, &self.id)?;
        if draft.tracks[track].kind != Kind::Video {
            return Err(Misfit::NoSegment(self.id.clone()));
        }
        if self.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let segments = &mut draft.tracks[track].segments;
        let gaps = gaps(segments);
        let segment = &mut segments[place];
        segment.source = Some(self.source.clone());
        segment.source_in = Millis::ZERO;
        segment.duration = self.duration;
        (segment.speed, segment.reversed) = (1.0, false);
        segment.effects.retain(|effect| !Fx::is_freeze(effect));
        lay(segments, &gaps);
        Ok(())
    }
}
