//! The pane with the picture under the playhead.
//!
//! On wide screens it stands above media and jobs; on others it takes the place of the upper pane.

mod blocks;

pub(super) use blocks::draw_part;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::app::{
    Depth, Focus, Pictures, Pixels, Share, Showing, State, is_held, is_line_too_slow,
    is_preview_open, of_chosen_file, showing_of,
};
use crate::draft::Timecode;
use crate::link::Picture;

use super::Signs;
use super::ink::{Ink, said};
use super::layout::{Areas, Class};
use super::pane;
use super::rule::Rule;
use super::theme::Colours;
use super::words::preview as words;

/// Makes room for the pane: on wide screens as much as the film's shape fills, up to three fifths of the
/// side. The rest is shared by media and jobs; the one that has the keys gets most of it.
#[must_use]
pub fn placed(mut areas: Areas, state: &State) -> Areas {
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
    let rows = (things.height * 3 / 5).min(rows_of_film(things, areas.class, state));
    let lower = |area: Rect, top: u16, height: u16| Rect { y: top, height, ..area };
    let (top, left) = (things.y + rows, things.height - rows);
    areas.preview = Rect { height: rows, ..things };
    if areas.class == Class::Panorama {
        areas.media = lower(areas.media, top, left);
        areas.jobs = lower(areas.jobs, top, left);
    } else {
        let jobs = match state.focus {
            Focus::Media => FEW_ROWS.min(left / 2),
            Focus::Jobs => left - FEW_ROWS.min(left / 2),
            _ => left / 2,
        };
        areas.media = lower(areas.media, top, left - jobs);
        areas.jobs = lower(areas.jobs, top + left - jobs, jobs);
    }
    areas
}

/// Rows of a pane that only reminds of what is in it: its rule, air, and two more.
const FEW_ROWS: u16 = 4;

/// Rows of the pane that a film of this shape fills: a cell is about twice as high as wide.
fn rows_of_film(area: Rect, class: Class, state: &State) -> u16 {
    let Some(canvas) = state.timeline.draft().map(|draft| draft.canvas) else { return area.height };
    let cols = u64::from(pane::body(area, class).width);
    let rows = cols * u64::from(canvas.height) / (2 * u64::from(canvas.width.max(1)));
    u16::try_from(rows + 2).unwrap_or(area.height).min(area.height)
}

/// The cells that a picture can take.
#[must_use]
pub fn picture_area(areas: &Areas) -> Rect {
    if areas.preview.is_empty() { Rect::ZERO } else { pane::body(areas.preview, areas.class) }
}

/// How much of the picture in cells a frame may bring.
#[must_use]
pub fn share(state: &State, most: usize) -> Share {
    let area = if is_preview_open(state) { picture_area(&state.areas()) } else { Rect::ZERO };
    Share { area, most }
}

/// The picture in the terminal's own pixels, where it is shown so and nothing lies over it.
#[must_use]
pub fn pixels(state: &State) -> Option<Pixels<'_>> {
    let Showing { way, passage, cell } =
        showing_of(state).filter(|_| is_preview_open(state) && !state.is_covered())?;
    let of_film = || state.preview.shown.as_ref().filter(|_| state.preview.trouble.is_none());
    let picture = of_chosen_file(state).or_else(of_film)?;
    let at = filling(picture_area(&state.areas()), cell, (picture.width, picture.height))?;
    let (width, height) = (picture.width, picture.height);
    Some(Pixels { at, cell, width, height, rgb: &picture.rgb, way, passage })
}

/// The cells in the middle of an area that a picture fills without losing its shape.
fn filling(area: Rect, cell: (u16, u16), (width, height): (u32, u32)) -> Option<Rect> {
    let (across, down) = (u32::from(cell.0), u32::from(cell.1));
    let most = (u32::from(area.width) * across, u32::from(area.height) * down);
    if width == 0 || height == 0 || most.0 == 0 || most.1 == 0 {
        return None;
    }
    let fits_across = u64::from(most.0) * u64::from(height) <= u64::from(most.1) * u64::from(width);
    let shown = if fits_across {
        (most.0, most.0 * height / width)
    } else {
        (most.1 * width / height, most.1)
    };
    let cells = |pixels: u32, cell: u32, most: u16| {
        u16::try_from((pixels + cell / 2) / cell).unwrap_or(most).clamp(1, most)
    };
    let (cols, rows) = (cells(shown.0, across, area.width), cells(shown.1, down, area.height));
    let (x, y) = (area.x + (area.width - cols) / 2, area.y + (area.height - rows) / 2);
    Some(Rect { x, y, width: cols, height: rows })
}

