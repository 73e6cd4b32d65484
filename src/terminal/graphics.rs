//! Pictures in the terminal's own pixels, in kitty's way.
//!
//! A picture lies over the cells and is no cell: the terminal keeps it until it is told to drop it. So
//! it is known here which one is shown and where; it is sent once, and dropped when another one comes,
//! when words are drawn at its place, and before the terminal is given back. Sequences are described at
//! <https://sw.kovidgoyal.net/kitty/graphics-protocol/>.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Drops the picture and frees its memory; no answer is wanted.
pub(super) const DROP: &str = "\x1b_Ga=d,d=I,i=7321,q=2\x1b\\";

/// The longest piece that a terminal must take.
const PIECE: usize = 4096;

/// A picture and the cells that it fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels<'a> {
    /// The cells.
    pub at: Rect,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row.
    pub rgb: &'a [u8],
}

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Graphics {
    shown: Option<(Rect, Vec<u8>)>,
}

impl Graphics {
    /// The screen was cleared or given away: whether the picture is still there is not sure, so it is
    /// sent again or dropped.
    pub(super) fn forget(&mut self) {
        if let Some((_, rgb)) = &mut self.shown {
            rgb.clear();
        }
    }

    /// Whether a picture is on the screen.
    pub(super) const fn is_shown(&self) -> bool {
        self.shown.is_some()
    }

    /// Writes what makes the terminal show this picture, or none. Where it `must_wait`, a new one is
    /// not sent, and the answer is that one is owed; what has to go goes at once.
    pub(super) fn change(
        &mut self,
        to: Option<Pixels<'_>>,
        must_wait: bool,
        out: &mut String,
    ) -> bool {
        let same = |pixels: &Pixels<'_>| {
            let shown = self.shown.as_ref();
            shown.is_some_and(|(at, rgb)| *at == pixels.at && rgb == pixels.rgb)
        };
        let stays = |at: &Rect| to.as_ref().is_some_and(|pixels| pixels.at == *at);
        if to.as_ref().is_some_and(same) {
            return false;
        }
        if self.shown.as_ref().is_some_and(|(at, _)| !stays(at)) {
            out.push_str(DROP);
            self.shown = None;
        }
        let Some(pixels) = to else { return false };
        if must_wait {
            return true;
        }
        if let Some(file) = png_of(pixels) {
            send(pixels.at, &file, out);
            self.shown = Some((pixels.at, pixels.rgb.to_vec()));
        }
        false
    }
}

/// Whether nothing is drawn into these cells.
pub(super) fn is_free(buffer: &Buffer, at: Rect) -> bool {
    buffer.area.intersection(at) == at
        && at.positions().all(|position| buffer[position].symbol() == " ")
}

/// A picture under the same number takes the place of the one before. The cursor stays where it is.
fn send(at: Rect, file: &[u8], out: &mut String) {
    let text = STANDARD.encode(file);
    // Writing into a string cannot fail.
    let _ = write!(out, "\x1b7\x1b[{};{}H", at.y + 1, at.x + 1);
    let mut head = format!("a=T,q=2,f=100,i=7321,p=1,C=1,c={},r={},", at.width, at.height);
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.len().min(PIECE));
        let more = u8::from(!after.is_empty());
        let _ = write!(out, "\x1b_G{head}m={more};{piece}\x1b\\");
        head = "q=2,".to_owned();
        rest = after;
    }
    out.push_str("\x1b8");
}

fn png_of(pixels: Pixels<'_>) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(pixels.rgb).ok()?;
    writer.finish().ok()?;
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(rgb: &[u8]) -> Pixels<'_> {
        Pixels { at: Rect::new(2, 1, 4, 2), width: 1, height: 1, rgb }
    }

    fn change(graphics: &mut Graphics, to: Option<Pixels<'_>>, must_wait: bool) -> (String, bool) {
        let mut out = String::new();
        let owed = graphics.change(to, must_wait, &mut out);
        (out, owed)
    }

    #[test]
    fn a_picture_is_sent_once_and_dropped_when_it_goes() {
        let mut graphics = Graphics::default();
        let (sent, owed) = change(&mut graphics, Some(pixels(&[1, 2, 3])), false);
        let head = "\x1b7\x1b[2;3H\x1b_Ga=T,q=2,f=100,i=7321,p=1,C=1,c=4,r=2,m=0;iVBOR";
        assert!(sent.starts_with(head) && sent.ends_with("\x1b\\\x1b8") && !owed, "{sent:?}");
        assert_eq!(change(&mut graphics, Some(pixels(&[1, 2, 3])), false), (String::new(), false));
        let (next, _) = change(&mut graphics, Some(pixels(&[3, 2, 1])), false);
        assert!(next.starts_with(head), "one at the same place takes over: {next:?}");
        assert_eq!(change(&mut graphics, None, true), (DROP.to_owned(), false));
        assert_eq!(change(&mut graphics, None, false), (String::new(), false));
    }

    #[test]
    fn one_that_must_wait_is_owed_and_what_lies_elsewhere_goes_at_once() {
        let mut graphics = Graphics::default();
        assert_eq!(change(&mut graphics, Some(pixels(&[1, 2, 3])), true), (String::new(), true));
        change(&mut graphics, Some(pixels(&[1, 2, 3])), false);
        let moved = Pixels { at: Rect::new(0, 0, 4, 2), ..pixels(&[1, 2, 3]) };
        assert_eq!(change(&mut graphics, Some(moved), true), (DROP.to_owned(), true));
    }

    #[test]
    fn a_large_picture_goes_in_pieces_that_every_terminal_takes() {
        let mut out = String::new();
        send(Rect::new(0, 0, 1, 1), &[7; 7000], &mut out);
        let pieces: Vec<&str> = out.split("\x1b_G").skip(1).collect();
        assert_eq!(pieces.len(), 3);
        assert!(pieces[0].contains("m=1;") && pieces[1].starts_with("q=2,m=1;"));
        assert!(pieces[2].starts_with("q=2,m=0;"));
        assert!(pieces.iter().all(|piece| piece.len() < PIECE + 80));
    }

    #[test]
    fn words_at_its_place_are_seen() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
        assert!(is_free(&buffer, Rect::new(1, 0, 3, 2)));
        assert!(!is_free(&buffer, Rect::new(2, 0, 3, 2)), "it would stand out of the screen");
        buffer.set_string(3, 1, "x", ratatui::style::Style::new());
        assert!(!is_free(&buffer, Rect::new(1, 0, 3, 2)));
    }
}
