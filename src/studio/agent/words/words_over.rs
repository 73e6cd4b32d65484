//! Words on the picture told by the piece that they lie over: `ditch the caption on the kiln`, `炒茶那张的字幕删了`.
//!
//! How that is said stands in `assets/language/restated_further.toml`. Which words they are, only the film says
//! (`neighbours.rs`).

use std::ops::Range;

use super::known;
use super::letters::is_han;
use super::name::Name;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, piece};

/// The rule that finds them.
pub const RULE: &str = "words-over-it";

/// Words that are told so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsOver {
    /// Where they are told, in letters of the sentence.
    pub span: Range<usize>,
    /// The file of the piece that they lie over.
    pub file: usize,
    /// What a verb before them goes on with: `off`.
    pub ends: String,
    /// Whether they are told in Chinese.
    pub chinese: bool,
}

/// The first that a sentence tells so, where it does not bring them.
pub fn words_over(sentence: &str, names: &[Name]) -> Option<WordsOver> {
    let said = known::said(sentence, names);
    let begins = |at: &usize| !said.letters[*at].is_whitespace();
    let (start, end, told) = (0..said.letters.len()).filter(begins).find_map(|at| {
        let told = said.rule(RULE, at);
        told.iter().max_by_key(|(end, _)| *end).map(|(end, told)| (at, *end, told.clone()))
    })?;
    let (name, ends) = told.split_once('|').unwrap_or((&told, ""));
    let file = names.iter().position(|other| other.written() == name)?;
    let tokens = super::named(sentence, names);
    let place = tokens.iter().position(|token| token.span.start >= start)?;
    let quoted = tokens
        .iter()
        .find(|token| token.span.start >= end)
        .is_some_and(|next| matches!(next.meaning, Meaning::Quote(_)));
    let brings = tokens[piece(&tokens, place)].iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Add | Verb::Show) | Sense::Link(Link::A | Link::With))
        )
    });
    let chinese = said.letters[start..end].iter().any(|letter| is_han(*letter));
    let found = WordsOver { span: start..end, file, ends: ends.to_owned(), chinese };
    (!quoted && !brings).then_some(found)
}
