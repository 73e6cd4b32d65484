//! A server's own words, made fit to be shown: one line, short, plain, and without anything secret.
//!
//! Servers answer with whatever they have: a sentence, a page of HTML, JSON inside JSON, a stack
//! trace, now and then the very token that they refuse. People get a sentence or nothing; the code
//! that stands beside it is told in any case.

use serde_json::Value;

use super::answers;
use crate::language::clean;

/// About two lines of a terminal.
const LONGEST: usize = 200;

/// Beginnings of words that are never shown: tokens of every kind that the contract has.
const SECRETS: [&str; 2] = ["nmv_usr_", "clm_"];

/// The words as they may be shown; `None` where they are none.
pub(super) fn sentence(words: &str) -> Option<String> {
    let words = words.trim();
    match words.chars().next()? {
        '<' => None,
        '{' | '[' => match serde_json::from_str(words) {
            Ok(Value::Object(inner)) => answers::message(&inner),
            _ => None,
        },
        _ => plain(words),
    }
}

fn plain(words: &str) -> Option<String> {
    let words = clean(words);
    let line = words.lines().map(str::trim).find(|line| !line.is_empty())?;
    let mut told = String::new();
    let mut bearer = false;
    for word in line.split_whitespace() {
        let secret = bearer || SECRETS.iter().any(|secret| word.contains(secret));
        bearer = word.eq_ignore_ascii_case("bearer");
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(if secret { "…" } else { word });
    }
    Some(shortened(told))
}

/// Cut where a sentence ends, or else anywhere.
fn shortened(words: String) -> String {
    let Some((end, _)) = words.char_indices().nth(LONGEST) else {
        return words;
    };
    let kept = &words[..end];
    let ends = |letter: char| matches!(letter, '.' | '!' | '?' | '。' | '！' | '？');
    match kept.char_indices().rev().find(|(_, letter)| ends(*letter)) {
        Some((at, letter)) if at > 0 => kept[..at + letter.len_utf8()].to_owned(),
        _ => format!("{}…", kept.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_stays_and_everything_else_is_made_one_or_left_out() {
        for (words, told) in [
            ("No fonts here. Install some.", Some("No fonts here. Install some.")),
            ("  积分不足。 ", Some("积分不足。")),
            ("\u{1b}[31mred\u{1b}[0m \u{202e}alert\u{7}", Some("red alert")),
            ("first line\nTraceback (most recent call last):", Some("first line")),
            ("<!doctype html><p>Bad Gateway", None),
            (r#"{"error":{"message":"too deep"}}"#, Some("too deep")),
            (r#"{"cut"#, None),
            (r#"["a"]"#, None),
            ("the token nmv_usr_1234 is old", Some("the token … is old")),
            (
                "Authorization: Bearer abc.def was refused",
                Some("Authorization: Bearer … was refused"),
            ),
            ("", None),
            (" \n ", None),
            ("\u{1b}[2J", None),
        ] {
            assert_eq!(sentence(words).as_deref(), told, "{words:?}");
        }
    }

    #[test]
    fn long_words_end_with_a_sentence_or_a_sign() {
        let long = format!("One sentence. {}", "and more ".repeat(100));
        assert_eq!(sentence(&long).as_deref(), Some("One sentence."));
        let endless = sentence(&"字".repeat(1000)).expect("words");
        assert_eq!(endless.chars().count(), LONGEST + 1);
        assert!(endless.ends_with('…'));
    }
}
