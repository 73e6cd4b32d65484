//! The conversation pane: the rows that are seen, and what goes on now below them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{Connection, Focus, Phase, Scroll, State};

use super::chat_rows::{self, pinned};
use super::ink::{Ink, put_line};
use super::layout::Areas;
use super::rule::Rule;
use super::{Links, format, hyperlinks, jobs, pane, tabs};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.chat.is_empty() {
        return;
    }
    let body = pane::body(areas.chat, areas.class);
    if body.y > areas.chat.y {
        title(state, areas, ink).draw(buffer, areas.chat, ink);
    }
    let pinned = u16::try_from(pinned(state)).unwrap_or(1).min(body.height);
    let seen = Rect { height: body.height - pinned, ..body };
    draw_rows(buffer, state, seen);
    if let Some(line) = activity(state, ink) {
        put_line(buffer, body, body.height.saturating_sub(1), &line);
    }
}

fn draw_rows(buffer: &mut Buffer, state: &State, seen: Rect) {
    let (mut item, mut skip) = match state.chat.scroll {
        Scroll::Follow => chat_rows::top_when_following(state),
        Scroll::From { entry, row } => (entry, row),
    };
    let mut row = 0;
    let mut told = Vec::new();
    while row < seen.height && item < chat_rows::count(state) {
        let left = usize::from(seen.height - row);
        for line in chat_rows::rows_in(state, item, skip..skip + left) {
            put_line(buffer, seen, row, &line);
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
        let words = format!("{}  {}", ink.words.more_below, ink.words.end_key);
        vec![Span::styled(words, ink.theme.warning)]
    };
    Rule { title: ink.words.chat, after: Vec::new(), right, focused: state.focus == Focus::Chat }
}

/// The one line that says what goes on: the agent's work, how the connection stands, or an export
/// that is seen nowhere else.
pub(super) fn activity(state: &State, ink: &Ink) -> Option<Line<'static>> {
    if let Some(turn) = &state.chat.turn {
        let seconds = state.now.steady.saturating_sub(turn.since).as_secs();
        let word = match (turn.phase, &turn.status, &turn.activity) {
            (Phase::Cancelling, ..) => ink.words.stopping.to_owned(),
            (_, Some(status), _) => ink.clip(status, status_room(state)),
            (Phase::Sent, None, _) => ink.words.asking.to_owned(),
            (Phase::Running, None, None) => ink.words.working.to_owned(),
            (Phase::Running, None, Some(word)) => ink.clip(word, 40),
        };
        let elapsed = match turn.status {
            // It tells the time itself.
            Some(_) => String::new(),
            None => format!("  {}", format::elapsed(ink.language, seconds)),
        };
        let stop = format!("{elapsed}  {}  {}", ink.glyphs.between, ink.words.esc_stops);
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
