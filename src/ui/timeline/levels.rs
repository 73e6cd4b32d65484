//! One column filled from below: what fades, shapes of sound and the overview are drawn with.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::ui::ink::Ink;

use super::cell;

/// Draws a column that is filled by so many eighths of a row.
pub(super) fn draw(
    buffer: &mut Buffer,
    place: Rect,
    col: u16,
    eighths: u32,
    style: Style,
    ink: &Ink,
) {
    for row in 0..place.height {
        let below = u32::from(place.height - 1 - row) * 8;
        let sign = sign(eighths.saturating_sub(below), ink);
        cell::put(buffer, place, (col, row), sign, style);
    }
}

/// The sign of one cell that is filled by so many eighths.
pub(super) fn sign(eighths: u32, ink: &Ink) -> &'static str {
    match eighths {
        0 => " ",
        level => ink.glyphs.levels[usize::try_from(level - 1).unwrap_or(7).min(7)],
    }
}

/// A height in eighths of a row, from one in rows.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
pub(super) fn eighths(rows: f64) -> u32 {
    (rows * 8.0).round().clamp(0.0, 8000.0) as u32
}
