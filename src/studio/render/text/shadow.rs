//! A soft shadow under letters, so that white is read on white.
//!
//! Two of them: a tight one that draws the edge, and a wide faint one that calms the picture behind.
//! An outline would do the first job too, but looks like a subtitle of long ago.

use image::RgbaImage;

use crate::draft::Canvas;

use super::Placed;
use super::paint::{Layer, times};

/// Letters with what sets them off, not yet multiplied back.
pub(super) struct Shaded {
    pub(super) layer: Layer,
    /// How much what sets them off covers, at each pixel.
    pub(super) shadow: Vec<u8>,
    /// Of what sets them off.
    pub(super) colour: [u8; 3],
}

/// Casts the shadow of letters of a size.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of letters")]
pub(super) fn under(layer: Layer, size: f32) -> Shaded {
    let alpha: Vec<u8> = layer.pixels.iter().map(|pixel| pixel[3]).collect();
    // Small letters need a little more than their share.
    let part = |share: f32| (1.0 + size * share).round() as usize;
    let tight = strengthened(&blurred(&alpha, layer.width, part(0.016)), 2.0, 0.7);
    let wide = strengthened(&blurred(&alpha, layer.width, part(0.12)), 1.4, 0.46);
    let down = part(0.014) * layer.width;
    let lowered = |index: usize| index.checked_sub(down).map_or(0, |above| tight[above]);
    let both = |(index, wide): (usize, &u8)| 255 - times(255 - lowered(index), 255 - wide);
    let shadow = wide.iter().enumerate().map(both).collect();
    Shaded { layer, shadow, colour: [0; 3] }
}

/// Blurring thins; this makes up for it, up to a limit.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
pub(super) fn strengthened(mask: &[u8], gain: f32, most: f32) -> Vec<u8> {
    mask.iter().map(|value| (f32::from(*value) * gain).min(255.0) * most).map(|v| v as u8).collect()
}

/// Three passes of a box each way, which is close to a bell curve.
pub(super) fn blurred(mask: &[u8], width: usize, radius: usize) -> Vec<u8> {
    let mut mask = mask.to_vec();
    for _ in 0..3 {
        mask = transposed(&box_rows(&mask, width, radius), width);
        let height = mask.len() / width;
        mask = transposed(&box_rows(&mask, height, radius), height);
    }
    mask
}

/// The mean of each pixel's neighbours in its row; beyond the edges lies nothing.
fn box_rows(mask: &[u8], width: usize, radius: usize) -> Vec<u8> {
    let mut means = Vec::with_capacity(mask.len());
    let window = u32::try_from(2 * radius + 1).unwrap_or(u32::MAX);
    for row in mask.chunks_exact(width) {
        let at = |index: usize| row.get(index).copied().map_or(0, u32::from);
        let mut sum: u32 = (0..radius).map(at).sum();
        for index in 0..width {
            sum += at(index + radius);
            means.push(u8::try_from(sum / window).unwrap_or(u8::MAX));
            sum -= index.checked_sub(radius).map_or(0, at);
        }
    }
    means
}

fn transposed(mask: &[u8], width: usize) -> Vec<u8> {
    let height = mask.len() / width;
    (0..width).flat_map(|x| (0..height).map(move |y| mask[y * width + x])).collect()
}

impl Shaded {
    /// The part that can be seen and lies on the canvas, for a block whose corner is given.
    #[expect(clippy::cast_possible_truncation, reason = "sizes of a canvas")]
    pub(super) fn crop(&self, corner: (f32, f32), canvas: Canvas) -> Option<Placed> {
        let room = self.layer.room as i64;
        let (left, top) = (corner.0.round() as i64 - room, corner.1.round() as i64 - room);
        let on_canvas = |(x, y): (i64, i64)| {
            (0..i64::from(canvas.width)).contains(&(left + x))
                && (0..i64::from(canvas.height)).contains(&(top + y))
        };
        let seen = self.seen().filter(|place| on_canvas(*place));
        let bounds = seen.fold(None, |bounds, (x, y)| Some(grown(bounds, left + x, top + y)))?;
        let (x, y) = (bounds.0 & !1, bounds.1 & !1);
        let even = |length: i64| u32::try_from((length + 1) & !1).ok();
        let (width, height) = (even(bounds.2 + 1 - x)?, even(bounds.3 + 1 - y)?);
        let place = (u32::try_from(x).ok()?, u32::try_from(y).ok()?);
        Some(Placed { image: self.part(corner, place, (width, height)), x: place.0, y: place.1 })
    }

    /// The part that another picture covers.
    pub(super) fn cut(&self, corner: (f32, f32), like: &Placed) -> RgbaImage {
        self.part(corner, (like.x, like.y), like.image.dimensions())
    }

    #[expect(clippy::cast_possible_truncation, reason = "sizes of a canvas")]
    fn part(&self, corner: (f32, f32), place: (u32, u32), size: (u32, u32)) -> RgbaImage {
        let room = self.layer.room as i64;
        let (left, top) = (corner.0.round() as i64 - room, corner.1.round() as i64 - room);
        let (x, y) = (i64::from(place.0), i64::from(place.1));
        RgbaImage::from_fn(size.0, size.1, |column, row| {
            self.pixel(x + i64::from(column) - left, y + i64::from(row) - top)
        })
    }

    /// Places that are not fully transparent.
    fn seen(&self) -> impl Iterator<Item = (i64, i64)> {
        let width = self.layer.width;
        let parts = self.layer.pixels.iter().zip(&self.shadow).enumerate();
        let seen = parts.filter(|(_, (pixel, shadow))| pixel[3] > 0 || **shadow > 0);
        seen.map(move |(index, _)| ((index % width) as i64, (index / width) as i64))
    }

    fn pixel(&self, x: i64, y: i64) -> image::Rgba<u8> {
        let inside =
            (0..self.layer.width as i64).contains(&x) && (0..self.layer.height as i64).contains(&y);
        if !inside {
            return image::Rgba([0; 4]);
        }
        let index = usize::try_from(y * self.layer.width as i64 + x).unwrap_or_default();
        let [red, green, blue, alpha] = self.layer.pixels[index];
        let behind = times(self.shadow[index], 255 - alpha);
        let all = alpha.saturating_add(behind);
        let straight = |part: u8, under: u8| match all {
            0 => 0,
            all => {
                let sum = u32::from(part) + u32::from(times(under, behind));
                u8::try_from(sum * 255 / u32::from(all)).unwrap_or(u8::MAX)
            }
        };
        let [under_red, under_green, under_blue] = self.colour;
        image::Rgba([
            straight(red, under_red),
            straight(green, under_green),
            straight(blue, under_blue),
            all,
        ])
    }
}

/// Left, top, right and bottom.
type Bounds = (i64, i64, i64, i64);

fn grown(bounds: Option<Bounds>, x: i64, y: i64) -> Bounds {
    let (left, top, right, bottom) = bounds.unwrap_or((x, y, x, y));
    (left.min(x), top.min(y), right.max(x), bottom.max(y))
}
