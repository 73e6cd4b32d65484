//! A space before a file that begins another wish, in Chinese: `湖边转90度 bikes静音`, `把湖边删了 bikes慢放一半`.
//!
//! Between Chinese words any space parts (`letters`); a file's name in Latin letters may have one before it that parts
//! nothing (`静音 bikes`, `湖边和 bikes`).

use super::letters::is_han;
use super::name::Name;
use super::sense::Sense;
use super::token::{Meaning, Token, is_break, is_file, is_verb};

/// With a comma for each such space.
pub fn marks_before_files(sentence: &str, names: &[Name]) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let tokens = super::in_measures(sentence, names);
    let spaces: Vec<usize> = (1..tokens.len())
        .filter(|at| is_file(&tokens[*at]) && ends_a_wish(&tokens[..*at]))
        .map(|at| tokens[at].span.start)
        .filter(|start| *start > 1 && letters[start - 1] == ' ' && letters[*start].is_ascii())
        .map(|start| start - 1)
        .collect();
    let mark = |(at, letter): (usize, char)| if spaces.contains(&at) { '，' } else { letter };
    (!spaces.is_empty()).then(|| letters.into_iter().enumerate().map(mark).collect())
}

/// Whether something is said of what is named, and nothing is left open.
fn ends_a_wish(before: &[Token]) -> bool {
    let Some(last) = before.last() else { return false };
    let chinese = before.iter().any(|token| token.text.chars().any(is_han));
    let open = is_break(last)
        || is_file(last)
        || matches!(last.meaning, Meaning::Unknown | Meaning::Known(Sense::Link(_)))
        || (is_verb(last) && !last.text.ends_with(['了', '掉']) && !before.iter().any(is_file));
    chinese && !open
}
