//! Words over the picture.

use crate::draft::{Draft, FrameRate, Frames, Kind, Millis, Segment};

use super::Caption;
use super::flatten::frames_of;

/// How long words take to appear and to go where the draft does not say.
const GENTLY: Millis = Millis(200);

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
    let fade = |said: Millis| {
        let wanted = if said.is_zero() { GENTLY } else { said };
        Frames(rate.frames_nearest(wanted).0.min(length / 3))
    };
    Some(Caption {
        number: 0,
        words: words.to_owned(),
        place: segment.text_style.place,
        start: Frames(start),
        length: Frames(length),
        skip: Frames(0),
        fade_in: fade(segment.fade_in),
        fade_out: fade(segment.fade_out),
        whole: Frames(length),
    })
}
