//! A draft and its sources, resolved.

use crate::draft::{Canvas, Draft, Frames, Kind, Millis, Segment, Track};
use crate::studio::render::Warning;
use crate::studio::render::footage::{Library, source_name};

use super::RenderPlan;
use super::captions::captions;
use super::handover::placed;
use super::shots::shots;
use super::sound::cues;

/// Resolves a draft; none when there is nothing to see or hear for as long as a frame.
///
/// Tracks of unknown kinds count for nothing, not even for the length.
pub(in crate::studio::render) fn plan(draft: &Draft, library: &Library) -> Option<RenderPlan> {
    let known = || draft.tracks.iter().filter(|track| is_known(track.kind));
    let end = known().map(Track::end).max().unwrap_or_default();
    let length = draft.canvas.rate.frames_nearest(end);
    if length == Frames(0) || known().all(|track| track.segments.is_empty()) {
        return None;
    }
    let placed = placed(draft, library);
    Some(RenderPlan {
        canvas: even(draft.canvas),
        length,
        shots: shots(draft, library, &placed, length),
        captions: captions(draft, library, &placed, length),
        cues: cues(draft, library, length),
        loudness: draft.loudness.filter(|target| target.is_finite()).map(sane_loudness),
        warnings: missing(draft, library),
    })
}

/// Louder than this nothing is left of the quiet, quieter is a mistake in the draft.
fn sane_loudness(target: f64) -> f64 {
    target.clamp(-40.0, -5.0)
}

fn is_known(kind: Kind) -> bool {
    matches!(kind, Kind::Video | Kind::Audio | Kind::Text)
}

/// Colour is stored for two by two pixels, so odd sizes lose a line.
fn even(canvas: Canvas) -> Canvas {
    let even = |length: u32| (length & !1).max(2);
    Canvas { width: even(canvas.width), height: even(canvas.height), rate: canvas.rate }
}

/// What is to be said of each source, once: that it cannot be read, or not as it is.
fn missing(draft: &Draft, library: &Library) -> Vec<Warning> {
    let mut found: Vec<Warning> = Vec::new();
    for (track, segment) in draft.segments() {
        let kind = draft.tracks[track].kind;
        let is_wanted = matches!(kind, Kind::Video | Kind::Audio)
            && segment.generated.is_none()
            && segment.duration > Millis::ZERO;
        let warning = if is_wanted { lacking(kind, segment, library) } else { None };
        found.extend(warning.filter(|warning| !found.contains(warning)));
    }
    found
}

fn lacking(kind: Kind, segment: &Segment, library: &Library) -> Option<Warning> {
    let name = source_name(segment).or(segment.name.as_deref()).unwrap_or_default();
    let Some(footage) = library.footage(segment) else {
        let is_heard = kind == Kind::Audio && !name.is_empty();
        let name = name.to_owned();
        return Some(if is_heard { Warning::Silenced(name) } else { Warning::MissingSource(name) });
    };
    let is_unmapped = footage.picture.is_some_and(|picture| picture.is_unmapped);
    if library.is_silenced(name) {
        return Some(Warning::Silenced(name.to_owned()));
    }
    (is_unmapped && kind == Kind::Video).then(|| Warning::Unmapped(name.to_owned()))
}
