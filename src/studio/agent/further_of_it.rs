//! `再` behind what is named says that it is to be more so, and begins no wish: `bgm再调到30%`, `主卧色温再暖20`,
//! `湖边再加个暗角`, `谷仓还想再多留三秒`.
//!
//! Elsewhere it parts two wishes (`第一段静音再把标题改红`). Where all that stands before it since the last mark is a thing, and
//! what stands behind it names none and sets an amount or a look, it is left out before the sentence is parted.

use std::ops::Range;

use super::words::{self, LISTS, Link, Meaning, Name, Sense, Token, Verb, is_break};

/// How the sentence says it.
const FURTHER: &str = "再";
/// What may lead to it.
const STILL: &str = "还";

/// A sentence without such a word, if it has one.
pub fn set_further(sentence: &str, names: &[Name]) -> Option<String> {
    if !sentence.contains(FURTHER) {
        return None;
    }
    let tokens = words::in_measures(sentence, names);
    let letters: Vec<char> = sentence.chars().collect();
    let further: Vec<Range<usize>> =
        (1..tokens.len()).filter_map(|at| of_what_is_named(&letters, &tokens, at)).collect();
    let said = |at: usize| further.iter().any(|word| word.contains(&at));
    let left = |(at, letter): (usize, &char)| (!said(at)).then_some(*letter);
    (!further.is_empty()).then(|| letters.iter().enumerate().filter_map(left).collect())
}

/// Where such a word stands, with what leads to it.
fn of_what_is_named(letters: &[char], tokens: &[Token], at: usize) -> Option<Range<usize>> {
    if tokens[at].text != FURTHER {
        return None;
    }
    let still = tokens[..at].iter().rposition(|token| token.sense() != Some(Sense::Filler))?;
    let first = if tokens[still].text == STILL { still } else { at };
    is_further(letters, tokens, first, at).then(|| tokens[first].span.start..tokens[at].span.end)
}

/// Whether all before the first of these words is a thing, and what is behind the last says how it is to be.
fn is_further(letters: &[char], tokens: &[Token], first: usize, at: usize) -> bool {
    let spaced = |token: &Token| {
        token.span.start.checked_sub(1).is_some_and(|before| letters[before].is_whitespace())
    };
    let begins = |from: &usize| spaced(&tokens[*from]) || is_break(&tokens[*from - 1]);
    let from = (1..first).rev().find(begins).unwrap_or(0);
    let to = tokens[at + 1..].iter().position(is_break).map_or(tokens.len(), |mark| at + 1 + mark);
    let (named, done) = (&tokens[from..first], &tokens[at + 1..to]);
    let adds_to_it = || named.iter().any(is_setting) || done.iter().any(words::is_effect);
    let sets = |token: &Token| sets(token) || (adds(token) && adds_to_it());
    let is_named = |token: &Token| is_thing(token) || is_called_so(token);
    named.iter().all(|token| is_named(token) || is_little(token))
        && named.iter().any(is_named)
        && done.first().is_some_and(sets)
        && !done.iter().any(is_another)
}

/// What is there: a piece, the music, how bright it is.
fn is_thing(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
        || matches!(token.sense(), Some(Sense::Noun(_)))
        || is_setting(token)
}

/// `D镜再短1s`, `F图再亮一点`: a piece that is called so, be there one or not.
fn is_called_so(token: &Token) -> bool {
    let is_a_letter = |letter: char| letter.is_ascii_alphanumeric();
    let called = LISTS.shots.iter().filter_map(|shot| token.text.strip_suffix(shot)).next();
    token.meaning == Meaning::Unknown && called.unwrap_or(&token.text).chars().all(is_a_letter)
}

/// How bright or warm it is.
fn is_setting(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Tone(tone)) if tone.way() == 0)
}

fn is_little(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::It)))
}

/// How it is to be: another wish begins with something to bring or to move.
fn sets(token: &Token) -> bool {
    let goes = || LISTS.grows_quieter.has(&token.text) || LISTS.grows_louder.has(&token.text);
    match token.sense() {
        Some(
            Sense::Degree(_)
            | Sense::Tone(_)
            | Sense::Pace(_)
            | Sense::Sizing(_)
            | Sense::Look(_)
            | Sense::Camera(_)
            | Sense::Stretch(_),
        ) => true,
        Some(Sense::Verb(verb)) => {
            matches!(verb, Verb::Change | Verb::Trim | Verb::Mute | Verb::Rotate | Verb::Reverse)
        }
        _ => token.meaning == Meaning::Unknown && goes(),
    }
}

fn adds(token: &Token) -> bool {
    token.sense() == Some(Sense::Verb(Verb::Add))
}

/// What a wish of its own would be of.
fn is_another(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Quote(_))
        || matches!(token.sense(), Some(Sense::Noun(_)))
}
