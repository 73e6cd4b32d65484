//! Which of the pieces that show one file: `ditch the first bikes clip`, `第二段bikes静音`, `the opening bikes section`.
//!
//! How they are counted stands in `assets/language/restated_beside.toml`. Where they lie, only the film says
//! (`counted_pieces.rs`).

use std::ops::Range;

use super::known;
use super::letters::{is_han, is_latin};
use super::name::Name;
use super::restate::Said;
use super::token::Meaning;

/// The rule that finds them.
pub const RULE: &str = "one-of-its-pieces";

/// One of the pieces that show a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceOfFile {
    /// Where it is told, in letters of the sentence.
    pub span: Range<usize>,
    /// The file.
    pub file: usize,
    /// The how many-th of them; from the end where negative.
    pub place: i32,
    /// Whether it is told in Chinese.
    pub chinese: bool,
}

/// All that a sentence tells so, in order.
pub fn pieces_of_files(sentence: &str, names: &[Name]) -> Vec<PieceOfFile> {
    let said = known::said(sentence, names);
    let mut spans: Vec<(Range<usize>, i32)> = Vec::new();
    for start in 0..said.letters.len() {
        let behind = spans.last().is_none_or(|(span, _)| span.end <= start);
        spans.extend(told_at(&said, start).filter(|_| behind));
    }
    if spans.is_empty() {
        return Vec::new();
    }
    let tokens = super::named(sentence, names);
    let of_file = |(span, place): (Range<usize>, i32)| {
        let inside = tokens
            .iter()
            .filter(|token| span.start <= token.span.start && token.span.end <= span.end);
        let file = inside.into_iter().find_map(|token| match token.meaning {
            Meaning::File(file, kind) if kind.is_visual() => Some(file),
            _ => None,
        })?;
        let chinese = said.letters[span.clone()].iter().any(|letter| is_han(*letter));
        Some(PieceOfFile { span, file, place, chinese })
    };
    spans.into_iter().filter_map(of_file).collect()
}

fn told_at(said: &Said, start: usize) -> Option<(Range<usize>, i32)> {
    let before = start.checked_sub(1).map(|before| said.letters[before]);
    if said.over_marks(start, true) > start
        || (before.is_some_and(is_latin) && is_latin(said.letters[start]))
    {
        return None;
    }
    let told = said.rule(RULE, start);
    let (end, place) = told.iter().max_by_key(|(end, _)| *end)?;
    Some((start..*end, place.parse().ok()?))
}
