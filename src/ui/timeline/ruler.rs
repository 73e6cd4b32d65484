//! The ruler: times at sensible steps, each at the column where it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::TimelineState;
use crate::draft::Millis;
use crate::ui::ink::{Ink, put_at};
use crate::ui::text::width;

use super::scale::Scale;

/// Steps between labels, in milliseconds.
const STEPS: [u64; 19] = [
    100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
    900_000, 1_800_000, 3_600_000, 7_200_000, 18_000_000, 36_000_000,
];

/// Labels that the playhead would cut are left out; their tick stays.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    scale: &Scale,
    timeline: &TimelineState,
    ink: &Ink,
) {
    if area.is_empty() {
        return;
    }
    let long = timeline.duration() >= Millis::from_secs(3600);
    let playhead = usize::from(scale.col(timeline.playhead));
    let step = step(scale, long);
    let mut time = Millis(scale.left.0.div_ceil(step) * step);
    while time < scale.right() {
        let col = scale.col(time);
        let label = format!("{}{}", ink.glyphs.tick, label(time, step, long));
        let cells = usize::from(col)..usize::from(col) + width(&label);
        let cut = cells.start != playhead && cells.contains(&playhead);
        if cells.end <= usize::from(area.width) {
            let shown = if cut { ink.glyphs.tick } else { &label };
            put_at(buffer, area, col, 0, &Line::styled(shown.to_owned(), ink.theme.dim));
        }
        time += Millis(step);
    }
}

/// The smallest step whose labels stand apart.
fn step(scale: &Scale, long: bool) -> u64 {
    let fits = |step: &&u64| {
        let cols = u128::from(**step) * 1000 / u128::from(scale.micros);
        cols >= label(Millis(0), **step, long).len() as u128 + 4
    };
    STEPS.iter().find(fits).copied().unwrap_or_else(|| {
        // Films of days: as many hours as it takes.
        let hours = (u128::from(scale.micros) * 16 / 3_600_000_000).max(10);
        u64::try_from(hours).unwrap_or(u64::MAX / 3_600_000).saturating_mul(3_600_000)
    })
}

/// All labels of a ruler have one width.
fn label(time: Millis, step: u64, long: bool) -> String {
    let (seconds, tenths) = (time.0 / 1000, time.0 % 1000 / 100);
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut label = if long {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes:02}:{rest:02}")
    };
    if step < 1000 {
        label.push_str(&format!(".{tenths}"));
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_what_people_count_in() {
        for (micros, seconds) in [(300_000, 5), (100_000, 1), (1_000_000, 10), (120_000_000, 1800)]
        {
            let scale = Scale { left: Millis(0), micros, cols: 100 };
            assert_eq!(step(&scale, micros > 10_000_000), seconds * 1000, "{micros}");
        }
    }
}
