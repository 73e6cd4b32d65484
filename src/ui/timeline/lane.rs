//! One lane: its label, and the pieces of it that are seen.
//!
//! Only what is seen is walked. Pieces narrower than a column are taken together and the walk goes on
//! at the next column, so the work is bounded by columns, not by segments.

use std::ops::RangeInclusive;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Changed, Focus, LaneMarks, Mark, State, TrackIndex, is_filmstrip_on};
use crate::draft::{Draft, Kind, Millis, Segment, Track};
use crate::ui::ink::{Ink, put_line};
use crate::ui::text::{pad_left, pad_right, width};

use super::piece::{self, Piece};
use super::scale::Scale;
use super::{gap, seam};

pub(super) fn draw_label(buffer: &mut Buffer, area: Rect, state: &State, row: usize, ink: &Ink) {
    let Some((lane, index)) = state.timeline.shown().row(row) else {
        return;
    };
    let chosen = state.timeline.track == row && state.focus == Focus::Timeline;
    let mark = if chosen { ink.glyphs.chosen } else { " " };
    let style = ink.theme.track(lane.kind);
    let style = if chosen { style.patch(ink.theme.strong) } else { style };
    // The label begins where the words of the other panes do.
    let air = if area.width > 9 { " " } else { "" };
    let label = format!("{} ", pad_right(&index.label, 2));
    let room = usize::from(area.width).saturating_sub(2 + air.len() + width(&label));
    let mut spans =
        vec![Span::styled(mark, ink.theme.accent), Span::raw(air), Span::styled(label, style)];
    if let Some(volume) = lane.volume {
        let changed = state.timeline.shown_changes().track(&index.label);
        spans.extend(volume_span(volume, changed, room, ink));
    }
    put_line(buffer, area, 0, &Line::from(spans));
}

/// `35 %`, or `35%` where that is too wide; with a sign where the last turn set it.
fn volume_span(volume: f64, changed: bool, room: usize, ink: &Ink) -> Option<Span<'static>> {
    let percent = format!("{:.0} %", volume * 100.0);
    let (sign, style): (_, Style) =
        if changed { (Mark::Changed.sign(), ink.theme.changed) } else { ("", ink.theme.dim) };
    let mut written = [format!("{sign}{percent}"), format!("{sign}{}", percent.replace(' ', ""))]
        .into_iter()
        .filter(|written| written.len() <= room);
    written.next().map(|written| Span::styled(pad_left(&written, room), style))
}

pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    state: &State,
    row: usize,
    scale: &Scale,
    ink: &Ink,
) {
    let (Some((lane, index)), Some(draft)) =
        (state.timeline.shown().row(row), state.timeline.shown().draft())
    else {
        return;
    };
    let is_selected = state.timeline.track == row && state.focus == Focus::Timeline;
    let selected = is_selected.then(|| state.timeline.meant()).flatten();
    let lowest = draft.tracks.iter().find(|track| track.kind == Kind::Video);
    let is_ground = lowest.is_some_and(|lowest| std::ptr::eq(lowest, lane));
    let marks = state.timeline.shown_changes().on(&index.label);
    let seams = state.timeline.shown_changes().gone_from(&index.label);
    let walk = Walk { lane, index, draft, state, scale, marks, seams, selected, is_ground };
    walk.draw(buffer, area, ink);
    seam::draw(buffer, area, seams, (lane.kind, state.timeline.playhead), scale, ink);
}

/// A walk along the pieces of a lane, from the left edge to the right.
struct Walk<'a> {
    lane: &'a Track,
    index: &'a TrackIndex,
    draft: &'a Draft,
    state: &'a State,
    scale: &'a Scale,
    marks: LaneMarks<'a>,
    /// Where others were.
    seams: LaneMarks<'a>,
    /// The places of those that the keys mean.
    selected: Option<RangeInclusive<usize>>,
    /// It is the lowest lane of pictures: where it is empty the film is black.
    is_ground: bool,
}

