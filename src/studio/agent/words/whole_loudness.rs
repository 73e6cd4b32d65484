//! How loud the whole is to be, in the words of the trade: `master it at -16 LUFS`, `EBU R128, -23 LUFS`, `响度归一到-16 LUFS`.
//!
//! A number in LUFS says by itself what is wanted; words that only lead to it are passed over. Where a clip or the
//! music is named beside it, nothing is: only a whole has such a loudness here.

use super::list::LISTS;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece};

/// Passes over what only leads to it.
pub fn whole_loudness(tokens: &mut [Token]) {
    let Some(place) = tokens.iter().position(|token| matches!(token.meaning, Meaning::Loudness(_)))
    else {
        return;
    };
    // What follows it may be told of something else ("台里的标准").
    let here = piece(tokens, place);
    let behind = here.end..tokens.len();
    let leads = |token: &Token| {
        LISTS.loudness_demands.has(&token.text)
            || matches!(
                token.sense(),
                Some(Sense::Break | Sense::Filler | Sense::Verb(_) | Sense::Link(_))
            )
    };
    let end = if tokens[behind].iter().all(leads) { tokens.len() } else { here.end };
    for token in &mut tokens[..end] {
        let demand = LISTS.loudness_demands.has(&token.text);
        if demand || matches!(token.sense(), Some(Sense::Verb(Verb::Show | Verb::Move))) {
            mean(token, Sense::Filler);
        }
    }
    let idle = |token: &Token| {
        is_break(token) || matches!(token.sense(), Some(Sense::Filler | Sense::Link(_)))
    };
    // "EBU R128 loudness, -23 LUFS": one wish.
    for at in 0..place {
        if is_break(&tokens[at]) && tokens[at + 1..place].iter().all(idle) {
            mean(&mut tokens[at], Sense::Filler);
        }
    }
    // "Minus 16 LUFS", "the whole film".
    for token in &mut tokens[..place] {
        if matches!(token.sense(), Some(Sense::Link(Link::Whole)))
            || (token.sense() == Some(Sense::Link(Link::Without))
                && token.text.eq_ignore_ascii_case("minus"))
        {
            mean(token, Sense::Filler);
        }
    }
}
