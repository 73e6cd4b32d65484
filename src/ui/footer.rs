//! The bottom line: the keys that matter where the keys go now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::actions::{self, Action, AppAction, Row};
use crate::app::{Focus, Keymap, State, leaving_warning};

use super::ink::{Ink, put_at, put_right};
use super::layout::Areas;
use super::text::width;
use super::words::finding;
use super::{HitMap, Spot, which_key};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let area = areas.footer;
    if area.is_empty() {
        return;
    }
    if let Some(warning) = leaving_warning(state) {
        let warning = ink.clip(warning, usize::from(area.width).saturating_sub(2));
        put_at(buffer, area, 1, 0, &Line::styled(warning, ink.theme.warning));
        return;
    }
    if state.picker.is_some() && state.asked.is_none() {
        let line = super::picker::footer(state, ink, usize::from(area.width));
        put_at(buffer, area, 1, 0, &line);
        return;
    }
    if state.exporting.sheet.is_some() && state.asked.is_none() {
        let line = super::exporting::footer(ink, usize::from(area.width));
        put_at(buffer, area, 1, 0, &line);
        return;
    }
    if state.sessions.is_some() && state.asked.is_none() {
        let line = super::sessions::footer(state, ink, usize::from(area.width));
        put_at(buffer, area, 1, 0, &line);
        return;
    }
    if state.asked.is_some() || state.palette.is_some() {
        let line = in_list(ink, state.asked.is_none(), usize::from(area.width));
        put_at(buffer, area, 1, 0, &line);
        return;
    }
    if state.job_log.is_some() {
        put_at(buffer, area, 1, 0, &super::job_log::footer(state, ink, usize::from(area.width)));
        return;
    }
    if is_filtering(state) {
        put_at(buffer, area, 1, 0, &super::media::footer(state, ink, usize::from(area.width)));
        return;
    }
    if state.help.is_some() {
        put_at(buffer, area, 1, 0, &in_help(ink));
        return;
    }
    if !state.pending.is_empty() {
        let keys = which_key::pressed(&state.pending, ink);
        let drop = format!("   {}", finding::of(ink.language).esc_drops);
        let line = Line::from(vec![key(&keys, ink), Span::styled(drop, ink.theme.dim)]);
        put_at(buffer, area, 1, 0, &line);
        return;
    }
    if let Some(said) = said_unseen(state, areas) {
        let said = ink.clip(said, usize::from(area.width).saturating_sub(2));
        put_at(buffer, area, 1, 0, &Line::styled(said, ink.theme.text));
        return;
    }
    let (hints, lists) = told(state, ink, area);
    put_at(buffer, area, 1, 0, &line_of(hints));
    let mut lists = line_of(lists);
    lists.push_span(Span::raw(" "));
    put_right(buffer, area, 0, &lists);
}

/// What the program has said where the conversation is not seen.
fn said_unseen<'a>(state: &'a State, areas: &Areas) -> Option<&'a str> {
    let said = state.chat.told_below.as_deref().or(state.foot.as_deref());
    said.filter(|_| areas.chat.is_empty())
}

/// Letters narrow the list of the files.
fn is_filtering(state: &State) -> bool {
    state.focus == Focus::Media && state.media.is_filtering() && !state.is_covered()
}

/// Keys with their words, as many as there is room for.
pub(super) fn key_words<'a>(
    keys: impl IntoIterator<Item = (&'a str, &'a str)>,
    cols: usize,
    ink: &Ink,
) -> Line<'static> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, word) in keys.into_iter().filter(|(key, _)| !key.is_empty()) {
        used += width(key) + width(word) + 4;
        if used <= cols {
            spans.push(Span::styled(key.to_owned(), ink.theme.text));
            spans.push(Span::styled(format!(" {word}   "), ink.theme.dim));
        }
    }
    Line::from(spans)
}

/// A key with its word, and what a click on it does; nothing where two keys share the word.
struct Hint {
    spans: Vec<Span<'static>>,
    action: Option<Action>,
}

impl Hint {
    fn new(keys: &str, word: &str, action: Option<Action>, ink: &Ink) -> Self {
        let word = Span::styled(format!(" {word}"), ink.theme.dim);
        Self { spans: vec![key(keys, ink), word], action }
    }

    fn width(&self) -> usize {
        self.spans.iter().map(|span| width(&span.content)).sum()
    }
}

/// Cells between hints.
const GAP: &str = "   ";

fn line_of(hints: Vec<Hint>) -> Line<'static> {
    let mut spans = Vec::new();
    for hint in hints {
        if !spans.is_empty() {
            spans.push(Span::raw(GAP));
        }
        spans.extend(hint.spans);
    }
    Line::from(spans)
}

/// Cells of the ways to everything, with the blank behind them.
fn cells(lists: &[Hint]) -> usize {
    let words: usize = lists.iter().map(Hint::width).sum();
    words + GAP.len() * lists.len().saturating_sub(1) + 1
}

