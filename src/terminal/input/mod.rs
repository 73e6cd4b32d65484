//! What comes from the terminal: keys, pastes, the mouse, focus, sizes, and its own answers.
//!
//! A terminal answers questions on the same line on which keys come. crossterm throws most of those
//! answers away, and with the status report also the only way to learn that a frame has arrived, so
//! the bytes are read and told apart here. Keys leave in crossterm's types, which the editor is
//! written in; answers leave as [`Reply`].

mod csi_keys;
mod decode;
mod keys;
mod mouse;
mod reader;
mod reply;
mod split;
#[cfg(test)]
mod tests;

pub use reader::Input;
pub use reply::Reply;

use crossterm::event::Event;

/// One thing that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A person did something.
    Event(Event),
    /// The terminal answered.
    Reply(Reply),
}
