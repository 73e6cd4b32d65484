//! A sentence as words, spaces, marks and quotations.

use super::quotes::{Quotes, is_han, is_latin};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, digits, and what joins them: `double-click`, `3.5`, `don't`; or Chinese characters.
    Word,
    /// White space.
    Space,
    /// A quotation with its marks.
    Quoted,
    /// A single sign.
    Mark,
}

/// A piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is this sign.
    pub(super) fn is(&self, signs: &[char]) -> bool {
        self.kind == Kind::Mark && self.text.chars().all(|letter| signs.contains(&letter))
    }
}

/// The tokens of a sentence, without gaps between them.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut quotes = Quotes::default();
    let mut letters = text.char_indices().peekable();
    let mut last: Option<(Kind, char)> = None;
    while let Some((at, letter)) = letters.next() {
        let was_open = quotes.is_open();
        let quoted = quotes.step(letter);
        let next = letters.peek().map(|(_, letter)| *letter);
        let kind = kind(letter, quoted, last, next);
        let goes_on = last.is_some_and(|(before, previous)| {
            before == kind
                && match kind {
                    Kind::Word => is_han(letter) == is_han(previous),
                    Kind::Space => true,
                    Kind::Quoted => was_open,
                    Kind::Mark => false,
                }
        });
        let end = at + letter.len_utf8();
        match found.last_mut() {
            Some(token) if goes_on => token.text = &text[token.at..end],
            _ => found.push(Token { kind, text: &text[at..end], at }),
        }
        last = Some((kind, letter));
    }
    found
}

fn kind(letter: char, quoted: bool, last: Option<(Kind, char)>, next: Option<char>) -> Kind {
    let joins = matches!(letter, '\'' | '’' | '.' | '-' | '/')
        && last.is_some_and(|(kind, before)| kind == Kind::Word && is_latin(before))
        && next.is_some_and(is_latin);
    if quoted {
        Kind::Quoted
    } else if letter.is_whitespace() {
        Kind::Space
    } else if letter.is_alphanumeric() || joins {
        Kind::Word
    } else {
        Kind::Mark
    }
}
