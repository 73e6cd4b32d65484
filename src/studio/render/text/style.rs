//! How large words are and where they stand, by their place.

use cosmic_text::Align;

use crate::draft::{Canvas, TextPlace, TextStyle, TextWeight};

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
    /// How lines stand to each other.
    pub(super) align: Align,
    pub(super) weight: TextWeight,
    pub(super) italic: bool,
    /// Distance between the edge of the canvas and the words that stand near it.
    margin: f32,
    /// The same to the left and right.
    side: f32,
    place: TextPlace,
}

/// Part of the canvas that lines may fill; beyond it, screens and apps cut off or cover.
const WIDEST: f32 = 0.86;

/// The same of words that stand at one side.
const WIDEST_AT_A_SIDE: f32 = 0.46;

/// Distance from the left or right edge.
const SIDE: f32 = 0.055;

/// The style of words on a canvas. Sizes follow the shorter side, so that a film looks alike in
/// every shape.
pub(super) fn style(look: &TextStyle, canvas: Canvas) -> Style {
    let place = look.place;
    let short = canvas.width.min(canvas.height) as f32;
    let is_upright = canvas.height > canvas.width;
    let (size, smallest, lines) = usual(place);
    // Apps lay their own buttons over the ends of upright films.
    let margin = match (place, is_upright) {
        (TextPlace::LowerThird, true) => 0.24,
        (TextPlace::LowerThird, false) => 0.16,
        (place, true) if place.is_low() => 0.16,
        (place, false) if place.is_low() => 0.075,
        (_, true) => 0.13,
        (_, false) => 0.09,
    };
    let times = look.size.clamp(20, 600) as f32 / 100.0;
    let align = column(place);
    let widest = if align == Align::Center { WIDEST } else { WIDEST_AT_A_SIDE };
    Style {
        size: short * size * times,
        smallest: short * smallest * times.min(1.0),
        lines,
        width: canvas.width as f32 * widest,
        align,
        weight: look.weight,
        italic: look.italic,
        margin: canvas.height as f32 * margin,
        side: canvas.width as f32 * SIDE,
        place,
    }
}

/// Height of the letters and the least of it, as parts of the canvas's shorter side, and lines.
const fn usual(place: TextPlace) -> (f32, f32, usize) {
    match place {
        TextPlace::Centre => (0.112, 0.058, 3),
        TextPlace::Top => (0.088, 0.05, 3),
        TextPlace::Bottom => (0.054, 0.04, 2),
        TextPlace::LowerThird => (0.056, 0.04, 2),
        TextPlace::Left | TextPlace::Right => (0.066, 0.042, 4),
        TextPlace::TopLeft
        | TextPlace::TopRight
        | TextPlace::BottomLeft
        | TextPlace::BottomRight => (0.05, 0.036, 3),
    }
}

const fn column(place: TextPlace) -> Align {
    match place {
        TextPlace::Centre | TextPlace::Top | TextPlace::Bottom => Align::Center,
        TextPlace::TopLeft | TextPlace::Left | TextPlace::BottomLeft | TextPlace::LowerThird => {
            Align::Left
        }
        TextPlace::TopRight | TextPlace::Right | TextPlace::BottomRight => Align::Right,
    }
}

impl Style {
    /// Where the upper left corner of a block goes.
    pub(super) fn corner(&self, block: &Block, canvas: Canvas) -> (f32, f32) {
        let (width, height) = (canvas.width as f32, canvas.height as f32);
        let x = match self.align {
            Align::Left => self.side,
            Align::Right | Align::End => width - self.side - block.width,
            Align::Center | Align::Justified => (width - block.width) / 2.0,
        };
        let y = match self.place {
            TextPlace::Centre | TextPlace::Left | TextPlace::Right => (height - block.height) / 2.0,
            TextPlace::Top | TextPlace::TopLeft | TextPlace::TopRight => self.margin,
            TextPlace::Bottom
            | TextPlace::BottomLeft
            | TextPlace::BottomRight
            | TextPlace::LowerThird => height - self.margin - block.height,
        };
        (x.max(0.0), y.max(0.0))
    }
}
