//! The conversation pane: the rows that are seen, and what goes on now below them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Connection, Find, Focus, Phase, Scroll, State, new_rows};

use super::chat_rows::{self, pinned};
use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::rule::Rule;
use super::{Links, format, hyperlinks, jobs, pane, tabs, text, words};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.chat.is_empty() {
        return;
    }
    let body = pane::body(areas.chat, areas.class);
    if body.y > areas.chat.y {
        title(state, areas, ink).draw(buffer, areas.chat, ink);
    }
    draw_words(buffer, state, areas, ink);
}

/// Where all is that is below the title.
pub(super) fn place(areas: &Areas) -> Rect {
    let body = pane::body(areas.chat, areas.class);
    Rect { x: areas.chat.x, width: areas.chat.width, ..body }
}

/// What is below the title.
pub(super) fn draw_words(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let body = pane::body(areas.chat, areas.class);
    let pinned = u16::try_from(pinned(state)).unwrap_or(1).min(body.height);
    let seen = Rect { height: body.height - pinned, ..body };
    draw_rows(buffer, state, seen, ink);
    if let Some(line) = activity(state, ink) {
        put_line(buffer, body, body.height.saturating_sub(1), &line);
    }
}

fn draw_rows(buffer: &mut Buffer, state: &State, seen: Rect, ink: &Ink) {
    let wanted = state.chat.find.as_ref().and_then(Find::wanted);
    let (mut item, mut skip) = match state.chat.scroll {
        Scroll::Follow => chat_rows::top_when_following(state),
        Scroll::From { entry, row } => (entry, row),
    };
    let mut row = 0;
    let mut told = Vec::new();
    while row < seen.height && item < chat_rows::count(state) {
        if item.checked_sub(1).is_some_and(|place| state.chat.chosen == Some(place)) {
            pane::draw_mark(buffer, seen, row, ink);
        }
        let left = usize::from(seen.height - row);
        for line in chat_rows::rows_in(state, item, skip..skip + left) {
            put_line(buffer, seen, row, &line);
            if let Some(wanted) = &wanted {
                mark_found(buffer, seen, row, &line, wanted, ink);
            }
            row += 1;
        }
        told.extend(chat_rows::addressed(state, item));
        (item, skip) = (item + 1, 0);
    }
    if state.look.links == Links::Osc8 {
        hyperlinks::put(buffer, seen, &told);
    }
}

fn title<'a>(state: &'a State, areas: &Areas, ink: &Ink) -> Rule<'a> {
    let right = if state.chat.scroll == Scroll::Follow {
        tabs::others(state, areas.class, ink)
    } else {
        let end = ink.words.end_key;
        let words = match new_rows(state) {
            0 => format!("{}  {end}", ink.words.more_below),
            rows => format!("{}  ↓ {end}", words::chat::new_lines(ink.language, rows)),
        };
        vec![Span::styled(words, ink.theme.warning)]
    };
    Rule { title: ink.words.chat, after: Vec::new(), right, focused: state.focus == Focus::Chat }
}

/// The one line that says what goes on: the agent's work, how the connection stands, or an export
/// that is seen nowhere else.
pub(super) fn activity(state: &State, ink: &Ink) -> Option<Line<'static>> {
    if let Some(told) = &state.chat.told_below {
        let room = usize::from(state.areas().chat.width).saturating_sub(4);
        return Some(Line::styled(ink.clip(told, room), ink.theme.dim));
    }
    if let Some(line) = finding(state, ink) {
        return Some(line);
    }
    if let Some(turn) = &state.chat.turn {
        let seconds = state.now.steady.saturating_sub(turn.since).as_secs();
        let elapsed = match turn.status {
            // It tells the time itself.
            Some(_) => String::new(),
            None => format!("  {}", format::elapsed(ink.language, seconds)),
        };
        let stop = format!("{elapsed}  {}  {}", ink.glyphs.between, ink.words.esc_stops);
        let word = match (turn.phase, &turn.status, &turn.activity) {
            (Phase::Cancelling, ..) => ink.words.stopping.to_owned(),
            (_, Some(status), _) => ink.clip(status, status_room(state)),
            (Phase::Sent, None, _) => ink.words.asking.to_owned(),
            (Phase::Running, None, None) => ink.words.working.to_owned(),
            (Phase::Running, None, Some(word)) => ink.clip(word, word_room(state, &stop)),
        };
        return Some(Line::from(vec![
            Span::styled(format!("{} ", spinner(state, ink)), ink.theme.accent),
            Span::styled(word, ink.theme.text),
            Span::styled(stop, ink.theme.dim),
        ]));
    }
    match &state.status.connection {
        Connection::Connected => jobs::export_line(state, ink),
        Connection::Connecting => {
            let waits = !state.chat.queue.is_empty();
            let words = if waits { ink.words.setting_up_queued } else { ink.words.setting_up };
            Some(Line::styled(words, ink.theme.dim))
        }
        Connection::Asking => Some(Line::styled(ink.choosing.nothing_sent_yet, ink.theme.dim)),
        // One that is for good is part of the conversation.
        Connection::Offline { retrying: false, .. } => None,
        Connection::Offline { problem, retrying: true } => {
            let line = ink.clip(&problem.line(ink.language), 200);
            Some(Line::from(vec![Span::styled("! ", ink.theme.warning), Span::raw(line)]))
        }
    }
}

/// `/ words   n next   N previous`: what is looked for.
fn finding(state: &State, ink: &Ink) -> Option<Line<'static>> {
    let find = state.chat.find.as_ref().filter(|_| state.focus == Focus::Chat)?;
    let words = words::chat::of(ink.language);
    let mut spans = vec![
        Span::styled(format!("{} / ", words.find), ink.theme.dim),
        Span::styled(text::clean(&find.query).into_owned(), ink.theme.text),
    ];
    if find.typing {
        spans.push(Span::styled(" ", ink.theme.selection));
    }
    if find.missed {
        spans.push(Span::styled(format!("  {}", words.missed), ink.theme.warning));
    } else if !find.typing {
        let keys = format!("   n {}   N {}", words.next, words.previous);
        spans.push(Span::styled(keys, ink.theme.dim));
    }
    Some(Line::from(spans))
}

/// Marks the words that are looked for in a row as it was drawn.
fn mark_found(buffer: &mut Buffer, seen: Rect, row: u16, line: &Line<'_>, wanted: &str, ink: &Ink) {
    let said = text::clean(&line.to_string()).to_lowercase();
    for (at, found) in said.match_indices(wanted) {
        let cells = |text: &str| u16::try_from(text::width(text)).unwrap_or(u16::MAX);
        let place = Rect {
            x: seen.x.saturating_add(cells(&said[..at])),
            y: seen.y + row,
            width: cells(found),
            height: 1,
        };
        buffer.set_style(place.intersection(seen), ink.theme.selection);
    }
}

/// Cells for what the agent does, so that the way to stop it is whole beside it.
fn word_room(state: &State, stop: &str) -> usize {
    // The margins and the spinner.
    let around = text::width(stop) + 4;
    usize::from(state.areas().chat.width).saturating_sub(around).clamp(8, 40)
}

/// Cells for how a turn stands, between the spinner and the way to stop it.
fn status_room(state: &State) -> usize {
    const AROUND: usize = 20;
    usize::from(state.areas().chat.width).saturating_sub(AROUND).max(24)
}

fn spinner(state: &State, ink: &Ink) -> &'static str {
    let frames = ink.glyphs.spinner;
    let step = state.now.steady.as_millis() / crate::app::SPINNER_STEP.as_millis();
    frames[usize::try_from(step).unwrap_or(0) % frames.len()]
}
