//! Finding tracks and segments, and making tracks where they belong.

use rustc_hash::FxHashMap;

use crate::api::wire::{FileType, MediaKind};
use crate::draft::{Draft, Generated, Kind, Segment, SegmentId, Track};

use super::Misfit;

/// The track that the film is made of: the first that holds pictures.
pub fn main_video(draft: &Draft) -> &[Segment] {
    draft.track(Kind::Video).map_or(&[], |track| &track.segments)
}

/// Everything that counts as music: what lies on the first sound track and is not the sound of a clip,
/// and whatever was made here.
pub fn music(draft: &Draft) -> Vec<&Segment> {
    let first = draft.tracks.iter().position(|track| track.kind == Kind::Audio);
    let is_music = |(track, segment): &(usize, &Segment)| {
        (Some(*track) == first && !is_clips_sound(segment))
            || matches!(segment.generated, Some(Generated::Music { .. }))
    };
    draft.segments().filter(is_music).map(|(_, segment)| segment).collect()
}

/// Whether it is the sound of footage, taken off it.
pub fn is_clips_sound(segment: &Segment) -> bool {
    let source = segment.source.as_deref().and_then(FileType::of_name);
    source.is_some_and(|file_type| file_type.kind() == MediaKind::Video)
}

/// The segment of an id.
pub fn segment<'a>(draft: &'a Draft, id: &SegmentId) -> Option<&'a Segment> {
    draft.segments().find(|(_, segment)| segment.id == *id).map(|(_, segment)| segment)
}

/// Where a segment lies: its track and its place there.
pub fn locate(draft: &Draft, id: &SegmentId) -> Result<(usize, usize), Misfit> {
    let find = |(number, track): (usize, &Track)| {
        track.segments.iter().position(|segment| segment.id == *id).map(|place| (number, place))
    };
    draft.tracks.iter().enumerate().find_map(find).ok_or_else(|| Misfit::NoSegment(id.clone()))
}

/// Where every segment lies: for operations that name many.
pub fn places(draft: &Draft) -> FxHashMap<SegmentId, (usize, usize)> {
    let of_track = |(number, track): (usize, &Track)| {
        let place =
            move |(place, segment): (usize, &Segment)| (segment.id.clone(), (number, place));
        // The first of two with one name, as `locate` has it.
        track.segments.iter().enumerate().rev().map(place).collect::<Vec<_>>()
    };
    draft.tracks.iter().enumerate().rev().flat_map(of_track).collect()
}

/// Makes sure that no segment has an id yet.
pub fn check_free(draft: &Draft, id: &SegmentId) -> Result<(), Misfit> {
    match segment(draft, id) {
        Some(_) => Err(Misfit::IdTaken(id.clone())),
        None => Ok(()),
    }
}

/// The first track of a kind, made where there is none: pictures before sound before words.
pub fn track_of(draft: &mut Draft, kind: Kind) -> usize {
    match draft.tracks.iter().position(|track| track.kind == kind) {
        Some(track) => track,
        None => new_track(draft, kind),
    }
}

/// Another track of a kind, after those there are.
pub fn new_track(draft: &mut Draft, kind: Kind) -> usize {
    let later = draft.tracks.iter().position(|track| rank(track.kind) > rank(kind));
    let place = later.unwrap_or(draft.tracks.len());
    draft.tracks.insert(place, Track::new(kind));
    place
}

fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Video => 0,
        Kind::Audio => 1,
        Kind::Text => 2,
        Kind::Other(_) => 3,
    }
}
