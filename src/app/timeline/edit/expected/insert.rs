//! A file of the session between the clips of the main track, or into the one that lies there, which is parted;
//! sound beside what is heard then.

use crate::draft::{Draft, Kind, Millis, STILL, Segment, landing};

use super::change::{Files, Outcome, Work, fresh, main_of};

/// Lays the file; nothing where no lane of the screen could show it.
pub(super) fn insert(
    mut draft: Draft,
    name: &str,
    at: Millis,
    files: Files<'_>,
) -> Option<Outcome> {
    let item = files.named(name)?;
    let length = item.duration.filter(|length| *length > 0.0).map(Millis::from_secs_rounded);
    let mut laid = Segment::new(fresh(), at, length.unwrap_or(STILL));
    laid.source = Some(name.to_owned());
    let (track, place) = match item.file_type.as_str() {
        "image" | "video" => (main_of(&draft)?, lay_picture(&mut draft, laid, files)?),
        "audio" => lay_sound(&mut draft, laid)?,
        _ => return None,
    };
    Some(Outcome { draft, marked: vec![(track, place)], subject: None })
}

fn lay_picture(draft: &mut Draft, mut laid: Segment, files: Files<'_>) -> Option<usize> {
    let track = main_of(draft)?;
    laid.start = landing(draft, laid.start);
    let pieces = &draft.tracks[track].segments;
    if pieces.is_empty() || !pieces.is_sorted_by_key(|piece| piece.start) {
        return None;
    }
    let place = pieces.partition_point(|piece| piece.start < laid.start);
    if let Some(parted) = place.checked_sub(1)
        && pieces[parted].end() > laid.start
    {
        let mut work = Work::at(std::mem::take(draft), (track, parted), files);
        work.split(laid.start)?;
        *draft = work.draft;
    }
    let segments = &mut draft.tracks[track].segments;
    for later in &mut segments[place..] {
        later.start += laid.duration;
    }
    segments.insert(place, laid);
    Some(place)
}

/// Only as far as there are pictures, and on a track that has room for all of it.
fn lay_sound(draft: &mut Draft, mut laid: Segment) -> Option<(usize, usize)> {
    laid.duration = laid.duration.min(draft.duration() - laid.start);
    if laid.duration.is_zero() {
        return None;
    }
    let is_apart = |other: &Segment| other.end() <= laid.start || laid.end() <= other.start;
    let mut tracks = draft.tracks.iter_mut().enumerate();
    let (number, track) = tracks
        .find(|(_, track)| track.kind == Kind::Audio && track.segments.iter().all(is_apart))?;
    let place = track.segments.partition_point(|other| other.start <= laid.start);
    track.segments.insert(place, laid);
    Some((number, place))
}
