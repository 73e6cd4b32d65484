//! What a wish is for, told right behind it without a mark: `bin the harbour its all blurry`, `lose the kiln it's so dark`.
//!
//! Read as one, the wish would be of the look that is only told of (the blur of the harbour is to go). Where somebody or
//! something is told of by `its` and the like, and nothing leads up to it, a mark is put before it. In Chinese a space stands
//! for one between an amount and what is told of it (`bikes加速到2倍 太长了没人看`, `音量30% 原来那首太吵`).

use super::list::LISTS;
use super::sense::Sense;
use super::token::{Meaning, Token, is_break, is_verb};
use super::unmarked::{leans_on, names_what_it_has};

/// Puts the mark where it was left out.
pub fn marked(tokens: &mut Vec<Token>) {
    for at in (1..tokens.len()).rev() {
        if is_told_in_chinese(&tokens[at - 1], &tokens[at]) {
            let mark = tokens[at].beside(Sense::Break, "，");
            tokens.insert(at, mark);
            continue;
        }
        let text = tokens[at].text_small();
        let first = text.split_whitespace().next().unwrap_or_default();
        let before = &tokens[at - 1];
        let whole = matches!(before.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(before.sense(), Some(Sense::Noun(_)));
        if LISTS.tells_of.has(first)
            && whole
            && !is_break(before)
            && !leans_on(before)
            && !names_what_it_has(&tokens[at + 1..])
            && tokens[..at].iter().any(is_verb)
        {
            let mark = tokens[at].beside(Sense::Break, ",");
            tokens.insert(at, mark);
        }
    }
}

/// What begins to tell something, a space behind an amount.
fn is_told_in_chinese(amount: &Token, next: &Token) -> bool {
    let exact = matches!(
        amount.meaning,
        Meaning::Percent(_)
            | Meaning::Speed(_)
            | Meaning::Time(_)
            | Meaning::Decibels(_)
            | Meaning::Degrees(_)
    ) || matches!(amount.sense(), Some(Sense::Pace(_)))
        || amount.text.ends_with('倍');
    let tells = LISTS.tells_why.starts(&next.text)
        || LISTS.somebody.iter().any(|who| !who.is_ascii() && next.text.starts_with(who));
    exact && next.span.start > amount.span.end && tells
}
