//! The pane with the picture under the playhead.
//!
//! On wide screens it stands above media and jobs; on others it takes the place of the upper pane.

mod blocks;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::{Depth, State};
use crate::draft::Timecode;

use super::Signs;
use super::ink::Ink;
use super::layout::{Areas, Class};
use super::pane;
use super::rule::Rule;
use super::theme::Colours;
use super::words::preview as words;

/// Makes room for the pane.
#[must_use]
pub fn placed(mut areas: Areas) -> Areas {
    if areas.class == Class::Tiny {
        return areas;
    }
    if !areas.class.is_wide() {
        let shown = [areas.chat, areas.media, areas.jobs].into_iter().find(|area| !area.is_empty());
        (areas.chat, areas.media, areas.jobs) = (Rect::ZERO, Rect::ZERO, Rect::ZERO);
        areas.preview = shown.unwrap_or(Rect::ZERO);
        return areas;
    }
    let things = areas.media.union(areas.jobs);
    let rows = things.height * 3 / 5;
    let lower = |area: Rect, top: u16, height: u16| Rect { y: top, height, ..area };
    let (top, left) = (things.y + rows, things.height - rows);
    areas.preview = Rect { height: rows, ..things };
    if areas.class == Class::Panorama {
        areas.media = lower(areas.media, top, left);
        areas.jobs = lower(areas.jobs, top, left);
    } else {
        areas.media = lower(areas.media, top, left - left / 2);
        areas.jobs = lower(areas.jobs, top + left - left / 2, left / 2);
    }
    areas
}

/// The cells that a picture can take.
#[must_use]
pub fn picture_area(areas: &Areas) -> Rect {
    if areas.preview.is_empty() { Rect::ZERO } else { pane::body(areas.preview, areas.class) }
}

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.preview.is_empty() {
        return;
    }
    let draft = state.timeline.draft();
    let timecode =
        draft.map(|draft| Timecode::new(state.timeline.playhead, draft.canvas.rate).to_string());
    let right = timecode.map(Span::raw).into_iter().collect();
    let title = words::title(state.language);
    Rule { title, after: Vec::new(), right, focused: false }.draw(buffer, areas.preview, ink);
    let body = picture_area(areas);
    match (&state.preview.shown, state.preview.trouble) {
        _ if draft.is_none() => pane::draw_hint(buffer, body, words::empty(state.language), ink),
        (_, Some(why)) => {
            pane::draw_hint(buffer, body, words::no_picture(why, state.language), ink);
        }
        (Some(picture), None) => {
            let plain = state.look.colours == Colours::None || state.look.signs == Signs::Ascii;
            let depth = if plain { Depth::Shades } else { state.preview.depth };
            blocks::draw(buffer, body, picture, depth);
        }
        (None, None) => {}
    }
}
