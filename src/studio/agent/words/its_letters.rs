//! The letters of words that were just told: `底部加字幕“买二送一”，字要黄色的`, `add the caption "Two for one", the letters in yellow`.
//!
//! Said by itself `字` is all the words of the film; behind the words that a wish shows it is those.

use super::list::LISTS;
use super::sense::{Lettering, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, piece};

/// `“外孙女的夏天”写错了，是亲孙女，改成“孙女的夏天”`: what is meant by the right words is no place for them.
pub fn what_is_right(tokens: &mut [Token]) {
    let wrong = |token: &Token| LISTS.turns_out_wrong.starts(&token.text);
    let Some(wrong) = tokens.iter().position(wrong) else { return };
    let next = piece(tokens, wrong).end + 1;
    if next >= tokens.len() {
        return;
    }
    let part = piece(tokens, next);
    let is = LISTS.it_really_is.has(&tokens[next].text_small());
    let exact = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_) | Meaning::Time(_) | Meaning::Percent(_))
            || matches!(token.sense(), Some(Sense::Verb(_)))
    };
    let behind = tokens.get(part.end..).unwrap_or_default();
    if is && behind.iter().any(is_quote) && !tokens[part.clone()].iter().any(exact) {
        tokens[part].iter_mut().for_each(says_nothing);
    }
}

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
