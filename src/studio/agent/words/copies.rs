//! A piece once more, and the place where its copy goes: `duplicate the first picture and put the copy at the end`,
//! `复制一份，放到最后面`.
//!
//! What is placed after a piece was doubled is the copy; where the wish for its place names nothing, it is the
//! copy all the same. What else is done to the copy is done to the later of the two: `duplicate it and make the copy sepia`,
//! `复制一份，副本改黑白`.

use super::aside::is_effect;
use super::clause::names_piece;
use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, mean, piece};

/// Lets words for the copy, and wishes without a name, mean what was doubled.
pub fn copies(tokens: &mut Vec<Token>) {
    let Some(doubled) = tokens.iter().position(doubles) else { return };
    let mut place = doubled + 1;
    while place < tokens.len() {
        if is_the_later(tokens, place) {
            tokens[place].meaning = Meaning::Half { later: true };
        } else if is_the_copy(tokens, place) {
            mean(&mut tokens[place], Sense::Link(Link::It));
            tokens[place].text = "it".to_owned();
        }
        if goes_somewhere(tokens, place, doubled) {
            let span = tokens[place].span.clone();
            let it = Meaning::Known(Sense::Link(Link::It));
            tokens.insert(place + 1, Token { meaning: it, text: "it".into(), span });
            place += 1;
        }
        place += 1;
    }
}

fn doubles(token: &Token) -> bool {
    token.sense() == Some(Sense::Verb(Verb::Duplicate))
}

/// The copy, or `the second one`, where it is to look or play otherwise and goes nowhere.
fn is_the_later(tokens: &[Token], place: usize) -> bool {
    let goes = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Move | Verb::Add)
                    | Sense::Edge(_)
                    | Sense::Link(Link::After | Link::Before)
            )
        )
    };
    let text = tokens[place].text_small();
    let second = tokens[place].meaning == Meaning::Ordinal(2)
        && LISTS.one_of_two.iter().any(|one| text.ends_with(one));
    let part = &tokens[piece(tokens, place)];
    (second || is_the_copy(tokens, place)) && part.iter().any(is_effect) && !part.iter().any(goes)
}

/// `the copy`, `the second copy`.
fn is_the_copy(tokens: &[Token], place: usize) -> bool {
    // Of the Chinese words for it, those with a letter of copying.
    let chinese = tokens[place].sense() == Some(Sense::Link(Link::It))
        && tokens[place].text.contains(['副', '复']);
    chinese
        || LISTS.copies.has(&tokens[place].text)
            && place > 0
            && matches!(tokens[place - 1].sense(), Some(Sense::Link(Link::The) | Sense::Filler))
}

/// `放到最后面`, behind a mark and with nothing that goes there.
fn goes_somewhere(tokens: &[Token], place: usize, doubled: usize) -> bool {
    let here = piece(tokens, place);
    let moves = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Add)));
    let names = |token: &Token| {
        names_piece(token)
            || matches!(token.meaning, Meaning::Quote(_) | Meaning::Files(_))
            || matches!(token.sense(), Some(Sense::Link(Link::It) | Sense::Noun(_)))
    };
    let edge = |token: &Token| matches!(token.sense(), Some(Sense::Edge(Edge::End | Edge::Start)));
    let rest = &tokens[here.clone()];
    here.start > doubled
        && moves(&tokens[place])
        && tokens[doubled..here.start].iter().filter(|token| is_break(token)).count() == 1
        && (rest.iter().any(edge) && !rest.iter().any(names) || is_beside_another(rest))
}

/// `放到对比后面`, `drop it in after the vase`: one other piece is named, and on which side of it.
fn is_beside_another(rest: &[Token]) -> bool {
    let beside =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Before | Link::After)));
    let another = |token: &Token| is_file_or_place(token);
    let light = |token: &Token| {
        another(token)
            || beside(token)
            || matches!(token.sense(), Some(Sense::Verb(_) | Sense::Filler))
            || matches!(token.sense(), Some(Sense::Link(Link::The | Link::At | Link::To)))
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage) | Sense::Break)
            )
    };
    let (Some(side), Some(other)) = (rest.iter().position(beside), rest.iter().position(another))
    else {
        return false;
    };
    // English says the side first, Chinese the other piece.
    (side < other) == rest[side].text.is_ascii()
        && rest.iter().filter(|token| another(token)).count() == 1
        && rest.iter().all(light)
}
