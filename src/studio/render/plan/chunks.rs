//! The picture in pieces that can be rendered one by one.
//!
//! A chunk holds a bounded number of shots and captions, so the memory and the open files of the
//! process that renders it are bounded whatever the length of the film. It lasts a few seconds, so
//! that a render that is interrupted loses little. Films are cut only where nothing mixes: at a plain
//! cut, or inside a shot while no crossing and no fade is under way.

use std::ops::Range;

use crate::draft::{Canvas, Frames};
use crate::studio::render::footage::Motion;
use crate::studio::render::moves::Camera;

use super::{Caption, Content, RenderPlan, Shot};

/// A piece of picture. Its shots and captions count frames from its own beginning.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Chunk {
    pub(in crate::studio::render) canvas: Canvas,
    /// Where it begins in the film.
    pub(in crate::studio::render) start: Frames,
    /// How many frames it has.
    pub(in crate::studio::render) length: Frames,
    pub(in crate::studio::render) shots: Vec<Shot>,
    pub(in crate::studio::render) captions: Vec<Caption>,
}

/// Inputs of one process. Each is a file, a decoder and its threads.
const MOST_INPUTS: usize = 24;

/// Seconds that a chunk lasts at most, where the film has a place to cut it.
const MOST_SECONDS: f64 = 8.0;

/// Seconds that a chunk with words over it lasts at least where it ends only because it may. Words are what
/// is changed most, so little is rendered again for them.
const SHORTEST: f64 = 2.0;

/// The same without words. Each chunk is a process more to start, which takes as long as some frames.
const SHORTEST_WORDLESS: f64 = 4.0;

/// Seconds between the places at which a long shot may be cut. Animations are read from their
/// beginning each time, so they are not cut only because they are long.
const STEP: f64 = 6.0;

/// The same for a still that the camera moves over. It is decoded once for all, so a cut costs next
/// to nothing: as often as there is a key frame anyway, and a small change is rendered again by
/// several runs side by side.
const STEP_OF_MOVES: f64 = 2.0;

/// Pixels that one process holds for its shots, about 300 megabytes of them: eight photographs of
/// four megapixels on a full HD canvas.
const MOST_PIXELS: u64 = 200_000_000;

/// Pixels of pictures that are held to be shown in the opposite order, for each shot that runs backwards.
const REVERSED: u64 = 64_000_000;

/// Pictures of the canvas's size that the filters of one shot hold between them.
const FILTERED: u64 = 8;

/// Whole pictures of a still that decoding and scaling it hold between them.
const DECODED: u64 = 2;

