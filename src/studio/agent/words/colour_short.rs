//! A colour in one letter behind what changes to it: `颜色改蓝`, `标题换成金`. By itself the letter may be part of any word.

use super::lexicon::sense_at;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// Reads such letters as the colours.
pub fn behind_a_change(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let changes = matches!(
            tokens[at - 1].sense(),
            Some(
                Sense::Verb(Verb::Change | Verb::Make)
                    | Sense::Link(Link::To)
                    | Sense::Noun(Noun::Colour)
            )
        );
        if changes
            && tokens[at].meaning == Meaning::Unknown
            && let Some(colour) = colour(&tokens[at].text)
        {
            tokens[at].meaning = Meaning::Known(colour);
        }
    }
}

/// `蓝` for `蓝色`.
fn colour(text: &str) -> Option<Sense> {
    let written: Vec<char> = text.chars().chain(['色']).collect();
    let (sense, length) = sense_at(&written, 0)?;
    (matches!(sense, Sense::Colour(_)) && length == written.len()).then_some(sense)
}
