//! The media pane: the session's files with their kind, length, picture size and bytes; below them, where
//! there is room, all that is known of the one that the keys mean; above them what they are narrowed by.

mod details;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::app::{Focus, State};
use crate::draft::{Kind, Millis};
use crate::link::MediaItem;

use super::footer::key_words;
use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::rule::Rule;
use super::text::{pad_left, pad_right};
use super::{HitMap, Spot, format, pane, query, tabs, words};

/// Draws the pane; tells where letters are written that narrow the list.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let area = areas.media;
    if area.is_empty() {
        return None;
    }
    let focused = state.focus == Focus::Media;
    let count = state.media.items.len();
    let mut right = tabs::others(state, areas.class, ink);
    if right.is_empty() && count > 0 {
        let words = match &state.media.filter {
            Some(_) => words::media::some_of(ink.language, state.media.listed(), count),
            None => words::files(ink.language, count),
        };
        right.push(Span::styled(words, ink.theme.dim));
    }
    Rule { title: ink.words.media, after: Vec::new(), right, focused }.draw(buffer, area, ink);
    let body = pane::list_body(area, areas.class);
    if count == 0 {
        pane::draw_hint(buffer, body, ink.words.empty_media, ink);
        return None;
    }
    let Parts { filter, list, details } = Parts::of(state, areas);
    let caret = state.media.filter.as_ref().and_then(|written| {
        let hint = words::media::of(ink.language).filter;
        let end = query::draw(buffer, filter, &written.query, hint, ink);
        end.filter(|_| focused && written.typing)
    });
    if state.media.listed() == 0 {
        let key = state.keymap.key_of("app.stop");
        pane::draw_hint(buffer, list, &words::media::none_fits(ink.language, &key), ink);
        return caret;
    }
    draw_list(buffer, state, list, ink, focused);
    details::draw(buffer, details, state, ink);
    caret
}

struct Parts {
    filter: Rect,
    list: Rect,
    details: Rect,
}

impl Parts {
    /// While the keys are here the lowest rows tell of the file that they mean.
    fn of(state: &State, areas: &Areas) -> Self {
        let whole = pane::list_body(areas.media, areas.class);
        let (filter, body) = filter_row(state, whole);
        let has_room = state.focus == Focus::Media && body.height >= ROOM_FOR_DETAILS;
        let rows = if has_room { details::ROWS } else { 0 };
        let list = Rect { height: body.height - rows, ..body };
        Self { filter, list, details: Rect { y: list.bottom(), height: rows, ..body } }
    }
}

/// The row in which letters are written, with air below it where there is room, and the rest.
fn filter_row(state: &State, whole: Rect) -> (Rect, Rect) {
    let rows = match state.media.filter {
        None => 0,
        Some(_) if whole.height < ROOM_FOR_AIR => 1.min(whole.height),
        Some(_) => 2,
    };
    let below = Rect { y: whole.y + rows, height: whole.height - rows, ..whole };
    (Rect { height: rows.min(1), ..whole }, below)
}

/// From here on an empty row parts the list from what it is narrowed by.
const ROOM_FOR_AIR: u16 = 5;

/// As many rows as the details leave to the list, and theirs.
const ROOM_FOR_DETAILS: u16 = details::ROWS + 3;

fn first(state: &State, list: Rect) -> usize {
    (state.media.selected + 1).saturating_sub(usize::from(list.height))
}

/// The files that are seen, for the mouse.
pub(super) fn hits(state: &State, areas: &Areas, map: &mut HitMap) {
    if areas.media.is_empty() {
        return;
    }
    let list = Parts::of(state, areas).list;
    let places = first(state, list)..state.media.listed();
    for (row, place) in (0..list.height).zip(places) {
        let line = Rect { y: list.y + row, height: 1, ..list };
        map.put(line, Spot::Line(Focus::Media, place));
    }
}

fn draw_list(buffer: &mut Buffer, state: &State, body: Rect, ink: &Ink, focused: bool) {
    let lines = first(state, body)..state.media.listed();
    let shown = lines.filter_map(|place| Some((place, state.media.at(place)?)));
    for (row, (place, item)) in (0..body.height).zip(shown) {
        let chosen = focused && place == state.media.selected;
        if chosen {
            pane::draw_mark(buffer, body, row, ink);
        }
        put_line(buffer, body, row, &item_line(item, usize::from(body.width), ink, chosen));
    }
}

const KIND: usize = 8;
const LENGTH: usize = 8;
const PICTURE: usize = 11;
const BYTES: usize = 9;
/// Below this, other columns go before the name does.
const NAME: usize = 14;

/// Columns fall away from the right where the name would have no room.
fn item_line(item: &MediaItem, cols: usize, ink: &Ink, chosen: bool) -> Line<'static> {
    let theme = &ink.theme;
    let columns = [
        (
            LENGTH,
            item.duration.map(|secs| format::length(ink.language, Millis::from_secs_rounded(secs))),
        ),
        (BYTES, item.size.map(format::bytes)),
        (PICTURE, picture(item)),
    ];
    let mut room = cols.saturating_sub(KIND);
    let mut facts = String::new();
    for (width, fact) in columns {
        if room < width + NAME {
            break;
        }
        room -= width;
        facts.push_str(&pad_left(&fact.unwrap_or_default(), width));
    }
    let name = pad_right(&ink.clip_name(&item.filename, room), room);
    let (word, kind) = kind(item, ink);
    Line::from(vec![
        Span::styled(pad_right(word, KIND), theme.track(kind)),
        Span::styled(name, if chosen { theme.strong } else { theme.text }),
        Span::styled(facts, theme.dim),
    ])
}

fn picture(item: &MediaItem) -> Option<String> {
    Some(format!("{}×{}", item.width?, item.height?))
}

fn kind(item: &MediaItem, ink: &Ink) -> (&'static str, Kind) {
    match item.file_type.as_str() {
        "audio" => (ink.words.kind_audio, Kind::Audio),
        "image" => (ink.words.kind_image, Kind::Video),
        "subtitles" => (ink.words.kind_subtitles, Kind::Text),
        _ => (ink.words.kind_video, Kind::Video),
    }
}

/// The keys that work while letters are written.
pub(super) fn footer(state: &State, ink: &Ink, cols: usize) -> Line<'static> {
    let words = words::media::of(ink.language);
    let stop = state.keymap.key_of("app.stop");
    let keys = [("↑↓", ink.choosing.select), ("Enter", words.keep), (&*stop, words.all)];
    key_words(keys, cols, ink)
}
