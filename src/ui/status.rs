//! The top line: what film this is, who makes it, what is left to spend, and the connection.

use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

use crate::app::{Connection, State};

use super::ink::{Ink, line_width, put_at, put_right, said};
use super::jobs::{self, Detail};
use super::layout::{Areas, Class};
use super::{format, words};

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    let area = areas.status;
    if area.is_empty() {
        return;
    }
    let right = right(state, areas, ink);
    put_right(buffer, area, 0, &right);
    let room = usize::from(area.width).saturating_sub(line_width(&right) + 2);
    put_at(buffer, area, 1, 0, &left(state, areas, ink, room));
}

fn left(state: &State, areas: &Areas, ink: &Ink, room: usize) -> Line<'static> {
    let mut spans = Vec::new();
    let title = state.film_title();
    let mut used = 0;
    if areas.class > Class::Narrow || title.is_none() {
        spans.push(Span::styled("cutroom", ink.theme.strong));
        used += 7;
    }
    if let Some(title) = title {
        let gap = if used > 0 { 3 } else { 0 };
        spans.push(Span::raw(" ".repeat(gap)));
        spans.push(said(&ink.clip(title, room.saturating_sub(used + gap)), ink.theme.text));
    }
    Line::from(spans)
}

/// Backend, profile, credits, connection; as many of them as the width carries.
fn right(state: &State, areas: &Areas, ink: &Ink) -> Line<'static> {
    let backend = words::choosing::name(ink.language, &state.status.backend);
    let mut facts = vec![ink.clip(backend, 24)];
    if areas.class.is_wide() {
        facts.push(ink.clip(&state.profile.name, 28));
    }
    if areas.class > Class::Narrow {
        facts.extend(credits(state, ink));
    }
    let between = format!(" {} ", ink.glyphs.between);
    let mut spans = vec![Span::styled(facts.join(&between), ink.theme.dim)];
    if areas.class > Class::Narrow {
        spans.push(Span::raw("    "));
        spans.extend(connection(state, ink));
    } else {
        let running = state.jobs.running().count();
        spans.push(Span::raw("  "));
        match running {
            0 => spans.extend(connection(state, ink)),
            1 => spans.push(Span::raw(jobs::in_short(state, ink, Detail::Brief))),
            _ => spans.push(Span::raw(words::jobs(ink.language, running))),
        }
    }
    spans.push(Span::raw(" "));
    Line::from(spans)
}

fn credits(state: &State, ink: &Ink) -> Option<String> {
    let credits = state.status.credits.as_ref()?;
    if credits.unlimited {
        return Some(ink.words.unlimited.to_owned());
    }
    Some(format!("{} {}", format::number(credits.available), ink.words.credits))
}

fn connection(state: &State, ink: &Ink) -> [Span<'static>; 2] {
    let (style, word) = match &state.status.connection {
        Connection::Connecting => (ink.theme.warning, ink.words.connecting),
        Connection::Asking => (ink.theme.warning, ink.choosing.waiting_for_you),
        Connection::Connected => (ink.theme.success, ink.words.connected),
        Connection::Offline { retrying: true, .. } => (ink.theme.warning, ink.words.retrying),
        Connection::Offline { retrying: false, .. } => (ink.theme.error, ink.words.offline),
    };
    [Span::styled(format!("{} ", ink.glyphs.dot), style), Span::raw(word)]
}
