//! The terminal's clipboard, by OSC 52: the one way that also works over SSH.
//!
//! The terminal never answers, so nobody can tell whether it took the text; what can be told is which
//! way it was sent. A multiplexer stands between. tmux is handed the text by its own command first
//! (`app`), and this is the way where it refuses: tmux takes OSC 52 for itself and passes it on where
//! its `set-clipboard` is `on`, or hands over what is wrapped for it where `allow-passthrough` is on
//! (<https://github.com/tmux/tmux/wiki/Clipboard>); both are sent, and either is enough. GNU screen
//! passes on what is wrapped for it.

use std::fmt;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// What stands between the program and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// Nothing.
    #[default]
    Terminal,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
}

/// The most that is sent, in bytes of the encoding: many terminals cut longer ones off or leave them
/// out, and none tells.
const MOST: usize = 100_000;

impl Clipboard {
    /// Whether a text is short enough for a terminal.
    #[must_use]
    pub fn takes(text: &str) -> bool {
        text.len().div_ceil(3) * 4 <= MOST
    }

    /// What is written to put a text into the clipboard.
    ///
    /// # Errors
    /// None in fact; formatting may say so.
    pub(super) fn sequence(self, text: &str) -> Result<String, fmt::Error> {
        let mut plain = String::new();
        CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain)?;
        Ok(match self {
            Self::Terminal => plain,
            Self::Tmux => {
                let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
                format!("{plain}\u{1b}Ptmux;{doubled}\u{1b}\\")
            }
            // What is wrapped must not hold the end of the wrapping, so it ends with a bell.
            Self::Screen => {
                format!("\u{1b}P{}\u{7}\u{1b}\\", plain.trim_end_matches("\u{1b}\\"))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_in_its_encoding_is_not_taken() {
        assert!(Clipboard::takes(&"a".repeat(75_000)));
        assert!(!Clipboard::takes(&"a".repeat(75_001)));
    }

    #[test]
    fn a_text_is_sent_as_the_terminal_and_each_multiplexer_take_it() {
        let sent = |way: Clipboard| way.sequence("日 a").expect("written");
        assert_eq!(sent(Clipboard::Terminal), "\u{1b}]52;c;5pelIGE=\u{1b}\\");
        assert_eq!(
            sent(Clipboard::Tmux),
            "\u{1b}]52;c;5pelIGE=\u{1b}\\\
             \u{1b}Ptmux;\u{1b}\u{1b}]52;c;5pelIGE=\u{1b}\u{1b}\\\u{1b}\\"
        );
        assert_eq!(sent(Clipboard::Screen), "\u{1b}P\u{1b}]52;c;5pelIGE=\u{7}\u{1b}\\");
    }
}
