//! The sheet for an export: four rows to choose in, and what the film will come to.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{self, ExportRow, ExportSheet, Key, Limit, QUALITIES, State};
use crate::language::Problem;
use crate::link::Form;

use super::footer::key_words;
use super::ink::{Ink, line_width, put_at, put_line, said};
use super::layout::{Areas, Class};
use super::text::{plain_rows, width};
use super::words::exporting as words;
use super::words::jobs;
use super::{HitMap, Spot, format, pane, query, sheet};

/// Room for what a row is about, and the gap behind it.
const LABEL_COLS: u16 = 9;

/// Draws the open sheet; tells where the caret is.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let chosen = state.exporting.sheet.as_ref()?;
    sheet::lay(buffer, state, areas, words::of(ink.language).title, Vec::new(), ink);
    let body = body(state, areas);
    let mut caret = None;
    for (row, kind) in (0..body.height).zip(ExportRow::ALL) {
        let is_mine = chosen.row == kind;
        let label = if is_mine { ink.theme.strong } else { ink.theme.dim };
        put_line(buffer, body, row, &Line::styled(words::row(ink.language, kind), label));
        let values = Rect {
            x: body.x + LABEL_COLS.min(body.width),
            y: body.y + row,
            width: body.width.saturating_sub(LABEL_COLS),
            height: 1,
        };
        let drawn = draw_values(buffer, values, state, chosen, kind, ink);
        if is_mine {
            pane::draw_mark(buffer, body, row, ink);
            caret = drawn;
        }
    }
    let rows = u16::try_from(ExportRow::ALL.len()).unwrap_or(0);
    let air = u16::from(areas.class >= Class::Standard);
    let used = (rows + air).min(body.height);
    let below = Rect { y: body.y + used, height: body.height - used, ..body };
    draw_told(buffer, below, state, chosen, ink);
    caret
}

/// The rows, for the mouse.
pub(super) fn hits(state: &State, areas: &Areas, map: &mut HitMap) {
    if state.exporting.sheet.is_none() {
        return;
    }
    let body = body(state, areas);
    for (row, place) in (0..body.height).zip(0..ExportRow::ALL.len()) {
        map.put(Rect { y: body.y + row, height: 1, ..body }, Spot::Listed(place));
    }
}

fn body(state: &State, areas: &Areas) -> Rect {
    pane::list_body(sheet::area(areas, state), areas.class)
}

fn draw_values(
    buffer: &mut Buffer,
    place: Rect,
    state: &State,
    chosen: &ExportSheet,
    row: ExportRow,
    ink: &Ink,
) -> Option<Position> {
    let words = words::of(ink.language);
    let by_studio = app::is_by_studio(state);
    let has_keys = chosen.row == row;
    let not_here = Line::styled(words.not_for, ink.theme.dim);
    match row {
        ExportRow::Format => {
            let forms = Form::ALL
                .map(|form| (form.ending(), form == chosen.form, app::is_made(form, by_studio)));
            choices(buffer, place, &forms, has_keys, ink);
        }
        ExportRow::Quality if !chosen.has_quality() => put_line(buffer, place, 0, &not_here),
        ExportRow::Quality => {
            let all: Vec<_> = (0..QUALITIES.len())
                .map(|at| (words::quality(ink.language, at), at == chosen.quality, true))
                .collect();
            choices(buffer, place, &all, has_keys, ink);
        }
        ExportRow::Limit if !(by_studio && chosen.form.can_be_fitted()) => {
            let line = if by_studio { not_here } else { Line::styled(words.free, ink.theme.dim) };
            put_line(buffer, place, 0, &line);
        }
        ExportRow::Limit => return draw_limit(buffer, place, chosen, ink),
        ExportRow::Name => return draw_name(buffer, place, chosen, ink),
    }
    None
}

/// All of them where there is room, the chosen one in brackets; else that one alone.
fn choices(
    buffer: &mut Buffer,
    place: Rect,
    all: &[(&str, bool, bool)],
    has_keys: bool,
    ink: &Ink,
) {
    let mark = if has_keys { ink.theme.accent } else { ink.theme.strong };
    let span = |(name, is_chosen, can_be): &(&str, bool, bool)| match (is_chosen, can_be) {
        (true, _) => Span::styled(format!("[{name}]"), mark),
        (false, true) => Span::styled(format!(" {name} "), ink.theme.text),
        (false, false) => Span::styled(format!(" {name} "), ink.theme.dim),
    };
    let line: Line<'_> = all.iter().map(span).collect();
    if line_width(&line) <= usize::from(place.width) {
        return put_line(buffer, place, 0, &line);
    }
    let alone: Line<'_> = all.iter().filter(|(_, is_chosen, _)| *is_chosen).map(span).collect();
    put_line(buffer, place, 0, &alone);
}

