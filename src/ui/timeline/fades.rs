//! Rise and fall of a piece, as slopes of its own colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::ink::Ink;
use crate::ui::text::width;

use super::levels;
use super::piece::{Piece, name};
use super::scale::Scale;

/// Draws them; gives back the columns that they take.
pub(super) fn draw(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    ink: &Ink,
) -> (u16, u16) {
    let (rise, fall) = cols(place, piece, scale);
    let style = if piece.selected { ink.theme.text } else { ink.theme.track(piece.kind) };
    for col in 0..rise {
        levels::draw(buffer, place, col, eighths(place, col, rise), style, ink);
    }
    for col in 0..fall {
        let from_right = place.width - 1 - col;
        levels::draw(buffer, place, from_right, eighths(place, col, fall), style, ink);
    }
    (rise, fall)
}

/// The columns over which a piece rises and falls, as far as they are to be seen.
fn cols(place: Rect, piece: &Piece<'_>, scale: &Scale) -> (u16, u16) {
    let segment = piece.segment;
    let mut rise = scale.col(segment.start + segment.fade_in) - scale.col(segment.start);
    let mut fall = scale.col(segment.end()) - scale.col(segment.end() - segment.fade_out);
    // A slope that is cut by an edge of the screen is not drawn as a shorter one.
    rise = if segment.start >= scale.left { rise.min(place.width) } else { 0 };
    fall = if segment.end() <= scale.right() { fall.min(place.width - rise) } else { 0 };
    // In a short piece its name is worth more.
    let room = usize::from(place.width - rise - fall);
    if (rise + fall) * 4 > place.width && width(&name(piece)) > room {
        return (0, 0);
    }
    (rise, fall)
}

/// How high a slope is at one of its steps.
fn eighths(place: Rect, step: u16, steps: u16) -> u32 {
    u32::from(place.height) * 8 * (2 * u32::from(step) + 1) / (2 * u32::from(steps))
}
