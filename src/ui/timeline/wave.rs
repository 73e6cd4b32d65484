//! The shape of a piece's sound, as loud as it will be heard: its volume and fades are in it.
//!
//! Where a lane is one row high the name stands
//! before the shape, else above it. Pictures have sound too; it is shown where lanes are high.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Waveform;
use crate::draft::{Kind, Millis, Segment};
use crate::ui::ink::Ink;
use crate::ui::text::width;

use super::piece::{Piece, name};
use super::scale::Scale;
use super::{filmstrip, levels};

/// From so many rows on there is room for facts between the name and the shape.
pub(super) const ROWS_WITH_FACTS: u16 = 4;

/// A shape was drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sounding {
    /// In the row of the name.
    beside_name: bool,
}

impl Sounding {
    /// What a name may take of a row that it shares with the shape.
    pub(super) fn room_for_name(self, room: Rect, piece: &Piece<'_>) -> Rect {
        if !self.beside_name {
            return room;
        }
        let most = if room.width < 6 { 0 } else { (room.width * 2 / 3).max(6) };
        let sign = if piece.changed.is_some() { 2 } else { 0 };
        let wanted = u16::try_from(width(&name(piece)) + sign + 1).unwrap_or(u16::MAX);
        Rect { width: wanted.min(most), ..room }
    }
}

/// Draws the shape over the part of the place that is for it.
pub(super) fn draw(
    buffer: &mut Buffer,
    place: Rect,
    piece: &Piece<'_>,
    scale: &Scale,
    ink: &Ink,
) -> Option<Sounding> {
    let sound = piece.sound?;
    let first = first_row(piece.kind, place.height)?;
    if piece.filmstrip
        && filmstrip::rows(piece.kind, place).is_some_and(|rows| first < rows.bottom() - place.y)
    {
        return None;
    }
    let rows = Rect { y: place.y + first, height: place.height - first, ..place };
    let style = if piece.selected { ink.theme.text } else { ink.theme.track(piece.kind) };
    let segment = piece.segment;
    let start = scale.col(segment.start);
    // The edges stay where the piece begins and, unfilled, where it ends; so does the ground of a name.
    let edge = u16::from(first == 0 || segment.start >= scale.left);
    let end = u16::from(!ink.theme.fills() && segment.end() <= scale.right());
    for col in edge..place.width.saturating_sub(end) {
        let from = scale.time(start + col).max(segment.start);
        let to = scale.time(start + col + 1).min(segment.end()).max(from + Millis(1));
        // As ears hear it: half as strong is far from half as loud, and quiet music has a shape.
        let height = level(segment, sound, from, to).sqrt() * f64::from(rows.height);
        levels::draw(buffer, rows, col, levels::eighths(height).max(1), style, ink);
    }
    Some(Sounding { beside_name: first == 0 })
}

fn first_row(kind: Kind, height: u16) -> Option<u16> {
    match (kind, height) {
        (Kind::Audio, 1) => Some(0),
        (Kind::Audio, 2 | 3) => Some(1),
        (Kind::Audio, ROWS_WITH_FACTS..) => Some(2),
        (Kind::Video, 3..) => Some(height - 1),
        _ => None,
    }
}

/// How loud a piece is between two moments of the timeline, 0 to 1.
fn level(segment: &Segment, sound: &Waveform, from: Millis, to: Millis) -> f64 {
    let source = |time: Millis| segment.source_after(time - segment.start);
    let (one, other) = (source(from), source(to));
    let level = f64::from(sound.level(one.min(other), one.max(other))) / 255.0;
    (level * segment.volume.unwrap_or(1.0) * slope(segment, from, to)).clamp(0.0, 1.0)
}

/// What the fades leave of it in the middle of a span.
fn slope(segment: &Segment, from: Millis, to: Millis) -> f64 {
    let middle = Millis(from.0.midpoint(to.0));
    let share = |part: Millis, whole: Millis| {
        if part < whole { part.as_secs_f64() / whole.as_secs_f64() } else { 1.0 }
    };
    share(middle - segment.start, segment.fade_in)
        .min(share(segment.end() - middle, segment.fade_out))
}

#[cfg(test)]
mod tests {
    use crate::draft::SegmentId;

    use super::*;

    fn sound() -> Waveform {
        Waveform::new(Millis(100), (0..=255).collect())
    }

    fn piece() -> Segment {
        Segment::new(SegmentId::new("a"), Millis(5_000), Millis(10_000))
    }

    fn heard(segment: &Segment, from: u64) -> u32 {
        levels::eighths(level(segment, &sound(), Millis(from), Millis(from + 100)) * 255.0 / 8.0)
    }

    #[test]
    fn the_shape_begins_at_the_in_point_and_runs_with_the_speed() {
        assert_eq!(heard(&piece(), 5_000), 0);
        assert_eq!(heard(&piece(), 7_000), 20);
        let fast = Segment { source_in: Millis(3_000), speed: 2.0, ..piece() };
        assert_eq!(heard(&fast, 5_000), 30);
        assert_eq!(heard(&fast, 7_000), 70);
    }

    #[test]
    fn volume_and_fades_are_in_the_shape() {
        let half = Segment { volume: Some(0.5), ..piece() };
        assert_eq!(heard(&half, 7_000), 10);
        let rising = Segment { fade_in: Millis(4_100), fade_out: Millis(500), ..piece() };
        assert_eq!(heard(&rising, 7_000), 10);
        assert_eq!(heard(&rising, 11_000), 60);
        assert!(heard(&rising, 14_800) < 50);
    }
}
