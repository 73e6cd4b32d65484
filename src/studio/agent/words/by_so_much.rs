//! How much brighter or warmer, where only a number says it: `both of them 10 brighter`, `两个的色调都调暖10`.
//!
//! A number that stands right beside such a word is the amount and no piece of that number, where something else is named that
//! it is of, or where it stands behind it.

use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, is_break, is_file_or_place};

/// Less may be the number of a piece.
const LEAST: f64 = 5.0;
/// There is no more of it.
const MOST: f64 = 100.0;

/// Reads such numbers as shares of a hundred.
pub fn is_told(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Meaning::Number(number) = tokens[at].meaning else { continue };
        if (LEAST..=MOST).contains(&number) && (leads(tokens, at) || ends(tokens, at)) {
            tokens[at].meaning = Meaning::Percent(number);
        }
    }
}

fn is_tone(token: Option<&Token>) -> bool {
    token.is_some_and(|token| matches!(token.sense(), Some(Sense::Tone(_))))
}

/// Something that it may be of.
fn is_named(token: &Token) -> bool {
    is_file_or_place(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Link(Link::It | Link::These | Link::All | Link::The)
                    | Sense::Noun(
                        Noun::Picture | Noun::Clip | Noun::Footage | Noun::Film | Noun::Colour
                    )
            )
        )
}

/// `cubs 10 brighter`, `both 10 warmer`.
fn leads(tokens: &[Token], at: usize) -> bool {
    let counted = |token: &Token| token.text.to_lowercase().ends_with("clip");
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    tokens[at].text.is_ascii()
        && is_tone(tokens.get(at + 1))
        && before.is_some_and(|before| is_named(before) && !counted(before))
}

/// `两个的色调都调暖10`, and nothing behind it that it would count. What has a value as `对比度` is read by itself.
fn ends(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else { return false };
    let has_a_value = before.text.is_ascii() || before.text.ends_with(['度', '温']);
    let over = tokens
        .get(at + 1)
        .is_none_or(|next| matches!(next.sense(), Some(Sense::Break | Sense::Filler)));
    let here = tokens[..at - 1].iter().rev().take_while(|token| !is_break(token));
    let counts = |token: &Token| matches!(token.meaning, Meaning::Number(_));
    let named =
        here.into_iter().any(|token| is_named(token) || counts(token) || is_tone(Some(token)));
    is_tone(Some(before)) && !has_a_value && over && named
}
