//! One lane: its label, and the pieces of it that are seen.
//!
//! Only what is seen is walked. Pieces narrower than a column are taken together and the walk goes on
//! at the next column, so the work is bounded by columns, not by segments.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Focus, State};
use crate::ui::ink::{Ink, put_line};
use crate::ui::text::{pad_left, pad_right};

use super::piece::{self, Piece};
use super::scale::Scale;

pub(super) fn draw_label(buffer: &mut Buffer, area: Rect, state: &State, row: usize, ink: &Ink) {
    let Some((lane, index)) = state.timeline.row(row) else {
        return;
    };
    let chosen = state.timeline.track == row && state.focus == Focus::Timeline;
    let mark = if chosen { ink.glyphs.chosen } else { " " };
    let style = ink.theme.track(lane.kind);
    let style = if chosen { style.patch(ink.theme.strong) } else { style };
    // The label begins where the words of the other panes do.
    let air = if area.width > 9 { " " } else { "" };
    let mut spans = vec![
        Span::styled(mark, ink.theme.accent),
        Span::raw(air),
        Span::styled(pad_right(&index.label, 3), style),
    ];
    if let Some(volume) = lane.volume {
        let room = usize::from(area.width).saturating_sub(6);
        let percent = format!("{:.0} %", volume * 100.0);
        if percent.len() <= room {
            spans.push(Span::styled(pad_left(&percent, room), ink.theme.dim));
        }
    }
    put_line(buffer, area, 0, &Line::from(spans));
}

pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    state: &State,
    row: usize,
    scale: &Scale,
    ink: &Ink,
) {
    let Some((lane, index)) = state.timeline.row(row) else {
        return;
    };
    let selected = (state.timeline.track == row && state.focus == Focus::Timeline)
        .then(|| state.timeline.selected())
        .flatten();
    let seen = index.seen(scale.left, scale.right());
    let mut place = seen.start;
    while place < seen.end {
        let Some(first) = index.segment(lane, place) else { return };
        let start = scale.col(first.start);
        // All that begins in this column; what began before the edge is drawn one by one.
        let next = if first.start < scale.left {
            place + 1
        } else {
            index.starting_from(scale.time(start + 1)).clamp(place + 1, seen.end)
        };
        let Some(last) = index.segment(lane, next - 1) else { return };
        let drawn = Piece {
            segment: last,
            kind: lane.kind,
            playhead: scale.seen_col(state.timeline.playhead),
            crowded: next - place > 1,
            selected: selected.is_some_and(|selected| std::ptr::eq(selected, last)),
        };
        piece::draw(buffer, area, &drawn, scale, ink);
        place = next;
    }
}
