//! Empty time between pictures or sounds: left empty, with a faint line that says that nothing is there.
//! Words come and go; what is between them is no gap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::ui::ink::{Ink, put_at};

/// Draws the gap from a column up to another; where they are one, it is too short to be seen here.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, from: u16, to: u16, ink: &Ink) {
    if from >= to || area.is_empty() {
        return;
    }
    let signs = ink.glyphs.gap.repeat(usize::from(to - from));
    put_at(buffer, area, from, (area.height - 1) / 2, &Line::styled(signs, ink.theme.dim));
}
