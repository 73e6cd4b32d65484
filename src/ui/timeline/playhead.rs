//! The playhead: one column through ruler and lanes.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::State;
use crate::ui::ink::{Ink, put_over};
use crate::ui::text::width;

use super::scale::Scale;

pub(super) fn draw(
    buffer: &mut Buffer,
    ruler: Rect,
    lanes: Rect,
    state: &State,
    scale: &Scale,
    ink: &Ink,
) {
    let playhead = state.timeline.playhead;
    if playhead < scale.left || lanes.is_empty() {
        return;
    }
    let col = scale.col(playhead).min(scale.cols.saturating_sub(1));
    if !leaves_letter(buffer, Position { x: ruler.x + col, y: ruler.y }, ruler, ink) {
        let head = Line::styled(ink.glyphs.playhead_head, ink.theme.playhead);
        put_over(buffer, ruler, col, 0, &head);
    }
    let mark = if ruler.is_empty() {
        Line::styled(ink.glyphs.playhead_alone, ink.theme.playhead.patch(ink.theme.strong))
    } else {
        Line::styled(ink.glyphs.playhead, ink.theme.playhead)
    };
    for row in 0..lanes.height {
        let at = Position { x: lanes.x + col, y: lanes.y + row };
        if leaves_letter(buffer, at, lanes, ink) {
            continue;
        }
        clear_wide_letter(buffer, at.x, at.y);
        put_over(buffer, lanes, col, row, &mark);
    }
}

/// With colours a letter of a time or a name stays to be read.
fn leaves_letter(buffer: &mut Buffer, at: Position, area: Rect, ink: &Ink) -> bool {
    area.contains(at) && ink.theme.fills() && colour_letter(buffer, at, ink)
}

/// Gives the letter at a place, or the wide one whose second half lies there, the playhead's colour as its
/// ground. Tells whether there is one.
fn colour_letter(buffer: &mut Buffer, at: Position, ink: &Ink) -> bool {
    let left = Position { x: at.x.saturating_sub(1), y: at.y };
    let is_wide = |cell: &Cell| width(cell.symbol()) > 1;
    let place = if buffer.cell(left).is_some_and(is_wide) { left } else { at };
    let is_letter = |cell: &Cell| cell.symbol().chars().any(char::is_alphanumeric);
    let Some(cell) = buffer.cell_mut(place).filter(|cell| is_letter(cell)) else { return false };
    cell.set_style(Style::reset().patch(ink.theme.playhead.reversed()));
    true
}

/// A wide letter that a sign over it would cut in half goes whole: half of one cannot be drawn.
pub(super) fn clear_wide_letter(buffer: &mut Buffer, x: u16, y: u16) {
    let Some(left) = x.checked_sub(1) else { return };
    if let Some(cell) = buffer.cell_mut(Position { x: left, y })
        && crate::ui::text::width(cell.symbol()) > 1
    {
        cell.set_symbol(" ");
    }
    if let Some(cell) = buffer.cell(Position { x, y })
        && crate::ui::text::width(cell.symbol()) > 1
    {
        let style = cell.style();
        if let Some(next) = buffer.cell_mut(Position { x: x + 1, y }) {
            next.set_symbol(" ").set_style(style);
        }
    }
}
