//! Transitions of what lies over the picture.
//!
//! It takes over from what lay before it on its own track: another such picture is held on, as shots are;
//! from nothing it comes out of nothing. Where it follows a piece that covered all, or is followed by one,
//! both layers cross by the same transition at the same frames, so together they look like one.

use crate::draft::{FrameRate, Frames, Segment};
use crate::studio::render::footage::Library;

use super::flatten::{Span, frames_of};
use super::see_through::{lies_over, video_tracks};
use super::shots::crossing;
use super::{Crossing, Shot};
use crate::draft::Draft;

/// A segment of a video track, with the one that ends on the frame on which it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    pub(super) segment: &'a Segment,
    pub(super) lies_over: bool,
    pub(super) before: Option<(&'a Segment, bool)>,
    /// How many frames it is held on for, under what takes over from it.
    pub(super) tail: Frames,
}

/// The segments of all video tracks, the lowest first.
pub(super) fn placed<'a>(draft: &'a Draft, library: &'a Library) -> Vec<Placed<'a>> {
    let rate = draft.canvas.rate;
    let mut found: Vec<Placed<'_>> = Vec::new();
    for (is_upper, track) in video_tracks(draft) {
        let mut last: Option<(&Segment, bool)> = None;
        for segment in &track.segments {
            let lies_over = lies_over(segment, is_upper, library);
            let abuts = |(before, _): &(&Segment, bool)| {
                let end = frames_of(before, rate).map(|(_, end)| end);
                end.is_some() && end == frames_of(segment, rate).map(|(start, _)| start)
            };
            let before = last.filter(abuts);
            let placed = Placed { segment, lies_over, before, tail: Frames(0) };
            if let (Some(_), Some(before)) = (before, found.last_mut()) {
                before.tail =
                    placed.crossing(rate).map(|crossing| crossing.length).unwrap_or_default();
            }
            found.push(placed);
            last = Some((segment, lies_over));
        }
    }
    found
}

impl Placed<'_> {
    /// Its transition, no longer than it is itself.
    pub(super) fn crossing(&self, rate: FrameRate) -> Option<Crossing> {
        let (start, end) = frames_of(self.segment, rate)?;
        crossing(self.segment, &|time| rate.frames_nearest(time).0.min(end - start))
    }
}

/// Gives the shots that come out from under a piece on an upper track the transition of what follows it
/// there and does not cover all.
pub(super) fn uncover(
    shots: &mut [Shot],
    spans: &[Span<'_>],
    placed: &[Placed<'_>],
    rate: FrameRate,
) {
    for next in placed.iter().filter(|next| next.lies_over) {
        let Some((before, false)) = next.before else { continue };
        let Some(crossing) = next.crossing(rate) else { continue };
        let ends_there = |pair: &[Span<'_>]| {
            let seen = pair[0].layer.is_some_and(|layer| std::ptr::eq(layer.segment, before));
            seen && frames_of(next.segment, rate).is_some_and(|(start, _)| start == pair[1].start)
        };
        let Some(place) = spans.windows(2).position(ends_there) else { continue };
        let shot = &mut shots[place + 1];
        if shot.crossing.is_none() {
            let length = Frames(crossing.length.0.min(shot.length.0));
            shot.crossing = Some(Crossing { length, ..crossing });
        }
    }
}
