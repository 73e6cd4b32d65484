//! Words as pictures: shaped, wrapped, placed, and drawn so that they can be read on anything.
//!
//! Words and a canvas go in; an RGBA picture and its place come out, with the characters that no
//! installed font has. Fonts come from the system; loading them takes a good part of a second, so
//! it happens once for the process, and only when the first words are drawn. Drawing blocks: call
//! it where that does not matter.

mod fonts;
mod paint;
mod shadow;
mod style;
mod typeset;

use image::RgbaImage;

use crate::draft::{Canvas, TextPlace};

/// Words as a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    /// What was drawn, no larger than needed; none when there is nothing to see.
    pub(super) picture: Option<Placed>,
    /// Characters that no installed font has, each once.
    pub(super) missing: String,
}

/// A picture and where its upper left corner belongs on the canvas.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) image: RgbaImage,
    pub(super) x: u32,
    pub(super) y: u32,
}

/// The scripts that titles cannot be drawn in here, by name. Loads the fonts, so it blocks.
#[must_use]
pub fn missing_scripts() -> Vec<&'static str> {
    let canvas = Canvas::default();
    let lacks = |sample| !draw(sample, TextPlace::Centre, canvas).missing.is_empty();
    let scripts = [("Latin", "Title"), ("Chinese", "标题")];
    scripts.into_iter().filter(|(_, sample)| lacks(sample)).map(|(script, _)| script).collect()
}

/// Draws words for their place on a canvas.
pub(super) fn draw(words: &str, place: TextPlace, canvas: Canvas) -> Drawn {
    fonts::with(|fonts| {
        let style = style::style(place, canvas);
        let block = typeset::typeset(words, &style, canvas, fonts);
        let layer = paint::glyphs(&block, fonts);
        let picture = shadow::under(layer, block.size).crop(style.corner(&block, canvas), canvas);
        Drawn { picture, missing: block.missing }
    })
}
