//! What the editor orders done.

use std::time::Duration;

use crate::link::Command;

/// An order for the runtime: plain data that can be printed and compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Tell the link.
    Tell(Command),
    /// Send [`Msg::Tick`](super::Msg::Tick) at this moment of the steady clock. The newest such
    /// order counts; when nothing moves there is none.
    WakeAt(Duration),
    /// Give the terminal to the shell until the program is continued.
    Suspend,
    /// Name the window.
    SetTitle(String),
    /// End the program. The link has been told to leave before.
    Quit,
}