fn draw_limit(
    buffer: &mut Buffer,
    place: Rect,
    chosen: &ExportSheet,
    ink: &Ink,
) -> Option<Position> {
    let words = words::of(ink.language);
    let mark = if chosen.row == ExportRow::Limit { ink.theme.accent } else { ink.theme.strong };
    if let Limit::Size(text) = &chosen.limit {
        return query::draw(buffer, place, text, words.sizes, ink);
    }
    let mut spans = match chosen.preset() {
        None => vec![Span::styled(format!("[{}]", words.free), mark)],
        Some(preset) => {
            let size = match preset.bytes {
                0 => String::new(),
                bytes => format!("  {} {}", words.at_most, format::bytes(bytes)),
            };
            vec![
                Span::styled(format!("[{}]", preset.title), mark),
                Span::styled(size, ink.theme.text),
            ]
        }
    };
    if chosen.row == ExportRow::Limit {
        let used: usize = spans.iter().map(|span| width(&span.content)).sum();
        let room = usize::from(place.width).saturating_sub(used + 2);
        spans.push(Span::styled(format!("  {}", ink.clip(words.sizes, room)), ink.theme.dim));
    }
    put_line(buffer, place, 0, &Line::from(spans));
    None
}

/// What is written, and the ending that it gets.
fn draw_name(
    buffer: &mut Buffer,
    place: Rect,
    chosen: &ExportSheet,
    ink: &Ink,
) -> Option<Position> {
    let words = words::of(ink.language);
    let ending = format!(".{}", chosen.form.ending());
    let is_whole = Form::of(std::path::Path::new(chosen.name.trim())) == Some(chosen.form);
    let shown = if chosen.name.is_empty() { words.by_title } else { &chosen.name };
    let room = usize::from(place.width).saturating_sub(width(&ending) + 3);
    let caret = query::draw(buffer, place, &chosen.name, words.by_title, ink);
    if !is_whole {
        let used = width(&query::ending(shown, room)) + 2;
        let gap = usize::from(chosen.name.is_empty());
        let col = u16::try_from(used + gap).unwrap_or(u16::MAX);
        put_at(buffer, place, col, 0, &Line::styled(ending, ink.theme.dim));
    }
    caret
}

/// What it will come to, and what there is to say of it before it is made.
fn draw_told(buffer: &mut Buffer, place: Rect, state: &State, chosen: &ExportSheet, ink: &Ink) {
    let words = words::of(ink.language);
    let theme = &ink.theme;
    let problem = |problem: &Problem| (problem.line(ink.language), theme.warning);
    let mut lines = Vec::new();
    if chosen.limit.is_unread() {
        lines.push((words.no_size.to_owned(), theme.warning));
    } else if let Some(refused) = app::refused(state) {
        lines.push(problem(&refused));
    } else if !app::is_by_studio(state) {
        lines.push((words.only_studio.to_owned(), theme.dim));
        lines.push((words.no_estimate.to_owned(), theme.dim));
    } else {
        lines.push(match app::expected(state) {
            None => (words.reckoning.to_owned(), theme.dim),
            Some(Ok(expected)) => (jobs::expected(ink.language, *expected), theme.text),
            Some(Err(told)) => problem(told),
        });
    }
    if chosen.form.is_still() {
        lines.push((words.this_frame.to_owned(), theme.dim));
    }
    lines.extend(app::concerns(state).into_iter().map(|concern| (concern, theme.warning)));
    let cols = usize::from(place.width).max(1);
    let rows = lines.iter().flat_map(|(text, style)| {
        let rows = plain_rows(text, cols).into_iter();
        rows.map(move |row| {
            let text: String = row.runs.into_iter().map(|run| run.text).collect();
            Line::from(said(&text, *style))
        })
    });
    for (row, line) in (0..place.height).zip(rows) {
        put_line(buffer, place, row, &line);
    }
}

/// The keys that work now.
pub(super) fn footer(ink: &Ink, cols: usize) -> Line<'static> {
    let words = words::of(ink.language);
    let arrows = |one, other| format!("{} {}", Key::plain(one), Key::plain(other));
    let keys = [
        ("Enter".to_owned(), words.export),
        (arrows(KeyCode::Up, KeyCode::Down), words.rows),
        (arrows(KeyCode::Left, KeyCode::Right), words.choose),
    ];
    key_words(keys.iter().map(|(key, word)| (key.as_str(), *word)), cols, ink)
}