impl RenderPlan {
    /// Cuts the frames of a range into as few chunks as their limits allow. It must begin and end
    /// where nothing mixes.
    pub(in crate::studio::render) fn chunks(&self, range: Range<u64>) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        let (mut start, mut good) = (range.start, None);
        let inside = |place: &u64| range.start < *place && *place < range.end;
        for place in self.cutting_places().into_iter().filter(inside).chain([range.end]) {
            if self.is_light(start, place) {
                good = Some(place);
                if self.is_worth_a_cut(start, place) {
                    chunks.push(self.chunk(start, place));
                    (start, good) = (place, None);
                }
                continue;
            }
            // Where even the nearest place is too far, the chunk is heavier than it should be.
            let end = good.unwrap_or(place);
            chunks.push(self.chunk(start, end));
            start = end;
            good = (start < place).then_some(place);
        }
        if start < range.end {
            chunks.push(self.chunk(start, range.end));
        }
        chunks
    }

    /// The shortest chunk that holds a frame, and the frame's number in it. Crossings and fades are
    /// in it whole, since their frames are counted from their beginning.
    pub(in crate::studio::render) fn chunk_around(&self, frame: Frames) -> (Chunk, Frames) {
        let last = self.length.0.saturating_sub(1);
        let frame = frame.0.min(last);
        let start = (1..=frame).rev().find(|place| self.is_calm(*place)).unwrap_or(0);
        let end = (frame + 1..self.length.0).find(|place| self.is_calm(*place));
        (self.chunk(start, end.unwrap_or(self.length.0)), Frames(frame - start))
    }

    /// Where the film is cut for small pictures of all its frames: at shots, and inside long ones. So a
    /// change costs the pictures of the shots that it is seen in, wherever in the film they lie.
    pub(in crate::studio::render) fn reel_ends(&self) -> Vec<u64> {
        let step = self.frames_in(STEP);
        let of_shots = self.shots.iter().flat_map(|shot| {
            [shot.start.0, calm_from(shot)].into_iter().chain(inner_places(shot, step))
        });
        let mut places: Vec<u64> = of_shots.collect();
        places.sort_unstable();
        places.dedup();
        places.retain(|place| 0 < *place && *place < self.length.0 && self.is_calm(*place));
        places.push(self.length.0);
        places
    }

    /// The frames of a range, which must begin and end where nothing mixes.
    pub(in crate::studio::render) fn piece(&self, range: Range<u64>) -> Chunk {
        self.chunk(range.start, range.end)
    }

    /// Where the film may be cut.
    fn cutting_places(&self) -> Vec<u64> {
        let of_shots = self.shots.iter().flat_map(|shot| {
            let step = self.frames_in(if is_moved(shot) { STEP_OF_MOVES } else { STEP });
            [shot.start.0, calm_from(shot)].into_iter().chain(inner_places(shot, step))
        });
        let of_captions = self
            .captions
            .iter()
            .flat_map(|caption| [caption.start.0, caption.start.0 + caption.length.0]);
        let mut places: Vec<u64> = of_shots.chain(of_captions).collect();
        places.sort_unstable();
        places.dedup();
        places.retain(|place| 0 < *place && *place < self.length.0 && self.is_calm(*place));
        places
    }

    /// Where words come or go over a still, or it moves, a cut costs next to nothing, and words that
    /// change later on cost only the chunks that they are seen in. Inside a clip a cut costs decoding
    /// up to it again.
    fn is_worth_a_cut(&self, start: u64, place: u64) -> bool {
        let index = self.shots.partition_point(|shot| shot.end().0 <= place);
        let Some(shot) = self.shots.get(index) else { return false };
        let is_edge = || {
            let mut edges = self.captions.iter().map(|words| (words.start.0, words.length.0));
            edges.any(|(start, length)| [start, start + length].contains(&place))
        };
        let is_cheap = is_moved(shot) || holds_still(shot) && is_edge();
        let has_words = self
            .captions
            .iter()
            .filter(|caption| caption.inset.is_none())
            .any(|words| overlaps(words.start.0, words.start.0 + words.length.0, start, place));
        let shortest = if has_words { SHORTEST } else { SHORTEST_WORDLESS };
        is_cheap && place - start >= self.frames_in(shortest)
    }

    fn is_calm(&self, place: u64) -> bool {
        let index = self.shots.partition_point(|shot| shot.end().0 <= place);
        if self.captions.iter().any(|caption| caption.mixes_at(place)) {
            return false;
        }
        self.shots.get(index).is_none_or(|shot| {
            let is_cut = place == shot.start.0 && shot.crossing.is_none();
            is_cut || (calm_from(shot)..=calm_until(shot)).contains(&place)
        })
    }

    fn frames_in(&self, seconds: f64) -> u64 {
        let frames = (seconds * self.canvas.rate.as_f64()).round().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive")]
        let frames = frames as u64;
        frames
    }

    fn is_light(&self, start: u64, end: u64) -> bool {
        if end - start > self.frames_in(MOST_SECONDS) {
            return false;
        }
        let shots =
            self.shots.iter().filter(|shot| overlaps(shot.start.0, shot.end().0, start, end));
        let pixels: u64 = shots.clone().map(|shot| self.pixels(shot)).sum();
        let captions = self.captions.iter().filter(|caption| {
            overlaps(caption.start.0, caption.start.0 + caption.length.0, start, end)
        });
        shots.count() + captions.count() <= MOST_INPUTS && pixels <= MOST_PIXELS
    }

    fn pixels(&self, shot: &Shot) -> u64 {
        let Content::Take(take) = &shot.content else { return 0 };
        let still = take.footage.picture.filter(|picture| picture.motion == Motion::Still);
        let still = still.map_or(0, |picture| area(picture.shown.width, picture.shown.height));
        let reversed = if take.reversed { REVERSED } else { 0 };
        area(self.canvas.width, self.canvas.height) * FILTERED + still * DECODED + reversed
    }

    fn chunk(&self, start: u64, end: u64) -> Chunk {
        let shots = self.shots.iter().filter_map(|shot| part_of_shot(shot, start, end));
        let captions =
            self.captions.iter().filter_map(|caption| part_of_caption(caption, start, end));
        Chunk {
            canvas: self.canvas,
            start: Frames(start),
            length: Frames(end - start),
            shots: shots.collect(),
            captions: captions.collect(),
        }
    }
}

