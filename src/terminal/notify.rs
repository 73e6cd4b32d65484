//! A word to somebody who looks elsewhere, and how far the work is, in the window's own bar.

/// How the terminal is told to notify.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notify {
    /// Not at all.
    #[default]
    Off,
    /// By its bell, which every terminal and multiplexer turns into a mark.
    Bell,
    /// OSC 9: iTerm2, WezTerm, Ghostty.
    Osc9,
    /// OSC 777: foot, urxvt.
    Osc777,
    /// OSC 99: kitty.
    Osc99,
}

impl Notify {
    /// The way of a terminal, by what it says in the environment (`TERM_PROGRAM`, `TERM`). Within a
    /// multiplexer, and where nothing is known, the bell.
    #[must_use]
    pub fn of_terminal(program: &str, term: &str, multiplexed: bool) -> Self {
        if multiplexed {
            return Self::Bell;
        }
        match (program, term) {
            (_, "xterm-kitty") => Self::Osc99,
            ("iTerm.app" | "WezTerm" | "ghostty", _) | (_, "xterm-ghostty") => Self::Osc9,
            (_, term) if term.starts_with("foot") || term.starts_with("rxvt") => Self::Osc777,
            _ => Self::Bell,
        }
    }

    /// What is written to say this.
    #[must_use]
    pub fn sequence(self, text: &str) -> String {
        let text: String = text
            .chars()
            .map(|letter| if letter.is_control() || letter == ';' { ' ' } else { letter })
            .take(200)
            .collect();
        match self {
            Self::Off => String::new(),
            Self::Bell => "\x07".to_owned(),
            Self::Osc9 => format!("\x1b]9;{text}\x1b\\"),
            Self::Osc777 => format!("\x1b]777;notify;cutroom;{text}\x1b\\"),
            Self::Osc99 => format!("\x1b]99;i=cutroom;{text}\x1b\\"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_terminal_is_told_in_its_way() {
        let way = |program, term| Notify::of_terminal(program, term, false);
        assert_eq!(way("", "xterm-kitty"), Notify::Osc99);
        assert_eq!(way("WezTerm", "xterm-256color"), Notify::Osc9);
        assert_eq!(way("", "foot"), Notify::Osc777);
        assert_eq!(way("", "xterm-256color"), Notify::Bell);
        assert_eq!(Notify::of_terminal("WezTerm", "tmux-256color", true), Notify::Bell);
    }

    #[test]
    fn a_name_cannot_end_the_sequence() {
        let sent = Notify::Osc9.sequence("a\u{1b}\\b\u{7};c");
        assert_eq!(sent, "\x1b]9;a \\b  c\x1b\\");
    }
}
