//! From a rule for every point to a picture.

use image::{Rgb, RgbImage};

use super::colour::Colour;
use super::noise::scatter;

/// How many points a picture has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

/// A place in a picture, the same whatever its size: down runs from 0 to 1, across from 0 to the
/// ratio of width to height.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// From the left edge.
    pub x: f32,
    /// From the upper edge.
    pub y: f32,
}

impl Point {
    /// How far away another place is.
    pub fn distance(self, x: f32, y: f32) -> f32 {
        let (across, down) = (self.x - x, self.y - y);
        (across * across + down * down).sqrt()
    }
}

/// The rule for one column of a picture: from how far down a point lies to its colour.
pub type Column = Box<dyn Fn(f32) -> Colour>;

/// Paints a picture column by column, so that what depends on the column alone (the outline of a
/// hill) is worked out once for all the points in it.
pub fn paint(size: Size, column: impl Fn(f32) -> Column) -> RgbImage {
    let scale = 1.0 / size.height as f32;
    let mut picture = RgbImage::new(size.width, size.height);
    for x in 0..size.width {
        let colour = column((x as f32 + 0.5) * scale);
        for y in 0..size.height {
            let grain = scatter(x.cast_signed(), y.cast_signed(), 77);
            let painted: Rgb<u8> = colour((y as f32 + 0.5) * scale).quantised(grain);
            picture.put_pixel(x, y, painted);
        }
    }
    picture
}