fn holds_still(shot: &Shot) -> bool {
    let Content::Take(take) = &shot.content else { return true };
    take.footage.picture.is_none_or(|picture| picture.motion == Motion::Still)
}

fn is_moved(shot: &Shot) -> bool {
    let Content::Take(take) = &shot.content else { return false };
    holds_still(shot) && Camera::of(&take.effects).is_some()
}

fn area(width: u32, height: u32) -> u64 {
    u64::from(width) * u64::from(height)
}

fn overlaps(start: u64, end: u64, from: u64, to: u64) -> bool {
    start < to && from < end
}

/// The first frame at which nothing mixes any more.
fn calm_from(shot: &Shot) -> u64 {
    let crossing = shot.crossing.as_ref().map_or(0, |crossing| crossing.length.0);
    shot.start.0 + crossing.max(shot.fade_in.0)
}

/// The last frame before which the shot may be cut.
fn calm_until(shot: &Shot) -> u64 {
    (shot.end().0 - shot.fade_out.0).min(shot.end().0 - 1)
}

/// Places inside a long shot, a step apart; the last piece is not much shorter than the others.
fn inner_places(shot: &Shot, step: u64) -> impl Iterator<Item = u64> {
    let is_animation = matches!(&shot.content, Content::Take(take)
        if take.footage.picture.is_some_and(|picture| picture.motion == Motion::Looping));
    let last = if is_animation { 0 } else { calm_until(shot).saturating_sub(step / 2) };
    (1..).map(move |number| shot.start.0 + number * step).take_while(move |place| *place <= last)
}

fn part_of_shot(shot: &Shot, from: u64, to: u64) -> Option<Shot> {
    let (start, end) = (shot.start.0.max(from), shot.end().0.min(to));
    let length = end.checked_sub(start).filter(|length| *length > 0)?;
    let mut part = shot.clone();
    part.start = Frames(start - from);
    part.length = Frames(length);
    if start > shot.start.0 {
        part.crossing = None;
        part.fade_in = Frames(0);
        if let Content::Take(take) = &mut part.content {
            take.skip.0 += start - shot.start.0;
        }
    }
    if end < shot.end().0 {
        part.tail = Frames(0);
        part.fade_out = Frames(0);
    }
    Some(part)
}

fn part_of_caption(caption: &Caption, from: u64, to: u64) -> Option<Caption> {
    let start = caption.start.0.max(from);
    let end = (caption.start.0 + caption.length.0).min(to);
    let length = end.checked_sub(start).filter(|length| *length > 0)?;
    let mut part = caption.clone();
    part.start = Frames(start - from);
    part.length = Frames(length);
    part.skip.0 += start - caption.start.0;
    if let Some(overlay) = part.inset.as_mut().filter(|_| start > caption.start.0) {
        overlay.handover = None;
    }
    Some(part)
}
