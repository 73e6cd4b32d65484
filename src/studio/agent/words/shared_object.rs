//! Two orders with one object: `rotate and brighten the shelf`. The first says nothing of what it is of, and would be done to
//! every piece.

use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, piece, says};

/// Writes the object behind the first order as well.
pub fn shared_objects(tokens: &mut Vec<Token>) {
    for mark in (1..tokens.len().saturating_sub(1)).rev() {
        if !says(&tokens[mark], &["and", "&", "n"]) || !is_break(&tokens[mark]) {
            continue;
        }
        let (first, second) = (piece(tokens, mark - 1), piece(tokens, mark + 1));
        if is_bare_order(&tokens[first])
            && let Some(object) = object(&tokens[second])
        {
            tokens.splice(mark..mark, object);
        }
    }
}

/// An order for pieces that names nothing.
fn is_bare_order(tokens: &[Token]) -> bool {
    let orders = |token: &&Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Rotate | Verb::Mute | Verb::Reverse | Verb::Freeze)
                    | Sense::Tone(_)
                    | Sense::Look(_)
            )
        )
    };
    let mut telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
    telling.next().filter(orders).is_some() && telling.next().is_none()
}

/// What the second order is of, where that is one piece right behind its verb.
fn object(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut telling = tokens.iter().filter(|token| token.sense() != Some(Sense::Filler));
    let verb = telling.next()?;
    let orders = matches!(verb.sense(), Some(Sense::Verb(_) | Sense::Tone(_) | Sense::Look(_)));
    let object: Vec<Token> = telling
        .take_while(|token| {
            is_file_or_place(token) || token.sense() == Some(Sense::Link(Link::The))
        })
        .cloned()
        .collect();
    let named = object.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    (orders && named).then_some(object)
}
