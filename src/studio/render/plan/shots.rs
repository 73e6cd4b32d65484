//! From what is seen when to shots with their crossings and fades.

use crate::draft::{Draft, FrameRate, Frames, Millis, Segment};
use crate::studio::render::footage::{Footage, Library, Motion, source_name};

use super::flatten::{Layer, Span, flatten};
use super::handover::{Placed, uncover};
use super::see_through::video_tracks;
use super::{Content, Crossing, Shot, Take};

/// The picture of a film: shots that follow each other without a gap.
pub(super) fn shots(
    draft: &Draft,
    library: &Library,
    placed: &[Placed<'_>],
    length: Frames,
) -> Vec<Shot> {
    let rate = draft.canvas.rate;
    let spans = flatten(video_tracks(draft), library, rate, length.0);
    let mut shots: Vec<Shot> = spans.iter().map(|span| shot(span, rate, library)).collect();
    uncover(&mut shots, &spans, placed, rate);
    hold_under_crossings(&mut shots);
    shots
}

fn shot(span: &Span<'_>, rate: FrameRate, library: &Library) -> Shot {
    let length = span.end - span.start;
    let frames = |time| rate.frames_nearest(time).0.min(length);
    let begins = span.layer.filter(|layer| layer.start == span.start).map(|layer| layer.segment);
    let ends = span.layer.filter(|layer| layer.end == span.end).map(|layer| layer.segment);
    Shot {
        start: Frames(span.start),
        length: Frames(length),
        tail: Frames(0),
        crossing: begins.filter(|_| span.start > 0).and_then(|segment| crossing(segment, &frames)),
        content: span.layer.map_or(Content::Black, |layer| content(&layer, span, rate, library)),
        fade_in: Frames(begins.map_or(0, |segment| frames(segment.fade_in))),
        fade_out: Frames(ends.map_or(0, |segment| frames(segment.fade_out))),
    }
}

/// The first shot of a film has nothing to take over from; nor does a crossing of no frames.
pub(super) fn crossing(segment: &Segment, frames: &impl Fn(Millis) -> u64) -> Option<Crossing> {
    let transition = segment.transition.as_ref()?;
    let length = Frames(frames(transition.duration));
    (length.0 > 0).then(|| Crossing { kind: transition.kind.clone(), length })
}

/// Every shot runs on for as long as the next one's crossing takes.
fn hold_under_crossings(shots: &mut [Shot]) {
    for next in 1..shots.len() {
        let crossing = shots[next].crossing.as_ref();
        let tail = crossing.map(|crossing| crossing.length).unwrap_or_default();
        shots[next - 1].tail = tail;
        if let Content::Take(take) = &mut shots[next - 1].content {
            take.whole.0 += tail.0;
        }
    }
}

fn content(layer: &Layer<'_>, span: &Span<'_>, rate: FrameRate, library: &Library) -> Content {
    let segment = layer.segment;
    let Some(footage) = library.footage(segment) else {
        let name = source_name(segment).or(segment.name.as_deref()).unwrap_or_default();
        return Content::Placeholder(name.to_owned());
    };
    if footage.picture.is_none() {
        return Content::Black;
    }
    let source_in = match segment.reversed {
        true => segment.source_in,
        false => in_point(segment.source_in, &footage, rate),
    };
    Content::Take(Take {
        footage,
        source_in,
        skip: Frames(span.start - layer.start),
        whole: Frames(layer.end - layer.start),
        speed: sane_speed(segment.speed),
        reversed: segment.reversed,
        fit: segment.fit,
        effects: segment.effects.clone(),
    })
}

/// An in point past the end of a clip shows its last frame.
fn in_point(wanted: Millis, footage: &Footage, rate: FrameRate) -> Millis {
    match footage.picture.map(|picture| picture.motion) {
        Some(Motion::Clip { duration: Some(duration) }) => {
            wanted.min(duration - rate.millis_nearest(Frames(2)))
        }
        _ => wanted,
    }
}

/// What a draft may ask for beyond this is neither watched nor heard.
pub(super) fn sane_speed(speed: f64) -> f64 {
    if speed.is_finite() { speed.clamp(0.05, 100.0) } else { 1.0 }
}
