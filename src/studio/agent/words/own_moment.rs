//! Moments of a piece's own time at which it is parted or stands still: `split bikes 4 seconds into the clip`, `six sec into
//! the bikes clip, freeze the picture`, `海边这条素材自身的第4秒下刀`.
//!
//! How such moments are said stands in `assets/language/restated_beside.toml`. When they are in the film, only the film
//! says (`moments_within.rs`).

use std::ops::Range;

use super::known;
use super::letters::{is_han, is_latin};
use super::name::Name;
use super::restate::Said;
use super::sense::{Portion, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_verb};
use crate::draft::Millis;

/// The rule that finds them.
pub const RULE: &str = "own-moment";

/// A moment that is counted from where a piece begins.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnMoment {
    /// Where it is told, in letters of the sentence.
    pub span: Range<usize>,
    /// Where the part of the sentence begins that tells it.
    pub begins: usize,
    /// The piece, as it is named.
    pub of: Meaning,
    /// How far into it.
    pub into: Millis,
    /// Whether it is told in Chinese.
    pub chinese: bool,
}

/// The first such moment of a sentence.
pub fn own_moment(sentence: &str, names: &[Name]) -> Option<OwnMoment> {
    let said = known::said(sentence, names);
    let spans = (0..said.letters.len()).filter_map(|start| span_at(&said, start));
    let spans: Vec<Range<usize>> = spans.collect();
    if spans.is_empty() {
        return None;
    }
    let tokens = super::named(sentence, names);
    spans.into_iter().find_map(|span| told_at(&said, &tokens, span))
}

fn span_at(said: &Said, start: usize) -> Option<Range<usize>> {
    let before = start.checked_sub(1).map(|before| said.letters[before]);
    if said.over_marks(start, true) > start
        || (before.is_some_and(is_latin) && is_latin(said.letters[start]))
    {
        return None;
    }
    said.rule(RULE, start).iter().map(|(end, _)| start..*end).max_by_key(|span| span.end)
}

fn told_at(said: &Said, tokens: &[Token], span: Range<usize>) -> Option<OwnMoment> {
    let Range { start, end } = span;
    let first = tokens.iter().position(|token| token.span.start >= start)?;
    let behind = tokens.iter().position(|token| token.span.start >= end).unwrap_or(tokens.len());
    let inside = tokens.get(first..behind)?;
    let into = inside.iter().find_map(|token| match token.meaning {
        Meaning::Time(time) => Some(time),
        _ => None,
    })?;
    let named = inside.iter().chain(tokens[..first].iter().rev());
    let of = named.map(|token| &token.meaning).find(|meaning| names_piece(meaning))?.clone();
    let chinese = said.letters[start..end].iter().any(|letter| is_han(*letter));
    let begins = tokens[..first].iter().rfind(|token| is_break(token));
    let begins = begins.map_or(0, |mark| mark.span.start);
    stops_there(tokens, first, behind).then_some(OwnMoment { span, begins, of, into, chinese })
}

const fn names_piece(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::File(_, kind) => kind.is_visual(),
        Meaning::Ordinal(_) => true,
        _ => false,
    }
}

/// Whether what is done there parts the piece or makes it stand still. `start bikes 2 seconds in` counts in the file.
fn stops_there(tokens: &[Token], first: usize, behind: usize) -> bool {
    let part = tokens[..first].iter().rev().take_while(|token| !is_break(token));
    let stops = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Split | Verb::Freeze) | Sense::Portion(Portion::Halfway))
        )
    };
    let tells = |token: &&Token| {
        stops(token) || is_verb(token) || matches!(token.sense(), Some(Sense::Edge(_)))
    };
    part.chain(&tokens[behind..]).find(tells).is_some_and(stops)
}
