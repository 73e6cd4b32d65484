//! The timeline pane: ruler, lanes to scale, playhead, and where in the film all this is.

mod bar;
mod cell;
mod crossing;
mod fades;
mod filmstrip;
mod gap;
mod lane;
mod levels;
mod overview;
mod piece;
mod playhead;
mod ruler;
mod scale;
mod seam;
mod ticks;
mod wave;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use crate::app::{Focus, Snapping, State, Zoom};
use crate::draft::{Draft, Millis, Timecode};
use crate::language::piece_name;
use crate::link::Still;

use super::format;
use super::ink::{Ink, said};
use super::layout::{Areas, Class};
use super::rule::Rule;
use super::words::{editing, timeline as words};
use scale::Scale;

/// Columns of the lanes: each is a moment.
#[must_use]
pub fn lane_cols(state: &State) -> usize {
    usize::from(Parts::of(&state.areas()).lanes.width)
}

/// Lanes that are seen at once.
#[must_use]
pub fn lane_count(state: &State) -> usize {
    let areas = state.areas();
    usize::from(Parts::of(&areas).lanes.height / areas.lane_rows.max(1))
}

/// Whether lanes are high enough for small pictures.
#[must_use]
pub fn has_filmstrip(state: &State) -> bool {
    filmstrip::fits(state.areas().lane_rows)
}

/// The small pictures that are seen in the lanes, from the left of each.
#[must_use]
pub fn filmstrip_wishes(state: &State) -> Vec<Still> {
    let areas = state.areas();
    if !filmstrip::fits(areas.lane_rows) {
        return Vec::new();
    }
    let scale = Scale::of(&state.timeline, Parts::of(&areas).lanes.width);
    let rows = state.timeline.top..state.timeline.top + lane_count(state);
    let lanes = rows.filter_map(|row| state.timeline.shown().row(row));
    lanes.flat_map(|(track, index)| filmstrip::wishes(state, track, index, &scale)).collect()
}

/// Where the caret is while a line is written in the timeline's rule.
pub(super) fn caret(state: &State, areas: &Areas, ink: &Ink) -> Option<Position> {
    bar::caret(state, areas, ink)
}

pub(super) fn lanes_area(areas: &Areas) -> Rect {
    Parts::of(areas).lanes
}

pub(super) fn ruler_area(areas: &Areas) -> Rect {
    Parts::of(areas).ruler
}

/// The parts of the pane. Ruler and overview are empty where there is no room for them.
struct Parts {
    ruler: Rect,
    labels: Rect,
    lanes: Rect,
    overview: Rect,
}

impl Parts {
    fn of(areas: &Areas) -> Self {
        let (gutter, air) = match areas.class {
            Class::Tiny => (3, 0),
            Class::Narrow => (4, 1),
            Class::Standard => (10, 1),
            Class::Wide | Class::Panorama => (11, 2),
        };
        let class = areas.class;
        let rows = |wanted: bool| u16::from(wanted);
        let rule = rows(class != Class::Tiny);
        let ruler = rows(class >= Class::Standard);
        let overview = rows(class.is_wide());
        let area = areas.timeline;
        let gutter = gutter.min(area.width);
        let width = (area.width - gutter).saturating_sub(air);
        let top = area.y + rule.min(area.height);
        let height = area.height.saturating_sub(rule + ruler + overview);
        let lanes = Rect { x: area.x + gutter, y: top + ruler, width, height };
        let none = Rect::ZERO;
        let has = |wanted: u16| wanted > 0 && height > 0;
        Self {
            ruler: if has(ruler) { Rect { y: top, height: 1, ..lanes } } else { none },
            labels: Rect { x: area.x, width: gutter, ..lanes },
            lanes: if height > 0 { lanes } else { none },
            overview: if has(overview) {
                Rect { y: lanes.bottom(), height: 1, ..lanes }
            } else {
                none
            },
        }
    }
}

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.timeline.is_empty() {
        return;
    }
    if areas.class != Class::Tiny {
        title(state, areas, ink).draw(buffer, areas.timeline, ink);
    }
    let parts = Parts::of(areas);
    let draft = state.timeline.shown().draft().filter(|draft| draft.is_ready());
    let Some(draft) = draft else {
        draw_empty(buffer, areas, ink);
        return;
    };
    let scale = Scale::of(&state.timeline, parts.lanes.width);
    ruler::draw(buffer, parts.ruler, &scale, &state.timeline, ink);
    let seen = Rect { height: lanes_height(state, areas, &parts), ..parts.lanes };
    for (place, row) in (state.timeline.top..draft.tracks.len()).enumerate() {
        let offset = u16::try_from(place).unwrap_or(u16::MAX).saturating_mul(areas.lane_rows);
        if offset >= seen.height {
            break;
        }
        let slice = |area: Rect| Rect { y: area.y + offset, height: areas.lane_rows, ..area };
        lane::draw_label(buffer, slice(parts.labels), state, row, ink);
        lane::draw(buffer, slice(parts.lanes), state, row, &scale, ink);
    }
    if parts.ruler.is_empty() {
        ruler::draw_on_lanes(buffer, seen, &scale, &state.timeline.marks, ink);
    }
    playhead::draw(buffer, parts.ruler, seen, state, &scale, ink);
    overview::draw(buffer, overview_area(&parts, seen), state, &scale, ink);
    bar::draw_bare(buffer, state, areas, ink);
}

