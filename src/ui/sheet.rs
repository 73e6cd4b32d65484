//! What lies over the panes: a list, the keys, a log. Everything but the status line and the footer is
//! its, with one rule at its top that says how it closes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::{Clear, Widget};

use crate::app::State;

use super::ink::Ink;
use super::layout::{Areas, Class};
use super::rule::Rule;

/// All but status line and footer.
pub(super) fn area(areas: &Areas, state: &State) -> Rect {
    let (above, below) = (areas.status.height, areas.footer.height);
    let height = state.size.height.saturating_sub(above + below);
    Rect { x: 0, y: above, width: state.size.width, height }
}

/// Lays an empty sheet over the panes, with its title and what is said beside it.
pub(super) fn lay(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    title: &str,
    after: Vec<Span<'_>>,
    ink: &Ink,
) -> Rect {
    let area = area(areas, state);
    Clear.render(area, buffer);
    if areas.class != Class::Tiny {
        let right = vec![Span::styled(ink.words.help_close, ink.theme.dim)];
        Rule { title, after, right, focused: true }.draw(buffer, area, ink);
    }
    area
}
