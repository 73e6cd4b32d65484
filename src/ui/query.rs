//! The line of a list that is written in.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::ink::{Ink, put_line, said};
use super::text::width;

/// A line being written, or what it is for; its end is seen where it is long.
pub(super) fn draw(
    buffer: &mut Buffer,
    body: Rect,
    text: &str,
    hint: &str,
    ink: &Ink,
) -> Option<Position> {
    if body.is_empty() {
        return None;
    }
    let prompt = format!("{} ", ink.glyphs.prompt);
    let room = usize::from(body.width).saturating_sub(width(&prompt) + 1);
    let shown = ending(text, room);
    let col = width(&prompt) + width(&shown);
    let words = if text.is_empty() {
        Span::styled(ink.clip(hint, room), ink.theme.dim)
    } else {
        said(&shown, ink.theme.text)
    };
    put_line(buffer, body, 0, &Line::from(vec![Span::styled(prompt, ink.theme.accent), words]));
    let col = u16::try_from(col).unwrap_or(u16::MAX).min(body.width - 1);
    Some(Position { x: body.x + col, y: body.y })
}

/// The last letters, as many as there is room for.
pub(super) fn ending(text: &str, room: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut cells = 0;
    for letter in text.graphemes(true).rev() {
        cells += width(letter);
        if cells > room {
            break;
        }
        kept.push(letter);
    }
    kept.into_iter().rev().collect()
}
