//! The words of a clause, as the tables spell them.

use super::super::tokens::{Kind, tokens};
use super::table;

/// A word, or a quotation as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// In small letters, with a straight apostrophe; empty for a quotation.
    pub(super) lower: String,
    /// As it stands.
    pub(super) raw: &'a str,
    /// Where it begins in the clause, in bytes.
    pub(super) at: usize,
    pub(super) quoted: bool,
    /// More letters may follow.
    pub(super) partial: bool,
}

impl Word<'_> {
    pub(super) fn is_capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of a clause.
#[derive(Debug, Clone)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    words: Vec<Word<'a>>,
    open: bool,
}

impl<'a> Words<'a> {
    /// Reads them; `open` means that the last one may go on.
    pub(super) fn read(text: &'a str, open: bool) -> Self {
        let mut words: Vec<Word<'a>> = Vec::new();
        for token in tokens(text) {
            let quoted = token.kind == Kind::Quoted;
            if quoted || token.kind == Kind::Word {
                let lower = if quoted {
                    String::new()
                } else {
                    token.text.to_lowercase().replace('’', "'")
                };
                words.push(Word { lower, raw: token.text, at: token.at, quoted, partial: false });
            }
        }
        if let Some(last) = words.last_mut().filter(|_| open) {
            let after = &text[last.at + last.raw.len()..];
            last.partial = after.is_empty()
                || after.len() == 1 && after.starts_with(['\'', '-', '.', '/'])
                || after == "’";
        }
        Self { text, words, open }
    }

    /// Whether more words may follow.
    pub(super) const fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn get(&self, place: usize) -> Option<&Word<'a>> {
        self.words.get(place)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Word<'a>> {
        self.words.iter()
    }

    /// From a word on.
    pub(super) fn from(&self, place: usize) -> &[Word<'a>] {
        self.words.get(place..).unwrap_or_default()
    }

    /// The text from a word on.
    pub(super) fn text_from(&self, place: usize) -> &'a str {
        self.get(place).map_or("", |word| &self.text[word.at..])
    }

    /// Whether they tell what was done.
    pub(super) fn tells(&self) -> bool {
        self.words.iter().enumerate().any(|(place, word)| {
            let after_you = place > 0
                && matches!(self.words[place - 1].lower.as_str(), "you" | "just" | "only");
            let of_now = place > 0 && table::NOW.contains(&self.words[place - 1].lower.as_str());
            !word.partial
                && (word.lower == "now" && of_now
                    || table::LINKS.contains(&word.lower.as_str())
                    || table::TELLING.contains(&word.lower.as_str())
                    || word.lower == "have" && !after_you)
        })
    }

    /// Whether any word from a place on is in a list.
    pub(super) fn any(&self, from: usize, list: &[&str]) -> bool {
        self.from(from).iter().any(|word| list.contains(&word.lower.as_str()))
    }
}
