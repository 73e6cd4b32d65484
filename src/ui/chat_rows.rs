//! The conversation as rows, item by item.
//!
//! Item 0 is what stands above the conversation (the welcome, while nothing is said), then one item
//! for each entry, and last what follows them all (a question, what could come next, what waits).
//! Heights are the lengths of these rows, so scrolling and drawing cannot disagree.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{Body, ChangeLine, Choice, Entry, Focus, State, Wording};
use crate::draft::Kind;

use super::ink::{Ink, line_width, said};
use super::layout::{Class, margin};
use super::text::{self, Row, Run, Tone, width};
use super::{format, welcome, words};

/// Longer rows are hard to read, however wide the screen.
const MOST_COLS: usize = 96;

/// Items of the conversation.
#[must_use]
pub fn count(state: &State) -> usize {
    state.chat.entries.len() + 2
}

/// Rows of an item.
#[must_use]
pub fn height(state: &State, item: usize) -> usize {
    let page = Page::of(state);
    match laid(state, &page, item) {
        Some(laid) => laid.height(&page),
        None => rows(state, item).len(),
    }
}

/// Columns that words of the conversation can take.
#[must_use]
pub fn cols(state: &State) -> usize {
    Page::of(state).cols
}

/// Some of the rows of an item: no more is made than is seen.
pub(super) fn rows_in(state: &State, item: usize, window: Range<usize>) -> Vec<Line<'static>> {
    let page = Page::of(state);
    match laid(state, &page, item) {
        Some(laid) => {
            let end = window.end.min(laid.height(&page));
            (window.start..end).map(|row| laid.row(state, &page, row)).collect()
        }
        None => {
            let count = window.len();
            rows(state, item).into_iter().skip(window.start).take(count).collect()
        }
    }
}

/// An answer whose rows are kept.
struct LaidAnswer<'a> {
    entry: &'a Entry,
    words: &'a [Row],
    /// Which wording is seen, where there are two.
    wording: Option<Wording>,
}

fn laid<'a>(state: &'a State, page: &Page, item: usize) -> Option<LaidAnswer<'a>> {
    let place = item.checked_sub(1)?;
    let entry = state.chat.entries.get(place)?;
    let Body::Agent { text, original, wording, .. } = &entry.body else { return None };
    if text.is_empty() || (*wording == Wording::Original && original.is_some()) {
        return None;
    }
    let words = state.chat.laid.rows(place, text, page.cols)?;
    let wording = original.as_ref().map(|_| *wording);
    // Blank words have a row all the same.
    (!words.is_empty()).then_some(LaidAnswer { entry, words, wording })
}

impl LaidAnswer<'_> {
    fn height(&self, page: &Page) -> usize {
        let around = if page.dense { 0 } else { 2 };
        self.words.len() + around + usize::from(self.wording.is_some())
    }

    /// Name and time, the words, the way to the other wording, an empty row.
    fn row(&self, state: &State, page: &Page, row: usize) -> Line<'static> {
        let Some(place) = row.checked_sub(usize::from(!page.dense)) else {
            return page.speaker(state, self.entry, agent(state));
        };
        match (self.words.get(place), self.wording) {
            (Some(words), _) => page.prose(words.clone(), page.ink.theme.text),
            (None, Some(wording)) if place == self.words.len() => {
                page.other_wording(state, wording)
            }
            _ => Line::default(),
        }
    }
}

/// Rows that the conversation can be seen in.
#[must_use]
pub fn room(state: &State) -> usize {
    let areas = state.areas();
    let body = super::pane::body(areas.chat, areas.class);
    usize::from(body.height).saturating_sub(pinned(state))
}

/// Rows below the conversation that do not scroll: what goes on now.
pub(super) fn pinned(state: &State) -> usize {
    usize::from(super::chat::activity(state, &Ink::of(state)).is_some())
}

/// Whether all of it is seen at once.
#[must_use]
pub fn fits(state: &State) -> bool {
    let room = room(state);
    let mut used = 0;
    (0..count(state)).all(|item| {
        used += height(state, item);
        used <= room
    })
}

