//! A second length that is told without its unit: `two seconds to fade in, three to fade out`, `music 2 sec fade in, 3 fade out`.
//!
//! The unit is written into it before anything else of a sentence is read, since a bare number before a fade would be lost.

use super::words::{self, Meaning};

/// How a length leads to the fade that it is of.
const LEADS: [&str; 4] = ["to", "for", "of", "the"];

/// A sentence with the unit told of both, where it has two such lengths.
pub fn with_its_unit(sentence: &str) -> Option<String> {
    let small = sentence.to_ascii_lowercase();
    if small.matches("fade").count() < 2 || !small.contains("sec") || sentence.contains(['"', '“'])
    {
        return None;
    }
    let said: Vec<&str> = sentence.split(' ').collect();
    let bare =
        (1..said.len()).filter(|at| is_number(said[*at]) && leads_to_a_fade(&said[at + 1..]));
    let bare: Vec<usize> = bare.collect();
    let unit_before =
        |at: usize| said[..at].iter().any(|word| word.to_lowercase().starts_with("sec"));
    let [only] = bare[..] else { return None };
    if !unit_before(only) {
        return None;
    }
    let (before, behind) = said.split_at(only + 1);
    Some(format!("{} seconds {}", before.join(" "), behind.join(" ")))
}

fn is_number(word: &str) -> bool {
    matches!(words::in_measures(word, &[]).as_slice(), [token] if matches!(token.meaning, Meaning::Number(_)))
}

fn leads_to_a_fade(rest: &[&str]) -> bool {
    let mut words =
        rest.iter().skip_while(|word| LEADS.contains(&word.to_ascii_lowercase().as_str()));
    words.next().is_some_and(|word| word.to_ascii_lowercase().starts_with("fade"))
}
