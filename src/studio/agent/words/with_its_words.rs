//! Words that lie over a piece, named with it: `move the garden to the front together with its caption`, `案例这张图片连同上面
//! 的文字一并删除`.
//!
//! Words that are seen exactly as long as a piece go where it goes; where they are (`neighbours.rs`), nothing more has to
//! be said of them.

use std::ops::Range;

use super::known;
use super::name::Name;
use super::token::Meaning;

/// The rule that finds them.
#[cfg(test)]
pub const RULE: &str = "with-its-words";

/// Where a sentence says so, and of which file's piece: the one that is named nearest before it.
pub fn with_its_words(sentence: &str, names: &[Name]) -> Option<(Range<usize>, usize)> {
    let said = known::said(sentence, names);
    let begins = |at: &usize| *at > 0 && !said.letters[*at].is_whitespace();
    let (start, end) = (0..said.letters.len()).filter(begins).find_map(|at| {
        let ends = said.rule("with-its-words", at);
        ends.iter().map(|(end, _)| *end).max().map(|end| (at, end))
    })?;
    let tokens = super::named(sentence, names);
    let named = tokens.iter().take_while(|token| token.span.end <= start);
    let file = named.filter_map(|token| match token.meaning {
        Meaning::File(file, kind) if kind.is_visual() => Some(file),
        _ => None,
    });
    Some((start..end, file.last()?))
}
