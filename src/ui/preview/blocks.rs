//! A picture as cells: two pixels in each, one above the other, or a sign as dense as it is bright.
//!
//! Colours stand here and not in the theme because they are the film's and not the program's.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use crate::app::Depth;
use crate::link::Picture;

/// From dark to bright.
const SHADES: [&str; 10] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"];

/// Draws a picture into the middle of an area.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, picture: &Picture, depth: Depth) {
    let side = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    let cols = side(picture.width).min(area.width);
    let rows = side(picture.height.div_ceil(2)).min(area.height);
    let (left, top) = (area.x + (area.width - cols) / 2, area.y + (area.height - rows) / 2);
    draw_part(buffer, area, (i64::from(left), i64::from(top)), picture, depth);
}

/// Draws what of a picture that begins at a column and a row lies within an area.
pub(in crate::ui) fn draw_part(
    buffer: &mut Buffer,
    area: Rect,
    (left, top): (i64, i64),
    picture: &Picture,
    depth: Depth,
) {
    for position in area.intersection(buffer.area).positions() {
        let part = |at: u16, from: i64| u32::try_from(i64::from(at) - from).ok();
        let (Some(col), Some(row)) = (part(position.x, left), part(position.y, top)) else {
            continue;
        };
        let upper = pixel(picture, col, 2 * row);
        let lower = pixel(picture, col, 2 * row + 1).or(upper);
        let (Some(upper), Some(lower)) = (upper, lower) else { continue };
        let (sign, style) = signed(upper, lower, depth);
        buffer[position].set_symbol(sign).set_style(style);
    }
}

fn pixel(picture: &Picture, col: u32, row: u32) -> Option<[u8; 3]> {
    if col >= picture.width || row >= picture.height {
        return None;
    }
    let at = usize::try_from(row * picture.width + col).ok()? * 3;
    picture.rgb.get(at..at + 3)?.try_into().ok()
}

fn signed(upper: [u8; 3], lower: [u8; 3], depth: Depth) -> (&'static str, Style) {
    let colour = match depth {
        Depth::True => |[red, green, blue]: [u8; 3]| Color::Rgb(red, green, blue),
        Depth::Indexed => |colour| Color::Indexed(nearest(colour)),
        Depth::Shades => {
            let bright = (brightness(upper) + brightness(lower)) / 2;
            return (SHADES[bright * (SHADES.len() - 1) / 255], Style::new());
        }
    };
    ("▀", Style::new().fg(colour(upper)).bg(colour(lower)))
}

fn brightness([red, green, blue]: [u8; 3]) -> usize {
    (usize::from(red) * 2 + usize::from(green) * 7 + usize::from(blue)) / 10
}

/// The place of a colour among the greys or in the cube of six by six by six.
fn nearest(colour: [u8; 3]) -> u8 {
    let (least, most) = (colour.iter().min(), colour.iter().max());
    let (least, most) = (*least.unwrap_or(&0), *most.unwrap_or(&0));
    if most - least < 10 && (8..=238).contains(&most) {
        return 232 + (most - 8) / 10;
    }
    // The steps of the cube are 0, 95, 135, 175, 215 and 255.
    let step = |part: u8| if part < 48 { 0 } else { part.saturating_sub(35) / 40 };
    let step = |part: u8| if (48..115).contains(&part) { 1 } else { step(part) };
    let [red, green, blue] = colour.map(step);
    16 + 36 * red + 6 * green + blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_fall_on_the_nearest_of_the_palette() {
        let places = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [128, 128, 128], [95, 135, 175]];
        assert_eq!(places.map(nearest), [16, 231, 196, 244, 67]);
    }

    #[test]
    fn two_pixels_share_a_cell_in_the_middle_of_the_area() {
        let picture = Picture { width: 1, height: 2, rgb: vec![255, 0, 0, 0, 0, 255] };
        let area = Rect::new(0, 0, 3, 3);
        let mut buffer = Buffer::empty(area);
        draw(&mut buffer, area, &picture, Depth::True);
        let cell = &buffer[(1, 1)];
        assert_eq!(cell.symbol(), "▀");
        assert_eq!((cell.fg, cell.bg), (Color::Rgb(255, 0, 0), Color::Rgb(0, 0, 255)));
        assert_eq!(buffer[(0, 1)].symbol(), " ");
    }

    #[test]
    fn without_colours_bright_is_dense() {
        let picture = Picture { width: 2, height: 1, rgb: vec![0, 0, 0, 255, 255, 255] };
        let area = Rect::new(0, 0, 2, 1);
        let mut buffer = Buffer::empty(area);
        draw(&mut buffer, area, &picture, Depth::Shades);
        assert_eq!((buffer[(0, 0)].symbol(), buffer[(1, 0)].symbol()), (" ", "@"));
    }
}
