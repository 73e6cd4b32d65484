//! The message box: what is being written, and the caret.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::text::{Line, Span};

use crate::app::{Focus, State};

use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::pane;
use super::rule::Rule;

/// Draws it; gives back where the caret is while the box has the keys.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let area = areas.message;
    if area.is_empty() {
        return None;
    }
    let body = pane::body(area, areas.class);
    let focused = state.focus == Focus::Message;
    if body.y > area.y {
        let rule = Rule { title: ink.words.message, after: Vec::new(), right: Vec::new(), focused };
        rule.draw(buffer, area, ink);
    }
    draw_words(buffer, state, areas, ink)
}

/// Draws what is written below the box's rule; gives back where the caret is while the box has the keys.
pub(super) fn draw_words(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let body = pane::body(areas.message, areas.class);
    if body.is_empty() {
        return None;
    }
    let cols = state.message_cols();
    let rows = state.message.rows(cols);
    let (row, col) = state.message.caret(&rows, cols);
    // The caret's row is always among those seen.
    let first = (row + 1).saturating_sub(usize::from(body.height));
    for (place, shown) in rows.iter().skip(first).take(usize::from(body.height)).enumerate() {
        let words = Span::styled(state.message.row_text(shown).to_owned(), ink.theme.text);
        put_line(buffer, body, u16::try_from(place).unwrap_or(u16::MAX), &Line::from(words));
    }
    if state.message.is_empty() {
        let hint = match &state.chat.question {
            Some(question) if question.marked.is_some() => ink.words.placeholder_several,
            Some(_) => ink.words.placeholder_question,
            None => ink.words.placeholder,
        };
        let hint = ink.clip(hint, usize::from(body.width));
        put_line(buffer, body, 0, &Line::styled(hint, ink.theme.dim));
    }
    let short = |value: usize| u16::try_from(value).unwrap_or(u16::MAX);
    let right = state.size.width.saturating_sub(1);
    (state.focus == Focus::Message).then(|| Position {
        x: body.x.saturating_add(short(col)).min(right),
        y: body.y.saturating_add(short(row - first)).min(body.bottom().saturating_sub(1)),
    })
}
