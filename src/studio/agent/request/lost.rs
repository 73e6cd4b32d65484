//! `it` of which nothing tells what it is: `whoever filmed the first clip held it upside down, rotate it 180`.
//!
//! Where what was said before it was not understood, it may be anything that was named there. It is not all of the film
//! then: it has to be asked which piece is meant.

use super::super::words::{Clause, Link, Meaning, Noun, Sense, Token};
use super::read::{Reading, Topic};
use super::reference::is_it;
use super::within::pieces_meant;
use super::{Pieces, Reference, Request, Which};

/// Makes a wish of everything that says `it` one of a piece, where what `it` means was not understood; and one for all,
/// where what all of them are was not understood, none at all.
pub fn lost(clauses: &[Clause], mut readings: Vec<Reading>) -> Vec<Reading> {
    let (mut told_of_something, mut told_of_another) = (false, false);
    for (clause, reading) in clauses.iter().zip(&mut readings) {
        match reading {
            Reading::Unclear { .. } => {
                told_of_something |= names_a_piece(clause);
                told_of_another |= clause.tokens.iter().any(lies_on_pieces);
            }
            // "叠化…，全都改成2秒": said of what was not understood, and not of every piece.
            Reading::Understood { requests, .. }
                if told_of_another
                    && requests.iter().any(is_of_every_piece)
                    && !clause.tokens.iter().any(names_pieces) =>
            {
                *reading = Reading::Unclear { words: Vec::new(), topic: Topic::Cut, wish: true };
            }
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

/// What is done to every piece, or takes every piece away.
fn is_of_every_piece(request: &Request) -> bool {
    match request {
        Request::EachLasts { .. } | Request::FitFilm { .. } | Request::TrimFilm { .. } => true,
        Request::Remove(named) => named.iter().any(|of| of.which == Which::All),
        _ => false,
    }
}

fn names_pieces(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
        || matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Picture | Noun::Clip | Noun::Footage | Noun::File | Noun::Film | Noun::Promo
            ))
        )
}

/// What may be meant by a word for all, and is no piece.
fn lies_on_pieces(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Transition(_)
                | Sense::Look(_)
                | Sense::Camera(_)
                | Sense::Noun(
                    Noun::Transition
                        | Noun::Music
                        | Noun::Sound
                        | Noun::Title
                        | Noun::Caption
                        | Noun::Heading
                        | Noun::Text
                        | Noun::Inset
                        | Noun::Effects
                )
        )
    )
}

/// Something that `it` may be, and that is not the film.
fn names_a_piece(clause: &Clause) -> bool {
    let film = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    !clause.tokens.iter().any(film)
}
