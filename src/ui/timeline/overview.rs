//! The whole film in one row while only a part is seen: where much lies, and where the seen part is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{State, Zoom};
use crate::draft::Millis;
use crate::ui::ink::{Ink, put_at, put_over};

use super::levels;
use super::scale::Scale;

/// The busiest part of a film is this high: the row stays lighter than a lane.
const HIGHEST: f64 = 4.0 / 8.0;

/// Whether there is anything that a row for it would tell.
pub(super) fn is_wanted(state: &State) -> bool {
    state.timeline.zoom != Zoom::Fit
}

pub(super) fn draw(buffer: &mut Buffer, area: Rect, state: &State, scale: &Scale, ink: &Ink) {
    if area.is_empty() || !is_wanted(state) {
        return;
    }
    let duration = state.timeline.shown().duration();
    let col = |time: Millis| {
        let share = u128::from(time.0.min(duration.0)) * u128::from(area.width);
        u16::try_from(share / u128::from(duration.0.max(1))).unwrap_or(0).min(area.width - 1)
    };
    let (from, to) =
        (col(scale.left), col(scale.right().min(duration) - Millis(1)).max(col(scale.left)));
    let signs = (0..area.width).map(|place| {
        let style = if (from..=to).contains(&place) { ink.theme.text } else { ink.theme.dim };
        Span::styled(sign(state, place, area.width, ink), style)
    });
    put_at(buffer, area, 0, 0, &Line::from(signs.collect::<Vec<_>>()));
    // Edges, so that the seen part is not told by weight alone.
    let edge = |sign| Line::styled(sign, ink.theme.accent);
    if let Some(before) = from.checked_sub(1) {
        put_over(buffer, area, before, 0, &edge(ink.glyphs.mark_in));
    }
    if to + 1 < area.width {
        put_over(buffer, area, to + 1, 0, &edge(ink.glyphs.mark_out));
    }
    let head = col(state.timeline.playhead);
    put_over(buffer, area, head, 0, &Line::styled(ink.glyphs.playhead_alone, ink.theme.playhead));
}

/// How much lies in a part of the film.
fn sign(state: &State, place: u16, cols: u16, ink: &Ink) -> &'static str {
    let share = state.timeline.shown().index().share(usize::from(place), usize::from(cols));
    if share > 0.0 {
        levels::sign(levels::eighths(share * HIGHEST).max(1), ink)
    } else {
        ink.glyphs.overview
    }
}
