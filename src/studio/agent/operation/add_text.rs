//! Put words on the picture.

use crate::draft::{Draft, Kind, Millis, Segment, SegmentId, TextPlace, TextStyle, Track};

use super::Misfit;
use super::lookup::{check_free, new_track};

/// New words, on the first text track that has room for them then.
#[derive(Debug, Clone, PartialEq)]
pub struct AddText {
    /// The new segment's name.
    pub id: SegmentId,
    /// What it says.
    pub words: String,
    /// Where on the picture.
    pub place: TextPlace,
    /// From when.
    pub start: Millis,
    /// For how long.
    pub duration: Millis,
}

impl AddText {
    /// Adds them.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.id)?;
        if self.duration.is_zero() {
            return Err(Misfit::NoLength);
        }
        let mut segment = Segment::new(self.id.clone(), self.start, self.duration);
        segment.text = Some(self.words.clone());
        segment.text_style = TextStyle::at(self.place);
        put(draft, segment);
        Ok(())
    }
}

/// Puts a text segment where there is room, on a new track if there is none.
pub fn put(draft: &mut Draft, segment: Segment) {
    let has_room = |track: &Track| {
        track.kind == Kind::Text
            && track
                .segments
                .iter()
                .all(|other| other.end() <= segment.start || segment.end() <= other.start)
    };
    let track = draft.tracks.iter().position(has_room);
    let track = track.unwrap_or_else(|| new_track(draft, Kind::Text));
    let segments = &mut draft.tracks[track].segments;
    let place = segments.partition_point(|other| other.start <= segment.start);
    segments.insert(place, segment);
}
