//! A second length that is told without its unit: `two seconds to fade in, three to fade out`, `fade in over the first four
//! seconds and fade out over the last six`, `lower third at 4 secs, on for 3`.
//!
//! The unit is written into it before anything else of a sentence is read, since a bare number before a fade would be lost.

use super::words::{self, LISTS, Meaning};

/// What leads to how long something is.
const LASTS: &str = " for ";

/// A sentence with the unit told of both, where it has two such lengths.
pub fn with_its_unit(sentence: &str) -> Option<String> {
    of_both_fades(sentence).or_else(|| of_a_moment_and_a_length(sentence))
}

/// `lower third at 4 secs, on for 3`: how long something is from a moment on.
fn of_a_moment_and_a_length(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    if !small.contains("sec") || !small.contains(LASTS) || LISTS.trades.is_within(&small) {
        return None;
    }
    let said: Vec<&str> = sentence.split(' ').collect();
    let is_over = |at: usize| at + 1 == said.len() || ends_a_part(said[at]);
    let is_bare = |at: &usize| {
        said[at - 1].eq_ignore_ascii_case(LASTS.trim())
            && is_number(bare_word(said[*at]))
            && is_over(*at)
    };
    let mut bare = (1..said.len()).filter(is_bare);
    let (only, None) = (bare.next()?, bare.next()) else { return None };
    let in_seconds = |two: &[&str]| matches!(two, [number, unit] if is_number(number) && unit.to_ascii_lowercase().starts_with("sec"));
    said[..only].windows(2).any(in_seconds).then(|| with_seconds(&said, only))
}

fn with_seconds(said: &[&str], at: usize) -> String {
    let number = bare_word(said[at]);
    let mark = &said[at][number.len()..];
    let (before, behind) = (said[..at].join(" "), said[at + 1..].join(" "));
    format!("{before} {number} seconds{mark} {behind}").trim_end().to_owned()
}

fn ends_a_part(word: &str) -> bool {
    bare_word(word).len() < word.len()
}

fn of_both_fades(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    if small.matches("fade").count() < 2 || !small.contains("sec") || sentence.contains(['"', '“'])
    {
        return None;
    }
    let said: Vec<&str> = sentence.split(' ').collect();
    let is_bare = |at: &usize| {
        is_number(bare_word(said[*at]))
            && (leads_to_a_fade(&said[at + 1..]) || is_at_the_end(&said, *at))
    };
    let bare = (1..said.len()).filter(is_bare);
    let bare: Vec<usize> = bare.collect();
    let unit_before =
        |at: usize| said[..at].iter().any(|word| word.to_lowercase().starts_with("sec"));
    let [only] = bare[..] else { return None };
    if !unit_before(only) {
        return None;
    }
    Some(with_seconds(&said, only))
}

/// Without the marks behind it.
fn bare_word(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', '?', '!'])
}

/// `over the last six?`: what ends a sentence, behind a word that leads to it.
fn is_at_the_end(said: &[&str], at: usize) -> bool {
    let ends = at + 1 == said.len() || ends_a_part(said[at]);
    ends && LISTS.leads_to_a_length.has(said[at - 1])
}

fn is_number(word: &str) -> bool {
    matches!(words::in_measures(word, &[]).as_slice(), [token] if matches!(token.meaning, Meaning::Number(_)))
}

fn leads_to_a_fade(rest: &[&str]) -> bool {
    let mut words = rest.iter().skip_while(|word| LISTS.leads_to_a_fade.has(word));
    words.next().is_some_and(|word| word.to_ascii_lowercase().starts_with("fade"))
}
