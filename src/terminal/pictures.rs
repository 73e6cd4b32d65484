//! How pictures can be shown on this terminal, as far as its environment tells.

/// The way of showing them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pictures {
    /// In pixels where the terminal says that it takes them, else as cells.
    #[default]
    Auto,
    /// In pixels, whatever the terminal says.
    Kitty,
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
}
