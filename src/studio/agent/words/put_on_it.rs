//! Words and the piece that they are put on: `add a caption "Hi" and put it on bikes`, `字幕“你好”，放在bikes上面`.
//!
//! `It` is the words there, not the piece, and `上面` behind a piece is that piece, not the top of the picture.

use std::ops::Range;

use super::choice::is_kind;
use super::goes_on::is_chinese;
use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, mean, piece, says};

/// Takes such wishes for one.
pub fn put_on_it(tokens: &mut [Token]) {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    if !tokens.iter().any(quoted) {
        return;
    }
    for mark in 1..tokens.len().saturating_sub(1) {
        if !is_break(&tokens[mark]) {
            continue;
        }
        let (words, puts) = (piece(tokens, mark - 1), piece(tokens, mark + 1));
        if tokens[words.clone()].iter().any(quoted)
            && !tokens[words].iter().any(is_file_or_place)
            && puts_it_on(&tokens[puts.clone()])
        {
            joins(tokens, mark, puts);
        }
    }
    for quote in 1..tokens.len() {
        if quoted(&tokens[quote]) {
            given_to_a_piece(tokens, quote);
        }
    }
    for place in 1..tokens.len() {
        let here = piece(tokens, place);
        if tokens[here].iter().any(quoted) && is_on_a_piece(tokens, place) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `give the dog the caption "B"`: one of its own, and not the one that another piece has.
fn given_to_a_piece(tokens: &mut [Token], quote: usize) {
    let here = piece(tokens, quote);
    let before = &tokens[here.start..quote];
    let gives = before.iter().position(|token| says(token, &["give", "gives", "get", "gets"]));
    let noun = before.iter().rposition(|token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Caption | Noun::Title | Noun::Text)))
    });
    let (Some(gives), Some(noun)) = (gives, noun) else { return };
    let the =
        noun.checked_sub(1).filter(|the| before[*the].sense() == Some(Sense::Link(Link::The)));
    let Some(the) = the.filter(|the| gives < *the) else { return };
    if before[gives..the].iter().any(is_file_or_place) {
        mean(&mut tokens[here.start + the], Sense::Link(Link::A));
    }
}

fn is_put(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Move | Verb::Show | Verb::Keep)))
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
}

fn says_on(token: &Token) -> bool {
    LISTS.on_the_picture.has(&token.text)
        || matches!(token.sense(), Some(Sense::Link(Link::At | Link::Over)))
}

/// `put it on bikes`, `放在bikes上面`: one piece, and nothing else that is told.
fn puts_it_on(tokens: &[Token]) -> bool {
    let mut telling = tokens.iter().filter(|token| !is_light(token));
    if !telling.next().is_some_and(is_put) {
        return false;
    }
    let rest: Vec<&Token> = telling.collect();
    let it = |token: &Token| token.sense() == Some(Sense::Link(Link::It));
    let pieces = rest.iter().filter(|token| is_file_or_place(token)).count();
    let points = is_chinese(tokens) || rest.iter().any(|token| it(token));
    let on = is_chinese(tokens) || rest.iter().any(|token| says_on(token));
    pieces == 1
        && points
        && on
        && rest
            .iter()
            .all(|token| it(token) || is_file_or_place(token) || says_on(token) || is_kind(token))
}

fn joins(tokens: &mut [Token], mark: usize, puts: Range<usize>) {
    mean(&mut tokens[mark], Sense::Filler);
    for place in puts {
        let idle = is_put(&tokens[place]) || tokens[place].sense() == Some(Sense::Link(Link::It));
        if idle || LISTS.on_the_picture.has(&tokens[place].text) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `在bikes那段上面加字幕`.
fn is_on_a_piece(tokens: &[Token], place: usize) -> bool {
    LISTS.on_the_picture.has(&tokens[place].text)
        && tokens[..place].iter().rev().find(|token| !is_light(token)).is_some_and(is_file_or_place)
}