/// The item and row at the top when the end is at the bottom.
#[must_use]
pub fn top_when_following(state: &State) -> (usize, usize) {
    // A welcome that is too long for the room loses its end, not its beginning.
    if state.chat.is_new() && state.chat.entries.is_empty() {
        return (0, 0);
    }
    let mut left = room(state);
    for item in (0..count(state)).rev() {
        let rows = height(state, item);
        if rows >= left {
            return (item, rows - left);
        }
        left -= rows;
    }
    (0, 0)
}

/// The rows of an item.
#[must_use]
pub fn rows(state: &State, item: usize) -> Vec<Line<'static>> {
    let page = Page::of(state);
    match item.checked_sub(1) {
        None => head(state, &page),
        Some(place) => match state.chat.entries.get(place) {
            Some(entry) => entry_rows(state, &page, entry),
            None if place == state.chat.entries.len() => tail(state, &page),
            None => Vec::new(),
        },
    }
}

/// The program's own sentences within an item, in which addresses may stand.
pub(super) fn addressed(state: &State, item: usize) -> Vec<&str> {
    let Some(place) = item.checked_sub(1) else {
        let session = state.status.session.as_ref();
        return session.and_then(|session| session.link.as_deref()).into_iter().collect();
    };
    match state.chat.entries.get(place).map(|entry| &entry.body) {
        Some(Body::Program(text)) => vec![text],
        Some(Body::Problem { what, next }) => vec![what, next],
        _ => Vec::new(),
    }
}

/// What the rows depend on.
pub(super) struct Page {
    pub ink: Ink,
    pub cols: usize,
    /// Without names, times and empty rows.
    pub dense: bool,
}

impl Page {
    fn of(state: &State) -> Self {
        let class = Class::of(state.size);
        let area = state.areas().chat;
        let cols = usize::from(area.width.saturating_sub(2 * margin(class)));
        Self { ink: Ink::of(state), cols: cols.clamp(1, MOST_COLS), dense: class < Class::Standard }
    }
}

fn head(state: &State, page: &Page) -> Vec<Line<'static>> {
    if state.chat.is_new() && !state.chat.has_follow_ups() {
        return welcome::rows(state, page);
    }
    let mut rows = if page.dense { Vec::new() } else { vec![Line::default()] };
    if let Some(link) = state.status.session.as_ref().and_then(|session| session.link.as_deref()) {
        rows.extend(browser(state, page, link));
    }
    rows
}

/// Where the session opens in a browser, above what was said in it.
fn browser(state: &State, page: &Page, link: &str) -> Vec<Line<'static>> {
    let (theme, words) = (&page.ink.theme, page.ink.choosing);
    let label = format!("{}  ", words.browser);
    let mark = Span::styled(page.ink.glyphs.note, theme.dim);
    let mut rows = page.marked(mark, &format!("{label}{link}"), theme.dim);
    let copies = format!("  {} {}", state.keymap.key_of("app.copy-link"), words.copies);
    if let [row] = &mut rows[..]
        && line_width(row) + width(&copies) <= page.cols
    {
        row.spans.push(Span::styled(copies, theme.dim));
    }
    if !page.dense {
        rows.push(Line::default());
    }
    rows
}

fn entry_rows(state: &State, page: &Page, entry: &Entry) -> Vec<Line<'static>> {
    let theme = &page.ink.theme;
    let mut rows = match &entry.body {
        Body::User(words) => {
            let words = text::plain_rows(words, page.words_cols());
            page.spoken(state, entry, page.ink.words.you, words)
        }
        Body::Agent { text: cleaned, original, wording, .. } => {
            let words = match (wording, original) {
                (Wording::Original, Some(original)) => original,
                _ => cleaned,
            };
            let words = if words.is_empty() { Vec::new() } else { text::rows(words, page.cols) };
            let mut rows = page.spoken(state, entry, agent(state), words);
            rows.extend(original.as_ref().map(|_| page.other_wording(state, *wording)));
            rows
        }
        Body::Program(words) => {
            let mark = said(page.ink.glyphs.note, theme.dim);
            page.marked(mark, words, theme.text)
        }
        Body::Problem { what, next } => {
            let mark = Span::styled("!", theme.error.patch(theme.strong));
            let mut rows = page.marked(mark, what, theme.text);
            if !next.is_empty() {
                rows.extend(page.marked(Span::raw(" "), next, theme.dim));
            }
            rows
        }
        Body::Changes(lines) => lines.iter().map(|line| page.change(line)).collect(),
    };
    if !page.dense {
        rows.push(Line::default());
    }
    rows
}

