//! One step's part in one side of the film, taken back from the film as it is now.
//!
//! Three films tell what to do: before the step, after it, and now. What the step brought goes, what it
//! took comes back, and what it made otherwise is as it was, unless something has changed it since. All
//! else stays. What merely followed the pictures (words that moved along, music that ended earlier) is no
//! step of that side.

use super::plan::film_length;
use super::request::Aspect;
use crate::draft::{Draft, Kind, Millis, Segment, Track};

/// Whether a step was about this side of the film, and not only about the pictures that it follows.
pub fn is_about(aspect: Aspect, was: &Draft, then: &Draft) -> bool {
    let same_pieces = places(was) == places(then);
    match aspect {
        Aspect::Words => is_about_tracks(Kind::Text, was, then, same_pieces),
        Aspect::Sound => is_about_tracks(Kind::Audio, was, then, same_pieces),
        Aspect::Canvas => was.canvas != then.canvas,
        Aspect::Pieces => !same_pieces,
        Aspect::Looks => pairs(was, then).any(|(was, then)| was.effects != then.effects),
        Aspect::Transitions => pairs(was, then).any(|(was, then)| {
            let kind = |piece: &Segment| piece.transition.as_ref().map(|found| found.kind.clone());
            let is_new = kind(then).is_some() && kind(was) != kind(then);
            is_new || (same_pieces && was.transition != then.transition)
        }),
    }
}

fn is_about_tracks(kind: Kind, was: &Draft, then: &Draft, same_pieces: bool) -> bool {
    let news = segments(then, kind).any(|now| match find(was, now) {
        None => true,
        Some(before) if same_pieces => before != now,
        Some(before) => what(before) != what(now),
    });
    news || (same_pieces && segments(was, kind).any(|before| find(then, before).is_none()))
}

/// A segment without what changes when the pictures under it do.
fn what(segment: &Segment) -> Segment {
    let (start, duration, fade_out) = (Millis::ZERO, Millis::ZERO, Millis::ZERO);
    Segment { start, duration, fade_out, ..segment.clone() }
}

fn places(draft: &Draft) -> Vec<(&str, Millis, Millis)> {
    let pieces = draft.track(Kind::Video).map_or(&[][..], |track| &track.segments);
    pieces.iter().map(|piece| (piece.id.as_str(), piece.start, piece.duration)).collect()
}

fn segments(draft: &Draft, kind: Kind) -> impl Iterator<Item = &Segment> {
    draft.tracks.iter().filter(move |track| track.kind == kind).flat_map(|track| &track.segments)
}

fn find<'a>(draft: &'a Draft, segment: &Segment) -> Option<&'a Segment> {
    draft.segments().find(|(_, other)| other.id == segment.id).map(|(_, found)| found)
}

/// Pieces that are there before and after.
fn pairs<'a>(was: &'a Draft, then: &'a Draft) -> impl Iterator<Item = (&'a Segment, &'a Segment)> {
    segments(was, Kind::Video).filter_map(|before| Some((before, find(then, before)?)))
}

/// The film as it is now without what a step did to one side of it.
pub fn without(aspect: Aspect, was: &Draft, then: &Draft, now: &Draft) -> Draft {
    let mut film = now.clone();
    match aspect {
        Aspect::Words => take_back(Kind::Text, was, then, &mut film),
        Aspect::Sound => take_back(Kind::Audio, was, then, &mut film),
        Aspect::Canvas => film.canvas = was.canvas,
        Aspect::Looks | Aspect::Transitions => {
            for piece in film.tracks.iter_mut().flat_map(|track| &mut track.segments) {
                let (Some(was), Some(then)) = (find(was, piece), find(then, piece)) else {
                    continue;
                };
                if aspect == Aspect::Looks && was.effects != then.effects {
                    piece.effects.clone_from(&was.effects);
                } else if aspect == Aspect::Transitions && was.transition != then.transition {
                    piece.transition.clone_from(&was.transition);
                }
            }
        }
        Aspect::Pieces => {}
    }
    film
}

fn take_back(kind: Kind, was: &Draft, then: &Draft, film: &mut Draft) {
    let length = film_length(film);
    for track in film.tracks.iter_mut().filter(|track| track.kind == kind) {
        track
            .segments
            .retain(|segment| find(then, segment).is_none() || find(was, segment).is_some());
        for segment in &mut track.segments {
            if let (Some(was), Some(then)) = (find(was, segment), find(then, segment)) {
                *segment = merged(was, then, segment);
            }
        }
        track.segments.sort_by_key(|segment| segment.start);
    }
    let gone = |before: &&Segment| find(then, before).is_none() && find(film, before).is_none();
    let back: Vec<Segment> = segments(was, kind).filter(gone).cloned().collect();
    for mut segment in back.into_iter().filter(|segment| segment.start < length) {
        segment.duration = segment.duration.min(length - segment.start);
        put(film, kind, segment);
    }
    film.tracks.retain(|track| track.kind != kind || !track.segments.is_empty());
}

/// What the step changed as it was before, where it is still as the step left it.
fn merged(was: &Segment, then: &Segment, now: &Segment) -> Segment {
    if now == then {
        return was.clone();
    }
    let mut merged = now.clone();
    macro_rules! fields {
        ($($field:ident),* $(,)?) => {
            $(if now.$field == then.$field {
                merged.$field = was.$field.clone();
            })*
        };
    }
    fields!(
        source, source_in, speed, reversed, name, text, text_style, volume, ducking, fade_in,
        fade_out, transition, fit, inset, effects, generated,
    );
    // The two belong together.
    if (now.start, now.duration) == (then.start, then.duration) {
        (merged.start, merged.duration) = (was.start, was.duration);
    }
    merged
}

/// On the first track of its kind with room then, else on a new one, which lies where such tracks do.
fn put(film: &mut Draft, kind: Kind, segment: Segment) {
    let has_room = |track: &&mut Track| {
        track.kind == kind
            && track
                .segments
                .iter()
                .all(|other| other.end() <= segment.start || segment.end() <= other.start)
    };
    if let Some(track) = film.tracks.iter_mut().find(has_room) {
        let place = track.segments.partition_point(|other| other.start <= segment.start);
        track.segments.insert(place, segment);
        return;
    }
    let rank = |kind: Kind| match kind {
        Kind::Video => 0,
        Kind::Audio => 1,
        Kind::Text => 2,
        Kind::Other(_) => 3,
    };
    let place = film.tracks.iter().position(|track| rank(track.kind) > rank(kind));
    let mut track = Track::new(kind);
    track.segments.push(segment);
    film.tracks.insert(place.unwrap_or(film.tracks.len()), track);
}
