//! A window of a picture at the size of a frame, plane by plane.
//!
//! Rows are mixed first, all columns at once, then columns, a block of places at a time: the two pixels of
//! each place are picked from the few that the block lies over, and what was picked is mixed together.
//! Places are exact to a 128th of a pixel.

use super::camera::Window;
use super::{COMPOSED, Moving, Pixels};
use crate::studio::render::footage::Size;

/// Parts that a pixel is divided into.
const PARTS: i16 = 128;

/// Places that are mixed together.
const BLOCK: usize = 16;

/// Pixels that a block may lie over; a power of two.
const OVER: usize = 32;

// A frame is never smaller than the window that it shows by more than this.
const _: () = assert!(((BLOCK as f64) * COMPOSED * 1.1) as usize + 1 < OVER);

/// Makes one frame after the other.
#[derive(Default)]
pub(super) struct Sampler {
    /// Where the columns of a plane come from.
    blocks: Vec<Block>,
    /// A row of the picture between two of its own, and what a block may reach beyond it.
    row: Vec<i16>,
}

/// Where some columns side by side come from.
struct Block {
    /// The first pixel of the first column.
    first: usize,
    /// How far from it the first of the two pixels is that each column lies between.
    offsets: [u8; BLOCK],
    /// How much is wanted of either.
    shares: [[i16; 2]; BLOCK],
}

/// One plane of a picture: width, height, values.
#[derive(Clone, Copy)]
struct Plane<'a> {
    width: usize,
    height: usize,
    values: &'a [u8],
}

/// How many bytes a picture of a size has; its sides are even.
pub(super) fn bytes_of(size: Size, pixels: Pixels) -> usize {
    planes_of(size, pixels).iter().map(|(width, height)| width * height).sum()
}

/// The sizes of its planes.
fn planes_of(size: Size, pixels: Pixels) -> Vec<(usize, usize)> {
    let (width, height) = (size.width as usize, size.height as usize);
    let (all, half) = ((width, height), (width / 2, height / 2));
    match pixels {
        Pixels::Opaque => vec![all, half, half],
        Pixels::Clear => vec![all; 4],
    }
}

impl Sampler {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Writes a frame of a composed picture, so many frames after the first.
    pub(super) fn frame(&mut self, moving: &Moving, picture: &[u8], number: u64, into: &mut [u8]) {
        let last = moving.whole.saturating_sub(1).max(1);
        let window = moving.camera.window((moving.skip + number) as f64 / last as f64);
        let (mut picture, mut into) = (picture, into);
        let planes = |size| planes_of(size, moving.pixels);
        for (from, to) in planes(moving.composed).into_iter().zip(planes(moving.shown)) {
            let (values, rest) = picture.split_at(from.0 * from.1);
            let (target, later) = into.split_at_mut(to.0 * to.1);
            let plane = Plane { width: from.0, height: from.1, values };
            self.plane(plane, window, to, target);
            (picture, into) = (rest, later);
        }
    }

    fn plane(
        &mut self,
        from: Plane<'_>,
        window: Window,
        (width, height): (usize, usize),
        into: &mut [u8],
    ) {
        let column = |place| between(window.x, window.side, (place, width), from.width);
        let seen = column(0).0..column(width.saturating_sub(1)).0 + 2;
        self.blocks.clear();
        self.blocks.extend((0..width).step_by(BLOCK).map(|place| block(place, seen.start, column)));
        for (place, target) in into.chunks_exact_mut(width).enumerate() {
            let (row, part) = between(window.y, window.side, (place, height), from.height);
            let upper = &from.values[row * from.width..][seen.clone()];
            let lower = &from.values[(row + 1) * from.width..][seen.clone()];
            mix_rows(upper, lower, part, &mut self.row);
            self.row.resize(seen.len() + OVER + 1, 0);
            mix_columns(&self.row, &self.blocks, target);
        }
    }
}

/// The columns from a place on, in a row that begins at a pixel of the picture.
fn block(place: usize, begin: usize, column: impl Fn(usize) -> (usize, i16)) -> Block {
    let first = column(place).0;
    let mut block = Block { first: first - begin, offsets: [0; BLOCK], shares: [[0; 2]; BLOCK] };
    for (more, (offset, share)) in block.offsets.iter_mut().zip(&mut block.shares).enumerate() {
        let (pixel, part) = column(place + more);
        *offset = u8::try_from(pixel - first).unwrap_or(u8::MAX);
        *share = [PARTS - part, part];
    }
    block
}

/// The pixel before a place of a window and the way to the next, for one of so many places along it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the plane")]
fn between(start: f64, side: f64, (place, count): (usize, usize), pixels: usize) -> (usize, i16) {
    let along = start + side * (place as f64 + 0.5) / count as f64;
    let last = pixels.saturating_sub(1) as f64;
    let parts = PARTS as usize;
    let at = (along * pixels as f64 - 0.5).clamp(0.0, last) * f64::from(PARTS);
    let at = at.round() as usize;
    let pixel = (at / parts).min(pixels.saturating_sub(2));
    (pixel, (at - pixel * parts) as i16)
}

