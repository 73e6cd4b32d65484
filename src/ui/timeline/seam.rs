//! Where a piece was that is gone: a sign at the joint that it has left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{LaneMarks, Mark};
use crate::draft::{Kind, Millis};
use crate::ui::ink::Ink;

use super::cell;
use super::scale::Scale;

/// The column of the sign for a joint: its own, or the one beside the playhead, which would hide it.
pub(super) fn col(at: Millis, playhead: Millis, scale: &Scale) -> u16 {
    let col = scale.col(at).min(scale.cols.saturating_sub(1));
    // At the film's end the playhead is drawn in the last column, too.
    let is_seen = scale.left <= playhead && playhead <= scale.right();
    let playhead = is_seen.then(|| scale.col(playhead).min(scale.cols.saturating_sub(1)));
    if playhead == Some(col) { col.checked_sub(1).unwrap_or(1) } else { col }
}

/// Draws the signs of a lane.
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
    for col in 0..scale.cols {
        // Where the film ends is the last column's, too.
        let end = scale.time(col + 1) + Millis(u64::from(col + 1 == scale.cols));
        let Some(mark) = seams.starting(scale.time(col), end) else { continue };
        let col = self::col(scale.time(col), playhead, scale);
        for row in 0..area.height {
            cell::put(buffer, area, (col, row), Mark::Removed.sign(), style(mark, kind, ink));
        }
    }
}

fn style(mark: Mark, kind: Kind, ink: &Ink) -> Style {
    match mark {
        Mark::Expected => ink.theme.track(kind).patch(ink.theme.expected),
        _ if ink.theme.fills() => ink.theme.changed.reversed(),
        _ => ink.theme.changed,
    }
}
