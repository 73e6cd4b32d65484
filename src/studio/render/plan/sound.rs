//! What sounds when: the sound of clips, sound files, and music made on the spot.

use std::sync::Arc;

use crate::draft::{Draft, FrameRate, Frames, Fx, Generated, Kind, Millis, Segment, Track};
use crate::studio::music::Brief;
use crate::studio::render::footage::{Footage, Library};

use super::flatten::frames_of;
use super::shots::sane_speed;
use super::{Cue, Curve, Fade, Samples, Voice};

/// A sound that begins or ends in the middle of a wave clicks; this much of a fade does not.
const DECLICK: Samples = Samples(240);

/// Louder than this is a mistake in the draft, and hurts.
const MOST_GAIN: f64 = 8.0;

/// Every cue of a film, track by track.
pub(super) fn cues(draft: &Draft, library: &Library, length: Frames) -> Vec<Cue> {
    let film = Samples::nearest_to(length, draft.canvas.rate);
    let tracks = draft.tracks.iter().filter(|track| sounds(track.kind));
    let cues = tracks.flat_map(|track| track_cues(track, draft.canvas.rate, library));
    cues.filter(|cue| cue.start < film).map(|cue| within(cue, film)).collect()
}

fn sounds(kind: Kind) -> bool {
    matches!(kind, Kind::Video | Kind::Audio)
}

fn within(mut cue: Cue, film: Samples) -> Cue {
    cue.length = cue.length.min(film - cue.start);
    cue
}

/// A segment that sounds, with the samples that it covers.
struct Placed<'a> {
    segment: &'a Segment,
    voice: Voice,
    start: Samples,
    end: Samples,
}

fn track_cues(track: &Track, rate: FrameRate, library: &Library) -> Vec<Cue> {
    let place = |segment| placed(segment, rate, library);
    let mut all: Vec<Placed<'_>> = track.segments.iter().filter_map(place).collect();
    all.sort_by_key(|placed| placed.start);
    let before = |index: usize| index.checked_sub(1).and_then(|index| all.get(index));
    let cue = |(index, placed)| cue(track, placed, before(index), all.get(index + 1));
    all.iter().enumerate().filter_map(cue).collect()
}

fn placed<'a>(segment: &'a Segment, rate: FrameRate, library: &Library) -> Option<Placed<'a>> {
    let (start, end) = frames_of(segment, rate)?;
    let at = |frame| Samples::nearest_to(Frames(frame), rate);
    let voice = voice(segment, library)?;
    Some(Placed { segment, voice, start: at(start), end: at(end) })
}

fn voice(segment: &Segment, library: &Library) -> Option<Voice> {
    if let Some(Generated::Music { mood, seed, tempo, .. }) = segment.generated {
        return Some(Voice::Music(Brief { mood, seed, tempo, length: segment.piece_length() }));
    }
    if segment.effects.iter().any(Fx::is_freeze) {
        return None;
    }
    let footage = library.footage(segment)?;
    footage.sound.is_some().then_some(Voice::Footage(footage))
}

fn cue(
    track: &Track,
    placed: &Placed<'_>,
    before: Option<&Placed<'_>>,
    after: Option<&Placed<'_>>,
) -> Option<Cue> {
    let segment = placed.segment;
    let gain = segment.volume.unwrap_or(1.0) * track.volume.unwrap_or(1.0);
    let crossing = after.filter(|after| after.start == placed.end).map_or(Samples(0), crossing_of);
    let asked = placed.end - placed.start;
    let length = (asked + crossing).min(available(placed));
    let cue = Cue {
        voice: placed.voice.clone(),
        source_in: segment.source_in,
        speed: sane_speed(segment.speed),
        reversed: segment.reversed && matches!(placed.voice, Voice::Footage(_)),
        start: placed.start,
        length,
        ducking: segment.ducking,
        gain: if gain.is_finite() { gain.clamp(0.0, MOST_GAIN) } else { 1.0 },
        fade_in: rise(placed, before),
        fade_out: fall(placed, after, length - asked),
    };
    (cue.gain > 0.0 && cue.length.0 > 0).then_some(cue)
}

/// How long a segment takes over from the one before it.
fn crossing_of(placed: &Placed<'_>) -> Samples {
    let asked = placed.segment.transition.as_ref().map(|transition| transition.duration);
    Samples::of(asked.unwrap_or_default()).min(placed.end - placed.start)
}

/// How much sound there is from the in point on.
fn available(placed: &Placed<'_>) -> Samples {
    let Voice::Footage(footage) = &placed.voice else {
        return placed.end - placed.start;
    };
    // What runs backwards ends where its source begins.
    if placed.segment.reversed {
        return stretched(placed.segment.source_in, placed.segment.speed);
    }
    match footage.sound.and_then(|sound| sound.duration) {
        Some(duration) => stretched(duration - placed.segment.source_in, placed.segment.speed),
        None => Samples(u64::MAX),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative")]
fn stretched(time: Millis, speed: f64) -> Samples {
    Samples((Samples::of(time).0 as f64 / sane_speed(speed)).round() as u64)
}

fn rise(placed: &Placed<'_>, before: Option<&Placed<'_>>) -> Fade {
    let touching = before.filter(|before| before.end == placed.start);
    let crossing = touching.map_or(Samples(0), |_| crossing_of(placed));
    if crossing.0 > 0 {
        return Fade { length: crossing, curve: Curve::Crossing };
    }
    let declick =
        if touching.is_some_and(|before| goes_on(before, placed)) { Samples(0) } else { DECLICK };
    Fade { length: Samples::of(placed.segment.fade_in).max(declick), curve: Curve::Linear }
}

fn fall(placed: &Placed<'_>, after: Option<&Placed<'_>>, tail: Samples) -> Fade {
    if tail.0 > 0 {
        return Fade { length: tail, curve: Curve::Crossing };
    }
    let touching = after.filter(|after| after.start == placed.end);
    let declick =
        if touching.is_some_and(|after| goes_on(placed, after)) { Samples(0) } else { DECLICK };
    Fade { length: Samples::of(placed.segment.fade_out).max(declick), curve: Curve::Linear }
}

/// Whether the second plays on where the first stops, as the halves of a split clip do.
fn goes_on(first: &Placed<'_>, second: &Placed<'_>) -> bool {
    let (one, other) = (first.segment, second.segment);
    let same = match (&first.voice, &second.voice) {
        (Voice::Footage(one), Voice::Footage(other)) => Arc::<Footage>::ptr_eq(one, other),
        (Voice::Music(one), Voice::Music(other)) => one == other,
        _ => false,
    };
    let is_same_speed = (one.speed - other.speed).abs() < f64::EPSILON;
    let is_same_way = one.reversed == other.reversed;
    let out_point = one.source_out();
    same && is_same_speed && is_same_way && out_point.abs_diff(other.source_in) <= Millis(1)
}
