//! `lift the second shot and leave the gap`, `第二段删掉，空着别补`: what goes leaves its time empty.
//!
//! That the time stays is a phrase of its own, which a rule finds (`by_rule`) wherever it is said behind the wish.

use super::list::LISTS;
use super::sense::{Sense, Tone, Verb};
use super::token::{Token, mean};

/// The word for a piece that goes and leaves its time empty.
pub const LIFTS: &str = "lift";

/// What becomes of a phrase that says that the time stays empty.
pub const STAYS: &str = "leave the gap";

/// Says it by one word.
pub fn gaps(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        if tokens[place].text != STAYS {
            continue;
        }
        let takes = |token: &Token| {
            token.sense() == Some(Sense::Verb(Verb::Remove))
                || token.sense() == Some(Sense::Verb(Verb::Trim))
                || (token.sense() == Some(Sense::Tone(Tone::Brighter))
                    && LISTS.lifts.has(&token.text))
        };
        let Some(verb) = tokens[..place].iter().rposition(takes) else { continue };
        mean(&mut tokens[verb], Sense::Verb(Verb::Remove));
        LIFTS.clone_into(&mut tokens[verb].text);
    }
}
