//! A complaint, why it is one, and then by how much: `标题字太小，我妈戴着老花镜都看不见，放大到150%`, `the music is too loud,
//! nobody heard the vicar, put it at 20%`.
//!
//! What stands between the two tells only who minds. The amount is of what was complained of, as if nothing stood there.
//! A complaint behind an amount asks for nothing more: `音乐音量30%，现在太吵了`; nor does one of small letters behind how long
//! the piece is seen that they are on: `黑板报延长到7秒，字太小`.

use super::complaint::says_how_much;
use super::idle::is_idle;
use super::list::LISTS;
use super::remark::is_text_noun;
use super::segment::Segment;
use super::sense::{Degree, Noun, Sense};
use super::token::{Meaning, Token, is_verb};

/// So many reasons may stand between a complaint and its amount.
const MOST: usize = 2;

/// Takes out what stands between a complaint and its amount; it comes back as it was.
pub fn brought_together(mut fragments: Vec<Vec<Token>>) -> (Vec<Vec<Token>>, Vec<Vec<Token>>) {
    let mut reasons: Vec<Vec<Token>> = Vec::new();
    let mut place = 0;
    while place + 2 < fragments.len() {
        if let Some(amount) = amount_behind(&fragments, place) {
            reasons.extend(fragments.drain(place + 1..amount));
        }
        place += 1;
    }
    let set = fragments.iter().position(|fragment| sets_loudness(fragment));
    if let Some(set) = set {
        let behind = fragments.split_off(set + 1);
        let (why, kept): (Vec<_>, Vec<_>) = behind.into_iter().partition(|part| is_too_loud(part));
        fragments.extend(kept);
        reasons.extend(why);
    }
    if let Some(held) = held_to_be_read(fragments.iter().map(Vec::as_slice)) {
        let behind = fragments.split_off(held + 1);
        let (why, kept): (Vec<_>, Vec<_>) =
            behind.into_iter().partition(|part| is_hard_to_read(part));
        fragments.extend(kept);
        reasons.extend(why);
    }
    (fragments, reasons)
}

/// `音量30%`.
fn sets_loudness(fragment: &[Token]) -> bool {
    fragment.iter().any(is_share) && fragment.iter().any(is_heard)
}

/// `现在太吵了`, `原来那首太吵`: how loud it is, and nothing that is to be done.
fn is_too_loud(fragment: &[Token]) -> bool {
    let loud = |token: &Token| {
        matches!(token.sense(), Some(Sense::Degree(Degree::Louder | Degree::Quieter)))
            && token.text.starts_with('太')
    };
    let other = |token: &Token| {
        is_verb(token)
            || is_share(token)
            || matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
    };
    fragment.iter().any(loud) && !fragment.iter().any(other)
}

/// Whether the parts of a sentence tell why a piece is held so long.
pub fn is_held_to_be_read(parts: &[Segment]) -> bool {
    held_to_be_read(parts.iter().map(Segment::tokens)).is_some()
}

/// Which part holds a piece, where one behind it tells of letters that are hard to read and none sizes them.
fn held_to_be_read<'a>(parts: impl Iterator<Item = &'a [Token]> + Clone) -> Option<usize> {
    let held = parts.clone().position(holds_a_piece)?;
    let mut behind = parts.clone().skip(held + 1);
    let sizes = parts.flatten().any(is_size);
    (!sizes && behind.any(is_hard_to_read)).then_some(held)
}

/// `hold the board for 7 seconds`: a piece, how long, and no words to show.
fn holds_a_piece(fragment: &[Token]) -> bool {
    let has = |fits: fn(&Token) -> bool| fragment.iter().any(fits);
    has(|token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual()))
        && has(|token| matches!(token.meaning, Meaning::Time(_)))
        && !has(is_text_noun)
        && !has(|token| matches!(token.meaning, Meaning::Quote(_)))
}

/// `放大到150%`: what becomes of the letters.
fn is_size(token: &Token) -> bool {
    let sizes = matches!(token.sense(), Some(Sense::Sizing(_)));
    is_share(token) || (sizes && !LISTS.too_small_to_read.has(&token.text))
}

/// `字太小`, `the writing is too small`: what letters on a picture are like, and nothing that is to be done.
fn is_hard_to_read(fragment: &[Token]) -> bool {
    let letters = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Text));
    let small = |token: &Token| LISTS.too_small_to_read.has(&token.text);
    let other = |token: &Token| {
        is_share(token)
            || matches!(
                token.meaning,
                Meaning::Time(_) | Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Quote(_)
            )
    };
    fragment.iter().any(letters) && fragment.iter().any(small) && !fragment.iter().any(other)
}

fn is_share(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Percent(_) | Meaning::Decibels(_))
}

fn is_heard(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
}

/// Where the amount stands that a complaint is of, behind what only tells something.
fn amount_behind(fragments: &[Vec<Token>], place: usize) -> Option<usize> {
    let last = fragments.len().min(place + MOST + 2);
    (place + 2..last).find(|at| {
        says_how_much(&fragments[place], &fragments[*at])
            && (place + 1..*at).all(|between| is_idle(fragments, between))
    })
}
