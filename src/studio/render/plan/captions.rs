//! Words over the picture.

use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment, TextMove};

use super::Caption;
use super::flatten::frames_of;

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

/// Every caption that falls into the film, the uppermost last.
pub(super) fn captions(draft: &Draft, length: Frames) -> Vec<Caption> {
    let tracks = draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let segments = tracks.flat_map(|track| &track.segments);
    let found = segments.filter_map(|segment| caption(segment, draft.canvas.rate, length));
    found.enumerate().map(|(number, caption)| Caption { number, ..caption }).collect()
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
        style,
        start: Frames(start),
        length: Frames(length),
        skip: Frames(0),
        fade_in: fade(segment.fade_in, style.entrance),
        fade_out: fade(segment.fade_out, style.exit),
        whole: Frames(length),
    })
}
