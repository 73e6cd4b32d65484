//! The list of sessions, over everything: a line to write in, and what fits.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::app::sessions::{can_remove_film, is_current, is_free};
use crate::app::{Doing, SessionsState, State};
use crate::draft::Millis;
use crate::link::{ListedSession, SessionSummary};

use super::footer::key_words;
use super::ink::{Ink, put_at, put_line, put_right};
use super::layout::{Areas, Class};
use super::text::{pad_left, pad_right, width};
use super::words::sessions::{self, SessionsWords};
use super::words::{choosing, files};
use super::{format, pane, query, sheet};

/// Draws the open list; tells where the caret is.
pub(super) fn draw(
    buffer: &mut Buffer,
    state: &State,
    areas: &Areas,
    ink: &Ink,
) -> Option<Position> {
    let sessions = state.sessions.as_ref()?;
    let words = sessions::of(state.language);
    let area = sheet::lay(buffer, state, areas, words.sessions, Vec::new(), ink);
    let body = pane::body(area, areas.class);
    let (caret, used) = draw_line(buffer, body, state, sessions, ink);
    let air = u16::from(areas.class >= Class::Standard);
    let above = (used + air).min(body.height);
    let list = Rect { y: body.y + above, height: body.height - above, ..body };
    match hint(sessions, words) {
        Some(hint) => pane::draw_hint(buffer, list, hint, ink),
        None => draw_list(buffer, list, state, sessions, ink),
    }
    caret
}

const fn hint(sessions: &SessionsState, words: &SessionsWords) -> Option<&'static str> {
    match &sessions.all {
        None => Some(words.loading),
        Some(_) if !sessions.found.is_empty() => None,
        Some(_) if sessions.query.is_empty() => Some(words.none),
        Some(_) => Some(words.none_fits),
    }
}

/// What is searched for, the name being written, or the question; and how many rows it takes.
fn draw_line(
    buffer: &mut Buffer,
    body: Rect,
    state: &State,
    sessions: &SessionsState,
    ink: &Ink,
) -> (Option<Position>, u16) {
    let words = sessions::of(state.language);
    match &sessions.doing {
        Doing::Looking => (query::draw(buffer, body, &sessions.query, words.search, ink), 1),
        Doing::Naming(name) => {
            put_line(buffer, body, 0, &Line::styled(words.name_it, ink.theme.strong));
            let below = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            (query::draw(buffer, below, name, words.named_again, ink), 2)
        }
        Doing::Removing | Doing::RemovingFilm => {
            let chosen = sessions.chosen().map(|listed| &listed.summary);
            let question = chosen.map_or_else(String::new, |summary| match sessions.doing {
                Doing::RemovingFilm => {
                    sessions::film_removal(state.language, called(state, &summary.title))
                }
                _ => sessions::removal(
                    state.language,
                    called(state, &summary.title),
                    &summary.backend,
                ),
            });
            let rows = super::text::plain_rows(&question, usize::from(body.width).max(1));
            for (row, line) in (0..body.height).zip(&rows) {
                let line: String = line.runs.iter().map(|run| run.text.as_str()).collect();
                put_line(buffer, body, row, &Line::styled(line, ink.theme.warning));
            }
            (None, u16::try_from(rows.len()).unwrap_or(u16::MAX))
        }
    }
}

fn draw_list(buffer: &mut Buffer, list: Rect, state: &State, sessions: &SessionsState, ink: &Ink) {
    let Some(all) = &sessions.all else { return };
    let rows = usize::from(list.height);
    let middle = sessions.chosen.saturating_sub(rows / 2);
    let first = middle.min(sessions.found.len().saturating_sub(rows));
    let shown = sessions.found.iter().enumerate().skip(first);
    for (row, (place, found)) in (0..list.height).zip(shown) {
        let Some(listed) = all.get(*found) else { continue };
        let is_chosen = place == sessions.chosen;
        draw_session(buffer, list, row, state, listed, is_chosen, ink);
        if is_chosen {
            pane::draw_mark(buffer, list, row, ink);
        }
    }
}

fn draw_session(
    buffer: &mut Buffer,
    list: Rect,
    row: u16,
    state: &State,
    listed: &ListedSession,
    is_chosen: bool,
    ink: &Ink,
) {
    let cols = usize::from(list.width);
    let facts = facts(state, listed, cols);
    let room = cols.saturating_sub(width(&facts) + 2);
    let style = if is_chosen { ink.theme.accent } else { ink.theme.text };
    let title = ink.clip(called(state, &listed.summary.title), room);
    put_at(buffer, list, 0, row, &Line::styled(title, style));
    put_right(buffer, list, row, &Line::styled(facts, ink.theme.dim));
}

/// A session that has files alone has no name yet.
pub(super) fn called<'a>(state: &State, title: &'a str) -> &'a str {
    if title.trim().is_empty() { sessions::of(state.language).untitled } else { title }
}

/// From here on there is room for all facts.
const ROOM_FOR_ALL: usize = 90;
/// From here on there is room for a film's length and where it is made.
const ROOM_FOR_MORE: usize = 60;

/// `this one   studio   video-maker   6 files   30 s   Nov 27 14:03`, as far as there is room.
fn facts(state: &State, listed: &ListedSession, cols: usize) -> String {
    let SessionSummary { backend, profile, media_count, duration_ms, used_at, .. } =
        &listed.summary;
    let used = sessions::used(state.language, is_current(state, &listed.summary), listed.used);
    let mut facts = String::new();
    if cols >= ROOM_FOR_MORE {
        facts.push_str(&format!("{used}  "));
        facts.push_str(&pad_right(choosing::name(state.language, backend), 8));
    } else if !used.is_empty() {
        return used.to_owned();
    }
    if cols >= ROOM_FOR_ALL {
        facts.push_str(&pad_right(profile, 18));
        facts.push_str(&pad_left(&files(state.language, *media_count), 10));
    }
    if cols >= ROOM_FOR_MORE {
        facts.push_str(&pad_left(&format::length(state.language, Millis(*duration_ms)), 9));
    }
    format!("{facts}  {}", pad_left(&format::day(state, *used_at), 10))
}

/// The keys that work now.
pub(super) fn footer(state: &State, ink: &Ink, cols: usize) -> Line<'static> {
    let words = sessions::of(state.language);
    let Some(sessions) = &state.sessions else { return Line::default() };
    let key = |id| state.keymap.key_of(id);
    let (new, name, remove) = (key("sessions.new"), key("sessions.name"), key("sessions.remove"));
    let free = sessions.chosen().is_some_and(|listed| is_free(state, listed));
    let keys: Vec<(&str, &str)> = match sessions.doing {
        Doing::Looking if sessions.chosen().is_none() => vec![(&new, words.new)],
        Doing::Looking => {
            let mut keys = vec![("Enter", words.go_on), (&new, words.new), (&name, words.name)];
            keys.extend(free.then_some((remove.as_str(), words.remove)));
            keys
        }
        Doing::Naming(_) => vec![("Enter", words.name), ("Esc", words.keep)],
        Doing::Removing => {
            let film = can_remove_film(state).then_some((remove.as_str(), words.with_film));
            [("Enter", words.remove)].into_iter().chain(film).chain([("Esc", words.keep)]).collect()
        }
        Doing::RemovingFilm => vec![("Enter", words.remove_both), ("Esc", words.keep)],
    };
    key_words(keys, cols, ink)
}
