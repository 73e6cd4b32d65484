//! A second length that is told without its unit: `two seconds to fade in, three to fade out`, `fade in over the first four
//! seconds and fade out over the last six`.
//!
//! The unit is written into it before anything else of a sentence is read, since a bare number before a fade would be lost.

use super::words::{self, LISTS, Meaning};

/// A sentence with the unit told of both, where it has two such lengths.
pub fn with_its_unit(sentence: &str) -> Option<String> {
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
    let number = bare_word(said[only]);
    let mark = &said[only][number.len()..];
    let (before, behind) = (said[..only].join(" "), said[only + 1..].join(" "));
    Some(format!("{before} {number} seconds{mark} {behind}").trim_end().to_owned())
}

/// Without the marks behind it.
fn bare_word(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', '?', '!'])
}

/// `over the last six?`: what ends a sentence, behind a word that leads to it.
fn is_at_the_end(said: &[&str], at: usize) -> bool {
    let ends = at + 1 == said.len() || bare_word(said[at]).len() < said[at].len();
    ends && LISTS.leads_to_a_length.has(said[at - 1])
}

fn is_number(word: &str) -> bool {
    matches!(words::in_measures(word, &[]).as_slice(), [token] if matches!(token.meaning, Meaning::Number(_)))
}

fn leads_to_a_fade(rest: &[&str]) -> bool {
    let mut words = rest.iter().skip_while(|word| LISTS.leads_to_a_fade.has(word));
    words.next().is_some_and(|word| word.to_ascii_lowercase().starts_with("fade"))
}
