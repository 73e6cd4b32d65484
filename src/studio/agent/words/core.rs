//! So much from the middle: `keep the middle 4 seconds of bikes`, `去掉bikes中间2秒`.
//!
//! Elsewhere the middle is a place on the picture, or what lies between two pieces (`中间2秒叠化`); so it is a part only
//! where something is cut and nothing is laid there.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, piece};

/// Reads such parts.
pub fn cores(tokens: &mut Vec<Token>) {
    for place in (1..tokens.len()).rev() {
        let Meaning::Time(time) = tokens[place].meaning else { continue };
        let light = |token: &Token| {
            matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::Of)))
                || token.text == "的"
        };
        let Some(middle) = tokens[..place].iter().rposition(|token| !light(token)) else {
            continue;
        };
        if !LISTS.middle_of_it.has(&tokens[middle].text_small()) || !is_cut(tokens, place) {
            continue;
        }
        let text = format!("{} {}", tokens[middle].text, tokens[place].text);
        let span = tokens[middle].span.start..tokens[place].span.end;
        tokens.splice(middle..=place, [Token { meaning: Meaning::Core(time), text, span }]);
    }
}

/// Whether something is taken from a piece there, and nothing is put there.
fn is_cut(tokens: &[Token], place: usize) -> bool {
    let here = &tokens[piece(tokens, place)];
    let cuts = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Remove | Verb::Trim | Verb::Keep | Verb::Use)
                    | Sense::Link(Link::Only)
            )
        )
    };
    let lays = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Transition(_)
                        | Sense::Noun(Noun::Transition | Noun::Title | Noun::Caption | Noun::Text)
                )
            )
    };
    // "剪成中间4秒".
    let becomes = |token: &Token| {
        token.sense() == Some(Sense::Verb(Verb::Change))
            && token.text.starts_with(['剪', '裁', '缩'])
    };
    here.iter().any(|token| cuts(token) || becomes(token)) && !here.iter().any(lays)
}
