//! The list of files, over everything: a line to write in, where it is, and what fits.

use crossterm::event::KeyCode;
use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{Key, PickerState, State};
use crate::draft::Kind;
use crate::language::clean;
use crate::store::{EntryKind, FolderEntry, MediaKind};

use super::footer::key_words;
use super::ink::{Ink, put_at, put_line, put_right, said};
use super::layout::{Areas, Class};
use super::text::{pad_left, width};
use super::words::picker as words;
use super::{HitMap, Spot, format, pane, query, sheet};

/// Draws the open list; tells where the caret is.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let picker = state.picker.as_ref()?;
    let parts = Parts::of(state, areas);
    let after = vec![Span::styled(facts(picker, ink), ink.theme.dim)];
    sheet::lay(buffer, state, areas, words::of(ink.language).files, after, ink);
    let hint = words::of(ink.language).search;
    let caret = query::draw(buffer, parts.query, &picker.query, hint, ink);
    draw_place(buffer, parts.place, state, picker, ink);
    match told(picker, ink) {
        Some(told) => pane::draw_hint(buffer, parts.list, &told, ink),
        None => draw_list(buffer, parts.list, state, picker, ink),
    }
    caret
}

/// The lines of the list, for the mouse.
pub(super) fn hits(state: &State, areas: &Areas, map: &mut HitMap) {
    let Some(picker) = &state.picker else { return };
    let list = Parts::of(state, areas).list;
    let first = first(picker, list);
    for (row, place) in (0..list.height).zip(first..picker.found.len()) {
        map.put(Rect { y: list.y + row, height: 1, ..list }, Spot::Listed(place));
    }
}

struct Parts {
    query: Rect,
    place: Rect,
    list: Rect,
}

impl Parts {
    fn of(state: &State, areas: &Areas) -> Self {
        let whole = sheet::area(areas, state);
        let body = pane::body(whole, areas.class);
        let air = u16::from(areas.class >= Class::Standard);
        let row = |row: u16| Rect {
            y: body.y + row.min(body.height),
            height: body.height.saturating_sub(row).min(1),
            ..body
        };
        let above = (2 + air).min(body.height);
        let list = Rect { y: body.y + above, height: body.height - above, ..body };
        Self { query: row(0), place: row(1), list }
    }
}

/// `clips · newest first`.
fn facts(picker: &PickerState, ink: &Ink) -> String {
    let wanted = words::wanted(ink.language, picker.wanted);
    format!("{wanted} {} {}", ink.glyphs.between, words::sorted(ink.language, picker.sort))
}

fn told(picker: &PickerState, ink: &Ink) -> Option<String> {
    let words = words::of(ink.language);
    match &picker.read {
        None => Some(words.loading.to_owned()),
        Some(Err(problem)) => Some(problem.line(ink.language)),
        Some(Ok(_)) if !picker.found.is_empty() => None,
        Some(Ok(_)) if picker.query.is_empty() => Some(words.empty.to_owned()),
        Some(Ok(_)) => Some(words.none_fits.to_owned()),
    }
}

/// The folder, and beside it how many are marked; or why the chosen file is not taken.
fn draw_place(buffer: &mut Buffer, place: Rect, state: &State, picker: &PickerState, ink: &Ink) {
    if place.is_empty() {
        return;
    }
    let cols = usize::from(place.width);
    if let Some(entry) = picker.chosen().filter(|_| picker.refused) {
        let told = words::refused(ink.language, &entry.name.to_string_lossy());
        let told = ink.clip(&clean(&told), cols);
        put_line(buffer, place, 0, &Line::styled(told, ink.theme.warning));
        return;
    }
    let mut more = Vec::new();
    if !picker.marked.is_empty() {
        more.push(words::marked(ink.language, picker.marked.len()));
    }
    if matches!(&picker.read, Some(Ok(folder)) if folder.is_cut) {
        more.push(words::of(ink.language).cut.to_owned());
    }
    let more = more.join("   ");
    let shown = format::path(&picker.folder, state.home.as_deref());
    let room = cols.saturating_sub(width(&more) + 2);
    put_line(buffer, place, 0, &Line::styled(query::ending(&clean(&shown), room), ink.theme.dim));
    put_right(buffer, place, 0, &Line::styled(more, ink.theme.accent));
}

