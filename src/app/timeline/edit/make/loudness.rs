//! How loud a clip is made: by steps, and muted, which is taken back to what it was.

use crate::draft::{Draft, Kind, Segment, Track};
use crate::language::edit::Edit;

use super::{Made, Meant, Refusal};

/// The step of loudness, in percent.
const STEP: u32 = 5;

impl Meant<'_> {
    pub(super) fn louder(&self) -> Result<Made, Refusal> {
        self.volume(|percent| percent.saturating_add(STEP).min(100))
    }

    pub(super) fn quieter(&self) -> Result<Made, Refusal> {
        self.volume(|percent| percent.saturating_sub(STEP))
    }

    pub(super) fn mute(&self) -> Result<Made, Refusal> {
        self.volume(|percent| if percent == 0 { self.before_muted() } else { 0 })
    }

    fn volume(&self, change: impl Fn(u32) -> u32) -> Result<Made, Refusal> {
        if !matches!(self.track.kind, Kind::Video | Kind::Audio) {
            return Err(Refusal::Silent);
        }
        if self.is_one() && self.is_picture() {
            return Err(Refusal::Still);
        }
        let is = percent(self.segment, self.track);
        let so_far = match self.pending {
            Some(Edit::Volume { clip, percent }) if *clip == self.clip => *percent,
            _ => is,
        };
        let percent = change(so_far);
        if percent == so_far {
            return Err(Refusal::LoudnessEnd);
        }
        let edit = self.all(Edit::Volume { clip: self.clip.clone(), percent });
        Ok(if percent == is && self.is_one() { Made::Back } else { Made::Nudge(edit) })
    }

    /// Whether the clip shows a picture, as far as its file is known.
    fn is_picture(&self) -> bool {
        let name = self.segment.source.as_ref();
        let mut items = self.state.media.items.iter();
        items.any(|item| Some(&item.filename) == name && item.file_type == "image")
    }

    /// How loud the clip was when it was last heard, in the drafts that are kept; as recorded where none has it.
    fn before_muted(&self) -> u32 {
        let drafts = self.state.history.newest_first();
        drafts.map(|draft| self.heard_in(draft)).find_map(|heard| heard).unwrap_or(100)
    }

    fn heard_in(&self, draft: &Draft) -> Option<u32> {
        let is_same =
            |other: &&Segment| other.id == self.segment.id && other.source == self.segment.source;
        let same = |track: &Track| {
            track.segments.iter().find(is_same).map(|segment| percent(segment, track))
        };
        let tracks = draft.tracks.iter().filter(|track| track.kind == self.track.kind);
        tracks.filter_map(same).find(|percent| *percent > 0)
    }
}

/// In whole percent, as it is said.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to the range just before"
)]
fn percent(segment: &Segment, track: &Track) -> u32 {
    let volume = segment.volume.or(track.volume).unwrap_or(1.0);
    (volume * 100.0).round().clamp(0.0, 1000.0) as u32
}
