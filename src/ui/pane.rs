//! What all panes share: a rule with a title, and the room below it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::ink::{Ink, put_line};
use super::layout::{Class, margin};
use super::text;

/// The room below a pane's rule, with a margin at both sides.
pub(super) fn body(area: Rect, class: Class) -> Rect {
    let rule = u16::from(class != Class::Tiny).min(area.height);
    let margin = margin(class).min(area.width / 2);
    Rect {
        x: area.x + margin,
        y: area.y + rule,
        width: area.width - 2 * margin,
        height: area.height - rule,
    }
}

/// The room of a list: as any pane's, with an empty row above where there is room for air.
pub(super) fn list_body(area: Rect, class: Class) -> Rect {
    let body = body(area, class);
    let air = u16::from(class >= Class::Standard).min(body.height.saturating_sub(1));
    Rect { y: body.y + air, height: body.height - air, ..body }
}

/// Marks the row that the keys mean, in the margin, so that no column moves.
pub(super) fn draw_mark(buffer: &mut Buffer, body: Rect, row: u16, ink: &Ink) {
    let x = body.x.saturating_sub(2);
    let margin = Rect { x, width: body.x - x, ..body };
    put_line(buffer, margin, row, &Line::styled(ink.glyphs.chosen, ink.theme.accent));
}

/// Says in a list's room that there is nothing to list, and what would change that.
pub(super) fn draw_hint(buffer: &mut Buffer, body: Rect, hint: &str, ink: &Ink) {
    let rows = text::plain_rows(hint, usize::from(body.width).max(1)).into_iter();
    for (row, words) in (0..body.height).zip(rows) {
        let words: String = words.runs.into_iter().map(|run| run.text).collect();
        put_line(buffer, body, row, &Line::styled(words, ink.theme.dim));
    }
}

/// The first item to show so that the chosen one is seen and the room is used.
pub(super) fn first_shown(heights: &[usize], chosen: usize, rows: usize) -> usize {
    let mut first = heights.len();
    let mut used = 0;
    while first > 0 && used + heights[first - 1] <= rows {
        first -= 1;
        used += heights[first];
    }
    first.min(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_shows_its_end_unless_something_above_is_chosen() {
        assert_eq!(first_shown(&[1, 1, 1, 1], 3, 2), 2);
        assert_eq!(first_shown(&[1, 1, 1, 1], 1, 2), 1);
        assert_eq!(first_shown(&[2, 2, 1], 2, 3), 1);
        assert_eq!(first_shown(&[], 0, 3), 0);
    }
}
