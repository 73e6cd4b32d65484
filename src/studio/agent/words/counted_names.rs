//! How many there are, said beside their names: `接亲和敬酒两张加棕褐色`, `street and ring这两段`, `the two pictures kiln and mugs`.
//!
//! The number is of those that were just named, and no second piece, nor so many others.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break};

/// Takes the number away, where so many are named.
pub fn named_already(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        let numbered = numbered_and_named(tokens, place).then_some(place + 1);
        if let Some(end) =
            counted_behind(tokens, place).or_else(|| counted_before(tokens, place)).or(numbered)
        {
            tokens.drain(place..end);
        } else {
            place += 1;
        }
    }
}

fn is_picture_or_clip(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
}

fn joins(token: &Token) -> bool {
    LISTS.joins_names.has(&token.text) || (is_break(token) && LISTS.and_between.has(&token.text))
}

/// `两张`, `2`: so many, if a token says that.
fn count(token: &Token) -> Option<usize> {
    let Meaning::Number(number) = token.meaning else { return None };
    (2..10_u32).find(|count| (f64::from(*count) - number).abs() < 0.001).map(|count| count as usize)
}

fn is_kind(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
}

/// `接亲和敬酒这两张照片`: where the words for the number end.
fn counted_behind(tokens: &[Token], place: usize) -> Option<usize> {
    let points =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::The | Link::These)));
    let number = if points(&tokens[place]) { place + 1 } else { place };
    let counted = tokens.get(number).filter(|token| !token.text.is_ascii())?;
    let many = count(counted)?;
    let counts = LISTS.counts_pieces.iter().any(|word| counted.text.ends_with(word));
    let end = number + 1;
    let kind = tokens.get(end).is_some_and(is_kind);
    // "接亲和敬酒两秒" is no number of pieces.
    if !(counts || kind) || named_before(tokens, place) != many {
        return None;
    }
    Some(end + usize::from(kind))
}

/// `第一张小区.jpg换成客厅.jpg`: by its number and its name at once, where no other number tells of an order.
fn numbered_and_named(tokens: &[Token], place: usize) -> bool {
    let number = |token: &Token| matches!(token.meaning, Meaning::Ordinal(_));
    let touches = tokens
        .get(place + 1)
        .is_some_and(|next| is_picture_or_clip(next) && next.span.start == tokens[place].span.end);
    let counter = LISTS.counts_pieces.iter().any(|word| tokens[place].text.ends_with(word));
    let orders = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(
                Verb::Change
                    | Verb::Swap
                    | Verb::Trim
                    | Verb::Remove
                    | Verb::Duplicate
                    | Verb::Mute
            ))
        )
    };
    let before = tokens[..place].iter().all(|token| token.sense() == Some(Sense::Filler));
    number(&tokens[place])
        && touches
        && counter
        && before
        && tokens[place + 2..].iter().any(orders)
        && tokens.iter().filter(|token| number(token)).count() == 1
}

/// How many names stand in a row right before a place.
fn named_before(tokens: &[Token], place: usize) -> usize {
    let mut named = 0;
    let mut at = place;
    while at > 0 && is_picture_or_clip(&tokens[at - 1]) {
        named += 1;
        at -= 1;
        if at > 0 && (joins(&tokens[at - 1]) || tokens[at - 1].text == "、") {
            at -= 1;
        }
    }
    named
}

/// `the two pictures kiln and mugs`.
fn counted_before(tokens: &[Token], place: usize) -> Option<usize> {
    let [the, number, kind, first, and, second, ..] = &tokens[place..] else { return None };
    let two = count(number) == Some(2) && number.text.is_ascii();
    let pair = is_picture_or_clip(first) && joins(and) && is_picture_or_clip(second);
    (the.sense() == Some(Sense::Link(Link::The)) && two && is_kind(kind) && pair)
        .then_some(place + 3)
}
