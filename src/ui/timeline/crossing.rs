//! Where two pieces of a track meet in more than a point: transitions, and overlaps that are none.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::ui::ink::{Ink, put_at, put_over};

use super::piece::Piece;
use super::scale::Scale;

/// A transition is drawn for as long as it takes; gives back the columns that are taken.
pub(super) fn draw_transition(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    style: Style,
    ink: &Ink,
) -> u16 {
    let segment = piece.segment;
    let Some(transition) = &segment.transition else { return 1 };
    let end = scale.col(segment.start + transition.duration);
    let begins = segment.start >= scale.left;
    let cols = (end - scale.col(segment.start)).max(u16::from(begins)).min(place.width);
    let signs = ink.glyphs.transition.repeat(usize::from(cols));
    for row in 0..place.height {
        put_at(buffer, place, 0, row, &Line::styled(signs.as_str(), style));
    }
    // Where there is room the name stands apart.
    cols + u16::from(place.width > cols + 8)
}

/// Where a piece lies over the one before it, both cannot be seen: that part is hatched. A transition
/// explains as much of it as it takes. Gives back the columns that are taken, counted from the left.
pub(super) fn draw_overlap(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    ink: &Ink,
) -> u16 {
    let segment = piece.segment;
    let explained = segment.transition.as_ref().map(|transition| transition.duration);
    let from = segment.start + explained.unwrap_or_default();
    let to = piece.covered.min(segment.end());
    if from >= to {
        return 0;
    }
    let start = scale.col(segment.start);
    let first = scale.col(from) - start;
    let cols = (scale.col(to).max(scale.col(from) + 1) - scale.col(from)).min(place.width - first);
    let signs = ink.glyphs.overlap.repeat(usize::from(cols));
    for row in 0..place.height {
        put_over(buffer, place, first, row, &Line::styled(signs.as_str(), ink.theme.warning));
    }
    first + cols
}
