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
    let body = pane::body(area, areas.class);
    let rows = usize::from(body.height);
    let (top, all) = (state.history.comparison_top(rows), found.lines.len());
    if areas.class != Class::Tiny {
        let mut right = Vec::new();
        if state.history.count() > 2 {
            let keys = ["history.older", "history.newer"].map(|id| state.keymap.key_of(id));
            let words = format!(" {}   ", editing::of(ink.language).other_drafts);
            right.push(Span::styled(keys.concat(), ink.theme.text));
            right.push(Span::styled(words, ink.theme.dim));
        }
        if all > rows {
            let keys = ["timeline.previous-edit", "timeline.next-edit"];
            let keys = keys.map(|id| state.keymap.key_of(id)).concat();
            let seen = format!("{}–{}/{all}   ", top + 1, (top + rows).min(all));
            right.push(Span::styled(seen, ink.theme.dim));
            right.push(Span::styled(keys, ink.theme.text));
            right.push(Span::styled("   ", ink.theme.dim));
        }
        right.push(Span::styled("Esc", ink.theme.dim));
        Rule { title: &title, after: Vec::new(), right, focused: true }.draw(buffer, area, ink);
    }
    if found.lines.is_empty() {
        let words = editing::of(ink.language).no_difference;
        put_line(buffer, body, 0, &Line::styled(words, ink.theme.dim));
    }
    for (row, line) in (0..body.height).zip(found.lines.iter().skip(top)) {
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

/// Lines of a comparison that are seen at once.
#[must_use]
pub fn rows(state: &State) -> usize {
    let areas = state.areas();
    usize::from(pane::body(over(&areas), areas.class).height)
}

/// Everything between the status line and the film, so that both drafts can be stepped through.
fn over(areas: &Areas) -> Rect {
    let top = areas.status.bottom();
    let full = areas.timeline;
    Rect { x: full.x, y: top, width: full.width, height: full.y.saturating_sub(top) }
}
