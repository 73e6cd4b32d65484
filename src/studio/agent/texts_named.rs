//! Words of the film that are told by what they say alone, named as words: `drop porch, "Home" should read "Away"` is
//! `drop porch, the text "Home" should read "Away"`, `bikes倒放，“家”放大到150%` is `bikes倒放，文字“家”放大到150%`.
//!
//! Only the film knows that they are on it. Beside another wish they might be new words for what that one is of.

use super::scene::Scene;
use super::turn::names;
use super::words::{self, Link, Meaning, Sense, Token, Verb};
use crate::draft::Kind;
use crate::language::Language;

/// The sentence with what they are before them. `None` where it quotes none of them so.
pub fn with_texts_named(sentence: &str, scene: &Scene) -> Option<String> {
    if !sentence.contains(['"', '“', '「', '《', '‘', '\'']) {
        return None;
    }
    let tokens = words::in_measures(sentence, &names(scene));
    let letters: Vec<char> = sentence.chars().collect();
    let lone = |(place, token): (usize, &Token)| {
        let Meaning::Quote(words) = &token.meaning else { return None };
        (is_shown(words, scene) && opens_a_wish(&letters, &tokens, place))
            .then_some(token.span.start)
    };
    let starts: Vec<usize> = tokens.iter().enumerate().filter_map(lone).collect();
    if starts.is_empty() {
        return None;
    }
    let called = match Language::of_sentence(sentence) {
        Some(Language::Chinese) => "文字",
        _ => "the text ",
    };
    let mut written = String::new();
    for (at, letter) in letters.iter().enumerate() {
        if starts.contains(&at) {
            written.push_str(called);
        }
        written.push(*letter);
    }
    Some(written)
}

fn is_shown(words: &str, scene: &Scene) -> bool {
    let tracks = scene.draft.tracks.iter().filter(|track| track.kind == Kind::Text);
    let mut texts =
        tracks.flat_map(|track| &track.segments).filter_map(|text| text.text.as_deref());
    texts.any(|text| text.eq_ignore_ascii_case(words.trim()))
}

/// Whether a part of a sentence that has others begins with them, and says what is to become of them.
fn opens_a_wish(letters: &[char], tokens: &[Token], place: usize) -> bool {
    let light = |token: &&Token| token.sense() == Some(Sense::Filler);
    let is_break = |token: &Token| token.sense() == Some(Sense::Break);
    let before = tokens[..place].iter().rev().find(|token| !light(token));
    let behind = tokens[place + 1..].iter().find(|token| !light(token));
    let several = before.is_some() || tokens[place..].iter().any(is_break);
    // "书架左右镜像 “家”去掉": a space parts Chinese wishes.
    let spaced = tokens[place].span.start.checked_sub(1).is_some_and(|at| letters[at] == ' ')
        && before.is_some_and(|token| !token.text.is_ascii());
    several && behind.is_some_and(becomes) && (spaced || before.is_none_or(is_break))
}

/// What is said of words that are there.
fn becomes(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Percent(_))
        || matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Make | Verb::Change | Verb::Move | Verb::Remove)
                    | Sense::Link(Link::Saying)
                    | Sense::Colour(_)
                    | Sense::Place(_)
                    | Sense::Closeness(_)
            )
        )
}
