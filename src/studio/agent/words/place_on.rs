//! A piece that goes one place on: `move the choir one place earlier`, `乡亲往前挪一位`.
//!
//! Beside which piece it lies then, only the film says (`neighbours.rs`).

use std::ops::Range;

use super::known;
use super::letters::is_han;
use super::name::Name;
use super::token::Meaning;

/// The rule that finds how far.
pub const RULE: &str = "a-place-on";

/// One step of a piece.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceOn {
    /// Where it is told, in letters of the sentence.
    pub span: Range<usize>,
    /// The piece, as it is named.
    pub of: Meaning,
    /// Towards the end of the film.
    pub later: bool,
    /// Whether it is told in Chinese.
    pub chinese: bool,
}

/// The step, where a sentence names one piece and says that of it.
pub fn place_on(sentence: &str, names: &[Name]) -> Option<PlaceOn> {
    let said = known::said(sentence, names);
    let tokens = super::named(sentence, names);
    let names_piece = |meaning: &Meaning| match meaning {
        Meaning::File(_, kind) => kind.is_visual(),
        Meaning::Ordinal(_) => true,
        _ => false,
    };
    let mut pieces = tokens.iter().filter(|token| names_piece(&token.meaning));
    let (piece, None) = (pieces.next()?, pieces.next()) else { return None };
    let found = (piece.span.end..said.letters.len()).find_map(|from| {
        let told = said.rule(RULE, from);
        let (end, steps) = told.iter().max_by_key(|(end, _)| *end)?;
        Some((from..*end, steps == "1"))
    });
    let (span, later) = found?;
    let chinese = is_han(said.letters[span.start]);
    Some(PlaceOn { span, of: piece.meaning.clone(), later, chinese })
}
