//! A hint for who is new to a pane, set into the strokes of the pane's own rule: it covers nothing and
//! moves nothing, and where there is no room there is none.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{Focus, State};

use super::ink::{Ink, line_width, put_over};
use super::layout::Areas;

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if state.is_covered() || !state.pending.is_empty() {
        return;
    }
    let Some(row) = state.hint() else { return };
    let words = row.help.within(ink.language);
    let line = Line::from(vec![
        Span::raw(" "),
        Span::styled(state.keymap.told(row), ink.theme.text),
        Span::styled(format!("  {words} "), ink.theme.dim),
    ]);
    let Some((start, end)) = strokes(buffer, pane(state.focus, areas), ink) else { return };
    // Some strokes stay at both sides, so that it is still a rule.
    let cols = u16::try_from(line_width(&line)).unwrap_or(u16::MAX);
    if u32::from(end - start) < u32::from(cols) + 6 {
        return;
    }
    let place = Rect { x: end - 3 - cols, y: pane(state.focus, areas).y, width: cols, height: 1 };
    put_over(buffer, place, 0, 0, &line);
}

const fn pane(focus: Focus, areas: &Areas) -> Rect {
    match focus {
        Focus::Message => areas.message,
        Focus::Timeline => areas.timeline,
        Focus::Chat => areas.chat,
        Focus::Media => areas.media,
        Focus::Jobs => areas.jobs,
    }
}

/// The longest run of strokes in the first row of an area.
fn strokes(buffer: &Buffer, area: Rect, ink: &Ink) -> Option<(u16, u16)> {
    let is_stroke = |x: u16| {
        let cell = buffer.cell(Position { x, y: area.y });
        cell.is_some_and(|cell| cell.symbol() == ink.glyphs.rule)
    };
    let mut longest: Option<(u16, u16)> = None;
    let mut start = area.x;
    for x in area.x..=area.right() {
        if x < area.right() && is_stroke(x) {
            continue;
        }
        if longest.is_none_or(|(from, to)| x - start > to - from) {
            longest = Some((start, x));
        }
        start = x + 1;
    }
    longest
}
