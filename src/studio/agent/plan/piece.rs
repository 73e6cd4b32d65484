//! What a piece of film is: a still, which lasts as long as one likes, or footage, which does not.

use crate::api::wire::{FileType, MediaKind};
pub use crate::draft::STILL;
use crate::draft::{Fx, Millis, Segment, SegmentId};
use crate::studio::media::Media;

/// No piece is made shorter: a tenth of a second is three frames.
pub const LEAST: Millis = Millis(100);

/// Whether a file is a still. A GIF that moves repeats, so it lasts as long as one likes too.
pub fn is_still_file(media: &Media) -> bool {
    media.kind == MediaKind::Image
}

/// How long footage is; `None` for stills and where nobody could tell.
pub fn footage(media: &Media) -> Option<Millis> {
    if is_still_file(media) { None } else { media.duration.filter(|length| !length.is_zero()) }
}

/// Whether a segment shows a still, or one picture of footage.
pub fn is_still(segment: &Segment, media: &[Media]) -> bool {
    if segment.generated.as_ref().is_some_and(|made| made.colours().is_some()) {
        return true;
    }
    let Some(source) = &segment.source else { return false };
    if segment.effects.iter().any(Fx::is_freeze) {
        return true;
    }
    match media.iter().find(|media| media.name == *source) {
        Some(media) => is_still_file(media),
        None => FileType::of_name(source).is_some_and(|known| known.kind() == MediaKind::Image),
    }
}

/// How long a segment can be from its in point; `None` where nothing limits it.
pub fn longest(segment: &Segment, media: &[Media]) -> Option<Millis> {
    if segment.effects.iter().any(Fx::is_freeze) {
        return None;
    }
    let source = media.iter().find(|media| Some(&media.name) == segment.source.as_ref())?;
    let length = footage(source)?;
    let rest = if segment.reversed { segment.source_in } else { length - segment.source_in };
    Some(Millis::from_secs_rounded(rest.as_secs_f64() / segment.speed))
}

/// A segment that shows a file from its beginning.
pub fn segment_of(media: &Media, id: SegmentId, duration: Millis) -> Segment {
    let mut segment = Segment::new(id, Millis::ZERO, duration);
    segment.source = Some(media.name.clone());
    segment
}
