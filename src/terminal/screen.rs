//! The full screen: frames in, bytes out.

use std::io::{self, Stdout, Write};

use crossterm::queue;
use crossterm::style::Print;
use ratatui::layout::Size;
use ratatui::style::Color;
use ratatui::{Frame, Terminal};

use super::graphics::{self, Graphics, Pixels};
use super::pen::{Pen, mend};
use super::{Clipboard, Mouse, Progress, modes};

const BEGIN_SYNCHRONIZED: &str = "\x1b[?2026h";
pub(super) const END_SYNCHRONIZED: &str = "\x1b[?2026l";
/// Asks for the terminal's status, which it tells when it has taken everything before.
const STATUS: &str = "\x1b[5n";

/// The terminal while it is ours. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<Pen>,
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
        let Ok(terminal) = Terminal::new(Pen::new(size()?));
        let (title, graphics) = (String::new(), Graphics::default());
        Ok(Self { terminal, out: io::stdout(), title, graphics })
    }

    /// The size in cells, as last told.
    #[must_use]
    pub fn size(&self) -> Size {
        let Ok(size) = self.terminal.size();
        size
    }

    /// The terminal has another size.
    pub fn resize(&mut self, size: Size) {
        self.terminal.backend_mut().resize(size);
        self.graphics.forget();
    }

    /// Draws one frame as one synchronized update and one write, so that no terminal shows half of it,
    /// and tells how many bytes it took. With `ask` it ends with the question for the status. A frame
    /// that changes nothing writes nothing and asks nothing.
    ///
    /// A picture in pixels comes after the cells. A frame that is `urgent` sends no new one, because
    /// what a key shows would arrive behind it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(
        &mut self,
        ask: bool,
        urgent: bool,
        pixels: Option<Pixels<'_>>,
        view: impl FnOnce(&mut Frame<'_>),
    ) -> io::Result<Drawn> {
        let (mut placed, mut ground) = (None, Color::Reset);
        let Ok(_) = self.terminal.draw(|frame| {
            view(frame);
            let buffer = frame.buffer_mut();
            mend(buffer);
            placed = pixels.filter(|pixels| graphics::is_free(buffer, pixels.at));
            if let Some(pixels) = &placed {
                ground = buffer[pixels.at.as_position()].bg;
                graphics::hold_place(buffer, pixels);
            }
        });
        let mut frame = self.terminal.backend_mut().take();
        let change = self.graphics.change(placed, ground, urgent);
        modes::set_picture(self.graphics.farewell());
        let mut written = 0;
        if !frame.is_empty() || !change.before.is_empty() || !change.behind.is_empty() {
            frame.insert_str(0, &change.before);
            frame.insert_str(0, BEGIN_SYNCHRONIZED);
            frame.push_str(&change.behind);
            frame.push_str(END_SYNCHRONIZED);
            if ask {
                frame.push_str(STATUS);
            }
            written = frame.len();
            self.out.write_all(frame.as_bytes())?;
            self.out.flush()?;
        }
        self.terminal.backend_mut().reuse(frame);
        Ok(Drawn { bytes: written, owes_picture: change.owed })
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
        self.resize(size()?);
        self.terminal.backend_mut().forget();
        self.graphics.forget();
        let Ok(()) = self.terminal.clear();
        Ok(())
    }
}

fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

impl Drop for Screen {
    fn drop(&mut self) {
        modes::give_back();
    }
}
