//! Pictures in the terminal's own pixels.
//!
//! A picture lies over the cells and is no cell: the terminal keeps it until something takes it away. So
//! it is known here which one is shown and where; it is sent once, and goes when another one comes
//! elsewhere, when words are drawn at its place, and before the terminal is given back. There are three
//! ways ([`Way`]), and each of them through tmux.

mod iterm;
mod kitty;
mod palette;
mod sixel;
mod tmux;

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::pen;

pub use tmux::Passage;

/// The way in which a terminal takes pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Kitty's: the terminal keeps pictures by number.
    Kitty,
    /// DEC's: pixels in up to 256 colours, kept in the cells.
    Sixel,
    /// iTerm2's: whole files, kept in the cells.
    Iterm,
}

/// A picture and the cells that it fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pixels<'a> {
    /// The cells.
    pub at: Rect,
    /// A cell in pixels, width and height.
    pub cell: (u16, u16),
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row.
    pub rgb: &'a [u8],
    /// How it is shown.
    pub way: Way,
    /// The way through tmux, where it must be handed on by it.
    pub passage: Option<Passage>,
}

/// A picture that the terminal has.
#[derive(Debug)]
struct Shown {
    at: Rect,
    rgb: Vec<u8>,
    way: Way,
    passage: Option<Passage>,
    /// The colour of its cells without it.
    ground: Color,
}

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Graphics {
    shown: Option<Shown>,
}

/// What a picture adds to a frame.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// To be written before the cells: what takes a picture away.
    pub before: String,
    /// To be written behind them: a picture.
    pub behind: String,
    /// A picture is still to be sent.
    pub owed: bool,
}

impl Graphics {
    /// The screen was cleared or given away: whether the picture is still there is not sure, so it is
    /// sent again or taken away.
    pub(super) fn forget(&mut self) {
        if let Some(shown) = &mut self.shown {
            shown.rgb.clear();
        }
    }

    /// What takes the picture away when the terminal is given back, where one is on the screen that does
    /// not go with its cells.
    pub(super) fn farewell(&self) -> Option<&'static str> {
        let shown = self.shown.as_ref().filter(|shown| shown.way == Way::Kitty)?;
        Some(kitty::drop(shown.passage))
    }

    /// What makes the terminal show this picture, or none. Where it `must_wait`, a new one is not sent
    /// but owed; what has to go goes at once. `ground` is the colour of the cells below.
    pub(super) fn change(
        &mut self,
        to: Option<Pixels<'_>>,
        ground: Color,
        must_wait: bool,
    ) -> Change {
        let mut change = Change::default();
        let stays = |shown: &Shown| {
            to.as_ref().is_some_and(|to| {
                (shown.at, shown.way, shown.passage) == (to.at, to.way, to.passage)
            })
        };
        if let Some(gone) = self.shown.take_if(|shown| !stays(shown)) {
            take_away(&gone, &mut change.before);
        }
        let Some(pixels) = to else { return change };
        let same = |shown: &Shown| shown.rgb == pixels.rgb && shown.ground == ground;
        if self.shown.as_ref().is_some_and(same) {
            return change;
        }
        if must_wait {
            change.owed = true;
            return change;
        }
        if let Some(sequences) = sequences(pixels) {
            change.behind = sequences;
            let (at, way, passage) = (pixels.at, pixels.way, pixels.passage);
            self.shown = Some(Shown { at, rgb: pixels.rgb.to_vec(), way, passage, ground });
        }
        change
    }
}

/// Kitty drops its picture by number. The others keep it in the cells: these are written anew, and what
/// the frame has for them comes behind. Cursor and style stay as they were.
fn take_away(gone: &Shown, out: &mut String) {
    if gone.way == Way::Kitty {
        out.push_str(kitty::drop(gone.passage));
        return;
    }
    let mut codes = "0".to_owned();
    if gone.ground != Color::Reset {
        pen::colour(&mut codes, gone.ground, 40);
    }
    // Writing into a string cannot fail.
    let _ = write!(out, "\x1b7\x1b[{codes}m");
    for row in gone.at.rows() {
        let blank = usize::from(row.width);
        let _ = write!(out, "\x1b[{};{}H{:blank$}", row.y + 1, row.x + 1, "");
    }
    out.push_str("\x1b8");
}

/// What sends a picture. The cursor stays where it is.
fn sequences(pixels: Pixels<'_>) -> Option<String> {
    let pieces = match pixels.way {
        Way::Kitty if pixels.passage.is_some() => {
            // Its place is in the cells, so it may be sent from anywhere.
            let pieces = kitty::in_cells(pixels.at, &png_of(pixels)?);
            return Some(pieces.iter().map(|piece| tmux::wrap(piece)).collect());
        }
        Way::Kitty => kitty::send(pixels.at, &png_of(pixels)?),
        Way::Iterm => iterm::send(pixels.at, &png_of(pixels)?),
        Way::Sixel => sixel::send(pixels)?,
    };
    let (left, top) = pixels.passage.map_or((0, 0), |passage| (passage.left, passage.top));
    let (col, row) = (pixels.at.x + left + 1, pixels.at.y + top + 1);
    let sent = format!("\x1b7\x1b[{row};{col}H{pieces}\x1b8");
    Some(if pixels.passage.is_some() { tmux::wrap(&sent) } else { sent })
}

/// Whether nothing is drawn into these cells.
pub(super) fn is_free(buffer: &Buffer, at: Rect) -> bool {
    buffer.area.intersection(at) == at
        && at.positions().all(|position| buffer[position].symbol() == " ")
}

/// Puts into the cells what must stand in them while the picture is shown.
pub(super) fn hold_place(buffer: &mut Buffer, pixels: &Pixels<'_>) {
    if pixels.way == Way::Kitty && pixels.passage.is_some() {
        kitty::put_in_cells(buffer, pixels.at);
    }
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
mod tests;
