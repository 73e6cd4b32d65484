//! How pictures can be shown on this terminal, as far as its environment tells.

use super::Way;

/// The way of showing them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pictures {
    /// In pixels where the terminal says that it takes them, else as cells.
    #[default]
    Auto,
    /// In pixels in kitty's way, whatever the terminal says.
    Kitty,
    /// In pixels as sixels, whatever the terminal says.
    Sixel,
    /// In pixels in iTerm2's way, whatever the terminal says.
    Iterm,
    /// As cells.
    Blocks,
    /// Not at all.
    Off,
}

/// The colours that a cell can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// Any: the terminal says so itself (`COLORTERM`).
    True,
    /// The cube of 216 and the greys.
    Indexed,
    /// Sixteen that nobody knows, so pictures are shades.
    #[default]
    Shades,
}

impl Depth {
    /// What the variables of the environment promise.
    #[must_use]
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let is = |name: &str, words: &[&str]| {
            let value = variable(name).unwrap_or_default();
            words.iter().any(|word| value.contains(word))
        };
        if is("COLORTERM", &["truecolor", "24bit"]) {
            Self::True
        } else if is("TERM", &["256color", "kitty", "alacritty", "foot", "ghostty"]) {
            Self::Indexed
        } else {
            Self::Shades
        }
    }
}

impl Way {
    /// The way of a terminal of this name.
    #[must_use]
    pub fn of_terminal(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let is = |names: &[&str]| names.iter().any(|known| name.starts_with(known));
        if is(&["kitty", "ghostty"]) {
            Some(Self::Kitty)
        } else if is(&["iterm", "wezterm", "mintty"]) {
            Some(Self::Iterm)
        } else if is(&["foot", "contour", "mlterm"]) {
            Some(Self::Sixel)
        } else {
            None
        }
    }

    /// The way of a terminal that names itself in the environment, also in that of a shell elsewhere.
    #[must_use]
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut names = ["TERM_PROGRAM", "LC_TERMINAL"].into_iter().filter_map(variable);
        names.find_map(|name| Self::of_terminal(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_promised_is_used() {
        let with = |name: &'static str, value: &'static str| {
            Depth::of(move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("COLORTERM", "truecolor"), Depth::True);
        assert_eq!(with("TERM", "xterm-256color"), Depth::Indexed);
        assert_eq!(with("TERM", "linux"), Depth::Shades);
        assert_eq!(Depth::of(|_| None), Depth::Shades);
    }

    #[test]
    fn a_terminal_is_known_by_its_name_from_itself_or_from_the_environment() {
        let names =
            ["kitty(0.36.4)", "iTerm2 3.5.4", "WezTerm 20240203", "foot(1.16.2)", "XTerm(390)"];
        let ways = names.map(Way::of_terminal);
        let (kitty, iterm, sixel) = (Some(Way::Kitty), Some(Way::Iterm), Some(Way::Sixel));
        assert_eq!(ways, [kitty, iterm, iterm, sixel, None]);
        let with = |name: &'static str, value: &'static str| {
            Way::of_environment(move |asked| (asked == name).then(|| value.to_owned()))
        };
        assert_eq!(with("TERM_PROGRAM", "iTerm.app"), iterm);
        assert_eq!(with("LC_TERMINAL", "iTerm2"), iterm);
        assert_eq!(with("TERM_PROGRAM", "Apple_Terminal"), None);
    }
}
