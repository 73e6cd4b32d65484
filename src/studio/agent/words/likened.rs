//! What a colour or a look is like, behind it: `make it #ffdd00 like the flags`, `black and white like baden powell took it`.
//!
//! The colour is told exactly, and what it is likened to asks for nothing.

use super::sense::{Look, Sense};
use super::token::{Meaning, Token, is_verb, mean, piece};

/// Leaves out what it is like.
pub fn likened(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let small = tokens[at].text_small();
        let likens = ["like", "just like", "same as", "same colour as", "same color as"];
        if !likens.contains(&small.as_str()) || !is_exact(&tokens[at - 1]) {
            continue;
        }
        let end = piece(tokens, at).end;
        let orders = |token: &Token| {
            is_verb(token)
                || !matches!(
                    token.meaning,
                    Meaning::Known(_) | Meaning::Unknown | Meaning::File(..)
                )
        };
        if !tokens[at + 1..end].iter().any(orders) {
            tokens[at..end].iter_mut().for_each(|token| mean(token, Sense::Filler));
        }
    }
}

fn is_exact(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Colour(_))
        || matches!(
            token.sense(),
            Some(Sense::Colour(_) | Sense::Look(Look::BlackAndWhite | Look::Sepia))
        )
}
