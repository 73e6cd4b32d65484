//! The pane with the picture under the playhead.
//!
//! On wide screens it stands above media and jobs; on others it takes the place of the upper pane.

mod blocks;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::{Depth, Pictures, Pixels, State, cell_of, is_line_too_slow};
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

/// The picture in the terminal's own pixels, where it is shown so and nothing lies over it.
#[must_use]
pub fn pixels(state: &State) -> Option<Pixels<'_>> {
    let cell = cell_of(state).filter(|_| state.preview.open && !state.is_covered())?;
    let picture = state.preview.shown.as_ref().filter(|_| state.preview.trouble.is_none())?;
    let at = filling(picture_area(&state.areas()), cell, (picture.width, picture.height))?;
    Some(Pixels { at, width: picture.width, height: picture.height, rgb: &picture.rgb })
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
    let right = timecode.map(Span::raw).into_iter().collect();
    let title = words::title(state.language);
    let shown = state.preview.shown.is_some() && state.preview.trouble.is_none();
    let slow = (shown && is_line_too_slow(state)).then(|| words::slow_line(state.language));
    let after = slow.map(|word| Span::styled(word, ink.theme.dim)).into_iter().collect();
    Rule { title, after, right, focused: false }.draw(buffer, areas.preview, ink);
    let body = picture_area(areas);
    match (&state.preview.shown, state.preview.trouble) {
        _ if state.look.pictures == Pictures::Off => {
            pane::draw_hint(buffer, body, words::off(state.language), ink);
        }
        _ if draft.is_none() => pane::draw_hint(buffer, body, words::empty(state.language), ink),
        (_, Some(why)) => {
            pane::draw_hint(buffer, body, words::no_picture(why, state.language), ink);
        }
        (Some(picture), None) => {
            if cell_of(state).is_some() {
                return;
            }
            let plain = state.look.colours == Colours::None || state.look.signs == Signs::Ascii;
            let depth = if plain { Depth::Shades } else { state.preview.depth };
            blocks::draw(buffer, body, picture, depth);
        }
        (None, None) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Msg;
    use crate::link::Picture;
    use crate::ui::testing::Editor;

    #[test]
    fn the_pane_says_why_a_picture_is_coarse_or_not_there() {
        let mut editor = Editor::english(120, 36).promo_made();
        editor.state.preview.open = true;
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
        let drawn = editor.screen();
        assert!(drawn.contains("Pictures are off in the settings") && !drawn.contains(slow));
    }

    #[test]
    fn a_picture_in_pixels_keeps_its_shape_in_the_middle() {
        let area = Rect::new(10, 2, 40, 20);
        assert_eq!(filling(area, (10, 20), (320, 180)), Some(Rect::new(10, 6, 40, 11)));
        assert_eq!(filling(area, (10, 20), (90, 160)), Some(Rect::new(18, 2, 23, 20)));
        assert_eq!(filling(Rect::ZERO, (10, 20), (90, 160)), None);
    }
}
