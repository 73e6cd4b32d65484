//! A sentence without the words of it that nobody knows: `Every picture shall be held for exactly four seconds`,
//! `最后3s上片尾字幕“周五21:20”`.
//!
//! What is asked for rarely hangs on a word that no list has. Where it may, nothing is left out: on what says which
//! piece is meant (`the otter shot`), what is to be done (`roll the cut one second later`) or shown, what takes back,
//! limits or asks.

use std::ops::Range;

use super::aside::is_effect;
use super::bearing::takes_back;
use super::hangs_on::may_bear;
use super::letters::is_han;
use super::name::Name;
use super::sense::{Degree, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_verb};

/// So many words may be left out: of what has more, too little is known.
const MOST: usize = 4;

/// What is left of a sentence, and the words that were left out.
pub struct ButFor {
    /// The sentence without them.
    pub said: String,
    /// The words.
    pub words: Vec<String>,
}

/// A sentence without the unknown words in the wishes of it. `None` where there is none, or where something may hang on
/// one of them.
pub fn but_for_the_unknown(said: &str, names: &[Name], before_the_files: bool) -> Option<ButFor> {
    let tokens = super::in_measures(said, names);
    let letters: Vec<char> = said.chars().collect();
    if takes_back(&tokens)
        || is_of_a_platform(&tokens)
        || tokens.iter().any(asks_or_is_beyond)
        || shows_strange_words(&letters, &tokens)
    {
        return None;
    }
    // A film that is told of unknown things is no film of those that are known.
    let end = match before_the_files {
        true => tokens.iter().position(|token| matches!(token.meaning, Meaning::File(..)))?,
        false => tokens.len(),
    };
    let mut left: Vec<usize> = Vec::new();
    for part in parts(&letters, &tokens) {
        let strange = |at: &usize| *at < end && tokens[*at].meaning == Meaning::Unknown;
        let unknown = part.clone().filter(strange);
        let unknown: Vec<usize> = unknown.collect();
        if unknown.is_empty() || !wants(&tokens[part.clone()]) {
            continue;
        }
        // What is left in such a part has to be a remark.
        if !removes(&tokens[part.clone()])
            && !unknown.iter().any(|at| may_bear(&tokens, &part, *at))
        {
            left.extend(unknown);
        }
    }
    if left.is_empty() || left.len() > MOST {
        return None;
    }
    let words = left.iter().map(|at| tokens[*at].text.clone()).collect();
    let (said, seams) = without(&letters, &tokens, &left);
    let read = super::in_measures(&said, names);
    let grown =
        |seam: &usize| read.iter().any(|token| token.span.start < *seam && *seam < token.span.end);
    let together = said.chars().any(is_han) && seams.iter().any(grown);
    (!together).then_some(ButFor { said, words })
}

/// The sentence without some of its words, and where they stood: of Chinese words, what lay on both sides must not
/// become one.
fn without(letters: &[char], tokens: &[Token], left: &[usize]) -> (String, Vec<usize>) {
    let gone = |at: usize| left.iter().any(|place| tokens[*place].span.contains(&at));
    let mut kept: Vec<char> = Vec::with_capacity(letters.len());
    let mut seams = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        // Of the spaces around a word that goes one stays, and of those elsewhere all.
        let behind_it = seams.last() == Some(&kept.len());
        let spaced = kept.last().is_none_or(|last: &char| last.is_whitespace());
        if gone(at) {
            seams.push(kept.len());
        } else if !(letter.is_whitespace() && behind_it && spaced) {
            kept.push(*letter);
        }
    }
    (kept.into_iter().collect::<String>().trim_end().to_owned(), seams)
}

fn asks_or_is_beyond(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Beyond(_) | Sense::Question(_)))
}

/// `lol my mate typed "delete all the clips"`: words that nothing says are to be shown.
fn shows_strange_words(letters: &[char], tokens: &[Token]) -> bool {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let bare = |token: &Token| {
        quoted(token)
            && letters.get(token.span.start).is_some_and(|letter| letter.is_alphanumeric())
    };
    let text = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
        )
    };
    let placed = |token: &Token| text(token) || matches!(token.sense(), Some(Sense::Place(_)));
    tokens.iter().any(bare) || (tokens.iter().any(quoted) && !tokens.iter().any(placed))
}

/// `直接在快手开直播`: where films are shown, and nothing of a shape.
fn is_of_a_platform(tokens: &[Token]) -> bool {
    let platform = |token: &Token| matches!(token.sense(), Some(Sense::Platform(_)));
    let shape = |token: &Token| {
        matches!(token.meaning, Meaning::Ratio(..) | Meaning::Known(Sense::Shape(_)))
    };
    tokens.iter().any(platform) && !tokens.iter().any(shape)
}

/// What is parted by marks, and by spaces between Chinese words.
fn parts(letters: &[char], tokens: &[Token]) -> Vec<Range<usize>> {
    let spaced = |at: usize| {
        let start = tokens[at].span.start;
        start > 1
            && letters[start - 1].is_whitespace()
            && (is_han(letters[start]) || is_han(letters[start - 2]))
    };
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let begins = at == 0 || is_break(token) || spaced(at);
        match parts.last_mut() {
            Some(part) if !begins => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// Whether a part of a sentence is a wish, as far as is known.
fn wants(part: &[Token]) -> bool {
    let degree = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Degree(
                Degree::Bit | Degree::Much | Degree::Half | Degree::More | Degree::Less
            ))
        )
    };
    let orders = |token: &Token| {
        is_verb(token)
            && !matches!(token.sense(), Some(Sense::Verb(Verb::Join | Verb::Show | Verb::Use)))
    };
    part.iter()
        .any(|token| is_amount(token) || orders(token) || (is_effect(token) && !degree(token)))
}

/// An amount, or words to show.
pub fn is_amount(token: &Token) -> bool {
    !matches!(
        token.meaning,
        Meaning::Known(_)
            | Meaning::Unknown
            | Meaning::File(..)
            | Meaning::Files(_)
            | Meaning::MissingFile(_)
            | Meaning::Number(_)
            | Meaning::Ordinal(_)
    )
}

/// `erase the power lines in lake.jpg`: of what is seen in the picture, and not the picture.
fn removes(part: &[Token]) -> bool {
    let removes = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Remove)));
    let timed = |token: &Token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
    };
    part.iter().any(removes) && !part.iter().any(timed)
}
