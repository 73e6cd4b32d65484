//! Whether the terminal tells what its mouse does.
//!
//! Buttons, dragging and the wheel, with places beyond column 223. Mere movement is not asked for, as
//! crossterm's own command would: it would wake the program for nothing.

use std::fmt;

use crossterm::Command;

/// Whether the mouse is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mouse {
    /// The terminal tells of it.
    #[default]
    On,
    /// The terminal keeps it for itself, to select text with.
    Off,
}

/// Says so to the terminal.
pub(super) struct Tell(pub Mouse);

impl Command for Tell {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        match self.0 {
            Mouse::On => f.write_str("\x1b[?1000h\x1b[?1002h\x1b[?1006h"),
            Mouse::Off => f.write_str("\x1b[?1006l\x1b[?1002l\x1b[?1000l"),
        }
    }
}
