//! `lift the second shot and leave the gap`, `第二段删掉，空着别补`: what goes leaves its time empty.

use super::list::LISTS;
use super::sense::{Sense, Tone, Verb};
use super::token::{Token, mean, piece};

/// The word for a piece that goes and leaves its time empty.
pub const LIFTS: &str = "lift";

/// Says it by one word.
pub fn gaps(tokens: &mut [Token]) {
    let mut from = 0;
    while from < tokens.len() {
        let here = piece(tokens, from);
        from = here.end + 1;
        let words = |between: &str| {
            let said = tokens[here.clone()].iter().map(|token| token.text.to_lowercase());
            said.collect::<Vec<_>>().join(between)
        };
        if !(LISTS.leaves_gap.is_within(&words(" ")) || LISTS.leaves_gap.is_within(&words(""))) {
            continue;
        }
        let Some(before) = here.start.checked_sub(1).map(|mark| piece(tokens, mark)) else {
            continue;
        };
        let takes = |token: &Token| {
            token.sense() == Some(Sense::Verb(Verb::Remove))
                || (token.sense() == Some(Sense::Tone(Tone::Brighter))
                    && LISTS.lifts.has(&token.text))
        };
        let Some(verb) = tokens[before.clone()].iter().position(takes) else { continue };
        let verb = &mut tokens[before.start + verb];
        mean(verb, Sense::Verb(Verb::Remove));
        LIFTS.clone_into(&mut verb.text);
        tokens[here].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}
