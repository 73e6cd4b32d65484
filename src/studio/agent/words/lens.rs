//! The camera by its name: `采茶那张加个镜头慢慢推近的感觉`, `have the camera push in slowly on the hill`. In Chinese it is
//! the word for a shot; beside a move of the camera it names none, or all of them would move.

use super::list::LISTS;
use super::sense::{Link, Sense};
use super::token::{Token, mean, piece};

/// Passes over the camera where its move is told.
pub fn lenses(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        if !LISTS.cameras.has(&tokens[place].text) {
            continue;
        }
        let here = piece(tokens, place);
        let slow = tokens[here.clone()].iter().any(|token| LISTS.slowly.has(&token.text));
        let moves = |token: &&Token| match token.sense() {
            Some(Sense::Camera(_)) => true,
            Some(Sense::Closeness(_)) => slow,
            _ => false,
        };
        let light = |token: &&Token| {
            matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
                || LISTS.slowly.has(&token.text)
        };
        let behind = tokens[place + 1..here.end].iter().find(|token| !light(token));
        let before = tokens[here.start..place].iter().rev().find(|token| !light(token));
        if behind.filter(moves).is_some() || before.filter(moves).is_some() {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}
