//! Words as pictures: shaped, wrapped, placed, and drawn so that they can be read on anything.
//!
//! Words and a canvas go in; an RGBA picture and its place come out, with the characters that no
//! installed font has. Fonts come from the system; loading them takes a good part of a second, so
//! it happens once for the process, and only when the first words are drawn. Drawing blocks: call
//! it where that does not matter.

mod backing;
mod emoji;
mod fonts;
mod motion;
mod paint;
mod shadow;
mod style;
mod typeset;

use image::RgbaImage;

use crate::draft::{Canvas, Colour, TextMove, TextStyle};

pub(super) use fonts::faces;
pub(super) use motion::Pace;
use motion::with_room;

/// Words as a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Drawn {
    /// What was drawn, no larger than needed; none when there is nothing to see.
    pub(super) picture: Option<Placed>,
    /// Characters that no installed font has, each once.
    pub(super) missing: String,
    /// What is seen while they come, a picture for each frame, where that is drawn.
    pub(super) coming: Vec<RgbaImage>,
    /// What is seen while they go.
    pub(super) going: Vec<RgbaImage>,
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
    let lacks =
        |sample| !draw(sample, &TextStyle::default(), canvas, Pace::default()).missing.is_empty();
    let scripts = [("Latin", "Title"), ("Chinese", "标题")];
    scripts.into_iter().filter(|(_, sample)| lacks(sample)).map(|(script, _)| script).collect()
}

/// Draws words for their place on a canvas, and the pictures of their coming and going where one
/// picture that fades or moves is not enough.
pub(super) fn draw(words: &str, look: &TextStyle, canvas: Canvas, pace: Pace) -> Drawn {
    fonts::with(|fonts| {
        let style = style::style(look, canvas);
        let block = typeset::typeset(words, &style, canvas, fonts);
        let corner = style.corner(&block, canvas);
        let mut sheet = Sheet { block: &block, look, corner, canvas, fonts };
        let Some(finished) = sheet.finished() else {
            return Drawn { picture: None, missing: block.missing, ..Drawn::default() };
        };
        let pops = [look.entrance, look.exit].contains(&TextMove::Pop);
        let picture = if pops { with_room(finished, canvas) } else { finished };
        let coming = sheet.on_the_way(&picture, look.entrance, pace.coming);
        let mut going = sheet.on_the_way(&picture, look.exit, pace.going);
        going.reverse();
        Drawn { picture: Some(picture), missing: block.missing, coming, going }
    })
}

/// Set words on their canvas, and what they are drawn with.
struct Sheet<'a> {
    block: &'a typeset::Block,
    look: &'a TextStyle,
    corner: (f32, f32),
    canvas: Canvas,
    fonts: &'a mut fonts::Fonts,
}

impl Sheet<'_> {
    fn finished(&mut self) -> Option<Placed> {
        self.shaded(usize::MAX).crop(self.corner, self.canvas)
    }

    /// The first so many letters and what sets them off.
    fn shaded(&mut self, letters: usize) -> shadow::Shaded {
        let colour = self.look.colour.unwrap_or(Colour([255; 3]));
        let layer = paint::glyphs(self.block, colour, letters, self.fonts);
        backing::backed(layer, self.block, self.look)
    }

    /// From nothing to the finished picture.
    fn on_the_way(&mut self, finished: &Placed, how: TextMove, frames: usize) -> Vec<RgbaImage> {
        match how {
            TextMove::Pop => motion::growing(&finished.image, frames),
            TextMove::Typewriter => {
                let all = self.block.letters();
                let letters = (0..frames).map(|frame| all * (frame + 1) / (frames + 1));
                letters.map(|letters| self.typed(finished, letters)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn typed(&mut self, finished: &Placed, letters: usize) -> RgbaImage {
        self.shaded(letters).cut(self.corner, finished)
    }
}

#[cfg(test)]
mod tests;
