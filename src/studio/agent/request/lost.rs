//! `it` of which nothing tells what it is: `whoever filmed the first clip held it upside down, rotate it 180`.
//!
//! Where what was said before it was not understood, it may be anything that was named there. It is not all of the film
//! then: it has to be asked which piece is meant.

use super::super::words::{Clause, Link, Noun, Sense, Token};
use super::read::Reading;
use super::reference::is_it;
use super::within::pieces_meant;
use super::{Pieces, Reference, Which};

/// Makes a wish of everything that says `it` one of a piece, where what `it` means was not understood.
pub fn lost(clauses: &[Clause], mut readings: Vec<Reading>) -> Vec<Reading> {
    let mut told_of_something = false;
    for (clause, reading) in clauses.iter().zip(&mut readings) {
        match reading {
            Reading::Unclear { .. } => told_of_something |= names_a_piece(clause),
            Reading::Understood { requests, .. } if told_of_something && says_it(clause) => {
                for of in requests.iter_mut().filter_map(pieces_meant).filter(|of| of.is_empty()) {
                    of.push(Reference { pieces: Pieces::Any, which: Which::It });
                }
            }
            Reading::Understood { .. } | Reading::Beyond { .. } => {}
        }
    }
    readings
}

fn says_it(clause: &Clause) -> bool {
    let refers = |token: &Token| token.sense() == Some(Sense::Link(Link::It)) && is_it(&token.text);
    clause.tokens.iter().any(refers)
}

/// Something that `it` may be, and that is not the film.
fn names_a_piece(clause: &Clause) -> bool {
    let film = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    !clause.tokens.iter().any(film)
}
