//! Kitty's way: <https://sw.kovidgoyal.net/kitty/graphics-protocol/>.
//!
//! Outside tmux a picture is put over the cells at the cursor. Within tmux it is only handed over, and
//! the cells say by letters of their own where it is to be seen: so tmux, which knows of cells and
//! nothing of pictures, moves, hides and shows it with the pane.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::tmux::Passage;

/// Drops the picture and frees its memory; no answer is wanted.
const DROP: &str = "\x1b_Ga=d,d=I,i=7321,q=2\x1b\\";
/// The same for the one in cells, through tmux.
const DROP_IN_CELLS: &str = "\x1bPtmux;\x1b\x1b_Ga=d,d=I,i=173,q=2\x1b\x1b\\\x1b\\";

/// The number of the picture in cells: they tell it by their colour.
const IN_CELLS: u8 = 173;

/// The letter of a cell that shows a part of a picture.
const PLACE: char = '\u{10EEEE}';

/// What tells the row of the part, by being put over the first letter of each row; the others follow it.
const ROWS: [u32; 64] = [
    0x305, 0x30D, 0x30E, 0x310, 0x312, 0x33D, 0x33E, 0x33F, 0x346, 0x34A, 0x34B, 0x34C, 0x350,
    0x351, 0x352, 0x357, 0x35B, 0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36A, 0x36B,
    0x36C, 0x36D, 0x36E, 0x36F, 0x483, 0x484, 0x485, 0x486, 0x487, 0x592, 0x593, 0x594, 0x595,
    0x597, 0x598, 0x599, 0x59C, 0x59D, 0x59E, 0x59F, 0x5A0, 0x5A1, 0x5A8, 0x5A9, 0x5AB, 0x5AC,
    0x5AF, 0x5C4, 0x610, 0x611, 0x612, 0x613, 0x614, 0x615, 0x616, 0x617, 0x657, 0x658,
];

/// The longest piece that a terminal must take.
const PIECE: usize = 4096;

/// What takes the picture away.
pub(super) const fn drop(passage: Option<Passage>) -> &'static str {
    if passage.is_some() { DROP_IN_CELLS } else { DROP }
}

/// A picture under the same number takes the place of the one before.
pub(super) fn send(at: Rect, file: &[u8]) -> String {
    let head = format!("a=T,q=2,f=100,i=7321,p=1,C=1,c={},r={},", at.width, at.height);
    pieces(head, file).concat()
}

/// A picture for cells that will say where it is, each piece to be wrapped by itself.
pub(super) fn in_cells(at: Rect, file: &[u8]) -> Vec<String> {
    let head = format!("a=T,U=1,q=2,f=100,i={IN_CELLS},c={},r={},", at.width, at.height);
    pieces(head, file)
}

/// The cells that show it.
pub(super) fn put_in_cells(buffer: &mut Buffer, at: Rect) {
    for (row, number) in at.rows().zip(ROWS) {
        for position in row.positions() {
            let cell = &mut buffer[position];
            cell.set_fg(Color::Indexed(IN_CELLS)).set_char(PLACE);
            if position.x == row.x
                && let Some(mark) = char::from_u32(number)
            {
                cell.set_symbol(&String::from_iter([PLACE, mark]));
            }
        }
    }
}

fn pieces(mut head: String, file: &[u8]) -> Vec<String> {
    let text = STANDARD.encode(file);
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (data, after) = rest.split_at(rest.len().min(PIECE));
        let mut piece = String::with_capacity(data.len() + 80);
        let more = u8::from(!after.is_empty());
        // Writing into a string cannot fail.
        let _ = write!(piece, "\x1b_G{head}m={more};{data}\x1b\\");
        pieces.push(piece);
        "q=2,".clone_into(&mut head);
        rest = after;
    }
    pieces
}
