//! Change words on the picture.

use crate::draft::{Draft, Kind, Millis, SegmentId, TextPlace};

use super::Misfit;
use super::add_text::put;
use super::lookup::locate;

/// What words say, where and when they stand; they change tracks if they must.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeText {
    /// Which ones.
    pub id: SegmentId,
    /// What they say then.
    pub words: String,
    /// Where on the picture.
    pub place: TextPlace,
    /// From when.
    pub start: Millis,
    /// For how long.
    pub duration: Millis,
}

impl ChangeText {
    /// Changes them.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        let (track, place) = locate(draft, &self.id)?;
        if draft.tracks[track].kind != Kind::Text {
            return Err(Misfit::NoSegment(self.id.clone()));
        }
        if self.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let segment = &mut draft.tracks[track].segments[place];
        segment.text = Some(self.words.clone());
        segment.text_style.place = self.place;
        if (segment.start, segment.duration) != (self.start, self.duration) {
            let mut moved = draft.tracks[track].segments.remove(place);
            (moved.start, moved.duration) = (self.start, self.duration);
            put(draft, moved);
            if draft.tracks[track].segments.is_empty() {
                draft.tracks.remove(track);
            }
        }
        Ok(())
    }
}
