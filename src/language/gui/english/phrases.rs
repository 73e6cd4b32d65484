//! Phrases of a table at a place in a clause.

use super::words::Words;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found<T> {
    None,
    /// A longer beginning may become one of them.
    Maybe,
    /// So many words.
    Whole(usize, T),
}

/// The longest phrase that stands at a place.
pub(super) fn longest<'t, T>(
    words: &Words<'_>,
    at: usize,
    phrases: impl Iterator<Item = (&'t str, T)>,
) -> Found<T> {
    let mut best = Found::None;
    for (phrase, value) in phrases {
        match (fits(words, at, phrase), &best) {
            (Found::Maybe, _) => return Found::Maybe,
            (Found::Whole(length, ()), Found::Whole(known, _)) if *known >= length => {}
            (Found::Whole(length, ()), _) => best = Found::Whole(length, value),
            (Found::None, _) => {}
        }
    }
    best
}

fn fits(words: &Words<'_>, at: usize, phrase: &str) -> Found<()> {
    let mut length = 0;
    for wanted in phrase.split(' ') {
        let Some(word) = words.get(at + length) else {
            return if length > 0 && words.is_open() { Found::Maybe } else { Found::None };
        };
        if word.partial && !word.quoted && wanted.starts_with(word.lower.as_str()) {
            return Found::Maybe;
        }
        if word.quoted || word.lower != wanted {
            return Found::None;
        }
        length += 1;
    }
    Found::Whole(length, ())
}
