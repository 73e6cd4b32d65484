//! One piece on a lane: filled to scale, named, with its fades and the transition into it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::draft::{Kind, Millis, Segment, segment_label};
use crate::ui::ink::{Ink, put_at};
use crate::ui::text::{clip, width};

use super::scale::Scale;

/// A segment as it is to be drawn.
pub(super) struct Piece<'a> {
    pub segment: &'a Segment,
    pub kind: Kind,
    /// Others begin in the same column.
    pub crowded: bool,
    /// It is the one that the keys mean.
    pub selected: bool,
}

pub(super) fn draw(buffer: &mut Buffer, area: Rect, piece: &Piece<'_>, scale: &Scale, ink: &Ink) {
    let segment = piece.segment;
    let start = scale.col(segment.start);
    if start >= scale.cols {
        return;
    }
    let end = scale.col(segment.end()).max(start + 1);
    let place = Rect { x: area.x + start, width: end - start, ..area };
    let style = if piece.selected { ink.theme.selection } else { ink.theme.piece(piece.kind) };
    let starts_here = segment.start >= scale.left;
    fill(buffer, place, style, starts_here, segment.end() <= scale.right(), ink);
    if piece.crowded {
        put_at(buffer, place, 0, 0, &Line::styled(ink.glyphs.crowd, ink.theme.track(piece.kind)));
        return;
    }
    if starts_here {
        draw_fades(buffer, place, piece, scale, ink);
    }
    let crossing =
        if starts_here { draw_transition(buffer, place, piece, scale, style, ink) } else { 0 };
    draw_label(buffer, place, piece, crossing, style, ink);
}

/// The ground, with an edge where the piece begins, and one where it ends if nothing fills it.
fn fill(buffer: &mut Buffer, place: Rect, style: Style, starts: bool, ends: bool, ink: &Ink) {
    let ground = " ".repeat(usize::from(place.width));
    for row in 0..place.height {
        put_at(buffer, place, 0, row, &Line::styled(ground.as_str(), style));
        if starts {
            put_at(buffer, place, 0, row, &Line::styled(ink.glyphs.cut, style));
        }
        if ends && !ink.theme.fills() && place.width > 1 {
            put_at(buffer, place, place.width - 1, row, &Line::styled(ink.glyphs.piece_end, style));
        }
    }
}

/// A transition is drawn for as long as it takes; gives back the columns it has taken.
fn draw_transition(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    style: Style,
    ink: &Ink,
) -> u16 {
    let Some(transition) = &piece.segment.transition else { return 0 };
    let end = scale.col(piece.segment.start + transition.duration);
    let cols = (end - scale.col(piece.segment.start)).clamp(1, place.width);
    let signs = ink.glyphs.transition.repeat(usize::from(cols));
    for row in 0..place.height {
        put_at(buffer, place, 0, row, &Line::styled(signs.as_str(), style));
    }
    cols
}

/// Rise and fall, drawn in the piece's own colour over as many columns as they take.
fn draw_fades(buffer: &mut Buffer, place: Rect, piece: &Piece<'_>, scale: &Scale, ink: &Ink) {
    if !ink.theme.fills() || piece.selected {
        return;
    }
    let segment = piece.segment;
    let style = ink.theme.track(piece.kind);
    let cols = |time: Millis| scale.col(segment.start + time) - scale.col(segment.start);
    let rise = cols(segment.fade_in).min(place.width);
    let fall = cols(segment.fade_out).min(place.width - rise);
    let row = place.height - 1;
    for col in 0..rise {
        put_at(buffer, place, col, row, &Line::styled(level(col, rise, ink), style));
    }
    for col in 0..fall {
        let at = place.width - 1 - col;
        put_at(buffer, place, at, row, &Line::styled(level(col, fall, ink), style));
    }
}

fn level(col: u16, cols: u16, ink: &Ink) -> &'static str {
    ink.glyphs.levels[usize::from((2 * col + 1) * 8 / (2 * cols)).min(7)]
}

/// The name, where a few letters of it fit.
fn draw_label(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    crossing: u16,
    style: Style,
    ink: &Ink,
) {
    let rise = crossing.max(1);
    let edge = u16::from(!ink.theme.fills());
    let room = usize::from(place.width.saturating_sub(rise + edge));
    let label = label(piece.segment, piece.kind, ink);
    let label = if room < 10 { clip(&label, room, "") } else { ink.clip(&label, room) };
    if width(&label) == 0 {
        return;
    }
    put_at(buffer, place, rise, 0, &Line::styled(label, style));
}

/// What it is, how loud, how fast: what the draft says that differs from the usual.
fn label(segment: &Segment, kind: Kind, ink: &Ink) -> String {
    let mut label = segment_label(segment);
    if let Some(volume) = segment.volume.filter(|_| kind == Kind::Audio) {
        label.push_str(&format!("  {:.0} %", volume * 100.0));
    }
    if (segment.speed - 1.0).abs() > 0.005 {
        label.push_str(&format!("  {}×", crate::ui::format::number(segment.speed)));
    }
    let _ = ink;
    label
}