/// The overview has a row of its own on wide screens; on others it takes one that no track needs.
fn overview_area(parts: &Parts, seen: Rect) -> Rect {
    if parts.overview.is_empty() && seen.height < parts.lanes.height {
        return Rect { y: parts.lanes.bottom() - 1, height: 1, ..parts.lanes };
    }
    parts.overview
}

/// Rows of the lanes that hold a track and are seen whole.
fn lanes_height(state: &State, areas: &Areas, parts: &Parts) -> u16 {
    let rows = areas.lane_rows.max(1);
    let tracks = state.timeline.shown().tracks().len().saturating_sub(state.timeline.top);
    let tracks = u16::try_from(tracks).unwrap_or(u16::MAX);
    (parts.lanes.height / rows).min(tracks) * rows
}

fn title<'a>(state: &'a State, areas: &Areas, ink: &Ink) -> Rule<'a> {
    let focused = state.focus == Focus::Timeline;
    let mut rule =
        Rule { title: ink.words.timeline, after: Vec::new(), right: Vec::new(), focused };
    let Some(draft) = state.timeline.shown().draft().filter(|draft| draft.is_ready()) else {
        return rule;
    };
    rule.right = place(state, areas, draft, ink);
    match bar::of(state, areas, ink) {
        Some(bar) => {
            // Where there is little room the sentence says more than the pane's name.
            if areas.class <= Class::Narrow {
                rule.title = "";
            }
            rule.after = bar.after;
            if !bar.right.is_empty() {
                rule.right = bar.right;
            }
        }
        None => rule.after = facts(state, areas, draft, ink),
    }
    rule
}

/// `30 s · 1920×1080 · 30 fps`, the marked range, and which tracks are seen where not all are.
fn facts(state: &State, areas: &Areas, draft: &Draft, ink: &Ink) -> Vec<Span<'static>> {
    let mut facts = vec![format::length(ink.language, state.timeline.shown().duration())];
    if areas.class > Class::Narrow {
        facts.push(format!("{}×{}", draft.canvas.width, draft.canvas.height));
    }
    if areas.class.is_wide() {
        facts.push(format!("{} {}", format::number(draft.canvas.rate.as_f64()), ink.words.fps));
    }
    let (top, all, seen) = (state.timeline.top, draft.tracks.len(), lane_count(state));
    facts.extend(marked_range(state, areas, ink));
    if seen < all {
        facts.push(format!("{}–{} {} {all}", top + 1, (top + seen).min(all), ink.words.tracks_of));
    }
    vec![Span::styled(facts.join(&format!(" {} ", ink.glyphs.between)), ink.theme.dim)]
}

/// `[4–12.5 s]`, where the title has room for it beside the timecode.
fn marked_range(state: &State, areas: &Areas, ink: &Ink) -> Option<String> {
    let marks = &state.timeline.marks;
    let (from, to) = (marks.in_point?, marks.out_point?);
    let range = format::range(ink.language, from, to);
    (areas.class > Class::Narrow)
        .then(|| format!("{}{range}{}", ink.glyphs.mark_in, ink.glyphs.mark_out))
}

/// What is under the playhead, the scale where it is not the whole film, and the timecode.
fn place(state: &State, areas: &Areas, draft: &Draft, ink: &Ink) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    if areas.class.is_wide() {
        if let Some(segment) = state.timeline.selected() {
            let (label, length) = match several(state) {
                Some((count, length)) => (editing::clips(ink.language, count), length),
                None => {
                    (ink.clip(&piece_name(segment, ink.language), 24).to_string(), segment.duration)
                }
            };
            let length = format::length(ink.language, length);
            spans.push(said(&label, ink.theme.text));
            spans.push(Span::styled(format!(" {length}   "), ink.theme.dim));
        }
        if state.timeline.zoom != Zoom::Fit {
            spans.push(Span::styled(format!("{}   ", scale_words(state, ink)), ink.theme.dim));
        }
    }
    if areas.class > Class::Narrow && state.timeline.snapping == Snapping::Off {
        let words = words::of(ink.language).not_snapping;
        spans.push(Span::styled(format!("{words}   "), ink.theme.dim));
    }
    let rate = state.timeline.transport.rate();
    if rate != 0 {
        spans.push(Span::styled(format!("{rate}×  "), ink.theme.accent));
    }
    let timecode = Timecode::new(state.timeline.playhead, draft.canvas.rate).to_string();
    spans.push(Span::styled(timecode, ink.theme.strong));
    spans
}

/// How many clips are meant, and how long they last together, where they are several.
fn several(state: &State) -> Option<(usize, Millis)> {
    let (meant, (track, index)) =
        (state.timeline.meant()?, state.timeline.shown().row(state.timeline.track)?);
    let count = meant.clone().count();
    let (first, last) =
        (index.segment(track, *meant.start())?, index.segment(track, *meant.end())?);
    (count > 1).then(|| (count, last.end() - first.start))
}

fn scale_words(state: &State, ink: &Ink) -> String {
    let micros = state.timeline.zoom.micros(state.timeline.shown().duration(), lane_cols(state));
    let unit = Millis(micros / 1000);
    match unit.0 {
        0..1000 => format!("{} ms {}", unit.0, ink.words.a_column),
        _ => format!("{} {}", format::length(ink.language, unit), ink.words.a_column),
    }
}

fn draw_empty(buffer: &mut Buffer, areas: &Areas, ink: &Ink) {
    let body = super::pane::list_body(areas.timeline, areas.class);
    let words = [ink.words.empty_timeline, ink.words.empty_timeline_example].join("\n");
    super::pane::draw_hint(buffer, body, &words, ink);
}
