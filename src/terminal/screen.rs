//! The full screen: frames in, bytes out.

use std::io::{self, Stdout, Write};

use crossterm::queue;
use crossterm::style::Print;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::style::Color;

use super::cells::Cells;
use super::graphics::{self, Graphics, Pixels};
use super::pen::Pen;
use super::share::Share;
use super::{Clipboard, Mouse, Progress, modes};

const BEGIN_SYNCHRONIZED: &str = "\x1b[?2026h";
pub(super) const END_SYNCHRONIZED: &str = "\x1b[?2026l";
/// Asks for the terminal's status, which it tells when it has taken everything before.
const STATUS: &str = "\x1b[5n";

/// The terminal while it is ours. Dropping it gives it back.
pub struct Screen {
    cells: Cells,
    pen: Pen,
    out: Stdout,
    /// The window's title as last set, to set it again after the shell had the terminal.
    title: String,
    graphics: Graphics,
}

/// What came of drawing a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawn {
    /// What was written.
    pub bytes: usize,
    /// A picture is still to be sent.
    pub owes_picture: bool,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste.
    ///
    /// # Errors
    /// When standard output is no terminal or refuses; it is given back then.
    pub fn take() -> io::Result<Self> {
        let taken = modes::take().and_then(|()| Self::on_stdout());
        if taken.is_err() {
            modes::give_back();
        }
        taken
    }

    fn on_stdout() -> io::Result<Self> {
        let size = size()?;
        let (cells, pen) = (Cells::new(size), Pen::new(size));
        let (title, graphics) = (String::new(), Graphics::default());
        Ok(Self { cells, pen, out: io::stdout(), title, graphics })
    }

    /// The size in cells, as last told.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.cells.size()
    }

    /// The terminal has another size.
    pub fn resize(&mut self, size: Size) {
        if size != self.size() {
            self.cells = Cells::new(size);
            self.pen.resize(size);
            self.pen.clear();
        }
        self.graphics.forget();
    }

    /// Draws one frame as one synchronized update and one write, so that no terminal shows half of it,
    /// and tells how many bytes it took. With `ask` it ends with the question for the status. A frame
    /// that changes nothing writes nothing and asks nothing.
    ///
    /// `view` draws on empty cells and tells where the cursor belongs, if it is to be seen. A picture in pixels comes
    /// after the cells. A frame that is `urgent` sends no new one, because what a key shows would arrive
    /// behind it. Of one in cells a frame brings its `share`, where the line is slow.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(
        &mut self,
        ask: bool,
        urgent: bool,
        pixels: Option<Pixels<'_>>,
        share: Option<Share>,
        view: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<Drawn> {
        let buffer = self.cells.begin();
        let caret = view(buffer);
        let placed = pixels.filter(|pixels| graphics::is_free(buffer, pixels.at));
        let mut ground = Color::Reset;
        if let Some(pixels) = &placed {
            ground = buffer[pixels.at.as_position()].bg;
            graphics::hold_place(buffer, pixels);
        }
        let held = share.is_some_and(|share| self.cells.hold_back(share));
        self.cells.write(&mut self.pen);
        self.pen.set_cursor(caret);
        let change = self.graphics.change(placed, ground, urgent);
        modes::set_picture(self.graphics.farewell());
        let bytes = self.send_frame(&change.before, &change.behind, ask)?;
        Ok(Drawn { bytes, owes_picture: change.owed || held })
    }

    /// Draws over parts of the frame before, as [`Self::draw`] does the whole. A picture stays as it is.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw_over(
        &mut self,
        ask: bool,
        parts: &[Buffer],
        caret: Option<Position>,
    ) -> io::Result<Drawn> {
        parts.iter().for_each(|part| self.cells.write_over(part, &mut self.pen));
        self.pen.set_cursor(caret);
        let bytes = self.send_frame("", "", ask)?;
        Ok(Drawn { bytes, owes_picture: false })
    }

    /// Writes what the pen collected, as one synchronized update, with what goes before and behind it;
    /// tells how many bytes that were.
    fn send_frame(&mut self, before: &str, behind: &str, ask: bool) -> io::Result<usize> {
        let mut frame = self.pen.take();
        let mut written = 0;
        if !frame.is_empty() || !before.is_empty() || !behind.is_empty() {
            frame.insert_str(0, before);
            frame.insert_str(0, BEGIN_SYNCHRONIZED);
            frame.push_str(behind);
            frame.push_str(END_SYNCHRONIZED);
            if ask {
                frame.push_str(STATUS);
            }
            written = frame.len();
            self.out.write_all(frame.as_bytes())?;
            self.out.flush()?;
        }
        self.pen.reuse(frame);
        Ok(written)
    }

    /// Writes sequences that draw nothing: questions, a notification.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn send(&mut self, sequences: &str) -> io::Result<()> {
        self.out.write_all(sequences.as_bytes())?;
        self.out.flush()
    }

    /// Sets the window's title.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_title(&mut self, title: &str) -> io::Result<()> {
        title.clone_into(&mut self.title);
        queue!(self.out, crossterm::terminal::SetTitle(title))?;
        self.out.flush()
    }

    /// Shows in the window's own bar how far the work is, until the terminal is given back.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show_progress(&mut self, progress: Progress) -> io::Result<()> {
        modes::show_progress(progress)
    }

    /// Has the terminal tell keys apart that share a byte, which it said it can.
    ///
    /// # Errors
    /// When the terminal does not take it.
    pub fn tell_keys(&mut self) -> io::Result<()> {
        modes::tell_keys()
    }

    /// Has the terminal tell what the mouse does, or not.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        modes::set_mouse(mouse)
    }

    /// Sends a text to the terminal's clipboard. Whether it is taken, no terminal tells.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str, way: Clipboard) -> io::Result<()> {
        let sequence = way.sequence(text).map_err(io::Error::other)?;
        queue!(self.out, Print(sequence))?;
        self.out.flush()
    }

    /// Gives the terminal back, lets `pause` happen, and takes it again; the next frame is whole.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn step_aside(&mut self, pause: impl FnOnce()) -> io::Result<()> {
        modes::give_back();
        pause();
        modes::take()?;
        if !self.title.is_empty() {
            queue!(self.out, crossterm::terminal::SetTitle(&self.title))?;
        }
        // The window may have changed meanwhile, which nobody told a stopped program.
        let size = size()?;
        self.cells = Cells::new(size);
        self.pen.resize(size);
        self.pen.forget();
        self.pen.clear();
        self.graphics.forget();
        Ok(())
    }
}

fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// All cells together in pixels, width and height, as the line itself knows them. Some terminals tell it
/// there and answer no question for it.
#[must_use]
pub fn window_pixels() -> Option<(u16, u16)> {
    let size = crossterm::terminal::window_size().ok()?;
    (size.width > 0 && size.height > 0).then_some((size.width, size.height))
}

impl Drop for Screen {
    fn drop(&mut self) {
        modes::give_back();
    }
}