/// What the one who answers is called.
fn agent(state: &State) -> &str {
    words::choosing::name(state.language, &state.status.backend)
}

impl Page {
    /// Columns for the words of a person, which have a mark before them where there is no name above.
    fn words_cols(&self) -> usize {
        if self.dense { self.cols.saturating_sub(2).max(1) } else { self.cols }
    }

    /// Name and time above, words below; or, where room is dear, a mark before a person's words.
    fn spoken(
        &self,
        state: &State,
        entry: &Entry,
        who: &str,
        words: Vec<Row>,
    ) -> Vec<Line<'static>> {
        let theme = &self.ink.theme;
        let is_person = matches!(entry.body, Body::User(_));
        let style = if self.dense && is_person { theme.strong } else { theme.text };
        let mut rows: Vec<Line<'static>> =
            words.into_iter().map(|row| self.prose(row, style)).collect();
        if !self.dense {
            rows.insert(0, self.speaker(state, entry, who));
        } else if is_person {
            for (number, row) in rows.iter_mut().enumerate() {
                let mark = if number == 0 { self.ink.glyphs.prompt } else { " " };
                row.spans.splice(0..0, [Span::styled(mark, theme.accent), Span::raw(" ")]);
            }
        }
        rows
    }

    /// Who said something, and when.
    fn speaker(&self, state: &State, entry: &Entry, who: &str) -> Line<'static> {
        let theme = &self.ink.theme;
        let name = said(who, theme.strong);
        let time = Span::styled(format::time_of_day(entry.at, &state.zone), theme.dim);
        Line::from(vec![name, Span::raw("  "), time])
    }

    /// `o original`: what is seen is not all that was said.
    fn other_wording(&self, state: &State, seen: Wording) -> Line<'static> {
        let words = &self.ink.words;
        let other = match seen {
            Wording::Cleaned => words.original,
            Wording::Original => words.cleaned,
        };
        let mut said = format!("{} {other}", state.keymap.key_of("chat.original"));
        if state.focus != Focus::Chat {
            said.push_str(&format!("  {}  {}", words.between, words.in_chat_pane));
        }
        Line::styled(self.ink.clip(&said, self.cols), self.ink.theme.dim)
    }

    fn prose(&self, row: Row, style: Style) -> Line<'static> {
        let mut spans = vec![Span::raw(" ".repeat(row.indent))];
        spans.extend(row.runs.into_iter().map(|run| self.run(run, style)));
        Line::from(spans)
    }

    fn run(&self, run: Run, style: Style) -> Span<'static> {
        let style = match run.tone {
            Tone::Plain => style,
            Tone::Stress => style.patch(self.ink.theme.stress),
            Tone::Strong => style.patch(self.ink.theme.strong),
            Tone::Code => self.ink.theme.code,
        };
        Span::styled(run.text, style)
    }

    /// A sign, then words that hang beside it.
    fn marked(&self, mark: Span<'static>, words: &str, style: Style) -> Vec<Line<'static>> {
        let hang = 2;
        let rows = text::rows(words, self.cols.saturating_sub(hang).max(1)).into_iter();
        rows.enumerate()
            .map(|(number, row)| {
                let mut line = self.prose(row, style);
                let mark = if number == 0 { mark.clone() } else { Span::raw(" ") };
                line.spans.splice(0..0, [mark, Span::raw(" ")]);
                line
            })
            .collect()
    }

    /// `+ V1  6 clips, 0–30 s`.
    fn change(&self, line: &ChangeLine) -> Line<'static> {
        let theme = &self.ink.theme;
        let sign = Span::styled(format!(" {} ", line.mark.sign()), theme.changed);
        let track = Span::styled(text::pad_right(&line.track, 4), track_style(self, &line.track));
        let room = self.cols.saturating_sub(3 + width(&track.content));
        Line::from(vec![sign, track, Span::styled(self.ink.clip(&line.text, room), theme.text)])
    }
}