fn first(picker: &PickerState, list: Rect) -> usize {
    let rows = usize::from(list.height);
    let middle = picker.chosen.saturating_sub(rows / 2);
    middle.min(picker.found.len().saturating_sub(rows))
}

fn draw_list(buffer: &mut Buffer, list: Rect, state: &State, picker: &PickerState, ink: &Ink) {
    let shown = picker.found.iter().enumerate().skip(first(picker, list));
    for (row, (place, found)) in (0..list.height).zip(shown) {
        let Some(entry) = picker.entries().get(*found) else { continue };
        let is_marked = picker.marked.contains(&picker.folder.join(&entry.name));
        let is_chosen = place == picker.chosen;
        draw_entry(buffer, list, row, state, entry, (is_chosen, is_marked), ink);
        if is_chosen {
            pane::draw_mark(buffer, list, row, ink);
        }
    }
}

/// From here on there is room for the day.
const ROOM_FOR_DAY: usize = 60;
/// The sign of a mark, and the word for a kind of file.
const KIND_COLS: u16 = 10;

fn draw_entry(
    buffer: &mut Buffer,
    list: Rect,
    row: u16,
    state: &State,
    entry: &FolderEntry,
    (is_chosen, is_marked): (bool, bool),
    ink: &Ink,
) {
    let cols = usize::from(list.width);
    let theme = &ink.theme;
    if is_marked {
        put_at(buffer, list, 0, row, &Line::styled("*", theme.accent));
    }
    let (word, kind) = match entry.kind {
        EntryKind::Media(MediaKind::Video) => (ink.words.kind_video, theme.track(Kind::Video)),
        EntryKind::Media(MediaKind::Image) => (ink.words.kind_image, theme.track(Kind::Video)),
        EntryKind::Media(MediaKind::Audio) => (ink.words.kind_audio, theme.track(Kind::Audio)),
        EntryKind::Media(MediaKind::Subtitles) => {
            (ink.words.kind_subtitles, theme.track(Kind::Text))
        }
        EntryKind::Folder | EntryKind::Other => ("", theme.dim),
    };
    put_at(buffer, list, 2, row, &Line::styled(word, kind));
    let facts = facts_of(state, entry, cols);
    let room = cols.saturating_sub(usize::from(KIND_COLS) + 1 + width(&facts) + 2);
    let mut name = clean(&entry.name.to_string_lossy()).replace('\n', " ");
    if entry.kind == EntryKind::Folder {
        name.push('/');
    }
    let style = match entry.kind {
        _ if is_chosen => theme.accent,
        EntryKind::Other => theme.dim,
        EntryKind::Folder => theme.strong,
        EntryKind::Media(_) => theme.text,
    };
    let name = said(&ink.clip_name(&name, room), style);
    put_at(buffer, list, KIND_COLS + 1, row, &Line::from(name));
    put_right(buffer, list, row, &Line::styled(facts, theme.dim));
}

/// The size and the day, as far as there is room.
fn facts_of(state: &State, entry: &FolderEntry, cols: usize) -> String {
    let bytes = match entry.kind {
        EntryKind::Folder => String::new(),
        EntryKind::Media(_) | EntryKind::Other => format::bytes(entry.bytes),
    };
    let bytes = pad_left(&bytes, 9);
    if cols < ROOM_FOR_DAY {
        return bytes;
    }
    let moment = Timestamp::from_millisecond(entry.changed_at).unwrap_or_default();
    let day = moment.to_zoned(state.zone.clone()).strftime("%Y-%m-%d").to_string();
    format!("{bytes}  {day}")
}

/// The keys that work now.
pub(super) fn footer(state: &State, ink: &Ink, cols: usize) -> Line<'static> {
    let Some(picker) = &state.picker else { return Line::default() };
    let words = words::of(ink.language);
    let into = picker.chosen().is_some_and(|entry| entry.kind == EntryKind::Folder);
    let enters = into && picker.marked.is_empty();
    let keys = [
        ("Enter".to_owned(), if enters { words.into } else { words.add }),
        (Key::plain(KeyCode::Left).to_string(), words.above),
        (state.keymap.key_of("files.mark"), words.mark),
        (state.keymap.key_of("files.kind"), words::wanted(ink.language, picker.wanted)),
        (state.keymap.key_of("files.order"), words::sorted(ink.language, picker.sort)),
    ];
    key_words(keys.iter().map(|(key, word)| (key.as_str(), *word)), cols, ink)
}
