//! Both ends of one piece, taken off by one verb: `bikes掐掉开头4秒和最后1秒`, `cut the first second and the last two
//! seconds off bikes`.
//!
//! Two parts are two cuts: the verb, and what it is said of, are said again for the second. The end goes first, so
//! that the beginning is where it was.

use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_verb, piece, says};

/// Says the second cut by itself.
pub fn both_ends(tokens: &mut Vec<Token>) {
    let mut place = 1;
    while place + 1 < tokens.len() {
        place += if part_in_two(tokens, place) { 3 } else { 1 };
    }
}

fn part_in_two(tokens: &mut Vec<Token>, mark: usize) -> bool {
    if tokens[mark + 1].sense() == Some(Sense::Link(Link::The))
        && tokens.get(mark + 2).is_some_and(|next| matches!(next.meaning, Meaning::Tail(_)))
    {
        tokens.remove(mark + 1);
    }
    let joins =
        is_break(&tokens[mark]) && says(&tokens[mark], &["和", "与", "及", "、", "and", "&"]);
    let head = matches!(tokens[mark - 1].meaning, Meaning::Head(_));
    let tail = matches!(tokens[mark + 1].meaning, Meaning::Tail(_));
    let here = piece(tokens, mark - 1);
    let cuts = |verb: &Token| matches!(verb.sense(), Some(Sense::Verb(Verb::Remove | Verb::Trim)));
    let before = tokens[here.clone()].iter().find(|token| is_verb(token)).cloned();
    let behind = tokens.get(mark + 2).filter(|next| cuts(next)).cloned();
    let last = mark + 1 + usize::from(before.is_none() && behind.is_some());
    let named: Vec<Token> =
        tokens[here].iter().filter(|token| is_file_or_place(token)).cloned().collect();
    let one = named.len() < 2 && tokens.get(last + 1).is_none_or(is_break);
    if !(joins && head && tail && one) {
        return false;
    }
    match (before.filter(cuts), behind) {
        (Some(verb), None) => {
            tokens.swap(mark - 1, mark + 1);
            tokens.splice(mark + 1..mark + 1, named.into_iter().chain([verb]));
        }
        (None, Some(verb)) if last == mark + 2 => {
            tokens.swap(mark - 1, mark + 1);
            tokens.splice(mark + 1..mark + 1, named);
            tokens.insert(mark, verb);
        }
        _ => return false,
    }
    true
}
