//! The whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use ratatui::text::Line;

use crate::app::State;

use super::ink::{Ink, put_over};
use super::layout::{Areas, Class};
use super::{
    Signs, ascii, chat, consent, exporting, footer, help, hints, history, job_log, jobs, media,
    message, palette, picker, preview, sessions, status, timeline, which_key,
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

fn draw(state: &State, buffer: &mut Buffer) -> Option<Position> {
    let (areas, ink) = (state.areas(), Ink::of(state));
    status::draw(buffer, state, &areas, &ink);
    chat::draw(buffer, state, &areas, &ink);
    let filtering = media::draw(buffer, state, &areas, &ink);
    jobs::draw(buffer, state, &areas, &ink);
    preview::draw(buffer, state, &areas, &ink);
    let caret = message::draw(buffer, state, &areas, &ink);
    timeline::draw(buffer, state, &areas, &ink);
    draw_uprights(buffer, &areas, &ink);
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
    if let Some(ground) = ink.theme.ground() {
        paint(buffer, ground, &ink);
    }
    if state.look.signs == Signs::Ascii {
        ascii::simplify(buffer);
    }
    let caret = timeline::caret(state, &areas, &ink).or(filtering).or(caret);
    let written = caret.filter(|_| !state.is_covered());
    written.or_else(|| searching.or(looking).filter(|_| state.asked.is_none()))
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

/// The upright rules of the wide screens, with the joints where they meet the others.
fn draw_uprights(buffer: &mut Buffer, areas: &Areas, ink: &Ink) {
    if !areas.class.is_wide() {
        return;
    }
    let bottom = areas.timeline.y;
    upright(buffer, ink, areas.chat.right(), areas.chat.y, bottom);
    if areas.class == Class::Panorama {
        joint(buffer, ink, areas.chat.right(), areas.message.y, ink.glyphs.rule_end);
        upright(buffer, ink, areas.media.right(), areas.media.y, bottom);
        return;
    }
    let x = areas.chat.right();
    for below in [areas.media.y, areas.jobs.y] {
        joint(buffer, ink, x, below, ink.glyphs.rule_start);
    }
    let message = areas.message.y;
    let sign = if message == areas.jobs.y { ink.glyphs.rule_cross } else { ink.glyphs.rule_end };
    joint(buffer, ink, x, message, sign);
}

fn upright(buffer: &mut Buffer, ink: &Ink, x: u16, top: u16, bottom: u16) {
    put_sign(buffer, ink, x, top, ink.glyphs.rule_down);
    for y in top + 1..bottom {
        put_sign(buffer, ink, x, y, ink.glyphs.upright);
    }
    joint(buffer, ink, x, bottom, ink.glyphs.rule_up);
}

/// Joins an upright and a level rule; where the rule has words at that place, they stay.
fn joint(buffer: &mut Buffer, ink: &Ink, x: u16, y: u16, sign: &'static str) {
    let below = buffer.cell(Position { x, y }).map(|cell| cell.symbol().to_owned());
    if below.is_some_and(|below| below == ink.glyphs.rule || below == ink.glyphs.upright) {
        put_sign(buffer, ink, x, y, sign);
    }
}

fn put_sign(buffer: &mut Buffer, ink: &Ink, x: u16, y: u16, sign: &'static str) {
    let cell = Rect { x, y, width: 1, height: 1 };
    put_over(buffer, cell, 0, 0, &Line::styled(sign, ink.theme.dim));
}
