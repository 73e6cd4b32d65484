//! Take a segment off its track.

use super::Misfit;
use super::lookup::locate;
use crate::draft::{Draft, Kind, SegmentId};

/// A segment goes, and what follows it on its track moves up or stays (a lift). No other track
/// changes. A lane of sound or words that has become empty goes too.
#[derive(Debug, Clone, PartialEq)]
pub struct Leave {
    /// Which segment.
    pub id: SegmentId,
    /// Whether what follows moves up.
    pub closes: bool,
}

impl Leave {
    /// Takes it off.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let (track, place) = locate(draft, &self.id)?;
        let segments = &mut draft.tracks[track].segments;
        let gone = segments.remove(place);
        for later in segments.iter_mut().skip(place) {
            if self.closes && later.start >= gone.end() {
                later.start = later.start - gone.duration;
            } else if later.start == gone.end() {
                // Nothing is there any more that it could take over from.
                later.transition = None;
            }
        }
        if segments.is_empty() && draft.tracks[track].kind != Kind::Video {
            draft.tracks.remove(track);
        }
        Ok(())
    }
}
