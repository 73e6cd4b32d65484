//! `把cabin以外的照片串起来`, `全部照片（cabin除外）`: what is left out is named before the word that leaves it out.

use super::list::LISTS;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token, mean, piece};

/// Brings the word to the front of the name, where it stands in other wordings.
pub fn leave_out(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let named = matches!(tokens[at - 1].meaning, Meaning::File(..));
        let outside = LISTS.outside.has(&tokens[at].text);
        let said = at > 1 && tokens[at - 2].sense() == Some(Sense::Link(Link::Except));
        if named && outside && !said {
            tokens[at].meaning = Meaning::Known(Sense::Link(Link::Except));
            tokens.swap(at - 1, at);
        }
        // "除了音乐其他都静音": all the others, which is said already.
        let except = |token: &Token| token.sense() == Some(Sense::Link(Link::Except));
        let here = piece(tokens, at);
        let rest = tokens[at].sense() == Some(Sense::Link(Link::Rest));
        if rest && tokens[here.start..at].iter().any(except) {
            mean(&mut tokens[at], Sense::Filler);
        }
    }
}
