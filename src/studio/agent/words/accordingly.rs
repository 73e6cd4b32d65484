//! An amount that a remark tells, and that the wish behind it is of: `The broadcaster asks for -23 LUFS, so please
//! normalise the loudness accordingly`, `平台只给15秒，请压到这个长度`.
//!
//! A wish that says `accordingly` or `to that` has the amount put into it, where one amount was told.

use super::idle::{is_said_in, text};
use super::list::LISTS;
use super::remark::said;
use super::sense::Sense;
use super::token::{Meaning, Token};

/// The one amount that a part tells.
pub fn amount_told(part: &[Token]) -> Option<&Token> {
    let amount = |token: &&Token| {
        matches!(
            token.meaning,
            Meaning::Time(_)
                | Meaning::Percent(_)
                | Meaning::Loudness(_)
                | Meaning::Rate(_)
                | Meaning::Ratio(..)
        ) || matches!(token.sense(), Some(Sense::Resolution(_) | Sense::Shape(_)))
    };
    let other = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Quote(_)
                | Meaning::Range(..)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Number(_)
        )
    };
    let mut amounts = said(part).filter(amount);
    let first = amounts.next();
    first.filter(|_| amounts.next().is_none() && !said(part).any(other))
}

/// Whether a part is of an amount that was told before it.
pub fn is_of_an_amount(part: &[Token]) -> bool {
    let text = text(part);
    LISTS.accordingly.iter().any(|word| is_said_in(&text, word))
}

/// The wish with the amount in it: `to -23 LUFS` in place of `accordingly`, `压到15秒` of `压到这个长度`.
pub fn with_the_amount(wish: &str, amount: &str) -> Option<String> {
    let small = wish.to_lowercase();
    let found = LISTS.accordingly.iter().filter(|word| small.contains(word));
    let word = found.max_by_key(|word| word.len())?;
    // Small letters may be longer than large ones.
    let at = small.find(word).filter(|_| small.len() == wish.len())?;
    let (before, after) = (wish.get(..at)?, wish.get(at + word.len()..)?);
    let lead =
        if word.is_ascii() { "to ".to_owned() } else { word.chars().next().into_iter().collect() };
    Some(format!("{before}{lead}{amount}{after}"))
}
