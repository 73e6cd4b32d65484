//! Pieces by those that they lie beside: `the one after the kiln`, `冰粉后面那张`, `mute bikes and slow the next one down`.
//!
//! How such words are said stands in `assets/language/restated_beside.toml`. Which pieces they are, only the film says
//! (`neighbours.rs`).

use std::ops::Range;

use super::known;
use super::letters::{is_han, is_latin};
use super::list::LISTS;
use super::name::Name;
use super::restate::Said;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, is_verb};
use crate::api::wire::MediaKind;

/// The rules that find them: before a name, behind one, and of what was named last.
#[cfg(test)]
pub const RULES: [&str; 3] = ["the-one-beside", "its-neighbour", "the-next-one"];

/// Pieces that are told by another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// Where they are told, in letters of the sentence.
    pub span: Range<usize>,
    /// The file of the piece that they lie beside.
    pub file: usize,
    /// So many behind it, or before it where negative; all of them where it is the most or the least there can be.
    pub steps: i32,
    /// Whether they are told in Chinese.
    pub chinese: bool,
}

/// All that a sentence tells so, in order.
pub fn neighbours(sentence: &str, names: &[Name]) -> Vec<Neighbour> {
    let said = known::said(sentence, names);
    let tokens = super::named(sentence, names);
    let mut found: Vec<Neighbour> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        if found.last().is_some_and(|found| token.span.start < found.span.end) {
            continue;
        }
        let of_last = last.and_then(|file| of_the_last(&said, token, file));
        let Meaning::File(file, kind) = token.meaning else {
            found.extend(of_last);
            continue;
        };
        if kind.is_visual() {
            let beside = before_a_name(&said, &tokens, at, file);
            found.extend(beside.or_else(|| behind_a_name(&said, &tokens, at, (file, kind))));
            last = Some(file);
        }
    }
    found
}

/// `the one after` before `the kiln`.
fn before_a_name(said: &Said, tokens: &[Token], at: usize, file: usize) -> Option<Neighbour> {
    let name = &tokens[at].span;
    let begins = |start: usize| start == 0 || !is_latin(said.letters[start - 1]);
    let (start, steps) = (0..name.start).filter(|start| begins(*start)).find_map(|start| {
        let told = said.rule("the-one-beside", start);
        let (_, told) = told.iter().find(|(end, _)| is_gap(said, *end..name.start))?;
        Some((start, steps(told)?.0))
    })?;
    let noun = tokens.get(at + 1).filter(|next| LISTS.pieces_called.has(&next.text_small()));
    let end = noun.map_or(name.end, |noun| noun.span.end);
    let before = tokens[..at].iter().rfind(|token| token.span.end <= start);
    let goes_there = before.is_some_and(|before| LISTS.puts_somewhere.has(&before.text_small()))
        && !tells_a_place(tokens, end);
    (!goes_there).then_some(Neighbour { span: start..end, file, steps, chinese: false })
}

/// `后面那张` behind `冰粉`.
fn behind_a_name(
    said: &Said,
    tokens: &[Token],
    at: usize,
    (file, kind): (usize, MediaKind),
) -> Option<Neighbour> {
    let name = &tokens[at].span;
    // "冰粉那张后面那张", "海边和后面那张": from the name on, and from what joins the two.
    let joined = tokens.get(at + 1).filter(|next| LISTS.and_as_well.has(&next.text));
    let points = tokens.get(at + 1).filter(|next| next.sense() == Some(Sense::Link(Link::The)));
    let from = joined.or(points).map_or(name.end, |token| token.span.end);
    let told = said.rule("its-neighbour", from);
    let counts = |(end, _): &&(usize, String)| !is_so_long(said, *end);
    let (end, told) = told.iter().filter(counts).max_by_key(|(end, _)| *end)?;
    let (steps, may_be_a_part) = steps(told)?;
    let start = if joined.is_some() { from } else { name.start };
    let goes_there =
        said.letters[..name.start].last().is_some_and(|letter| "到在".contains(*letter))
            && !said.letters[*end..].iter().any(|letter| "前后间".contains(*letter));
    let is_a_part = may_be_a_part && kind == MediaKind::Video;
    let found = Neighbour { span: start..*end, file, steps, chinese: true };
    (!goes_there && !is_a_part).then_some(found)
}

/// `the next one`, `它后面那张`.
fn of_the_last(said: &Said, token: &Token, file: usize) -> Option<Neighbour> {
    let told = said.rule("the-next-one", token.span.start);
    let counts = |(end, _): &&(usize, String)| !is_so_long(said, *end);
    let (end, told) = told.iter().filter(counts).max_by_key(|(end, _)| *end)?;
    let chinese = is_han(said.letters[token.span.start]);
    Some(Neighbour { span: token.span.start..*end, file, steps: steps(told)?.0, chinese })
}

/// Which way and how many, and whether it may be a part of footage.
fn steps(told: &str) -> Option<(i32, bool)> {
    let (steps, part) = told.split_once(' ').unwrap_or((told, ""));
    let steps = match steps {
        "all" => i32::MAX,
        "-all" => i32::MIN,
        counted => counted.parse().ok()?,
    };
    Some((steps, !part.is_empty()))
}

fn is_gap(said: &Said, between: Range<usize>) -> bool {
    between.start <= between.end && said.letters[between].iter().all(|letter| *letter == ' ')
}

/// `加在芦苇后面，2秒`: what is counted there is no pieces.
fn is_so_long(said: &Said, end: usize) -> bool {
    said.letters.get(end).is_some_and(|next| "秒分".contains(*next))
}

/// `put the one after the mugs first`: where it is to go is told behind it.
fn tells_a_place(tokens: &[Token], from: usize) -> bool {
    let mut rest = tokens.iter().filter(|token| token.span.start >= from);
    rest.any(|token| {
        matches!(token.meaning, Meaning::Ordinal(_) | Meaning::File(..))
            || is_verb(token)
            || matches!(
                token.sense(),
                Some(
                    Sense::Edge(_)
                        | Sense::Place(_)
                        | Sense::Link(Link::Before | Link::After | Link::Between | Link::To)
                )
            )
    })
}
