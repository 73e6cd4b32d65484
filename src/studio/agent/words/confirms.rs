//! A limit that asks for nothing more: `冰壁到雪脊之间加叠化，前面那个留着`, `make the tomb 9 seconds and leave the other ones`,
//! `grayscale on the two videos, and nowhere else`.
//!
//! What it leaves alone is everything that the wish beside it does not name. So it confirms only where the wish names what
//! it is of, and is for no more than that: beside `音乐调小` or `every picture` it may take something back.

use super::goes_on::is_chinese;
use super::list::LISTS;
use super::remark::said;
use super::sense::{Link, Sense};
use super::token::{Meaning, Token};

/// Whether a part only says that all else stays as it is.
pub fn confirms(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let text = bare(part);
    let stays = if is_chinese(part) { stays_so(&text) } else { stays(&text) };
    let property = LISTS.stays_the_same.is_within(&text) && !LISTS.others_of_all.starts(&text);
    let others = parts.iter().enumerate().filter(|(at, _)| *at != place);
    let mut others = others.flat_map(|(_, part)| part);
    let names = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let all = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Each | Link::All | Link::Rest)))
    };
    stays && (property || (others.clone().any(names) && !others.any(all)))
}

/// Whether a sentence may hold such a part, to be asked before it is parted.
pub fn may_confirm(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    let begins = [&LISTS.others_of_all, &LISTS.stays_the_same];
    LISTS.nowhere_else.is_within(&small)
        || (begins.iter().any(|list| list.is_within(&small)) && LISTS.is_to_stay.is_within(&small))
}

/// The words of a part without marks and words that say nothing.
fn bare(part: &[Token]) -> String {
    let chinese = is_chinese(part);
    let words: Vec<String> = said(part).map(Token::text_small).collect();
    if chinese { words.concat() } else { words.join(" ") }
}

/// `前面那个叠化留着`, `其他顺序不动`: the others, what they are, and that they stay.
fn stays_so(text: &str) -> bool {
    if LISTS.nowhere_else.iter().any(|all| all == text) {
        return true;
    }
    let Some(text) = without_end(text) else { return false };
    let begins = [&LISTS.others_of_all, &LISTS.stays_the_same];
    begins
        .iter()
        .flat_map(|list| list.iter())
        .any(|others| text.strip_prefix(others).is_some_and(is_light))
}

/// Without the words that it stays, and what is light before them.
fn without_end(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['吧', '了', '哈', '哦', '啊', '就', '行', '好']);
    LISTS
        .is_to_stay
        .iter()
        .filter_map(|stays| text.strip_suffix(stays))
        .min_by_key(|rest| rest.len())
}

/// Nothing but words for what there is more of.
fn is_light(mut rest: &str) -> bool {
    while !rest.is_empty() {
        let next = LISTS.light_of_others.iter().filter_map(|light| rest.strip_prefix(light));
        let Some(shortest) = next.min_by_key(|left| left.len()) else { return false };
        rest = shortest;
    }
    true
}

/// `leave the other ones as they are`, `just those two`, `and nowhere else`.
fn stays(text: &str) -> bool {
    let text = text.trim();
    if LISTS.nowhere_else.iter().any(|all| all == text) {
        return true;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let light = |word: &&str| LISTS.light_of_others.has(word) || LISTS.adverbs.has(word);
    let other = |word: &&str| LISTS.others_of_all.has(word);
    let stay = |word: &&str| LISTS.is_to_stay.has(word);
    words.iter().any(&other)
        && words.iter().any(&stay)
        && words.iter().all(|word| light(word) || other(word) || stay(word))
}
