//! What the screen shows, by rows, so that a frame costs by what it changes.
//!
//! Each frame is drawn whole, and nearly all of its rows are as they were. Those are passed over at
//! once; only of the others is it asked which letters differ.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};

use super::pen::{Pen, mend};
use super::share::{Share, hold_back};

/// The frame that is drawn, the one before it, and what the terminal shows.
pub(super) struct Cells {
    drawn: Buffer,
    before: Buffer,
    /// The rows of the frame before, safe to draw over, each a buffer at its own height.
    shown: Vec<Buffer>,
    /// The next such row.
    mended: Buffer,
}

impl Cells {
    /// An empty screen.
    pub(super) fn new(size: Size) -> Self {
        let whole = Buffer::empty(Rect::from(size));
        let row = |y| Buffer::empty(Rect { y, height: 1, ..whole.area });
        let shown = (0..size.height).map(row).collect();
        Self { before: whole.clone(), shown, mended: row(0), drawn: whole }
    }

    /// How large it is.
    pub(super) const fn size(&self) -> Size {
        self.drawn.area.as_size()
    }

    /// The next frame, still empty.
    pub(super) fn begin(&mut self) -> &mut Buffer {
        self.drawn.reset();
        &mut self.drawn
    }

    /// Leaves of a picture what is too much for this frame as it was; tells whether that was something.
    pub(super) fn hold_back(&mut self, share: Share) -> bool {
        hold_back(&mut self.drawn, &self.before, share)
    }

    /// Writes what the frame changed.
    pub(super) fn write(&mut self, pen: &mut Pen) {
        let width = usize::from(self.drawn.area.width).max(1);
        let rows = self.drawn.content.chunks(width).zip(self.before.content.chunks(width));
        for ((now, before), shown) in rows.zip(&mut self.shown) {
            if now != before {
                write_row(now, shown, &mut self.mended, pen);
            }
        }
        std::mem::swap(&mut self.drawn, &mut self.before);
    }

    /// Draws over a part of the frame before, and writes what that changed.
    pub(super) fn write_over(&mut self, part: &Buffer, pen: &mut Pen) {
        let width = usize::from(self.before.area.width).max(1);
        let part_width = usize::from(part.area.width).max(1);
        let left = usize::from(part.area.x).min(width);
        let right = (left + part_width).min(width);
        for (y, over) in (usize::from(part.area.y)..).zip(part.content.chunks(part_width)) {
            let Some(shown) = self.shown.get_mut(y) else { return };
            let row = &mut self.before.content[y * width..(y + 1) * width];
            if row[left..right] != over[..right - left] {
                row[left..right].clone_from_slice(&over[..right - left]);
                write_row(row, shown, &mut self.mended, pen);
            }
        }
    }
}

