//! Where in the film the seen part is, while only a part is seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{State, Zoom};
use crate::draft::Millis;
use crate::ui::ink::{Ink, put_at, put_over};

use super::scale::Scale;

pub(super) fn draw(buffer: &mut Buffer, area: Rect, state: &State, scale: &Scale, ink: &Ink) {
    if area.is_empty() || state.timeline.zoom == Zoom::Fit {
        return;
    }
    let duration = state.timeline.duration();
    let col = |time: Millis| {
        let share = u128::from(time.0.min(duration.0)) * u128::from(area.width);
        u16::try_from(share / u128::from(duration.0.max(1))).unwrap_or(0).min(area.width - 1)
    };
    let (from, to) = (col(scale.left), col(scale.right()));
    let all = ink.glyphs.overview.repeat(usize::from(area.width));
    put_at(buffer, area, 0, 0, &Line::styled(all, ink.theme.dim));
    let shown = ink.glyphs.overview_shown.repeat(usize::from(to - from + 1));
    put_over(buffer, area, from, 0, &Line::styled(shown, ink.theme.text));
    let head = col(state.timeline.playhead);
    put_over(buffer, area, head, 0, &Line::styled(ink.glyphs.overview_shown, ink.theme.playhead));
}
