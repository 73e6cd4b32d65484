//! A picture in cells over a slow line: a few rows with each frame, and none with a key's.
//!
//! A picture of coloured cells has forty bytes a cell. Written at once it would keep a slow line for
//! seconds, and every key's echo would wait behind it. So a frame brings as much of it as the line takes
//! in a moment, from the top; the rest stays as it was and is owed.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::pen;

/// How much of a picture in cells a frame may bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Where the picture lies.
    pub area: Rect,
    /// Bytes.
    pub most: usize,
}

/// Two pixels, one above the other.
const HALVES: &str = "▀";

/// Puts what is too much for this frame back to what was there before. Tells whether something was.
pub(super) fn hold_back(drawn: &mut Buffer, before: &Buffer, share: Share) -> bool {
    let (mut left, mut owes) = (share.most, false);
    // What the pen has on is said once.
    let mut on = None;
    for at in share.area.intersection(drawn.area).intersection(before.area).positions() {
        let (now, was) = (&drawn[at], &before[at]);
        if now == was || !is_pixels(now) {
            on = None;
            continue;
        }
        let costs = 3 + weight(now.fg, on.map(|(fg, _)| fg)) + weight(now.bg, on.map(|(_, bg)| bg));
        on = Some((now.fg, now.bg));
        if !owes && costs <= left {
            left -= costs;
            continue;
        }
        owes = true;
        drawn[at] = if is_pixels(was) { was.clone() } else { Cell::EMPTY };
    }
    owes
}

fn is_pixels(cell: &Cell) -> bool {
    cell.symbol() == HALVES && (weight(cell.fg, None) > 0 || weight(cell.bg, None) > 0)
}

/// Bytes that it takes to say a picture's colour, if it is not on already.
fn weight(colour: Color, on: Option<Color>) -> usize {
    if on == Some(colour) { 0 } else { pen::bytes_of(colour) }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    const AREA: Rect = Rect { x: 1, y: 0, width: 4, height: 3 };

    fn empty() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 4));
        buffer.set_string(0, 3, "words", Style::new());
        buffer.set_string(1, 1, "text", Style::new());
        buffer
    }

    fn picture(shade: u8) -> Buffer {
        let mut buffer = empty();
        for (place, at) in (0..).zip(AREA.positions()) {
            let (fg, bg) = (Color::from([shade, place, 0]), Color::from([place, shade, 0]));
            buffer[at].set_symbol(HALVES).set_style(Style::new().fg(fg).bg(bg));
        }
        buffer
    }

    fn share(most: usize) -> Share {
        Share { area: AREA, most }
    }

    #[test]
    fn a_picture_comes_in_parts_from_the_top_until_it_is_there() {
        let (meant, mut shown, mut frames) = (picture(9), empty(), 0);
        loop {
            let mut frame = meant.clone();
            let owes = hold_back(&mut frame, &shown, share(200));
            let brought =
                AREA.positions().filter(|at| frame[*at] != shown[*at] && is_pixels(&frame[*at]));
            assert!(brought.count() <= 5, "200 bytes");
            assert_ne!(frame[(1, 1)].symbol(), "t", "what was there makes way at once");
            (shown, frames) = (frame, frames + 1);
            if !owes {
                break;
            }
            assert!(frames < 9, "it ends");
        }
        assert_eq!((shown, frames), (meant, 3));
    }

    #[test]
    fn a_keys_frame_brings_nothing_of_it_and_all_of_the_words() {
        let (mut frame, before) = (picture(9), picture(7));
        frame.set_string(0, 3, "typed", Style::new());
        assert!(hold_back(&mut frame, &before, share(0)));
        assert_eq!(frame[(2, 1)], before[(2, 1)], "the one before stays");
        assert_eq!(frame[(0, 3)].symbol(), "t");
        let mut words = empty();
        assert!(!hold_back(&mut words, &before, share(0)), "words over it are owed by nobody");
        assert_eq!(words, empty());
    }

    #[test]
    fn a_picture_that_is_there_owes_nothing() {
        assert!(!hold_back(&mut picture(9), &picture(9), share(0)));
    }
}
