//! A film told piece by piece, with so much of each: `先上海边.mp4的前6秒，再接bikes.mp4的前4秒，最后放合影5秒`, `first show skull
//! for 2 seconds, then play all of bikes`. Only the pieces and how much of each are kept, in their order.

use std::ops::Range;

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, piece, says};

/// Leaves out the words that only lead from one piece to the next.
pub fn rows_of_parts(tokens: &mut Vec<Token>) {
    let mut from = 0;
    while from < tokens.len() {
        let run = run(tokens, from);
        let Some((last, row)) = run.last().zip(as_row(tokens, &run)) else {
            from = piece(tokens, from).end + 1;
            continue;
        };
        let (start, end) = (run[0].start, last.end);
        let length = row.len();
        tokens.splice(start..end, row);
        from = start + length + 1;
    }
}

/// The pieces of the sentence from a place on that each tell of one file and of how much of it.
fn run(tokens: &[Token], from: usize) -> Vec<Range<usize>> {
    let mut run = Vec::new();
    let mut at = from;
    while at < tokens.len() {
        let here = piece(tokens, at);
        if here.is_empty() {
            at += 1;
            continue;
        }
        if !is_entry(&tokens[here.clone()]) {
            break;
        }
        at = here.end + 1;
        run.push(here);
    }
    run
}

fn is_entry(entry: &[Token]) -> bool {
    let files = entry.iter().filter(|token| is_visual(token)).count();
    let measures = entry.iter().filter(|token| is_measure(token)).count();
    files == 1 && measures < 2 && entry.iter().all(|token| is_kept(token) || is_light(token))
}

fn is_visual(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
}

fn is_measure(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..)
    )
}

fn is_kept(token: &Token) -> bool {
    is_visual(token) || is_measure(token)
}

/// Words that lead to a piece, show it, or say that it is whole.
fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Filler
                | Sense::Link(
                    Link::FirstComes
                        | Link::LastComes
                        | Link::The
                        | Link::Of
                        | Link::For
                        | Link::At
                        | Link::Whole
                        | Link::It
                )
                | Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)
                | Sense::Verb(Verb::Show | Verb::Move | Verb::Add | Verb::Use | Verb::Join)
        )
    ) || is_whole(token)
        || says(token, &["先", "首先", "first", "最后", "上", "来"])
}

fn is_whole(token: &Token) -> bool {
    LISTS.all_of_it.has(&token.text)
}

/// The row as it is told plainly. `None` where it is no row of a film, or is plain already.
fn as_row(tokens: &[Token], run: &[Range<usize>]) -> Option<Vec<Token>> {
    let (first, last) = (run.first()?, run.last()?);
    let begins = tokens[first.clone()].iter().any(|token| {
        token.sense() == Some(Sense::Link(Link::FirstComes)) || says(token, &["先", "首先"])
    });
    let makes = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Make | Verb::Join) | Sense::Noun(Noun::Promo))
        )
    };
    let made = tokens[..first.start].iter().any(makes)
        && tokens[..first.start].iter().any(|token| {
            matches!(
                token.sense(),
                Some(
                    Sense::Noun(Noun::Film | Noun::Promo)
                        | Sense::Verb(Verb::Join)
                        | Sense::Link(Link::A)
                )
            )
        });
    let measured = tokens[first.start..last.end].iter().any(is_measure);
    let leads = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(_) | Sense::Link(Link::FirstComes | Link::Whole)))
            || is_whole(token)
            || LISTS.in_a_row.has(&token.text)
    };
    let told = tokens[first.start..last.end].iter().any(leads);
    if run.len() < 2 || !(begins || made) || !measured || !told {
        return None;
    }
    let then = tokens[first.start].beside(Sense::Break, "然后");
    let mut row = Vec::new();
    for (nth, entry) in run.iter().enumerate() {
        row.extend((nth > 0).then(|| then.clone()));
        let kept = tokens[entry.clone()].iter().filter(|token| is_kept(token)).cloned();
        let mut kept: Vec<Token> = kept.collect();
        kept.sort_by_key(|token| !is_visual(token));
        row.extend(kept);
    }
    Some(row)
}