impl<'a> Walk<'a> {
    fn draw(&self, buffer: &mut Buffer, area: Rect, ink: &Ink) {
        let (scale, index) = (self.scale, self.index);
        let seen = index.seen(scale.left, scale.right());
        let mut place = seen.start;
        // One past the last column that a piece was drawn in.
        let mut drawn = 0;
        while place < seen.end {
            let Some(first) = index.segment(self.lane, place) else { return };
            let start = scale.col(first.start);
            let covered = index.covered(place).unwrap_or(first.start);
            if let Some(gap) = self.covered_before(place).filter(|gap| *gap < first.start) {
                gap::draw(buffer, area, scale.col(gap).max(drawn), start, ink);
            }
            // All that begins in this column; what began before the edge is drawn one by one.
            let next = if first.start < scale.left {
                place + 1
            } else {
                index.starting_from(scale.time(start + 1)).clamp(place + 1, seen.end)
            };
            let Some(last) = index.segment(self.lane, next - 1) else { return };
            let selected = self.selected.as_ref().is_some_and(|meant| meant.contains(&(next - 1)));
            let piece = Piece { selected, ..self.piece(last, covered, next - place > 1) };
            piece::draw(buffer, area, &piece, self.state, scale, ink);
            drawn = scale.col(index.covered(next).unwrap_or_default()).max(start + 1);
            place = next;
        }
        self.draw_rest(buffer, area, seen.end, drawn, ink);
    }

    /// The gap on the right of all that is seen.
    fn draw_rest(&self, buffer: &mut Buffer, area: Rect, place: usize, drawn: u16, ink: &Ink) {
        let Some(covered) = self.covered_before(place) else { return };
        let next = self.index.segment(self.lane, place).map(|segment| segment.start);
        let end = next.or_else(|| self.is_ground.then(|| self.state.timeline.shown().duration()));
        if let Some(end) = end.filter(|end| *end > covered) {
            let from = self.scale.col(covered).max(drawn);
            gap::draw(buffer, area, from, self.scale.col(end), ink);
        }
    }

    /// Up to when the pieces before a place reach, where what follows may be a gap. What is before the
    /// first piece of a track counts as one only where it is seen as black.
    fn covered_before(&self, place: usize) -> Option<Millis> {
        if !matches!(self.lane.kind, Kind::Video | Kind::Audio) {
            return None;
        }
        self.index.covered(place).or_else(|| self.is_ground.then_some(Millis::ZERO))
    }

    fn piece(&self, segment: &'a Segment, covered: Millis, crowded: bool) -> Piece<'a> {
        let (scale, timeline) = (self.scale, &self.state.timeline);
        let half_a_frame = 500.0 / self.draft.canvas.rate.as_f64();
        let gap = (segment.start - covered).as_secs_f64() * 1000.0;
        let short = scale.col(covered) == scale.col(segment.start);
        let seam = self.seams.starting(segment.start, segment.start + Millis(1));
        Piece {
            segment,
            language: self.state.language,
            kind: self.lane.kind,
            playhead: scale.seen_col(timeline.playhead),
            crowded,
            selected: false,
            changed: self.changed(timeline.shown_changes(), segment, crowded),
            covered,
            seam: seam.map(|_| seam::col(segment.start, timeline.playhead, scale)),
            after_gap: gap > half_a_frame && short,
            sound: if crowded { None } else { self.state.pictures.sound_of(segment) },
            filmstrip: is_filmstrip_on(self.state),
        }
    }

    fn changed(&self, changed: &Changed, segment: &Segment, crowded: bool) -> Option<Mark> {
        if changed.is_empty() {
            return None;
        }
        if !crowded {
            return changed.segment(&segment.id);
        }
        let col = self.scale.col(segment.start);
        let (from, to) = (self.scale.time(col), self.scale.time(col + 1));
        self.marks.starting(from, to)
    }
}
