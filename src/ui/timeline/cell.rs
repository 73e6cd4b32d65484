//! Single cells, written without the detour over lines: there are thousands of them in a frame.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Puts a sign of one column over what is there.
pub(super) fn put(
    buffer: &mut Buffer,
    area: Rect,
    (col, row): (u16, u16),
    sign: &'static str,
    style: Style,
) {
    if col >= area.width || row >= area.height {
        return;
    }
    if let Some(cell) = buffer.cell_mut(Position { x: area.x + col, y: area.y + row }) {
        cell.reset();
        cell.set_symbol(sign).set_style(style);
    }
}