pub(super) fn draw(buffer: &mut Buffer, state: &State, areas: &Areas, ink: &Ink) {
    if areas.preview.is_empty() {
        return;
    }
    let draft = state.timeline.draft();
    let timecode =
        draft.map(|draft| Timecode::new(state.timeline.playhead, draft.canvas.rate).to_string());
    let of_file = of_chosen_file(state);
    // A file's look is told by its name, the film's by its moment.
    let name = of_file.and(state.media.chosen()).map(|item| said(&item.filename, Style::new()));
    let right = name.or(timecode.map(Span::raw)).into_iter().collect();
    let title = words::title(state.language);
    let shown = state.preview.shown.is_some() && state.preview.trouble.is_none();
    let slow = match shown {
        true if is_held(state) => Some(words::held(state.language)),
        true if is_line_too_slow(state) => Some(words::slow_line(state.language)),
        _ => None,
    };
    let after = slow.map(|word| Span::styled(word, ink.theme.dim)).into_iter().collect();
    Rule { title, after, right, focused: false }.draw(buffer, areas.preview, ink);
    let body = picture_area(areas);
    if let Some(picture) = of_file {
        return draw_picture(buffer, state, body, picture);
    }
    match (&state.preview.shown, &state.preview.trouble) {
        _ if state.look.pictures == Pictures::Off => {
            pane::draw_hint(buffer, body, words::off(state.language), ink);
        }
        _ if draft.is_none() => pane::draw_hint(buffer, body, words::empty(state.language), ink),
        (_, Some(why)) => {
            pane::draw_hint(buffer, body, &words::no_picture(why, state.language), ink);
        }
        (Some(picture), None) => draw_picture(buffer, state, body, picture),
        (None, None) => {}
    }
}

/// In cells; where the terminal shows pixels, their place is left free.
fn draw_picture(buffer: &mut Buffer, state: &State, body: Rect, picture: &Picture) {
    if showing_of(state).is_some() {
        return;
    }
    let plain = state.look.colours == Colours::None || state.look.signs == Signs::Ascii;
    let depth = if plain { Depth::Shades } else { state.preview.depth };
    blocks::draw(buffer, body, picture, depth);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crossterm::event::KeyCode;

    use super::*;
    use crate::app::Msg;
    use crate::link::Picture;
    use crate::ui::testing::Editor;

    #[test]
    fn the_pane_says_why_a_picture_is_coarse_or_not_there() {
        let mut editor = Editor::english(120, 36).promo_made();
        editor.state.preview.shown =
            Some(Arc::new(Picture { width: 1, height: 1, rgb: vec![9; 3] }));
        (editor.state.terminal.kitty_graphics, editor.state.terminal.cell) = (true, Some((8, 16)));
        let slow = "coarse: the line is slow ";
        assert!(!editor.screen().contains("slow"), "nothing is known of the line");
        editor.take(Msg::LineTakesPictures(false));
        editor.state.preview.shown =
            Some(Arc::new(Picture { width: 1, height: 1, rgb: vec![9; 3] }));
        assert!(editor.screen().contains(slow), "{}", editor.screen());
        editor.state.look.pictures = Pictures::Off;
        assert!(!editor.screen().contains("picture ──"), "nobody has asked for the pane");
        editor.key(KeyCode::F(7));
        let drawn = editor.screen();
        assert!(drawn.contains("Pictures are off in the settings") && !drawn.contains(slow));
    }

    #[test]
    fn the_pane_is_as_high_as_the_film_and_who_has_the_keys_gets_the_rest() {
        let mut state = Editor::english(120, 36).promo_made().state;
        let rows = |state: &State| {
            let areas = state.areas();
            [areas.preview, areas.media, areas.jobs].map(|area| area.height)
        };
        assert_eq!(rows(&state), [14, 7, 7]);
        state.focus = Focus::Media;
        assert_eq!(rows(&state), [14, 10, 4]);
        state.focus = Focus::Jobs;
        assert_eq!(rows(&state), [14, 4, 10]);
    }

    #[test]
    fn a_picture_in_pixels_keeps_its_shape_in_the_middle() {
        let area = Rect::new(10, 2, 40, 20);
        assert_eq!(filling(area, (10, 20), (320, 180)), Some(Rect::new(10, 6, 40, 11)));
        assert_eq!(filling(area, (10, 20), (90, 160)), Some(Rect::new(18, 2, 23, 20)));
        assert_eq!(filling(Rect::ZERO, (10, 20), (90, 160)), None);
    }
}