fn mix_rows(upper: &[u8], lower: &[u8], part: i16, row: &mut Vec<i16>) {
    row.clear();
    let pairs = upper.iter().zip(lower);
    row.extend(pairs.map(|(one, two)| i16::from(*one) * (PARTS - part) + i16::from(*two) * part));
}

fn mix_columns(row: &[i16], blocks: &[Block], into: &mut [u8]) {
    for (block, into) in blocks.iter().zip(into.chunks_mut(BLOCK)) {
        let over = row.get(block.first..).and_then(|rest| rest.first_chunk::<{ OVER + 1 }>());
        let Some(over) = over else { return };
        let mut pairs = [[0; 2]; BLOCK];
        for (offset, pair) in block.offsets.iter().zip(&mut pairs) {
            // Within the block's pixels, as the compiler can see.
            let offset = usize::from(*offset) % OVER;
            *pair = [over[offset], over[offset + 1]];
        }
        mix(&pairs, &block.shares, into);
    }
}

fn mix(pairs: &[[i16; 2]; BLOCK], shares: &[[i16; 2]; BLOCK], into: &mut [u8]) {
    for ((pair, share), value) in pairs.iter().zip(shares).zip(into) {
        let sum =
            i32::from(pair[0]) * i32::from(share[0]) + i32::from(pair[1]) * i32::from(share[1]);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mean of bytes"
        )]
        let mean = ((sum + (1 << 13)) >> 14) as u8;
        *value = mean;
    }
}

#[cfg(test)]
mod tests {
    use super::super::camera::Camera;
    use super::*;

    /// A soft dot on black, on a picture composed for frames of 96 by 54.
    fn dot(composed: Size) -> Vec<u8> {
        let (width, height) = (f64::from(composed.width), f64::from(composed.height));
        let mut bytes = vec![128; bytes_of(composed, Pixels::Opaque)];
        for y in 0..composed.height {
            for x in 0..composed.width {
                let (dx, dy) = (f64::from(x) - width * 0.6, f64::from(y) - height / 2.0);
                let bright = 16.0 + 200.0 * (-(dx * dx + dy * dy) / 30.0).exp();
                bytes[(y * composed.width + x) as usize] = bright as u8;
            }
        }
        bytes
    }

    /// Where the dot is, across.
    fn centre(frame: &[u8], width: usize) -> f64 {
        let bright = frame
            .iter()
            .enumerate()
            .map(|(at, value)| (f64::from(value.saturating_sub(20)), (at % width) as f64));
        let (sum, weighted) = bright
            .fold((0.0, 0.0), |(sum, weighted), (value, x)| (sum + value, weighted + value * x));
        weighted / sum
    }

    #[test]
    fn a_slow_pan_moves_by_the_same_part_of_a_pixel_every_frame() {
        let (composed, shown) = (Size { width: 132, height: 74 }, Size { width: 96, height: 54 });
        let (frames, pixels) = (90, Pixels::Opaque);
        let moving = Moving {
            pixels,
            camera: Camera::PanRight,
            composed,
            shown,
            skip: 0,
            frames,
            whole: frames,
        };
        let (picture, mut sampler) = (dot(composed), Sampler::new());
        let mut frame = vec![0; bytes_of(shown, Pixels::Opaque)];
        let places: Vec<f64> = (0..frames)
            .map(|number| {
                sampler.frame(&moving, &picture, number, &mut frame);
                centre(&frame[..96 * 54], 96)
            })
            .collect();
        let steps: Vec<f64> = places.windows(2).map(|pair| pair[0] - pair[1]).collect();
        let mean = steps.iter().sum::<f64>() / steps.len() as f64;
        assert!(mean > 0.1 && mean < 0.2, "{mean}");
        let furthest = steps.iter().map(|step| (step - mean).abs()).fold(0.0, f64::max);
        assert!(furthest < 0.04, "a step differs by {furthest} of a pixel from {mean}");
    }

    #[test]
    fn an_even_picture_stays_even_to_its_edges_and_however_small_it_is() {
        let large = (Size { width: 66, height: 38 }, Size { width: 48, height: 28 });
        let small = (Size { width: 4, height: 4 }, Size { width: 2, height: 2 });
        for ((composed, shown), pixels) in
            [(large, Pixels::Opaque), (large, Pixels::Clear), (small, Pixels::Opaque)]
        {
            let camera = Camera::ZoomIn;
            let moving = Moving { pixels, camera, composed, shown, skip: 0, frames: 10, whole: 10 };
            let (picture, mut sampler) = (vec![200; bytes_of(composed, pixels)], Sampler::new());
            let mut frame = vec![0; bytes_of(shown, pixels)];
            for number in 0..10 {
                sampler.frame(&moving, &picture, number, &mut frame);
                assert!(frame.iter().all(|value| *value == 200));
            }
        }
    }
}
