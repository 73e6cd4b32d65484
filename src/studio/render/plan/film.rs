//! A draft and its sources, resolved.

use crate::draft::{Canvas, Draft, Frames, Kind, Millis, Track};
use crate::studio::render::Warning;
use crate::studio::render::footage::{Library, source_name};

use super::RenderPlan;
use super::captions::captions;
use super::see_through::laid_over;
use super::shots::shots;
use super::sound::cues;

/// Resolves a draft; none when there is nothing to see or hear for as long as a frame.
///
/// Tracks of unknown kinds count for nothing, not even for the length.
pub(in crate::studio::render) fn plan(draft: &Draft, library: &Library) -> Option<RenderPlan> {
    let draft = &*laid_over(draft, library);
    let known = || draft.tracks.iter().filter(|track| is_known(track.kind));
    let end = known().map(Track::end).max().unwrap_or_default();
    let length = draft.canvas.rate.frames_nearest(end);
    if length == Frames(0) || known().all(|track| track.segments.is_empty()) {
        return None;
    }
    Some(RenderPlan {
        canvas: even(draft.canvas),
        length,
        shots: shots(draft, library, length),
        captions: captions(draft, library, length),
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

/// Each source once that something on the timeline wants and that cannot be read.
fn missing(draft: &Draft, library: &Library) -> Vec<Warning> {
    let mut found: Vec<Warning> = Vec::new();
    for (track, segment) in draft.segments() {
        let kind = draft.tracks[track].kind;
        let is_wanted = matches!(kind, Kind::Video | Kind::Audio)
            && segment.generated.is_none()
            && segment.duration > Millis::ZERO;
        if !is_wanted || library.footage(segment).is_some() {
            continue;
        }
        let name = source_name(segment).or(segment.name.as_deref()).unwrap_or_default();
        let warning = Warning::MissingSource(name.to_owned());
        if !found.contains(&warning) {
            found.push(warning);
        }
    }
    found
}
