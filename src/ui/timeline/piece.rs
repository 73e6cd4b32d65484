//! One piece on a lane: filled to scale, named, with its fades and the transition into it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::draft::{Kind, Segment, segment_label};
use crate::ui::format;
use crate::ui::ink::{Ink, put_at, put_over};
use crate::ui::text::{clip, width};

use super::scale::Scale;

/// A segment as it is to be drawn.
pub(super) struct Piece<'a> {
    pub segment: &'a Segment,
    pub kind: Kind,
    /// The column of the playhead, which is drawn over the pieces.
    pub playhead: Option<u16>,
    /// Others begin in the same column.
    pub crowded: bool,
    /// It is the one that the keys mean.
    pub selected: bool,
}

pub(super) fn draw(buffer: &mut Buffer, area: Rect, piece: &Piece<'_>, scale: &Scale, ink: &Ink) {
    let start = scale.col(piece.segment.start);
    if start >= scale.cols {
        return;
    }
    let end = scale.col(piece.segment.end()).max(start + 1);
    let place = Rect { x: area.x + start, width: end - start, ..area };
    let style = if piece.selected { ink.theme.selection } else { ink.theme.piece(piece.kind) };
    fill(buffer, place, piece, scale, style, ink);
    if piece.crowded {
        let sign = Line::styled(ink.glyphs.crowd, ink.theme.track(piece.kind));
        (0..place.height).for_each(|row| put_over(buffer, place, 0, row, &sign));
        return;
    }
    let (rise, fall) = draw_fades(buffer, place, piece, scale, ink);
    let crossing = draw_transition(buffer, place, piece, scale, style, ink);
    let taken = rise.max(crossing).min(place.width);
    let room =
        Rect { x: place.x + taken, width: (place.width - taken).saturating_sub(fall), ..place };
    let under = piece.playhead.is_some_and(|col| area.x + col == room.x);
    let room = if under { behind_playhead(room, piece) } else { room };
    draw_labels(buffer, room, piece, style, ink);
}

/// A name begins behind the playhead that would hide its first letter, if enough of it fits there.
fn behind_playhead(room: Rect, piece: &Piece<'_>) -> Rect {
    let left = room.width.saturating_sub(1);
    let fits = usize::from(left) >= FEW_LETTERS.min(width(&name(piece)));
    if fits { Rect { x: room.x + 1, width: left, ..room } } else { room }
}

/// The ground, with an edge where the piece begins, and one where it ends if nothing fills it.
fn fill(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    style: Style,
    ink: &Ink,
) {
    let ground = " ".repeat(usize::from(place.width));
    let ends = piece.segment.end() <= scale.right();
    for row in 0..place.height {
        put_over(buffer, place, 0, row, &Line::styled(ground.as_str(), style));
        if piece.segment.start >= scale.left {
            put_at(buffer, place, 0, row, &Line::styled(ink.glyphs.cut, style));
        }
        if ends && !ink.theme.fills() && place.width > 1 {
            put_at(buffer, place, place.width - 1, row, &Line::styled(ink.glyphs.piece_end, style));
        }
    }
}

/// A transition is drawn for as long as it takes; gives back the columns that are taken.
fn draw_transition(
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

/// Rise and fall, drawn in the piece's own colour over as many columns as they take; gives these back.
fn draw_fades(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    ink: &Ink,
) -> (u16, u16) {
    let segment = piece.segment;
    if !ink.theme.fills() || piece.selected {
        return (0, 0);
    }
    let style = ink.theme.track(piece.kind);
    let mut rise = scale.col(segment.start + segment.fade_in) - scale.col(segment.start);
    let mut fall = scale.col(segment.end()) - scale.col(segment.end() - segment.fade_out);
    // A slope that is cut by an edge of the screen is not drawn as a shorter one.
    rise = if segment.start >= scale.left { rise.min(place.width) } else { 0 };
    fall = if segment.end() <= scale.right() { fall.min(place.width - rise) } else { 0 };
    // In a short piece its name is worth more.
    let room = usize::from(place.width - rise - fall);
    if (rise + fall) * 4 > place.width && width(&name(piece)) > room {
        return (0, 0);
    }
    for col in 0..rise {
        draw_level(buffer, place, col, (col, rise), style, ink);
    }
    for col in 0..fall {
        draw_level(buffer, place, place.width - 1 - col, (col, fall), style, ink);
    }
    (rise, fall)
}

/// One column of a fade, filled from below as far as the step says.
fn draw_level(
    buffer: &mut Buffer,
    place: Rect,
    col: u16,
    (step, steps): (u16, u16),
    style: Style,
    ink: &Ink,
) {
    let eighths = u32::from(place.height) * 8 * (2 * u32::from(step) + 1) / (2 * u32::from(steps));
    for row in 0..place.height {
        let below = u32::from(place.height - 1 - row) * 8;
        let sign = match eighths.saturating_sub(below) {
            0 => " ",
            level => ink.glyphs.levels[usize::try_from(level - 1).unwrap_or(7).min(7)],
        };
        put_over(buffer, place, col, row, &Line::styled(sign, style));
    }
}

/// Fewer letters of a name than this tell nothing.
const FEW_LETTERS: usize = 3;

/// The name, where a few letters of it fit; below it, where lanes are high, what else is known.
fn draw_labels(buffer: &mut Buffer, place: Rect, piece: &Piece<'_>, style: Style, ink: &Ink) {
    let edge = u16::from(!ink.theme.fills());
    let room = usize::from(place.width.saturating_sub(edge));
    let name = name(piece);
    if room < FEW_LETTERS && width(&name) > room {
        return;
    }
    let cut = |words: &str| if room < 10 { clip(words, room, "") } else { ink.clip(words, room) };
    put_at(buffer, place, 0, 0, &Line::styled(cut(&name), style));
    if place.height > 1 {
        put_at(buffer, place, 0, 1, &Line::styled(cut(&facts(piece.segment, ink)), style));
    }
}

/// What it is, how loud, how fast: what the draft says that differs from the usual.
fn name(piece: &Piece<'_>) -> String {
    let segment = piece.segment;
    let mut name = segment_label(segment);
    if let Some(volume) = segment.volume.filter(|_| piece.kind == Kind::Audio) {
        name.push_str(&format!("  {:.0} %", volume * 100.0));
    }
    if (segment.speed - 1.0).abs() > 0.005 {
        name.push_str(&format!("  {}×", format::number(segment.speed)));
    }
    name
}

fn facts(segment: &Segment, ink: &Ink) -> String {
    let mut facts = vec![format::length(ink.language, segment.duration)];
    facts.extend(segment.transition.iter().map(|transition| transition.kind.0.clone()));
    facts.extend(segment.effects.iter().map(|effect| effect.0.clone()));
    facts.join(&format!(" {} ", ink.glyphs.between))
}
