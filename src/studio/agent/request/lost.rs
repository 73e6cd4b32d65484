//! `it` of which nothing tells what it is: `whoever filmed the first clip held it upside down, rotate it 180`.
//!
//! Where what was said before it was not understood, it may be anything that was named there. It is not all of the film
//! then: it has to be asked which piece is meant.

use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Token, Verb};
use super::read::{Reading, Topic};
use super::reference::is_it;
use super::within::pieces_meant;
use super::{Pieces, Reference, Request, Which};

/// Makes a wish of everything that says `it` one of a piece, where what `it` means was not understood; and one for all,
/// where what all of them are was not understood, none at all.
pub fn lost(clauses: &[Clause], mut readings: Vec<Reading>) -> Vec<Reading> {
    let (mut told_of_something, mut told_of_another, mut told) = (false, false, false);
    let (mut taken_off, mut of_a_seam) = (false, false);
    for (place, pair) in clauses.windows(2).enumerate() {
        if is_half_of_a_pair(&readings[place], &pair[1]) {
            readings[place] = unclear();
        }
        if is_between_one(&pair[0], &pair[1]) {
            readings[place] = unclear();
            readings[place + 1] = unclear();
        }
    }
    for (clause, reading) in clauses.iter().zip(&mut readings) {
        let names = clause.tokens.iter().any(names_pieces);
        match reading {
            Reading::Unclear { .. } | Reading::Beyond { .. } => {
                told_of_something |= !names_the_film(clause);
                told_of_another |= clause.tokens.iter().any(lies_on_pieces);
                told |= !names;
            }
            // "I would rather not have any titles, remove all of them": said twice.
            Reading::Understood { requests, .. }
                if taken_off && !names && requests.iter().any(takes_all_away) =>
            {
                requests.retain(|request| !takes_all_away(request));
            }
            Reading::Understood { requests, .. }
                if of_a_seam && !names && requests.iter().any(lasts_everywhere) =>
            {
                *reading = unclear();
            }
            // "叠化…，全都改成2秒": said of what was not understood, and not of every piece.
            Reading::Understood { requests, .. }
                if !names
                    && (told_of_another && requests.iter().any(lasts_everywhere)
                        || told && requests.iter().any(takes_all_away)) =>
            {
                *reading = unclear();
            }
            Reading::Understood { requests, .. } if told_of_something && says_it(clause) => {
                for of in requests.iter_mut().filter_map(pieces_meant).filter(|of| of.is_empty()) {
                    of.push(Reference { pieces: Pieces::Any, which: Which::It });
                }
            }
            Reading::Understood { .. } => {}
        }
        let without = |token: &Token| token.sense() == Some(Sense::Link(Link::Without));
        taken_off = !names && clause.tokens.iter().any(without);
        of_a_seam = !names && tells_of_a_seam(clause);
    }
    readings
}

/// `只留它自己的2秒到6秒`: of what was spoken of, and not of the film.
pub fn of_its_own(clauses: &[Clause], mut readings: Vec<Reading>) -> Vec<Reading> {
    if clauses.iter().any(names_the_film) {
        return readings;
    }
    let own = |token: &Token| LISTS.parts_of_it.has(&token.text_small());
    for (clause, reading) in clauses.iter().zip(&mut readings) {
        let Reading::Understood { requests, .. } = reading else { continue };
        if !clause.tokens.iter().any(own) {
            continue;
        }
        for request in requests {
            if let Request::Cut { of, .. } | Request::Keep { of, .. } = request {
                of.get_or_insert(Reference { pieces: Pieces::Any, which: Which::It });
            }
        }
    }
    readings
}

/// `both dissolves run long, …`, `the fade in drags, …`: what is shortened behind it is not the film.
fn tells_of_a_seam(clause: &Clause) -> bool {
    let seam = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Transition(_)
                    | Sense::Noun(Noun::Transition | Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)
            )
        )
    };
    let orders =
        |token: &Token| matches!(token.sense(), Some(Sense::Verb(verb)) if verb != Verb::Show);
    clause.tokens.iter().any(seam) && !clause.tokens.iter().any(orders)
}

