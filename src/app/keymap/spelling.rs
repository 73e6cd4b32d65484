//! Keys as people write them: the notation of [`Key`]'s own words, read back.
//!
//! What the screen shows can always be written into the settings. Names are also taken in other
//! letters' cases and by their common other names; a letter alone means exactly that letter.

use crossterm::event::{KeyCode, KeyModifiers};

use super::super::Key;
use crate::store::settings::nearest;

/// Why a text is no key or no sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misspelt {
    /// A word names no key.
    Word {
        /// Which.
        word: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// No key at all, or too many.
    Count {
        /// The whole text.
        text: String,
        /// How many.
        count: usize,
        /// The most that there can be.
        most: usize,
    },
}

/// Names, the one that is shown first where there are several for a key.
const NAMES: &[(&str, KeyCode)] = &[
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PageUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PageDown", KeyCode::PageDown),
    ("Tab", KeyCode::Tab),
    ("Enter", KeyCode::Enter),
    ("Return", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Escape", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Del", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Space", KeyCode::Char(' ')),
    ("←", KeyCode::Left),
    ("→", KeyCode::Right),
    ("↑", KeyCode::Up),
    ("↓", KeyCode::Down),
];

const HELD: &[(&str, KeyModifiers)] = &[
    ("Ctrl-", KeyModifiers::CONTROL),
    ("Alt-", KeyModifiers::ALT),
    ("Shift-", KeyModifiers::SHIFT),
];

/// Reads one key.
pub(super) fn parse(word: &str) -> Result<Key, Misspelt> {
    let (held, name) = split(word);
    let code = code(name).ok_or_else(|| wrong(word));
    code.map(|code| Key::told(held, code))
}

/// What is held down, and the rest.
fn split(word: &str) -> (KeyModifiers, &str) {
    let (mut held, mut rest) = (KeyModifiers::NONE, word);
    while let Some((modifier, after)) = held_by(rest) {
        held |= modifier;
        rest = after;
    }
    (held, rest)
}

fn held_by(text: &str) -> Option<(KeyModifiers, &str)> {
    HELD.iter().find_map(|(prefix, modifier)| {
        let (head, rest) = text.split_at_checked(prefix.len())?;
        let names_a_key = head.eq_ignore_ascii_case(prefix) && !rest.is_empty();
        names_a_key.then_some((*modifier, rest))
    })
}

fn code(name: &str) -> Option<KeyCode> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && !NAMES.iter().any(|(known, _)| *known == name)
    {
        return Some(KeyCode::Char(letter));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

fn wrong(word: &str) -> Misspelt {
    let parts: Vec<&str> = word.split('-').collect();
    let (name, held) = parts.split_last().unwrap_or((&word, &[]));
    let known = HELD.iter().map(|(prefix, _)| prefix.trim_end_matches('-'));
    let mut meant: Vec<&str> = Vec::new();
    for part in held {
        let Some(near) = nearest(part, known.clone()) else {
            return Misspelt::Word { word: word.to_owned(), near: None };
        };
        meant.push(near);
    }
    let near = match code(name) {
        Some(_) => Some(*name),
        None => nearest(name, NAMES.iter().map(|(known, _)| *known)),
    };
    let near = near.map(|name| {
        meant.push(name);
        meant.join("-")
    });
    Misspelt::Word { word: word.to_owned(), near }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_reads_as_it_is_written() {
        for row in crate::app::actions::table() {
            for key in row.keys {
                assert_eq!(parse(&key.to_string()), Ok(*key), "{} {key}", row.id);
            }
        }
    }

    #[test]
    fn keys_have_a_few_other_spellings() {
        let shift_left = Key::with(KeyModifiers::SHIFT, KeyCode::Left);
        for (text, key) in [
            ("ctrl-e", Key::ctrl('e')),
            ("Ctrl-E", Key::ctrl('e')),
            ("Ctrl--", Key::ctrl('-')),
            ("-", Key::letter('-')),
            ("Shift-Left", shift_left),
            ("Shift-←", shift_left),
            ("Shift-Tab", Key::plain(KeyCode::BackTab)),
            ("Shift-s", Key::letter('S')),
            ("Alt-Shift-F", Key::with(KeyModifiers::ALT, KeyCode::Char('F'))),
            ("Alt-F", Key::with(KeyModifiers::ALT, KeyCode::Char('f'))),
            (
                "Ctrl-Shift-Z",
                Key::with(KeyModifiers::CONTROL | KeyModifiers::SHIFT, KeyCode::Char('z')),
            ),
            ("pagedown", Key::plain(KeyCode::PageDown)),
            ("f12", Key::plain(KeyCode::F(12))),
            ("F", Key::letter('F')),
            ("日", Key::letter('日')),
        ] {
            assert_eq!(parse(text), Ok(key), "{text}");
            assert_eq!(parse(&key.to_string()), Ok(key), "{text} as {key}");
        }
    }

    #[test]
    fn a_wrong_word_comes_with_the_nearest_right_one() {
        for (word, near) in [
            ("Ctl-E", Some("Ctrl-E")),
            ("Cntrl-Left", Some("Ctrl-Left")),
            ("Spac", Some("Space")),
            ("Shift-Lft", Some("Shift-Left")),
            ("Hyperspace-E", None),
        ] {
            let near = near.map(str::to_owned);
            assert_eq!(parse(word), Err(Misspelt::Word { word: word.into(), near }));
        }
    }
}
