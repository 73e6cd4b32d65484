//! Words over the picture, and other pictures over it, which lie below the words.

use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment, TextMove, TextStyle};

use super::cards::plate;
use super::flatten::frames_of;
use super::handover::Placed;
use super::shots::sane_speed;
use super::{Caption, Ended, Handover, Overlay};
use crate::studio::render::footage::{Library, source_name};

/// How long words take to come and to go where the draft does not say.
fn usual(motion: TextMove, words: &str) -> Millis {
    match motion {
        TextMove::Cut => Millis::ZERO,
        TextMove::Fade => Millis(200),
        TextMove::Up | TextMove::Down | TextMove::Left | TextMove::Right => Millis(450),
        TextMove::Pop => Millis(350),
        TextMove::Typewriter => Millis(60 * words.chars().count() as u64),
    }
}

/// Everything that lies over the picture and falls into the film, the uppermost last.
pub(super) fn captions(
    draft: &Draft,
    library: &Library,
    placed: &[Placed<'_>],
    length: Frames,
) -> Vec<Caption> {
    let rate = draft.canvas.rate;
    let of = |kind| draft.tracks.iter().filter(move |track| track.kind == kind);
    let pictures = placed.iter().flat_map(|placed| {
        let (parts, others) = match placed.lies_over {
            true => (overlay(placed, library, rate, length), None),
            false => (None, going(placed, library, rate, length)),
        };
        parts.into_iter().chain(others)
    });
    let words = of(Kind::Text).flat_map(|track| &track.segments);
    let words = words.filter_map(|segment| caption(segment, rate, length));
    let found = pictures.chain(words).enumerate();
    found.map(|(number, caption)| Caption { number, ..caption }).collect()
}

fn overlay(
    placed: &Placed<'_>,
    library: &Library,
    rate: FrameRate,
    film: Frames,
) -> Option<Caption> {
    let segment = placed.segment;
    let footage = library.footage(segment);
    if footage.as_ref().is_some_and(|footage| footage.picture.is_none()) {
        return None;
    }
    let name = || source_name(segment).or(segment.name.as_deref()).unwrap_or_default();
    let missing = footage.is_none().then(|| name().to_owned());
    let (start, end) = frames_of(segment, rate)?;
    let length = end.min(film.0).checked_sub(start).filter(|length| *length > 0)?;
    let fade = |said: Millis| Frames(rate.frames_nearest(said).0.min(length / 3));
    let style = segment.inset.filter(|_| missing.is_some()).map(|inset| plate(inset.place));
    let inset = laid(segment, placed.tail, library, rate).map(|overlay| Overlay {
        handover: placed
            .crossing(rate)
            .map(|crossing| Handover::From(crossing, ended(placed, library, rate))),
        ..overlay
    });
    Some(Caption {
        number: 0,
        words: String::new(),
        inset,
        style: style.unwrap_or(segment.text_style),
        missing,
        start: Frames(start),
        length: Frames(length),
        skip: Frames(0),
        fade_in: fade(segment.fade_in),
        fade_out: fade(segment.fade_out),
        whole: Frames(length),
    })
}

/// A segment as something that lies over the picture, held on for some frames.
fn laid(segment: &Segment, tail: Frames, library: &Library, rate: FrameRate) -> Option<Overlay> {
    let footage = library.footage(segment).filter(|footage| footage.picture.is_some())?;
    let (start, end) = frames_of(segment, rate)?;
    Some(Overlay {
        footage,
        source_in: segment.source_in,
        speed: sane_speed(segment.speed),
        reversed: segment.reversed,
        effects: segment.effects.clone(),
        inset: segment.inset,
        fit: segment.fit,
        whole: Frames(end - start + tail.0),
        handover: None,
    })
}

/// What lay there until this begins, held on with what its source still has.
fn ended(placed: &Placed<'_>, library: &Library, rate: FrameRate) -> Option<Box<Ended>> {
    let (before, _) = placed.before.filter(|(_, lies_over)| *lies_over)?;
    let (start, end) = frames_of(before, rate)?;
    let tail = placed.crossing(rate).map(|crossing| crossing.length).unwrap_or_default();
    let overlay = laid(before, tail, library, rate)?;
    Some(Box::new(Ended { overlay, skip: Frames(end - start) }))
}

/// What lay over the picture, while a piece that covers all takes over from it.
fn going(placed: &Placed<'_>, library: &Library, rate: FrameRate, film: Frames) -> Option<Caption> {
    let crossing = placed.crossing(rate)?;
    let Ended { overlay, skip } = *ended(placed, library, rate)?;
    let (start, _) = frames_of(placed.segment, rate)?;
    let length = crossing.length.0.min(film.0.checked_sub(start)?);
    Some(Caption {
        number: 0,
        words: String::new(),
        inset: Some(Overlay { handover: Some(Handover::Away(crossing)), ..overlay }),
        style: TextStyle::default(),
        missing: None,
        start: Frames(start),
        length: Frames(length),
        skip,
        fade_in: Frames(0),
        fade_out: Frames(0),
        whole: Frames(skip.0 + length),
    })
}

fn caption(segment: &Segment, rate: FrameRate, film: Frames) -> Option<Caption> {
    let words = segment.text.as_deref().or(segment.name.as_deref())?.trim();
    if words.is_empty() {
        return None;
    }
    let (start, end) = frames_of(segment, rate)?;
    let length = end.min(film.0).checked_sub(start).filter(|length| *length > 0)?;
    let style = segment.text_style;
    let fade = |said: Millis, motion: TextMove| {
        let wanted = if said.is_zero() { usual(motion, words) } else { said };
        let most = if motion == TextMove::Typewriter { length / 2 } else { length / 3 };
        Frames(rate.frames_nearest(wanted).0.min(most))
    };
    Some(Caption {
        number: 0,
        words: words.to_owned(),
        inset: None,
        missing: None,
        style,
        start: Frames(start),
        length: Frames(length),
        skip: Frames(0),
        fade_in: fade(segment.fade_in, style.entrance),
        fade_out: fade(segment.fade_out, style.exit),
        whole: Frames(length),
    })
}