/// Writes what a row has other than the terminal shows.
fn write_row(row: &[Cell], shown: &mut Buffer, mended: &mut Buffer, pen: &mut Pen) {
    mended.content.clone_from_slice(row);
    mended.area = shown.area;
    mend(&mut mended.content);
    pen.draw(shown.diff_iter(mended));
    std::mem::swap(shown, mended);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::Style as Look;

    use super::*;

    fn terminal() -> (Cells, Pen) {
        let size = Size::new(20, 4);
        (Cells::new(size), Pen::new(size))
    }

    fn frame_of(cells: &mut Cells, pen: &mut Pen, texts: &[(u16, u16, &str, Look)]) -> String {
        let buffer = cells.begin();
        for (x, y, text, look) in texts {
            buffer.set_string(*x, *y, text, *look);
        }
        cells.write(pen);
        pen.take()
    }

    fn frame(
        (cells, pen): &mut (Cells, Pen),
        texts: &[(u16, u16, &str, Look)],
        caret: (u16, u16),
    ) -> String {
        let cells = frame_of(cells, pen, texts);
        pen.set_cursor(Some(caret.into()));
        cells + &pen.take()
    }

    #[test]
    fn a_typed_letter_is_written_alone() {
        let mut terminal = terminal();
        frame(&mut terminal, &[(2, 1, "ab", Look::new())], (4, 1));
        assert_eq!(frame(&mut terminal, &[(2, 1, "abc", Look::new())], (5, 1)), "c");
        assert_eq!(frame(&mut terminal, &[(2, 1, "abc", Look::new())], (5, 1)), "");
        assert_eq!(frame(&mut terminal, &[(2, 1, "ab", Look::new())], (4, 1)), "\u{8} \u{8}");
    }

    #[test]
    fn a_part_is_drawn_over_the_frame_before_and_stays_there() {
        let (mut cells, mut pen) = terminal();
        let look = Look::new();
        frame_of(&mut cells, &mut pen, &[(0, 0, "one", look), (0, 1, "|中x|", look)]);
        let mut part = Buffer::empty(Rect::new(1, 1, 3, 1));
        part.set_string(1, 1, "abc", look);
        cells.write_over(&part, &mut pen);
        assert_eq!(pen.take(), "\x1b[4Dabc");
        let next = frame_of(&mut cells, &mut pen, &[(0, 0, "one", look), (0, 1, "|abc|", look)]);
        assert_eq!(next, "", "the terminal shows it already");
    }

    #[test]
    fn a_style_is_said_once_and_taken_off() {
        let mut terminal = terminal();
        let bold = Look::new().bold().red();
        let first = frame(&mut terminal, &[(0, 0, "ab", bold), (3, 0, "c", bold)], (0, 0));
        assert_eq!(first, "\x1b[1;1H\x1b[0;1;31mab\x1b[Cc\x1b[?25h\x1b[4D");
        let red = Look::new().red();
        let second = frame(&mut terminal, &[(0, 0, "ab", red), (3, 0, "c", bold)], (0, 0));
        assert_eq!(second, "\x1b[0;31mab\x1b[2D");
    }

    #[test]
    fn after_others_have_written_everything_is_said_again() {
        let mut terminal = terminal();
        frame(&mut terminal, &[(0, 0, "ab", Look::new())], (2, 0));
        terminal.1.forget();
        let again = frame(&mut terminal, &[(0, 0, "abc", Look::new())], (3, 0));
        assert_eq!(again, "\x1b[1;3H\x1b[mc\x1b[?25h");
    }

    fn text() -> impl Strategy<Value = (u16, u16, String, Look)> {
        let looks = [
            Look::new(),
            Look::new().bold(),
            Look::new().red().on_blue(),
            Look::new().reversed().dim(),
        ];
        (0_u16..20, 0_u16..4, "[a-cé│ 中片🎬]{0,12}", 0..looks.len())
            .prop_map(move |(x, y, text, look)| (x, y, text, looks[look]))
    }

    /// Letters and styles of every cell, and the cursor. A space and nothing look alike.
    fn cells(shown: &vt100::Parser) -> Vec<String> {
        let screen = shown.screen();
        let places = (0..4).flat_map(|row| (0..20).map(move |col| (row, col)));
        let cell = |(row, col)| {
            let cell = screen.cell(row, col)?;
            let letter = Some(cell.contents()).filter(|letter| !letter.is_empty());
            Some(format!(
                "{} {:?} {:?} {} {} {}",
                letter.unwrap_or(" "),
                cell.fgcolor(),
                cell.bgcolor(),
                cell.bold(),
                cell.dim(),
                cell.inverse()
            ))
        };
        let cursor = format!("{:?} {}", screen.cursor_position(), screen.hide_cursor());
        places.filter_map(cell).chain([cursor]).collect()
    }

    proptest! {
        /// Whatever was drawn before, a terminal shows the frame that was meant.
        #[test]
        fn a_terminal_shows_what_was_drawn(
            frames in proptest::collection::vec(proptest::collection::vec(text(), 0..6), 1..6),
        ) {
            let mut terminal = terminal();
            let mut shown = vt100::Parser::new(4.try_into()?, 20.try_into()?, 0);
            for texts in &frames {
                let texts: Vec<_> =
                    texts.iter().map(|(x, y, text, look)| (*x, *y, text.as_str(), *look)).collect();
                shown.process(frame(&mut terminal, &texts, (3, 2)).as_bytes());
                let mut whole = self::terminal();
                let mut meant = vt100::Parser::new(4.try_into()?, 20.try_into()?, 0);
                meant.process(frame(&mut whole, &texts, (3, 2)).as_bytes());
                prop_assert_eq!(cells(&shown), cells(&meant));
            }
        }
    }
}
