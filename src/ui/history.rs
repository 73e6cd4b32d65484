//! What differs between two drafts, over the chat.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::{Mark, State};

use super::ink::{Ink, put_line, said};
use super::layout::{Areas, Class};
use super::pane;
use super::rule::Rule;
use super::words::editing;

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let Some(found) = state.history.comparison() else { return };
    let area = over(areas);
    if area.is_empty() {
        return;
    }
    Clear.render(area, buffer);
    let title = editing::compared(ink.language, found.from, found.to);
    if areas.class != Class::Tiny {
        let close = vec![Span::styled("Esc", ink.theme.dim)];
        Rule { title: &title, after: Vec::new(), right: close, focused: true }
            .draw(buffer, area, ink);
    }
    let body = pane::body(area, areas.class);
    if found.lines.is_empty() {
        let words = editing::of(ink.language).no_difference;
        put_line(buffer, body, 0, &Line::styled(words, ink.theme.dim));
    }
    let hidden = found.lines.len().saturating_sub(usize::from(body.height));
    // The last row says how many there is no room for.
    let rows = body.height.saturating_sub(u16::from(hidden > 0));
    if hidden > 0 {
        let more = format!("{} +{}", ink.glyphs.more, hidden + 1);
        put_line(buffer, body, rows, &Line::styled(more, ink.theme.dim));
    }
    for (row, line) in (0..rows).zip(&found.lines) {
        let style = match line.mark {
            Mark::Added => ink.theme.success,
            Mark::Changed => ink.theme.changed,
            Mark::Removed => ink.theme.error,
            Mark::Expected => ink.theme.expected,
        };
        let cols = usize::from(body.width).saturating_sub(8);
        let spans = vec![
            Span::styled(format!("{} {:<4}", line.mark.sign(), line.track), style),
            said(&ink.clip(&line.text, cols), ink.theme.text),
        ];
        put_line(buffer, body, row, &Line::from(spans));
    }
}

/// Everything between the status line and the film, so that both drafts can be stepped through.
fn over(areas: &Areas) -> Rect {
    let top = areas.status.bottom();
    let full = areas.timeline;
    Rect { x: full.x, y: top, width: full.width, height: full.y.saturating_sub(top) }
}
