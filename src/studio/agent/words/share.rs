//! One word for several things: `no transitions or music`, `转场和音乐都不要`.

use super::denied::is_thing;
use super::list::{LISTS, List};
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token};

/// Gives each of the things the word that is said once before or behind all of them.
pub fn share(mut fragments: Vec<Vec<Token>>) -> Vec<Vec<Token>> {
    for place in 1..fragments.len() {
        if let Some(without) = denied(&fragments[place - 1])
            && (says(&fragments[place], &LISTS.no_more_of)
                || (!without.text.is_ascii() && says(&fragments[place], &LISTS.and_as_well)))
            && is_bare(&fragments[place])
            && !fragments[place].iter().any(is_taking)
        {
            let leading = leading(&fragments[place]);
            fragments[place].insert(leading, without);
        }
    }
    for place in (1..fragments.len()).rev() {
        if let Some(verb) = taken_away(&fragments[place])
            && says(&fragments[place], &LISTS.and_as_well)
            && is_bare(&fragments[place - 1])
            && !fragments[place - 1].iter().any(is_taking)
        {
            let leading = leading(&fragments[place - 1]);
            fragments[place - 1].insert(leading, verb);
        }
    }
    fragments
}

fn leading(fragment: &[Token]) -> usize {
    fragment.iter().take_while(|token| token.sense() == Some(Sense::Break)).count()
}

fn says(fragment: &[Token], words: &List) -> bool {
    fragment[..leading(fragment)].iter().any(|token| words.has(&token.text))
}

fn is_taking(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Link(Link::Without) | Sense::Verb(Verb::Remove)))
}

/// `no transitions`: the word for it, where that is what the piece begins with.
fn denied(fragment: &[Token]) -> Option<Token> {
    let mut telling = fragment
        .iter()
        .filter(|token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler)));
    let first = telling.next()?;
    (first.sense() == Some(Sense::Link(Link::Without)) && telling.any(is_thing))
        .then(|| first.clone())
}

/// `音乐都不要`: the word that stands last.
fn taken_away(fragment: &[Token]) -> Option<Token> {
    let last = fragment.iter().rev().find(|token| token.sense() != Some(Sense::Filler))?;
    (is_taking(last) && fragment.iter().any(is_thing)).then(|| last.clone())
}

/// Things, and nothing that says what is to become of them.
fn is_bare(fragment: &[Token]) -> bool {
    fragment.iter().any(is_thing)
        && fragment.iter().all(|token| {
            is_thing(token)
                || is_taking(token)
                || matches!(
                    token.sense(),
                    Some(Sense::Break | Sense::Filler | Sense::Link(Link::The | Link::A))
                )
                || (matches!(token.sense(), Some(Sense::Mood(_)))
                    && token.meaning != Meaning::Unknown)
        })
}
