//! What sets letters off from the picture: a shadow, a line around them, or a plate behind them.

use crate::draft::{Backing, Colour, TextStyle};

use super::paint::Layer;
use super::shadow::{Shaded, blurred, strengthened, under};
use super::typeset::Block;

/// Letters with what sets them off.
pub(super) fn backed(layer: Layer, block: &Block, look: &TextStyle) -> Shaded {
    let colour = look.backing_colour.unwrap_or(Colour([0; 3])).0;
    match look.backing {
        Backing::Shadow => Shaded { colour, ..under(layer, block.size) },
        Backing::Outline => {
            let line = outline(&layer, block.size);
            Shaded { layer, shadow: line, colour }
        }
        Backing::Plate => {
            // A plate that nobody gave a colour lets the picture be guessed behind it.
            let strength = if look.backing_colour.is_some() { 235 } else { 165 };
            let plate = plate(&layer, block, strength);
            Shaded { layer, shadow: plate, colour }
        }
        Backing::None => {
            let nothing = vec![0; layer.pixels.len()];
            Shaded { layer, shadow: nothing, colour }
        }
    }
}

/// Blurred a little and made strong again: an even line that follows every curve.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of letters")]
fn outline(layer: &Layer, size: f32) -> Vec<u8> {
    let alpha: Vec<u8> = layer.pixels.iter().map(|pixel| pixel[3]).collect();
    let radius = (1.0 + size * 0.022).round() as usize;
    strengthened(&blurred(&alpha, layer.width, radius), 9.0, 1.0)
}

/// A plate around the block, with rounded corners.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of letters")]
fn plate(layer: &Layer, block: &Block, strength: u8) -> Vec<u8> {
    let around = ((block.size * 0.34) as usize).min(layer.room);
    let above = around / 2;
    let (left, top) = (layer.room - around, layer.room - above);
    let right = layer.room + block.width.ceil() as usize + around;
    let bottom = layer.room + block.height.ceil() as usize + above;
    let radius = block.size * 0.18;
    let inside = |x: usize, y: usize| {
        if !(left..right).contains(&x) || !(top..bottom).contains(&y) {
            return false;
        }
        let from = |place: usize, low: usize, high: usize| {
            let nearest = (place - low).min(high - 1 - place) as f32;
            (radius - nearest).max(0.0)
        };
        from(x, left, right).hypot(from(y, top, bottom)) <= radius
    };
    let places = (0..layer.pixels.len()).map(|index| (index % layer.width, index / layer.width));
    places.map(|(x, y)| if inside(x, y) { strength } else { 0 }).collect()
}
