//! How much brighter or warmer, where only a number says it: `both of them 10 brighter`, `两个的色调都调暖10`.
//!
//! A number that stands right beside such a word is the amount and no piece of that number, where something else is named that
//! it is of, or where it stands behind it, be it behind a mark: `shelf a bit warmer, say 15`, `书架暖一点，加15`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, mean};

/// Less may be the number of a piece.
const LEAST: f64 = 5.0;
/// There is no more of it.
const MOST: f64 = 100.0;

/// Reads such numbers as shares of a hundred.
pub fn is_told(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        let Meaning::Number(number) = tokens[at].meaning else { continue };
        if !(LEAST..=MOST).contains(&number) {
            continue;
        }
        let behind = behind_a_mark(tokens, at);
        if behind.is_some() || leads(tokens, at) || ends(tokens, at) {
            tokens[at].meaning = Meaning::Percent(number);
        }
        let between = &mut tokens[behind.unwrap_or(at)..at];
        for token in between.iter_mut().filter(|token| !is_named(token)) {
            mean(token, Sense::Filler);
            // "暗一点，减15": not less dark.
            token.text.clear();
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

/// `shelf a bit warmer, say 15`: where the words begin that stand between what it is of and the number.
fn behind_a_mark(tokens: &[Token], at: usize) -> Option<usize> {
    let adds = |token: &&Token| {
        let known = matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Degree(_)
                    | Sense::Verb(Verb::Add)
                    | Sense::Link(Link::By | Link::Saying)
            )
        );
        known || LISTS.grows_quieter.has(&token.text)
    };
    let light = |token: &&Token| {
        is_named(token)
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Degree(_) | Sense::Link(Link::Off))
            )
    };
    let mark = at - tokens[..at].iter().rev().take_while(adds).count();
    let mark = mark.checked_sub(1).filter(|mark| is_break(&tokens[*mark]))?;
    let first = mark - tokens[..mark].iter().rev().take_while(light).count();
    let over = tokens[at + 1..].iter().find(|token| !light(token)).is_none_or(is_break);
    (over && is_tone(first.checked_sub(1).map(|tone| &tokens[tone]))).then_some(first)
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
