//! How far the work is, told to the window's own bar by OSC 9;4
//! (<https://conemu.github.io/en/AnsiEscapeCodes.html#ConEmu_specific_OSC>).
//!
//! Others take OSC 9 for a notification and would show one for each percent, so it is written only
//! where the terminal is known to know it. No terminal tells, so its name and version are gone by:
//! `WezTerm` since 20250209, Ghostty since 1.2, Konsole since 26.04
//! (<https://github.com/rust-cli/anstyle/pull/348>). tmux and GNU screen pass none of it on.

/// How far the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    /// Nothing runs.
    #[default]
    None,
    /// So many percent are done.
    Percent(u8),
    /// Something runs, and nobody knows how far it is.
    Unmeasured,
    /// Something failed when so many percent were done.
    Failed(u8),
}

impl Progress {
    /// What is written to show it.
    #[must_use]
    pub fn sequence(self) -> String {
        let [state, percent] = self.number().to_be_bytes();
        format!("\x1b]9;4;{state};{percent}\x1b\\")
    }

    /// In one number, the state before the percent, which a panic hook can read without waiting.
    pub(super) fn number(self) -> u16 {
        u16::from_be_bytes(match self {
            Self::None => [0, 0],
            Self::Percent(percent) => [1, percent.min(100)],
            Self::Failed(percent) => [2, percent.min(100)],
            Self::Unmeasured => [3, 0],
        })
    }

    /// What such a number stands for.
    pub(super) const fn of_number(number: u16) -> Self {
        match number.to_be_bytes() {
            [1, percent] => Self::Percent(percent),
            [2, percent] => Self::Failed(percent),
            [3, _] => Self::Unmeasured,
            _ => Self::None,
        }
    }
}

/// Whether the terminal shows progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProgressBar {
    /// It is not known to.
    #[default]
    Off,
    /// By OSC 9;4.
    Osc94,
}

impl ProgressBar {
    /// What the variables of the environment promise.
    #[must_use]
    pub fn of_terminal<'a>(variable: impl Fn(&str) -> Option<&'a str>) -> Self {
        let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
        let kind = variable("TERM").unwrap_or("dumb");
        // A variable may have been left by the terminal that another one was started from.
        let others =
            ["tmux", "screen", "linux", "dumb", "xterm-kitty", "alacritty", "foot", "rxvt"];
        let is_other = others.iter().any(|other| kind.starts_with(other));
        if is_other || is_set("TMUX") || is_set("STY") {
            return Self::Off;
        }
        let version = numbers(variable("TERM_PROGRAM_VERSION").unwrap_or_default());
        let knows = match variable("TERM_PROGRAM").unwrap_or_default() {
            "WezTerm" => version >= vec![20_250_209],
            "ghostty" => version >= vec![1, 2],
            "" => {
                let konsole = numbers(variable("KONSOLE_VERSION").unwrap_or_default());
                is_set("WT_SESSION")
                    || variable("ConEmuANSI") == Some("ON")
                    || konsole >= vec![260_400]
            }
            _ => false,
        };
        if knows { Self::Osc94 } else { Self::Off }
    }
}

/// The numbers at the beginning of a version.
fn numbers(version: &str) -> Vec<u32> {
    version.split(['.', '-', '+']).map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(variables: &[(&str, &'static str)]) -> ProgressBar {
        ProgressBar::of_terminal(|asked| {
            variables.iter().find(|(name, _)| *name == asked).map(|(_, value)| *value)
        })
    }

    #[test]
    fn each_state_has_its_number() {
        let written = |progress: Progress| progress.sequence();
        assert_eq!(written(Progress::Percent(42)), "\x1b]9;4;1;42\x1b\\");
        assert_eq!(written(Progress::Failed(7)), "\x1b]9;4;2;7\x1b\\");
        assert_eq!(written(Progress::Unmeasured), "\x1b]9;4;3;0\x1b\\");
        assert_eq!(written(Progress::None), "\x1b]9;4;0;0\x1b\\");
        let all =
            [Progress::None, Progress::Percent(42), Progress::Unmeasured, Progress::Failed(100)];
        assert_eq!(all.map(|progress| Progress::of_number(progress.number())), all);
    }

    #[test]
    fn only_terminals_that_are_known_to_know_it_are_told() {
        let term = ("TERM", "xterm-256color");
        for known in [
            vec![term, ("WT_SESSION", "8f1c")],
            vec![term, ("ConEmuANSI", "ON")],
            vec![term, ("KONSOLE_VERSION", "260402")],
            vec![
                term,
                ("TERM_PROGRAM", "WezTerm"),
                ("TERM_PROGRAM_VERSION", "20250209-182623-448"),
            ],
            vec![
                ("TERM", "xterm-ghostty"),
                ("TERM_PROGRAM", "ghostty"),
                ("TERM_PROGRAM_VERSION", "1.2.0"),
            ],
        ] {
            assert_eq!(within(&known), ProgressBar::Osc94, "{known:?}");
            for between in
                [("TMUX", "/tmp/tmux-0/default,1,0"), ("STY", "1.tty"), ("TERM", "tmux-256color")]
            {
                let inside: Vec<_> = [between].into_iter().chain(known.clone()).collect();
                assert_eq!(within(&inside), ProgressBar::Off, "{inside:?}");
            }
        }
        for unknown in [
            vec![term],
            vec![("TERM", "xterm-kitty"), ("WT_SESSION", "8f1c")],
            vec![term, ("KONSOLE_VERSION", "251203")],
            vec![term, ("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", "3.5.0")],
            vec![
                term,
                ("TERM_PROGRAM", "WezTerm"),
                ("TERM_PROGRAM_VERSION", "20240203-110809-504"),
            ],
            vec![term, ("TERM_PROGRAM", "ghostty"), ("TERM_PROGRAM_VERSION", "1.1.3")],
            vec![("WT_SESSION", "8f1c")],
        ] {
            assert_eq!(within(&unknown), ProgressBar::Off, "{unknown:?}");
        }
    }
}
