//! Move words on the timeline.

use crate::draft::{Draft, Kind, Millis, SegmentId};

use super::Misfit;
use super::add_text::put;
use super::lookup::locate;

/// Words to other times, all at once, so that they can take each other's places.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveTexts {
    /// Which ones, from when and for how long.
    pub times: Vec<(SegmentId, Millis, Millis)>,
}

impl MoveTexts {
    /// Moves them.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let mut moved = Vec::new();
        for (id, start, duration) in &self.times {
            let (track, place) = locate(draft, id)?;
            if draft.tracks[track].kind != Kind::Text {
                return Err(Misfit::NoSegment(id.clone()));
            }
            if duration.is_zero() {
                return Err(Misfit::NoLength);
            }
            let mut segment = draft.tracks[track].segments.remove(place);
            (segment.start, segment.duration) = (*start, *duration);
            moved.push(segment);
        }
        moved.sort_by_key(|segment| segment.start);
        moved.into_iter().for_each(|segment| put(draft, segment));
        draft.tracks.retain(|track| track.kind != Kind::Text || !track.segments.is_empty());
        Ok(())
    }
}