/// `去掉数据和…之间的转场`: what lies between two is taken away, and not the first of them, whatever the other is.
fn is_half_of_a_pair(reading: &Reading, next: &Clause) -> bool {
    let Reading::Understood { requests, .. } = reading else { return false };
    // The verb of the first is said again before it.
    let joins = next.tokens.iter().take(2).any(|token| LISTS.and_between.has(&token.text));
    let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    joins
        && next.tokens.iter().any(between)
        && requests.iter().any(|request| matches!(request, Request::Remove(_)))
}

/// `take the crossfade between porch and kitchen out`: the second of the two is not what goes.
fn is_between_one(clause: &Clause, next: &Clause) -> bool {
    let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let behind = clause.tokens.iter().skip_while(|token| !between(token));
    let one = behind.filter(|token| piece(token)).count() == 1;
    let first = next.tokens.iter().find(|token| {
        !matches!(token.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(Link::The)))
    });
    let joins = next.tokens.iter().take(1).any(|token| LISTS.and_between.has(&token.text));
    one && joins && first.is_some_and(piece)
}

/// The same behind what was passed over as a remark of something else: `the captions bother me, all 2 seconds`. A wish for
/// all of them that names no pieces may be of what the remark is of.
pub fn after_a_remark(clauses: &[Clause], remark: &[Clause], readings: &mut [Reading]) {
    let said = |fits: fn(&Token) -> bool, clauses: &[Clause]| {
        clauses.iter().any(|clause| clause.tokens.iter().any(fits))
    };
    if said(names_pieces, clauses) || said(names_pieces, remark) {
        return;
    }
    let of_another = said(lies_on_pieces, remark);
    for reading in readings {
        if let Reading::Understood { requests, .. } = reading
            && (requests.iter().any(takes_all_away)
                || of_another && requests.iter().any(lasts_everywhere))
        {
            *reading = unclear();
        }
    }
}

fn unclear() -> Reading {
    Reading::Unclear { words: Vec::new(), topic: Topic::Cut, wish: true }
}

fn says_it(clause: &Clause) -> bool {
    let refers = |token: &Token| token.sense() == Some(Sense::Link(Link::It)) && is_it(&token.text);
    clause.tokens.iter().any(refers)
}

fn lasts_everywhere(request: &Request) -> bool {
    matches!(
        request,
        Request::EachLasts { .. } | Request::FitFilm { .. } | Request::TrimFilm { .. }
    )
}

fn takes_all_away(request: &Request) -> bool {
    let all = |of: &Reference| {
        of.pieces == Pieces::Any && matches!(of.which, Which::All | Which::Count(_) | Which::Only)
    };
    matches!(request, Request::Remove(named) if named.iter().any(all))
}

/// A word for pieces, or for all there is.
fn names_pieces(token: &Token) -> bool {
    if is_logo(token) {
        return false;
    }
    matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
        || matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Picture | Noun::Clip | Noun::Footage | Noun::File | Noun::Film | Noun::Promo
            ))
        )
        || (token.sense() == Some(Sense::Link(Link::Each)) && !token.text.is_ascii())
        || LISTS.everything.has(&token.text)
}

/// What may be meant by a word for all, and is no piece.
fn lies_on_pieces(token: &Token) -> bool {
    is_logo(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Transition(_)
                    | Sense::Look(_)
                    | Sense::Camera(_)
                    | Sense::Noun(
                        Noun::Transition
                            | Noun::FadeIn
                            | Noun::FadeOut
                            | Noun::FadeBoth
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

/// Then `it` is the film.
fn names_the_film(clause: &Clause) -> bool {
    let film = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    clause.tokens.iter().any(film)
}

/// `the logo`, which lies over the pieces.
fn is_logo(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Picture))
        && LISTS.logos.starts(&token.text.to_lowercase())
}
