//! A reply to choices: `2`, `the second one`, `第二个`, or the words of a choice.

use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token};
use super::{lex, phrase};

/// How a reply names its choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// By its place among them, from the end where negative.
    Nth(i32),
    /// By some of its words.
    Words,
}

/// What a sentence says as a reply; none where it is a request of its own.
pub fn answered(sentence: &str) -> Option<Answered> {
    let tokens = phrase::combine(lex::tokens(sentence, &[]));
    if tokens.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_)))) {
        return None;
    }
    let telling: Vec<&Token> = tokens.iter().filter(|token| !is_empty(token)).collect();
    match telling[..] {
        [] => None,
        [only] => Some(place(only).map_or(Answered::Words, Answered::Nth)),
        _ => Some(Answered::Words),
    }
}

fn place(token: &Token) -> Option<i32> {
    match token.meaning {
        Meaning::Ordinal(number) => Some(number),
        #[expect(clippy::cast_possible_truncation, reason = "small and whole")]
        Meaning::Number(number) if (1.0..100.0).contains(&number) && number.fract() == 0.0 => {
            Some(number as i32)
        }
        _ => None,
    }
}

fn is_empty(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Break
                | Sense::Filler
                | Sense::Link(Link::The | Link::A | Link::It)
                | Sense::Noun(Noun::File)
        )
    )
}
