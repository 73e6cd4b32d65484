//! Keys as values: what terminals send, made equal where they differ, and written for people.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with what is held down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    held: KeyModifiers,
}

impl Key {
    /// A key alone.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, held: KeyModifiers::NONE }
    }

    /// A letter or sign alone.
    #[must_use]
    pub const fn letter(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// A letter with Ctrl.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self { code: KeyCode::Char(letter), held: KeyModifiers::CONTROL }
    }

    /// A key with something held down.
    #[must_use]
    pub const fn with(held: KeyModifiers, code: KeyCode) -> Self {
        Self { code, held }
    }

    /// What the terminal sent. Terminals differ in whether they tell Shift beside a sign that needs
    /// it, and call Shift-Tab a key of its own; here they do not. Few tell it beside Ctrl and a letter.
    #[must_use]
    pub fn of(event: KeyEvent) -> Self {
        let known = KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT;
        let mut held = event.modifiers & known;
        let code = match event.code {
            KeyCode::Char(letter) if held.contains(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            code => code,
        };
        let key = Self { code, held };
        if matches!(code, KeyCode::Char(_) | KeyCode::BackTab) && !key.has_shift_beside_ctrl() {
            held -= KeyModifiers::SHIFT;
        }
        Self { code, held }
    }

    /// A letter with both, which most terminals send as with Ctrl alone.
    #[must_use]
    pub fn has_shift_beside_ctrl(self) -> bool {
        let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        let is_letter = matches!(self.code, KeyCode::Char(letter) if letter.is_ascii_alphabetic());
        is_letter && self.held.contains(both)
    }

    /// As most terminals send it.
    #[must_use]
    pub fn without_shift(self) -> Self {
        Self { held: self.held - KeyModifiers::SHIFT, ..self }
    }

    /// The key alone.
    #[must_use]
    pub const fn code(self) -> KeyCode {
        self.code
    }

    /// Whether this is held down with it.
    #[must_use]
    pub fn is_held(self, held: KeyModifiers) -> bool {
        self.held.contains(held)
    }

    /// A key that is written in words: what the terminal would send for it.
    #[must_use]
    pub fn told(held: KeyModifiers, code: KeyCode) -> Self {
        let shift = held.contains(KeyModifiers::SHIFT);
        let with_others = !(held - KeyModifiers::SHIFT).is_empty();
        let code = match code {
            KeyCode::Tab if shift => KeyCode::BackTab,
            KeyCode::Char(letter) if shift => KeyCode::Char(letter.to_ascii_uppercase()),
            // `Alt-F` is written with a capital for its looks alone.
            KeyCode::Char(letter) if with_others => KeyCode::Char(letter.to_ascii_lowercase()),
            code => code,
        };
        Self::of(KeyEvent::new(code, held))
    }

    /// The letter that this key writes, if it writes one.
    #[must_use]
    pub fn written(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if self.held.is_empty() => Some(letter),
            _ => None,
        }
    }
}

/// As people write it: `Ctrl-E`, `Shift-Tab`, `←`. The same words are read from the settings.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.held.contains(held) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(letter) if self.held.is_empty() => write!(f, "{letter}"),
            KeyCode::Char(letter) if letter.is_uppercase() => write!(f, "Shift-{letter}"),
            KeyCode::Char(letter) => write!(f, "{}", letter.to_ascii_uppercase()),
            KeyCode::F(number) => write!(f, "F{number}"),
            code => f.write_str(name(code)),
        }
    }
}

fn name(code: KeyCode) -> &'static str {
    match code {
        KeyCode::Left => "←",
        KeyCode::Right => "→",
        KeyCode::Up => "↑",
        KeyCode::Down => "↓",
        KeyCode::Home => "Home",
        KeyCode::End => "End",
        KeyCode::PageUp => "PgUp",
        KeyCode::PageDown => "PgDn",
        KeyCode::Tab => "Tab",
        KeyCode::BackTab => "Shift-Tab",
        KeyCode::Enter => "Enter",
        KeyCode::Esc => "Esc",
        KeyCode::Backspace => "Backspace",
        KeyCode::Delete => "Delete",
        KeyCode::Insert => "Insert",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_that_tell_shift_and_those_that_do_not_mean_the_same() {
        let told = KeyEvent::new(KeyCode::Char('+'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(told), Key::letter('+'));
        let tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(Key::of(tab), Key::plain(KeyCode::BackTab));
        let capital = KeyEvent::new(KeyCode::Char('E'), KeyModifiers::CONTROL);
        assert_eq!(Key::of(capital), Key::ctrl('e'));
        let sign = KeyEvent::new(KeyCode::Char('+'), KeyModifiers::CONTROL | KeyModifiers::SHIFT);
        assert_eq!(Key::of(sign), Key::ctrl('+'));
    }

    #[test]
    fn keys_are_written_as_people_write_them() {
        let shift_left = Key::with(KeyModifiers::SHIFT, KeyCode::Left);
        let alt_enter = Key::with(KeyModifiers::ALT, KeyCode::Enter);
        let keys =
            [Key::ctrl('e'), Key::letter('e'), shift_left, alt_enter, Key::plain(KeyCode::F(2))];
        assert_eq!(keys.map(|key| key.to_string()), ["Ctrl-E", "e", "Shift-←", "Alt-Enter", "F2"]);
    }
}
