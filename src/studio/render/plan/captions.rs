//! Words over the picture, and other pictures over it, which lie below the words.

use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment, TextMove};

use super::cards::plate;
use super::flatten::frames_of;
use super::shots::sane_speed;
use super::{Caption, Overlay};
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
pub(super) fn captions(draft: &Draft, library: &Library, length: Frames) -> Vec<Caption> {
    let rate = draft.canvas.rate;
    let of = |kind| draft.tracks.iter().filter(move |track| track.kind == kind);
    let pictures = of(Kind::Video).flat_map(|track| &track.segments);
    let pictures = pictures.filter_map(|segment| overlay(segment, library, rate, length));
    let words = of(Kind::Text).flat_map(|track| &track.segments);
    let words = words.filter_map(|segment| caption(segment, rate, length));
    let found = pictures.chain(words).enumerate();
    found.map(|(number, caption)| Caption { number, ..caption }).collect()
}

fn overlay(segment: &Segment, library: &Library, rate: FrameRate, film: Frames) -> Option<Caption> {
    let inset = segment.inset?;
    let footage = library.footage(segment);
    if footage.as_ref().is_some_and(|footage| footage.picture.is_none()) {
        return None;
    }
    let name = || source_name(segment).or(segment.name.as_deref()).unwrap_or_default();
    let missing = footage.is_none().then(|| name().to_owned());
    let (start, end) = frames_of(segment, rate)?;
    let length = end.min(film.0).checked_sub(start).filter(|length| *length > 0)?;
    let fade = |said: Millis| Frames(rate.frames_nearest(said).0.min(length / 3));
    Some(Caption {
        number: 0,
        words: String::new(),
        inset: footage.map(|footage| Overlay {
            footage,
            source_in: segment.source_in,
            speed: sane_speed(segment.speed),
            reversed: segment.reversed,
            effects: segment.effects.clone(),
            inset,
        }),
        style: missing.as_ref().map_or(segment.text_style, |_| plate(inset.place)),
        missing,
        start: Frames(start),
        length: Frames(length),
        skip: Frames(0),
        fade_in: fade(segment.fade_in),
        fade_out: fade(segment.fade_out),
        whole: Frames(length),
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
