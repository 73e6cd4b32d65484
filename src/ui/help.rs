//! All keys, over everything but the film: grouped as the table of actions is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::State;
use crate::app::actions::{Scope, TABLE, scope_word};

use super::ink::{Ink, put_line};
use super::layout::{Areas, Class};
use super::pane;
use super::rule::Rule;
use super::text::{pad_right, width};

/// Rows of the whole list, for scrolling.
#[must_use]
pub fn help_rows(state: &State) -> usize {
    rows(&Ink::of(state), usize::from(state.size.width)).len()
}

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let Some(first) = state.help else { return };
    let area = over(areas, state);
    Clear.render(area, buffer);
    let close = vec![Span::styled(ink.words.help_close, ink.theme.dim)];
    let rule = Rule { title: ink.words.help, after: Vec::new(), right: close, focused: true };
    if areas.class != Class::Tiny {
        rule.draw(buffer, area, ink);
    }
    let body = pane::body(area, areas.class);
    let lines = rows(ink, usize::from(body.width));
    for (row, line) in (0..body.height).zip(lines.iter().skip(first)) {
        put_line(buffer, body, row, line);
    }
}

/// All but status line and footer.
fn over(areas: &Areas, state: &State) -> Rect {
    let (above, below) = (areas.status.height, areas.footer.height);
    let height = state.size.height.saturating_sub(above + below);
    Rect { x: 0, y: above, width: state.size.width, height }
}

const KEYS: usize = 28;

fn rows(ink: &Ink, cols: usize) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut scope: Option<Scope> = None;
    for row in TABLE {
        if scope != Some(row.scope) {
            if scope.is_some() {
                lines.push(Line::default());
            }
            scope = Some(row.scope);
            lines.push(Line::styled(scope_word(row.scope).within(ink.language), ink.theme.strong));
        }
        let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
        let room = KEYS.min(cols / 2);
        let keys = ink.clip(&keys.join("  "), room);
        let help = row.help.within(ink.language);
        let help = ink.clip(help, cols.saturating_sub(room.max(width(&keys)) + 2));
        lines.push(Line::from(vec![
            Span::styled(pad_right(&keys, room), ink.theme.accent),
            Span::raw("  "),
            Span::styled(help, ink.theme.text),
        ]));
    }
    lines
}
