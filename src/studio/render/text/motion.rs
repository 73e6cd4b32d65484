//! Words that come and go otherwise than by fading: the pictures of their way there.
//!
//! Only what cannot be done by moving or fading one picture is drawn here: growing, and appearing
//! letter after letter. All pictures have the size and place of the finished one.

use image::RgbaImage;
use image::imageops::{FilterType, overlay, resize};

use crate::draft::Canvas;

use super::Placed;

/// How many frames words take to come and to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::studio::render) struct Pace {
    pub(in crate::studio::render) coming: usize,
    pub(in crate::studio::render) going: usize,
}

/// How much larger than in the end words that pop become on their way.
const OVERSHOOT: f64 = 1.70158;

/// Room around a picture, so that it can become too large for a moment.
pub(super) fn with_room(placed: Placed, canvas: Canvas) -> Placed {
    let Placed { image, x, y } = placed;
    // Even, as the places of all pictures are.
    let room = |length: u32| (length / 16) & !1;
    let (left, top) = (room(image.width()).min(x & !1), room(image.height()).min(y & !1));
    let right = room(image.width()).min(canvas.width.saturating_sub(x + image.width()) & !1);
    let bottom = room(image.height()).min(canvas.height.saturating_sub(y + image.height()) & !1);
    let mut larger = RgbaImage::new(image.width() + left + right, image.height() + top + bottom);
    overlay(&mut larger, &image, left.into(), top.into());
    Placed { image: larger, x: x - left, y: y - top }
}

/// The pictures of growing, from the first frame to the last but one.
pub(super) fn growing(finished: &RgbaImage, frames: usize) -> Vec<RgbaImage> {
    (0..frames).map(|frame| grown(finished, scale(frame, frames))).collect()
}

/// Fast at first, a little too far, and back.
fn scale(frame: usize, frames: usize) -> f64 {
    let left = (frame + 1) as f64 / (frames + 1) as f64 - 1.0;
    1.0 + (OVERSHOOT + 1.0) * left.powi(3) + OVERSHOOT * left.powi(2)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of pictures")]
fn grown(finished: &RgbaImage, scale: f64) -> RgbaImage {
    let (width, height) = finished.dimensions();
    let side = |length: u32| (f64::from(length) * scale.max(0.02)).round().max(1.0) as u32;
    let scaled = resize(finished, side(width), side(height), FilterType::Triangle);
    let mut picture = RgbaImage::new(width, height);
    let offset = |all: u32, part: u32| (i64::from(all) - i64::from(part)) / 2;
    let place = (offset(width, scaled.width()), offset(height, scaled.height()));
    overlay(&mut picture, &scaled, place.0, place.1);
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn popping_goes_too_far_and_comes_back() {
        let scales: Vec<f64> = (0..10).map(|frame| scale(frame, 10)).collect();
        assert!(scales[0] < 0.5, "{scales:?}");
        assert!(scales.iter().any(|scale| *scale > 1.05), "{scales:?}");
        assert!((scales[9] - 1.0).abs() < 0.03, "{scales:?}");
    }
}