fn track_style(page: &Page, label: &str) -> Style {
    let kind = match label.chars().next() {
        Some('V') => Kind::Video,
        Some('A') => Kind::Audio,
        Some('T') => Kind::Text,
        _ => Kind::Other(0),
    };
    page.ink.theme.track(kind)
}

/// A question, what could come next, and what waits.
fn tail(state: &State, page: &Page) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    if let Some(question) = &state.chat.question {
        rows.extend(page.marked(
            Span::styled("?", page.ink.theme.accent),
            &question.prompt,
            page.ink.theme.strong,
        ));
        let options = numbered(page, &state.choices(), 2).into_iter();
        rows.extend(options.map(indented));
        if !page.dense {
            rows.push(Line::default());
        }
    } else if !state.chat.is_new() || state.chat.has_follow_ups() {
        rows.extend(next_steps(page, &state.choices()));
    }
    rows.extend(waiting(state, page));
    rows
}

/// What an earlier run never sent, then what is sent when the turn has ended.
fn waiting(state: &State, page: &Page) -> Vec<Line<'static>> {
    let (words, dim) = (page.ink.words, page.ink.theme.dim);
    let unsent = state.chat.unsent.iter().map(|text| (words.unsent, text));
    let queued = state.chat.queue.iter().map(|text| (words.queued, text));
    let mut rows: Vec<Line<'static>> = unsent
        .chain(queued)
        .map(|(label, text)| {
            let label = format!("{label}  ");
            let room = page.cols.saturating_sub(width(&label));
            let text = Span::styled(page.ink.clip(text, room), dim);
            Line::from(vec![Span::styled(label, dim), text])
        })
        .collect();
    if !state.chat.unsent.is_empty() {
        rows.push(Line::styled(page.ink.clip(words.unsent_how, page.cols), dim));
    }
    if !rows.is_empty() && !page.dense {
        rows.push(Line::default());
    }
    rows
}

/// Below the words that hang beside a sign.
fn indented(mut line: Line<'static>) -> Line<'static> {
    line.spans.insert(0, Span::raw("  "));
    line
}

/// One choice a row (or more, where it is long), under its number; `taken` columns are not theirs.
pub(super) fn numbered(page: &Page, choices: &[Choice], taken: usize) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    let room = page.cols.saturating_sub(taken + 3).max(1);
    for (number, choice) in choices.iter().enumerate() {
        for (place, row) in text::plain_rows(choice.label(), room).into_iter().enumerate() {
            let mark = if place == 0 { format!("{}  ", number + 1) } else { "   ".to_owned() };
            let mut line = page.prose(row, page.ink.theme.text);
            line.spans.insert(0, Span::styled(mark, page.ink.theme.accent));
            rows.push(line);
        }
    }
    rows
}

/// `next   1 add a title   2 make it vertical   3 export`, in as many rows as it needs.
fn next_steps(page: &Page, choices: &[Choice]) -> Vec<Line<'static>> {
    if choices.is_empty() {
        return Vec::new();
    }
    let theme = &page.ink.theme;
    let label = format!("{}   ", page.ink.words.next);
    let indent = width(&label);
    let mut rows = vec![vec![Span::styled(label, theme.dim)]];
    let mut used = indent;
    for (number, choice) in choices.iter().enumerate() {
        let label = page.ink.clip(choice.label(), page.cols.saturating_sub(indent + 2));
        let cells = 2 + width(&label) + 3;
        if used + cells > page.cols + 3 && used > indent {
            rows.push(vec![Span::raw(" ".repeat(indent))]);
            used = indent;
        }
        used += cells;
        if let Some(row) = rows.last_mut() {
            row.push(Span::styled(format!("{} ", number + 1), theme.accent));
            row.push(Span::styled(format!("{label}   "), theme.text));
        }
    }
    let mut rows: Vec<Line<'static>> = rows.into_iter().map(Line::from).collect();
    if !page.dense {
        rows.push(Line::default());
    }
    rows
}
