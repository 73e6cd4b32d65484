//! Graphics on an upper track through which the picture below is seen.
//!
//! Of several video tracks one is seen at each frame, which is right for what covers all. What may show
//! something through lies over the picture instead, as a picture in the picture does: as large as it
//! goes into the canvas.

use std::borrow::Cow;

use crate::draft::{Canvas, Draft, Inset, Kind, Segment, TextPlace};
use crate::studio::render::footage::{Library, Size};

/// The draft with such graphics laid over the picture.
pub(super) fn laid_over<'a>(draft: &'a Draft, library: &Library) -> Cow<'a, Draft> {
    let places = || {
        let tracks = draft.tracks.iter().enumerate();
        let upper = tracks.filter(|(_, track)| track.kind == Kind::Video).skip(1);
        upper.flat_map(|(track, held)| {
            held.segments.iter().enumerate().map(move |(place, segment)| (track, place, segment))
        })
    };
    let found: Vec<(usize, usize, Inset)> = places()
        .filter_map(|(track, place, segment)| {
            Some((track, place, over(segment, draft.canvas, library)?))
        })
        .collect();
    if found.is_empty() {
        return Cow::Borrowed(draft);
    }
    let mut draft = draft.clone();
    for (track, place, inset) in found {
        draft.tracks[track].segments[place].inset = Some(inset);
    }
    Cow::Owned(draft)
}

fn over(segment: &Segment, canvas: Canvas, library: &Library) -> Option<Inset> {
    if segment.inset.is_some() {
        return None;
    }
    let picture = library.footage(segment)?.picture.filter(|picture| picture.alpha)?;
    Some(Inset { place: TextPlace::Centre, size: width(picture.shown, canvas), opacity: 100 })
}

/// Percent of the canvas's width, so that all of it is seen.
fn width(shown: Size, canvas: Canvas) -> u32 {
    let (wide, high) = (u64::from(shown.width.max(1)), u64::from(shown.height.max(1)));
    let (canvas_wide, canvas_high) = (u64::from(canvas.width.max(1)), u64::from(canvas.height));
    let percent = 100 * canvas_high * wide / (high * canvas_wide);
    u32::try_from(percent.clamp(1, 100)).unwrap_or(100)
}
