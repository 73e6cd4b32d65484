//! Where a piece was that is gone: a sign at the joint that it has left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{LaneMarks, Mark};
use crate::draft::{Kind, Millis};
use crate::ui::ink::Ink;

use super::cell;
use super::scale::Scale;

/// Draws the signs of a lane, each in the column of its joint, or beside the playhead, which would hide it.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    seams: LaneMarks<'_>,
    (kind, playhead): (Kind, Millis),
    scale: &Scale,
    ink: &Ink,
) {
    if seams.is_empty() {
        return;
    }
    // The playhead at the film's end is drawn in the last column.
    let playhead =
        scale.seen_col(playhead).or_else(|| (playhead == scale.right()).then_some(scale.cols - 1));
    for col in 0..scale.cols {
        // Where the film ends is the last column's, too.
        let end = scale.time(col + 1) + Millis(u64::from(col + 1 == scale.cols));
        let Some(mark) = seams.starting(scale.time(col), end) else { continue };
        let col = if playhead == Some(col) { beside(col) } else { col };
        for row in 0..area.height {
            cell::put(buffer, area, (col, row), Mark::Removed.sign(), style(mark, kind, ink));
        }
    }
}

fn beside(col: u16) -> u16 {
    col.checked_sub(1).unwrap_or(1)
}

fn style(mark: Mark, kind: Kind, ink: &Ink) -> Style {
    match mark {
        Mark::Expected => ink.theme.track(kind).patch(ink.theme.expected),
        _ if ink.theme.fills() => ink.theme.changed.reversed(),
        _ => ink.theme.changed,
    }
}
