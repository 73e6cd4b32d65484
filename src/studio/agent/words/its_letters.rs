//! The letters of words that were just told: `底部加字幕“买二送一”，字要黄色的`, `add the caption "Two for one", the letters in yellow`.
//!
//! Said by itself `字` is all the words of the film; behind the words that a wish shows it is those.

use super::sense::{Lettering, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, piece};

/// Reads `the letters` behind quoted words as those, where what they are to look like is told.
pub fn of_the_quoted(tokens: &mut [Token]) {
    let Some(quote) = tokens.iter().position(is_quote) else { return };
    let mut at = piece(tokens, quote).end;
    while at < tokens.len() {
        let part = piece(tokens, at);
        if is_break(&tokens[at]) {
            at += 1;
            continue;
        }
        if let Some(letters) = tells_of_letters(&tokens[part.clone()]) {
            let letters = part.start + letters;
            tokens[part.start..letters].iter_mut().for_each(says_nothing);
            tokens[letters].meaning = Meaning::Known(Sense::Link(Link::It));
        }
        at = part.end.max(at + 1);
    }
}

/// Where the letters stand that a part is of; none where it is of others as well, or of none.
fn tells_of_letters(part: &[Token]) -> Option<usize> {
    let little =
        |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)));
    let first = part.iter().position(|token| !little(token))?;
    let letters = part[first].sense() == Some(Sense::Noun(Noun::Text));
    let other = |token: &Token| {
        is_quote(token)
            || matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Time(_))
            || match token.sense() {
                Some(Sense::Noun(noun)) => noun != Noun::Colour,
                Some(Sense::Verb(verb)) => !matches!(verb, Verb::Use | Verb::Change | Verb::Make),
                _ => false,
            }
    };
    let rest = &part[first + 1..];
    (letters && rest.iter().any(is_looks) && !rest.iter().any(other)).then_some(first)
}

/// What letters can look like.
fn is_looks(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Colour(_))
        || matches!(
            token.sense(),
            Some(
                Sense::Colour(_)
                    | Sense::Sizing(_)
                    | Sense::Degree(_)
                    | Sense::Lettering(
                        Lettering::Bold
                            | Lettering::Italic
                            | Lettering::Outline
                            | Lettering::Shadow
                    )
            )
        )
}

fn is_quote(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
}

fn says_nothing(token: &mut Token) {
    token.meaning = Meaning::Known(Sense::Filler);
}
