//! A change that is a thing, and no order: `Spec change from the distributor: 4K, 25 fps`, `last-minute edit: mute bikes`.
//!
//! Behind a strange word in front, and before nothing or before whom it is from, such a word is what the message is
//! called. It becomes as strange as the word before it, and the rest is judged as any other remark.

use super::list::LISTS;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, is_break, is_verb};

/// Takes the order out of such words.
pub fn is_a_thing(tokens: &mut [Token]) {
    let filler = |token: &Token| token.sense() == Some(Sense::Filler);
    let Some(first) = tokens.iter().position(|token| !filler(token)) else { return };
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let until = tokens[first..].iter().take_while(|token| strange(token)).count() + first;
    let Some(change) = tokens.get(until).filter(|_| until > first) else { return };
    if !is_verb(change) || !LISTS.changes.has(&change.text_small()) || !is_told(&tokens[until..]) {
        return;
    }
    tokens[until].meaning = Meaning::Unknown;
}

/// Whether nothing follows, or who it is from.
fn is_told(tokens: &[Token]) -> bool {
    let rest: Vec<&Token> = tokens[1..].iter().take_while(|token| !is_break(token)).collect();
    let [from, who @ ..] = rest.as_slice() else { return tokens.len() > 1 };
    let little = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::The | Link::A)));
    matches!(from.sense(), Some(Sense::Link(Link::From | Link::By)))
        && who
            .iter()
            .find(|token| !little(token))
            .is_some_and(|next| next.meaning == Meaning::Unknown)
}