/// The hints at the left, and the ways to everything at the right.
fn told(state: &State, ink: &Ink, area: Rect) -> (Vec<Hint>, Vec<Hint>) {
    let lists = lists(state, ink, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(1 + cells(&lists) + 4);
    (hints(state, ink, room), lists)
}

/// Where the keys are.
pub(super) fn hits(state: &State, areas: &Areas, ink: &Ink, map: &mut HitMap) {
    let area = areas.footer;
    let other = leaving_warning(state).is_some() || !state.pending.is_empty();
    let other = other || said_unseen(state, areas).is_some();
    if area.is_empty() || other || is_filtering(state) {
        return;
    }
    let (hints, lists) = told(state, ink, area);
    put_hits(area, 1, &hints, map);
    put_hits(area, usize::from(area.width).saturating_sub(cells(&lists)), &lists, map);
}

fn put_hits(area: Rect, mut col: usize, hints: &[Hint], map: &mut HitMap) {
    for hint in hints {
        let cell = |cols: usize| u16::try_from(cols).unwrap_or(u16::MAX);
        let x = area.x.saturating_add(cell(col));
        let place = Rect { x, width: cell(hint.width()), ..area }.intersection(area);
        if let Some(action) = hint.action {
            map.put(place, Spot::Key(action));
        }
        col += hint.width() + GAP.len();
    }
}

/// From here on there is room for the way to everything beside the pane's own keys.
const ROOM_FOR_BOTH: usize = 60;

/// `? keys   Ctrl-P anything`, at the right end.
fn lists(state: &State, ink: &Ink, cols: usize) -> Vec<Hint> {
    let does = |action| Some(Action::App(action));
    let mut hints = vec![Hint::new(&help_key(state), ink.words.help, does(AppAction::Help), ink)];
    if cols >= ROOM_FOR_BOTH {
        let key = state.keymap.key_of("app.palette");
        hints.push(Hint::new(&key, ink.choosing.anything, does(AppAction::Palette), ink));
    }
    hints
}

/// The shortest key to the help that works now: a letter is written into a message that is begun.
fn help_key(state: &State) -> String {
    let writing = state.focus == Focus::Message && !state.message.is_empty();
    let keys = actions::by_id("app.help").map_or(&[][..], |row| state.keymap.keys(row));
    let works = keys.iter().filter(|keys| !writing || keys.keys()[0].written().is_none());
    works.map(ToString::to_string).min_by_key(|name| width(name)).unwrap_or_default()
}

/// What works in a list of things to choose from.
fn in_list(ink: &Ink, can_be_closed: bool, cols: usize) -> Line<'static> {
    let words = ink.choosing;
    let mut spans = vec![
        key("↑↓", ink),
        Span::styled(format!(" {}   ", words.select), ink.theme.dim),
        key("Enter", ink),
        Span::styled(format!(" {}   ", words.do_it), ink.theme.dim),
    ];
    if can_be_closed && cols >= 40 {
        spans.push(Span::styled(ink.words.help_close, ink.theme.dim));
    }
    Line::from(spans)
}

/// What works while the help is open.
fn in_help(ink: &Ink) -> Line<'static> {
    let scroll = actions::by_id("chat.up");
    let keys = scroll.map(|row| key_names(&Keymap::default(), row)).unwrap_or_default();
    let word = scroll.and_then(|row| row.hint).map_or("", |hint| hint.within(ink.language));
    let close = ink.words.help_close;
    Line::from(vec![key(&keys, ink), Span::styled(format!(" {word}   {close}"), ink.theme.dim)])
}

/// What is told before anything else where there is little room: from the message box the way out
/// to the other panes, elsewhere the pane's own keys, and everywhere the way to take the film home.
const fn told_first(focus: Focus) -> &'static [&'static str] {
    match focus {
        Focus::Message => &["message.send", "app.next-pane", "app.export"],
        Focus::Timeline | Focus::Chat | Focus::Media | Focus::Jobs => &["timeline.export"],
    }
}

/// As many hints as there is room for, each whole, in the table's order.
fn hints(state: &State, ink: &Ink, room: usize) -> Vec<Hint> {
    let told = actions::rows_in(state.focus)
        .filter(|row| row.hint.is_some() && !state.keymap.keys(row).is_empty());
    let rows: Vec<&Row> = told.filter(|row| is_new(state, row)).collect();
    let mut by_rank: Vec<&Row> = rows.clone();
    by_rank.sort_by_key(|row| !told_first(state.focus).contains(&row.id));
    let mut used = 0;
    by_rank.retain(|row| {
        let cells = hint_cells(state, row, ink);
        // The last one needs no gap behind it.
        let fits = used + cells <= room + 3;
        used += if fits { cells } else { 0 };
        fits
    });
    let kept = rows.into_iter().filter(|row| by_rank.iter().any(|kept| kept.id == row.id));
    let hint = |row: &Row| {
        let word = row.hint.map_or("", |hint| hint.within(ink.language));
        let action = row.pair.is_none().then_some(row.action);
        Hint::new(&key_names(&state.keymap, row), word, action, ink)
    };
    kept.map(hint).collect()
}

/// Cells of a hint with the gap behind it.
fn hint_cells(state: &State, row: &Row, ink: &Ink) -> usize {
    let word = row.hint.map_or("", |hint| hint.within(ink.language));
    width(&key_names(&state.keymap, row)) + 1 + width(word) + 3
}

/// Its key, and that of the action which is its opposite: `←→`.
fn key_names(keymap: &Keymap, row: &Row) -> String {
    let pair = row.pair.and_then(actions::by_id);
    let keys = [Some(row), pair].into_iter().flatten().map(|row| keymap.told(row));
    let keys: Vec<String> = keys.collect();
    // Keys of several signs would run into each other.
    let apart = keys.len() > 1 && keys.iter().any(|key| width(key) > 1);
    keys.join(if apart { "/" } else { "" })
}

/// A key that the pane has of its own is not told a second time.
fn is_new(state: &State, row: &Row) -> bool {
    let first = actions::rows_in(state.focus).find(|other| other.action == row.action);
    first.is_some_and(|first| first.id == row.id)
}

fn key(name: &str, ink: &Ink) -> Span<'static> {
    Span::styled(name.to_owned(), ink.theme.text)
}
