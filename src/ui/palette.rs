//! The list of everything, over everything but the film's frame: a line to write in, and what fits.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::{Found, Listing, PaletteEntry, PaletteState, State};

use super::ink::{Ink, put_at, put_right};
use super::layout::{Areas, Class};
use super::text::{clip, pad_right, width};
use super::words::finding;
use super::{HitMap, Spot, pane, query, sheet};

/// Draws the open list; tells where the caret is.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let palette = state.palette.as_ref()?;
    let area = sheet::lay(buffer, state, areas, title(palette, ink), Vec::new(), ink);
    let body = pane::body(area, areas.class);
    let caret = query::draw(buffer, body, &palette.query, ink.choosing.search, ink);
    let list = list_area(state, areas);
    if palette.found.is_empty() {
        pane::draw_hint(buffer, list, ink.choosing.nothing_found, ink);
    }
    draw_list(buffer, list, palette, ink);
    caret
}

/// The room of the lines: below what is searched for.
fn list_area(state: &State, areas: &Areas) -> Rect {
    let body = pane::body(sheet::area(areas, state), areas.class);
    below(body, 1 + u16::from(areas.class >= Class::Standard))
}

/// Where the lines are.
pub(super) fn hits(state: &State, areas: &Areas, map: &mut HitMap) {
    let Some(palette) = &state.palette else { return };
    let list = list_area(state, areas);
    let first = first_shown(palette.found.len(), palette.chosen, usize::from(list.height));
    for (row, place) in (0..list.height).zip(first..palette.found.len()) {
        map.put(Rect { y: list.y + row, height: 1, ..list }, Spot::Listed(place));
    }
}

const fn title(palette: &PaletteState, ink: &Ink) -> &'static str {
    match palette.listing {
        Listing::Everything => ink.choosing.anything,
        Listing::Places => ink.choosing.backend,
        Listing::Themes => finding::of(ink.language).themes,
    }
}

fn below(body: Rect, rows: u16) -> Rect {
    let rows = rows.min(body.height);
    Rect { y: body.y + rows, height: body.height - rows, ..body }
}

fn draw_list(buffer: &mut Buffer, list: Rect, palette: &PaletteState, ink: &Ink) {
    let rows = usize::from(list.height);
    let first = first_shown(palette.found.len(), palette.chosen, rows);
    let shown = palette.found.iter().enumerate().skip(first);
    for (row, (place, found)) in (0..list.height).zip(shown) {
        let is_chosen = place == palette.chosen;
        draw_entry(buffer, list, row, found, is_chosen, ink);
        if is_chosen {
            pane::draw_mark(buffer, list, row, ink);
        }
    }
}

/// The chosen line is in the middle, except near the ends.
fn first_shown(count: usize, chosen: usize, rows: usize) -> usize {
    chosen.saturating_sub(rows / 2).min(count.saturating_sub(rows))
}

/// Columns for keys: the longest that is told first is `Shift-Tab`.
const KEYS: usize = 11;

fn draw_entry(
    buffer: &mut Buffer,
    list: Rect,
    row: u16,
    found: &Found,
    is_chosen: bool,
    ink: &Ink,
) {
    let entry = &found.entry;
    let cols = usize::from(list.width);
    let keys = if cols < 34 { 0 } else { KEYS };
    let note = width(entry.note);
    let room = cols.saturating_sub(keys + note + 2);
    // Where there is little room, what is done matters more than where.
    let (room, note_fits) =
        if room < 16 { (cols.saturating_sub(keys), false) } else { (room, true) };
    let style = style(entry, is_chosen, ink);
    let mut spans = Vec::new();
    if keys > 0 {
        let key = pad_right(&clip(&entry.key, keys - 1, ""), keys);
        spans
            .push(Span::styled(key, if entry.possible { ink.theme.accent } else { ink.theme.dim }));
    }
    spans.extend(words(found, room, style, ink));
    put_at(buffer, list, 0, row, &Line::from(spans));
    if note_fits {
        put_right(buffer, list, row, &Line::styled(entry.note, ink.theme.dim));
    }
}

fn style(entry: &PaletteEntry, is_chosen: bool, ink: &Ink) -> Style {
    let style = if entry.possible { ink.theme.text } else { ink.theme.dim };
    if is_chosen { style.patch(ink.theme.accent) } else { style }
}

/// The words with the letters that were asked for standing out.
fn words(found: &Found, room: usize, style: Style, ink: &Ink) -> Vec<Span<'static>> {
    let words = ink.clip(&found.entry.words, room);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (place, letter) in words.graphemes(true).enumerate() {
        let asked = found.letters.binary_search(&place).is_ok();
        let style = if asked { style.patch(ink.theme.strong) } else { style };
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(letter),
            _ => spans.push(Span::styled(letter.to_owned(), style)),
        }
    }
    spans
}
