//! Take the sound of a piece to a track of its own.

use super::Misfit;
use super::lookup::{check_free, is_clips_sound, locate, new_track};
use crate::draft::{Draft, Kind, Segment, SegmentId, Track};

/// The same sound at the same time, as a piece of its own; the picture is silent then.
#[derive(Debug, Clone, PartialEq)]
pub struct Detach {
    /// Whose sound.
    pub id: SegmentId,
    /// The name of the sound.
    pub fresh: SegmentId,
}

impl Detach {
    /// Takes it off.
    pub fn apply(&self, draft: &mut Draft) -> Result<(), Misfit> {
        check_free(draft, &self.fresh)?;
        let (track, place) = locate(draft, &self.id)?;
        if draft.tracks[track].kind != Kind::Video {
            return Err(Misfit::NoSegment(self.id.clone()));
        }
        let piece = &mut draft.tracks[track].segments[place];
        let mut sound = Segment::new(self.fresh.clone(), piece.start, piece.duration);
        sound.source.clone_from(&piece.source);
        sound.source_in = piece.source_in;
        (sound.speed, sound.reversed) = (piece.speed, piece.reversed);
        sound.volume = piece.volume.filter(|volume| *volume > 0.0);
        (sound.fade_in, sound.fade_out) = (piece.fade_in, piece.fade_out);
        piece.volume = Some(0.0);
        put(draft, sound);
        Ok(())
    }
}

/// Never among the music, which is changed and replaced as a whole.
fn put(draft: &mut Draft, sound: Segment) {
    let apart = |other: &Segment| other.end() <= sound.start || sound.end() <= other.start;
    let fits = |track: &Track| {
        track.kind == Kind::Audio
            && track.segments.iter().all(|other| is_clips_sound(other) && apart(other))
    };
    let track = draft.tracks.iter().position(fits);
    let track = track.unwrap_or_else(|| new_track(draft, Kind::Audio));
    let segments = &mut draft.tracks[track].segments;
    let place = segments.partition_point(|other| other.start <= sound.start);
    segments.insert(place, sound);
}
