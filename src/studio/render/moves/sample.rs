//! A window of a picture at the size of a frame, plane by plane.
//!
//! Rows are mixed first, all columns at once, then columns: the two pixels of each place are picked
//! first, and what was picked is mixed many places at a time. Places are exact to a 128th of a pixel.

use super::Moving;
use super::camera::Window;
use crate::studio::render::footage::Size;

/// Parts that a pixel is divided into.
const PARTS: i16 = 128;

/// Makes one frame after the other.
#[derive(Default)]
pub(super) struct Sampler {
    /// The first pixel of the two that each column lies between.
    columns: Vec<usize>,
    /// How much is wanted of either.
    shares: Vec<[i16; 2]>,
    /// A row of the picture between two of its own.
    row: Vec<i16>,
    /// The two pixels for each column.
    pairs: Vec<[i16; 2]>,
}

/// One plane of a picture: width, height, values.
#[derive(Clone, Copy)]
struct Plane<'a> {
    width: usize,
    height: usize,
    values: &'a [u8],
}

/// How many bytes a picture of a size has; its sides are even.
pub(super) fn bytes_of(size: Size) -> usize {
    planes_of(size).iter().map(|(width, height)| width * height).sum()
}

/// Brightness, and two of colour at half the size.
fn planes_of(size: Size) -> [(usize, usize); 3] {
    let (width, height) = (size.width as usize, size.height as usize);
    [(width, height), (width / 2, height / 2), (width / 2, height / 2)]
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
        for (from, to) in planes_of(moving.composed).into_iter().zip(planes_of(moving.shown)) {
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
        let side = window.side;
        self.columns.clear();
        self.shares.clear();
        for place in 0..width {
            let (pixel, part) = between(window.x, side, (place, width), from.width);
            self.columns.push(pixel);
            self.shares.push([PARTS - part, part]);
        }
        let (Some(first), Some(last)) = (self.columns.first(), self.columns.last()) else { return };
        let seen = *first..last + 2;
        self.columns.iter_mut().for_each(|column| *column -= seen.start);
        self.pairs.resize(width, [0; 2]);
        for (place, target) in into.chunks_exact_mut(width).enumerate() {
            let (row, part) = between(window.y, side, (place, height), from.height);
            let upper = &from.values[row * from.width..][seen.clone()];
            let lower = &from.values[(row + 1) * from.width..][seen.clone()];
            mix_rows(upper, lower, part, &mut self.row);
            pick(&self.row, &self.columns, &mut self.pairs);
            mix_columns(&self.pairs, &self.shares, target);
        }
    }
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

fn pick(row: &[i16], columns: &[usize], pairs: &mut [[i16; 2]]) {
    for (column, pair) in columns.iter().zip(pairs) {
        if let Some(both) = row.get(*column..).and_then(|rest| rest.first_chunk()) {
            *pair = *both;
        }
    }
}

fn mix_columns(pairs: &[[i16; 2]], shares: &[[i16; 2]], into: &mut [u8]) {
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
        let mut bytes = vec![128; bytes_of(composed)];
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
        let frames = 90;
        let moving =
            Moving { camera: Camera::PanRight, composed, shown, skip: 0, frames, whole: frames };
        let (picture, mut sampler) = (dot(composed), Sampler::new());
        let mut frame = vec![0; bytes_of(shown)];
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
    fn an_even_picture_stays_even_to_its_edges() {
        let (composed, shown) = (Size { width: 66, height: 38 }, Size { width: 48, height: 28 });
        let moving =
            Moving { camera: Camera::ZoomIn, composed, shown, skip: 0, frames: 10, whole: 10 };
        let (picture, mut sampler) = (vec![200; bytes_of(composed)], Sampler::new());
        let mut frame = vec![0; bytes_of(shown)];
        for number in 0..10 {
            sampler.frame(&moving, &picture, number, &mut frame);
            assert!(frame.iter().all(|value| *value == 200));
        }
    }
}
