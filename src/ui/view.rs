//! The whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Color;

use crate::app::{Redraw, State};

use super::ink::Ink;
use super::{
    Signs, ascii, chat, consent, exporting, footer, help, hints, history, job_log, jobs, media,
    message, palette, pane, picker, preview, sessions, status, timeline, uprights, which_key,
};

/// Draws the state on empty cells, and tells where the cursor belongs, if it is to be seen.
#[must_use]
pub fn view(state: &State, buffer: &mut Buffer) -> Option<Position> {
    // The terminal may have become smaller since the state was told its size.
    if buffer.area.as_size() != state.size {
        let mut resized = state.clone();
        resized.size = buffer.area.as_size();
        draw(&resized, buffer)
    } else {
        draw(state, buffer)
    }
}

/// Draws the parts that [`Redraw`] names alone, each in a buffer at its place, and tells where the cursor belongs.
///
/// [`Redraw::Whole`] is for [`view`].
#[must_use]
pub fn view_parts(state: &State, parts: Redraw) -> (Vec<Buffer>, Option<Position>) {
    let (areas, ink) = (state.areas(), Ink::of(state));
    let mut drawn = Vec::new();
    if parts >= Redraw::Conversation {
        let mut buffer = Buffer::empty(chat::place(&areas));
        chat::draw_words(&mut buffer, state, &areas, &ink);
        drawn.push(buffer);
    }
    let mut buffer = Buffer::empty(pane::body(areas.message, areas.class));
    let caret = message::draw_words(&mut buffer, state, &areas, &ink);
    drawn.push(buffer);
    drawn.iter_mut().for_each(|buffer| finish(buffer, state, &ink));
    (drawn, caret)
}

fn draw(state: &State, buffer: &mut Buffer) -> Option<Position> {
    let (areas, ink) = (state.areas(), Ink::of(state));
    status::draw(buffer, state, &areas, &ink);
    chat::draw(buffer, state, &areas, &ink);
    let filtering = media::draw(buffer, state, &areas, &ink);
    jobs::draw(buffer, state, &areas, &ink);
    preview::draw(buffer, state, &areas, &ink);
    let caret = message::draw(buffer, state, &areas, &ink);
    timeline::draw(buffer, state, &areas, &ink);
    // What differs between two drafts lies over all panes above the timeline.
    if state.history.comparison().is_none() {
        uprights::draw(buffer, &areas, &ink);
    }
    footer::draw(buffer, state, &areas, &ink);
    history::draw(buffer, state, &areas, &ink);
    hints::draw(buffer, state, &areas, &ink);
    which_key::draw(buffer, state, &areas, &ink);
    let looking = help::draw(buffer, state, &areas, &ink);
    job_log::draw(buffer, state, &areas, &ink);
    let searching = palette::draw(buffer, state, &areas, &ink);
    let searching = searching.or(picker::draw(buffer, state, &areas, &ink));
    let searching = searching.or(sessions::draw(buffer, state, &areas, &ink));
    let searching = searching.or(exporting::draw(buffer, state, &areas, &ink));
    consent::draw(buffer, state, &areas, &ink);
    finish(buffer, state, &ink);
    let caret = timeline::caret(state, &areas, &ink).or(filtering).or(caret);
    let written = caret.filter(|_| !state.is_covered());
    written.or_else(|| searching.or(looking).filter(|_| state.asked.is_none()))
}

/// What everything on the screen undergoes in the end.
fn finish(buffer: &mut Buffer, state: &State, ink: &Ink) {
    if let Some(ground) = ink.theme.ground() {
        paint(buffer, ground, ink);
    }
    if state.look.signs == Signs::Ascii {
        ascii::simplify(buffer);
    }
}

/// Lays a theme's own ground below everything, and its colour under words that have none.
fn paint(buffer: &mut Buffer, ground: Color, ink: &Ink) {
    let text = ink.theme.text.fg.unwrap_or(Color::Reset);
    for cell in &mut buffer.content {
        if cell.bg == Color::Reset {
            cell.bg = ground;
        }
        if cell.fg == Color::Reset {
            cell.fg = text;
        }
    }
}
