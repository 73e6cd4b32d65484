//! The ruler: what the person marked, then times at sensible steps, each at the column where it is.
//!
//! There is one row for all of it. What is more particular comes first and nothing is written over:
//! in and out point, markers with their names as far as there is room, labels, single frames.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{Marks, TimelineState};
use crate::draft::FrameRate;
use crate::ui::ink::{Ink, put_at, put_over};
use crate::ui::text::{clip, width};

use super::playhead;
use super::scale::Scale;
use super::ticks::Ticks;

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
    let mut row = Row { buffer, area, taken: vec![false; usize::from(area.width)] };
    // The head of the playhead is drawn over all of this later.
    let playhead = scale.seen_col(timeline.playhead);
    row.set_taken(playhead, true);
    draw_marks(&mut row, &timeline.marks, scale, ink);
    // With colours it passes through a time and leaves it to be read.
    row.set_taken(playhead, !ink.theme.fills());
    draw_times(&mut row, timeline, scale, playhead, ink);
    draw_range(&mut row, &timeline.marks, scale, ink);
}

/// Where there is no ruler the marks stand on the uppermost lane, without words.
pub(super) fn draw_on_lanes(
    buffer: &mut Buffer,
    lanes: Rect,
    scale: &Scale,
    marks: &Marks,
    ink: &Ink,
) {
    let ends = [(marks.in_point, ink.glyphs.mark_in), (marks.out_point, ink.glyphs.mark_out)];
    let ends = ends.into_iter().filter_map(|(time, sign)| Some((scale.seen_col(time?)?, sign)));
    let markers = seen_markers(marks, scale).into_iter();
    let markers = markers.map(|(col, _)| (col, ink.glyphs.marker));
    for (col, sign) in markers.chain(ends) {
        playhead::clear_wide_letter(buffer, lanes.x + col, lanes.y);
        put_over(buffer, lanes, col, 0, &Line::styled(sign, ink.theme.accent));
    }
}

/// The row as it fills.
struct Row<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    taken: Vec<bool>,
}

impl Row<'_> {
    fn set_taken(&mut self, col: Option<u16>, is_taken: bool) {
        if let Some(taken) = col.and_then(|col| self.taken.get_mut(usize::from(col))) {
            *taken = is_taken;
        }
    }

    fn is_free(&self, cells: Range<usize>) -> bool {
        self.taken.get(cells).is_some_and(|cells| !cells.contains(&true))
    }

    /// Free columns from one on.
    fn room(&self, col: usize) -> usize {
        self.taken.get(col..).unwrap_or_default().iter().take_while(|taken| !**taken).count()
    }

    fn put(&mut self, col: usize, words: &str, style: Style) {
        let cells = col..(col + width(words)).min(self.taken.len());
        if let Some(taken) = self.taken.get_mut(cells) {
            taken.fill(true);
            let col = u16::try_from(col).unwrap_or(u16::MAX);
            put_at(self.buffer, self.area, col, 0, &Line::styled(words.to_owned(), style));
        }
    }
}

fn draw_marks(row: &mut Row<'_>, marks: &Marks, scale: &Scale, ink: &Ink) {
    let style = ink.theme.accent.patch(ink.theme.strong);
    let ends = [(marks.in_point, ink.glyphs.mark_in), (marks.out_point, ink.glyphs.mark_out)];
    for (time, sign) in ends {
        let Some(col) = time.and_then(|time| scale.seen_col(time)).map(usize::from) else {
            continue;
        };
        // In and out point in one column, or under the playhead: the next one tells it as well.
        let free = (col..col + 2).find(|col| row.is_free(*col..*col + 1));
        if let Some(col) = free {
            row.put(col, sign, style);
        }
    }
    let markers = seen_markers(marks, scale);
    for (col, _) in &markers {
        let col = usize::from(*col);
        if row.is_free(col..col + 1) {
            row.put(col, ink.glyphs.marker, ink.theme.accent);
        }
    }
    for (col, name) in markers {
        let col = usize::from(col);
        // A name and the column of air behind it.
        let room = row.room(col + 1).saturating_sub(1);
        if room >= FEW_LETTERS.min(width(name)) && !name.is_empty() {
            let mark = if room < 10 { "" } else { ink.glyphs.more };
            row.put(col + 1, &format!("{} ", clip(name, room, mark)), ink.theme.accent);
        }
    }
}

/// Fewer letters of a name than this tell nothing.
const FEW_LETTERS: usize = 3;

/// The first marker of each column that has one.
fn seen_markers<'a>(marks: &'a Marks, scale: &Scale) -> Vec<(u16, &'a str)> {
    let mut found = Vec::new();
    let mut from = scale.left;
    loop {
        let place = marks.markers.partition_point(|marker| marker.at < from);
        let Some(marker) = marks.markers.get(place) else { break };
        let Some(col) = scale.seen_col(marker.at) else { break };
        found.push((col, marker.name.as_str()));
        from = scale.time(col + 1);
    }
    found
}

/// Labels that anything would cut are left out; their tick stays. What the right edge would cut is not begun.
fn draw_times(
    row: &mut Row<'_>,
    timeline: &TimelineState,
    scale: &Scale,
    playhead: Option<u16>,
    ink: &Ink,
) {
    let rate = timeline.shown().draft().map_or_else(FrameRate::default, |draft| draft.canvas.rate);
    let ticks = Ticks::of(scale, rate);
    for time in ticks.seen(scale) {
        let col = usize::from(scale.col(time));
        let label = format!("{}{}", ink.glyphs.tick, ticks.label(time));
        // The playhead stands on the tick and leaves the words.
        let under = playhead.is_some_and(|playhead| usize::from(playhead) == col);
        let end = col + width(&label);
        if row.is_free(col + usize::from(under)..end) {
            row.put(col, &label, ink.theme.dim);
        } else if end <= row.taken.len() && row.is_free(col..col + 1) {
            row.put(col, ink.glyphs.tick, ink.theme.dim);
        }
    }
    for time in ticks.frames(scale) {
        let col = usize::from(scale.col(time));
        if row.is_free(col..col + 1) && (col == 0 || row.is_free(col - 1..col)) {
            row.put(col, ink.glyphs.between, ink.theme.dim);
        }
    }
}

/// The marked range runs through all that is free of it.
fn draw_range(row: &mut Row<'_>, marks: &Marks, scale: &Scale, ink: &Ink) {
    let (Some(from), Some(to)) = (marks.in_point, marks.out_point) else { return };
    if to <= scale.left || from >= to {
        return;
    }
    for col in usize::from(scale.col(from))..usize::from(scale.col(to)) {
        if row.is_free(col..col + 1) {
            row.put(col, ink.glyphs.marked, ink.theme.accent);
        }
    }
}
