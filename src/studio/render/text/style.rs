//! How large words are and where they stand, by their place.

use crate::draft::{Canvas, TextPlace};

use super::typeset::Block;

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Height of the letters in pixels, when there is room.
    pub(super) size: f32,
    /// They shrink to this before they may take more lines.
    pub(super) smallest: f32,
    /// How many lines look well.
    pub(super) lines: usize,
    /// Widest line, in pixels.
    pub(super) width: f32,
    /// Distance between the edge of the canvas and the words that stand near it.
    margin: f32,
    place: TextPlace,
}

/// Part of the canvas that lines may fill; beyond it, screens and apps cut off or cover.
const WIDEST: f32 = 0.86;

/// The style of a place on a canvas. Sizes follow the shorter side, so that a film looks alike in
/// every shape.
pub(super) fn style(place: TextPlace, canvas: Canvas) -> Style {
    let short = canvas.width.min(canvas.height) as f32;
    let is_upright = canvas.height > canvas.width;
    let (size, smallest, lines) = match place {
        TextPlace::Centre => (0.112, 0.058, 3),
        TextPlace::Top => (0.088, 0.05, 3),
        TextPlace::Bottom => (0.054, 0.04, 2),
    };
    // Apps lay their own buttons over the ends of upright films.
    let margin = match (place, is_upright) {
        (TextPlace::Bottom, true) => 0.16,
        (TextPlace::Bottom, false) => 0.075,
        (_, true) => 0.13,
        (_, false) => 0.09,
    };
    Style {
        size: short * size,
        smallest: short * smallest,
        lines,
        width: canvas.width as f32 * WIDEST,
        margin: canvas.height as f32 * margin,
        place,
    }
}

impl Style {
    /// Where the upper left corner of a block goes.
    pub(super) fn corner(&self, block: &Block, canvas: Canvas) -> (f32, f32) {
        let (width, height) = (canvas.width as f32, canvas.height as f32);
        let x = (width - block.width) / 2.0;
        let y = match self.place {
            TextPlace::Centre => (height - block.height) / 2.0,
            TextPlace::Top => self.margin,
            TextPlace::Bottom => height - self.margin - block.height,
        };
        (x, y.max(0.0))
    }
}
