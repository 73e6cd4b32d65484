//! A space before a file or words of the film that begin another wish, in Chinese: `湖边转90度 bikes静音`,
//! `bikes静音 “家”改成“远方”`.
//!
//! Between Chinese words any space parts (`letters`); a file's name in Latin letters may have one before it that parts
//! nothing (`静音 bikes`, `湖边和 bikes`).

use super::letters::is_han;
use super::name::Name;
use super::remark::is_text_noun;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, is_break, is_file, is_verb};

/// With a comma for each such space.
pub fn marks_before_files(sentence: &str, names: &[Name]) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let tokens = super::in_measures(sentence, names);
    let own = |token: &Token| {
        !matches!(token.meaning, Meaning::Quote(_))
            && letters[token.span.clone()].iter().copied().any(is_han)
    };
    if !tokens.iter().any(own) {
        return None;
    }
    let begins = |at: usize| is_file(&tokens[at]) || changes_words(&tokens, at);
    let spaces: Vec<usize> = (1..tokens.len())
        .filter(|at| begins(*at) && ends_a_wish(&tokens[..*at]))
        .map(|at| tokens[at].span.start)
        .filter(|start| *start > 1 && letters[start - 1] == ' ' && !is_han(letters[*start]))
        .map(|start| start - 1)
        .collect();
    let mark = |(at, letter): (usize, char)| if spaces.contains(&at) { '，' } else { letter };
    (!spaces.is_empty()).then(|| letters.into_iter().enumerate().map(mark).collect())
}

/// `bikes静音 “家”改成“远方”`: words of the film, and what becomes of them; not those that what stands before puts there.
fn changes_words(tokens: &[Token], at: usize) -> bool {
    matches!(tokens[at].meaning, Meaning::Quote(_))
        && !tokens[..at].iter().rev().take_while(|token| !is_break(token)).any(is_text_noun)
        && tokens
            .get(at + 1)
            .is_some_and(|next| is_verb(next) || matches!(next.sense(), Some(Sense::Closeness(_))))
}

/// Whether something is said of what is named, and nothing is left open.
fn ends_a_wish(before: &[Token]) -> bool {
    let Some(last) = before.last() else { return false };
    let open = is_break(last)
        || is_file(last)
        || matches!(last.meaning, Meaning::Unknown)
        || matches!(last.sense(), Some(Sense::Link(link)) if !matches!(link, Link::After | Link::Before))
        || (is_verb(last) && !last.text.ends_with(['了', '掉']) && !before.iter().any(is_file));
    !open
}
