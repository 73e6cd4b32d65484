//! The full screen: frames in, bytes out.

use std::io::{self, BufWriter, Stdout, Write};

use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use super::{Clipboard, Mouse, modes};

/// Large enough for any frame that changes a whole big screen, so that a frame is one write.
const FRAME_BYTES: usize = 64 * 1024;

/// The terminal while it is ours. Dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
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
        let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
        Ok(Self { terminal: Terminal::new(CrosstermBackend::new(out))? })
    }

    /// The size in cells.
    ///
    /// # Errors
    /// When the terminal does not tell.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws one frame as one synchronized update, so that no terminal shows half of it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(view)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(self.terminal.backend_mut())
    }

    /// Sets the window's title.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_title(&mut self, title: &str) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), crossterm::terminal::SetTitle(title))?;
        self.terminal.backend_mut().flush()
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
        queue!(self.terminal.backend_mut(), Print(sequence))?;
        self.terminal.backend_mut().flush()
    }

    /// Gives the terminal back, lets `pause` happen, and takes it again; the next frame is whole.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn step_aside(&mut self, pause: impl FnOnce()) -> io::Result<()> {
        modes::give_back();
        pause();
        modes::take()?;
        self.terminal.clear()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        modes::give_back();
    }
}
