//! Frames into the fewest bytes.
//!
//! A line may be slow, and a typed letter should not take more than itself. So it is remembered where
//! the cursor stands and which style is on, also from one frame to the next: nothing is said twice. A
//! frame that changes nothing is no bytes at all.

use std::fmt::Write;

use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// Collects what a frame writes.
pub(super) struct Pen {
    out: String,
    size: Size,
    /// Where the cursor stands, if that is sure.
    at: Option<Position>,
    shown: Option<bool>,
    style: Option<Style>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Style = Style { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

impl Pen {
    pub(super) const fn new(size: Size) -> Self {
        Self { out: String::new(), size, at: None, shown: None, style: None }
    }

    /// The size of the next frames.
    pub(super) const fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Others have written: nothing is sure any more.
    pub(super) const fn forget(&mut self) {
        (self.at, self.shown, self.style) = (None, None, None);
    }

    /// What was collected, which is then gone.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// Gives the memory of what was taken back.
    pub(super) fn reuse(&mut self, mut taken: String) {
        taken.clear();
        self.out = taken;
    }

    /// Writes cells, each at its place.
    pub(super) fn draw<'a>(&mut self, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) {
        cells.for_each(|(x, y, cell)| self.write(x, y, cell));
    }

    /// Shows the cursor at a place, or hides it.
    pub(super) fn set_cursor(&mut self, at: Option<Position>) {
        if self.shown != Some(at.is_some()) {
            self.shown = Some(at.is_some());
            self.escape(format_args!("?25{}", if at.is_some() { 'h' } else { 'l' }));
        }
        if let Some(at) = at {
            self.go_to(at);
        }
    }

    /// Clears the whole terminal.
    pub(super) fn clear(&mut self) {
        // Terminals clear with the background that is on.
        self.put_on(PLAIN);
        self.escape(format_args!("2J"));
    }

    fn escape(&mut self, sequence: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.out.write_fmt(format_args!("\x1b[{sequence}"));
    }

    fn go_to(&mut self, to: Position) {
        match self.at {
            Some(at) if at == to => {}
            Some(at) if at.y == to.y && to.x > at.x => match to.x - at.x {
                1 => self.escape(format_args!("C")),
                count => self.escape(format_args!("{count}C")),
            },
            Some(at) if at.y == to.y && to.x < at.x => match at.x - to.x {
                1 => self.out.push('\u{8}'),
                count => self.escape(format_args!("{count}D")),
            },
            _ => self.escape(format_args!("{};{}H", to.y + 1, to.x + 1)),
        }
        self.at = Some(to);
    }

    fn put_on(&mut self, style: Style) {
        if self.style == Some(style) {
            return;
        }
        let mut codes = String::new();
        let before = match self.style {
            // What is taken off goes with everything else; the rest is then said again.
            // Some terminals keep only the newer of bold and dim.
            Some(before)
                if style.modifier.contains(before.modifier)
                    && !style.modifier.contains(Modifier::BOLD.union(Modifier::DIM)) =>
            {
                before
            }
            _ => {
                codes.push('0');
                PLAIN
            }
        };
        for (modifier, code) in MODIFIERS {
            if style.modifier.contains(*modifier) && !before.modifier.contains(*modifier) {
                add(&mut codes, format_args!("{code}"));
            }
        }
        if style.fg != before.fg {
            colour(&mut codes, style.fg, 30);
        }
        if style.bg != before.bg {
            colour(&mut codes, style.bg, 40);
        }
        let codes = if codes == "0" { "" } else { &codes };
        self.escape(format_args!("{codes}m"));
        self.style = Some(style);
    }

    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        self.go_to(Position { x, y });
        self.put_on(Style { fg: cell.fg, bg: cell.bg, modifier: cell.modifier });
        let symbol = cell.symbol();
        self.out.push_str(symbol);
        // At the edge terminals differ, and so they do about wide and strange letters.
        let sure = x + 1 < self.size.width && is_narrow(symbol);
        self.at = sure.then_some(Position { x: x + 1, y });
    }
}

/// Makes wide letters safe to draw over, one frame after the other.
///
/// A letter whose right half something else was drawn over goes: a terminal can show only one of the
/// two, and it is what lies above. And the cell below a right half is marked as like no other: when a
/// narrow letter takes the left one's place, terminals fill the right half in that letter's style, so it
/// must be drawn again even where it is meant to look as before.
pub(super) fn mend(row: &mut [Cell]) {
    for place in 0..row.len() {
        let symbol = row[place].symbol();
        // One byte is one column, and most are. A cell that says how wide it is is no letter.
        let is_letter = !matches!(row[place].diff_option, CellDiffOption::ForcedWidth(_));
        if symbol.len() < 3 || !is_letter || symbol.width() < 2 {
            continue;
        }
        // Emoji that are made wide have their right half drawn, each time it is another one.
        let drawn = symbol.contains('\u{FE0F}');
        match row.get_mut(place + 1) {
            Some(right) if right.symbol() == " " => {
                if !drawn {
                    right.modifier = Modifier::all();
                }
            }
            _ => {
                row[place].set_symbol(" ");
            }
        }
    }
}

/// Letters that every terminal draws in one column: ASCII, Latin, lines and blocks.
fn is_narrow(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let narrow = |letter: char| matches!(letter, ' '..='~' | '¡'..='ÿ' | '─'..='▟');
    letters.next().is_some_and(narrow) && letters.next().is_none()
}

const MODIFIERS: &[(Modifier, u8)] = &[
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

fn add(codes: &mut String, code: std::fmt::Arguments<'_>) {
    if !codes.is_empty() {
        codes.push(';');
    }
    let _ = codes.write_fmt(code);
}

/// The code of a colour: 30 to 37 of the foreground, 40 to 47 of the background, bright ones 60 on.
pub(super) fn colour(codes: &mut String, colour: Color, base: u8) {
    let named = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return add(codes, format_args!("{};5;{index}", base + 8)),
        Color::Rgb(r, g, b) => return add(codes, format_args!("{};2;{r};{g};{b}", base + 8)),
    };
    add(codes, format_args!("{}", base + named));
}

/// Bytes that it takes to say a colour of a picture, at most; none for the terminal's own colours, which
/// pictures do not have.
pub(super) const fn bytes_of(colour: Color) -> usize {
    match colour {
        Color::Rgb(..) => 17,
        Color::Indexed(_) => 10,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_no_wide_letter() {
        let mut row = vec![Cell::EMPTY; 8];
        let link = "\u{1b}]8;;https://a.b\u{1b}\\abcd\u{1b}]8;;\u{1b}\\";
        let four = std::num::NonZeroU16::new(4).expect("not zero");
        let cell = &mut row[0];
        cell.set_symbol(link).set_diff_option(CellDiffOption::ForcedWidth(four));
        row[1].set_symbol("b");
        mend(&mut row);
        assert_eq!(row[0].symbol(), link);
    }
}
