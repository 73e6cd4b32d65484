//! Glyphs into pixels: letters of one colour, and emoji in their own.

use cosmic_text::{Color, LayoutGlyph};

use crate::draft::Colour;

use super::fonts::Fonts;
use super::typeset::Block;

/// A picture whose colours are multiplied by their alpha, with room around the words for a shadow.
pub(super) struct Layer {
    pub(super) width: usize,
    pub(super) height: usize,
    /// How far the words are from the left and upper edge.
    pub(super) room: usize,
    /// Red, green, blue and alpha.
    pub(super) pixels: Vec<[u8; 4]>,
}

/// Draws the first so many letters of a block. Missing ones are left out: a box says nothing to anybody.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of a canvas")]
pub(super) fn glyphs(block: &Block, colour: Colour, letters: usize, fonts: &mut Fonts) -> Layer {
    let [red, green, blue] = colour.0;
    let colour = Color::rgb(red, green, blue);
    let room = (block.size * 0.75).ceil() as usize;
    let width = block.width.ceil() as usize + 2 * room;
    let height = block.height.ceil() as usize + 2 * room;
    let mut layer = Layer { width, height, room, pixels: vec![[0; 4]; width * height] };
    let placed = block
        .buffer
        .layout_runs()
        .flat_map(|run| run.glyphs.iter().map(move |glyph| (glyph, run.line_y)));
    for (glyph, baseline) in placed.take(letters).filter(|(glyph, _)| glyph.glyph_id != 0) {
        layer.paint(glyph, baseline, colour, fonts);
    }
    fonts.cache.image_cache.clear();
    layer
}

impl Layer {
    fn paint(&mut self, glyph: &LayoutGlyph, baseline: f32, colour: Color, fonts: &mut Fonts) {
        let room = self.room as f32;
        let glyph = glyph.physical((room, room + baseline), 1.0);
        let Fonts { system, cache, .. } = fonts;
        cache.with_pixels(system, glyph.cache_key, colour, |x, y, colour| {
            self.blend(glyph.x + x, glyph.y + y, colour);
        });
    }

    fn blend(&mut self, x: i32, y: i32, colour: Color) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x >= self.width || y >= self.height {
            return;
        }
        let alpha = colour.a();
        let under = &mut self.pixels[y * self.width + x];
        let over = [colour.r(), colour.g(), colour.b(), 255].map(|part| times(part, alpha));
        for (under, over) in under.iter_mut().zip(over) {
            *under = over.saturating_add(times(*under, 255 - alpha));
        }
    }
}

/// The product of two parts of 255.
pub(super) fn times(one: u8, other: u8) -> u8 {
    let product = u32::from(one) * u32::from(other) + 127;
    u8::try_from(product / 255).unwrap_or(u8::MAX)
}
