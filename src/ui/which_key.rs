//! What may follow the keys pressed so far: a small panel above the footer, while they are pending.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::keymap::Next;
use crate::app::{Key, State};

use super::ink::{Ink, put_at};
use super::layout::{Areas, margin};
use super::rule::Rule;
use super::text::{pad_right, width};
use super::words::finding;

/// Cells of an entry at the least; there are as many columns as have room for it.
const ENTRY: usize = 34;

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if state.pending.is_empty() || state.is_covered() {
        return;
    }
    let next = state.keymap.following(state.focus, &state.pending);
    let bottom = state.size.height.saturating_sub(areas.footer.height);
    let side = margin(areas.class);
    let cols = usize::from(state.size.width.saturating_sub(2 * side));
    let columns = (cols / ENTRY).clamp(1, next.len().max(1));
    let rows = u16::try_from(next.len().div_ceil(columns)).unwrap_or(u16::MAX);
    let height = rows.saturating_add(1).min(bottom);
    let area = Rect { x: 0, y: bottom - height, width: state.size.width, height };
    Clear.render(area, buffer);
    title(state, ink).draw(buffer, area, ink);
    let key_cols = next.iter().map(|next| width(&next.key.to_string())).max().unwrap_or(0) + 2;
    for (place, next) in next.iter().enumerate() {
        let (row, column) = (place / columns, place % columns);
        let line = entry(state, next, key_cols, cols / columns, ink);
        let row = u16::try_from(row + 1).unwrap_or(u16::MAX);
        let col = u16::try_from(column * (cols / columns)).unwrap_or(u16::MAX);
        put_at(buffer, area, side.saturating_add(col), row, &line);
    }
}

/// The keys so far; the footer says how to drop them.
fn title<'a>(state: &State, ink: &Ink) -> Rule<'a> {
    let after = vec![Span::styled(pressed(&state.pending, ink), ink.theme.strong)];
    Rule { title: finding::of(ink.language).goes_on, after, right: Vec::new(), focused: true }
}

/// `g …`
pub(super) fn pressed(pending: &[Key], ink: &Ink) -> String {
    let keys: Vec<String> = pending.iter().map(ToString::to_string).collect();
    format!("{} {}", keys.join(" "), ink.glyphs.more)
}

/// `e  export the film`; where more keys are needed, `z …  zoom in` and the like.
fn entry(state: &State, next: &Next, key_cols: usize, cols: usize, ink: &Ink) -> Line<'static> {
    let mut help = next.row.help.within(state.language).to_owned();
    if next.leads_on {
        help.push_str(&format!(" {}", ink.glyphs.more));
    }
    let help = ink.clip(&help, cols.saturating_sub(key_cols + 2));
    Line::from(vec![
        Span::styled(pad_right(&next.key.to_string(), key_cols), ink.theme.accent),
        Span::styled(help, ink.theme.text),
    ])
}
