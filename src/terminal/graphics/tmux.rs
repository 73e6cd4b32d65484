//! Through tmux to the terminal around it.
//!
//! tmux hands on what is wrapped, where `allow-passthrough` is on, and knows nothing of it: the cursor
//! stands wherever tmux left it, so what is wrapped moves it to its place on the whole terminal.

/// Where the pane lies on the terminal around tmux.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Passage {
    /// Columns before it.
    pub left: u16,
    /// Rows above it.
    pub top: u16,
}

/// Wraps sequences so that tmux hands them on.
pub(super) fn wrap(sequences: &str) -> String {
    format!("\x1bPtmux;{}\x1b\\", sequences.replace('\x1b', "\x1b\x1b"))
}
