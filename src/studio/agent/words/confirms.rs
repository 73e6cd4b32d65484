//! A limit that asks for nothing more: `冰壁到雪脊之间加叠化，前面那个留着`, `make the tomb 9 seconds and leave the other ones`,
//! `grayscale on the two videos, and nowhere else`.
//!
//! What it leaves alone is everything that the wish beside it does not name. So it confirms only where the wish names what
//! it is of, and is for no more than that: beside `音乐调小` or `every picture` it may take something back.

use super::goes_on::is_chinese;
use super::idle::{is_said_in, text as words_of};
use super::list::LISTS;
use super::remark::{is_taking_away, said};
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break};

/// Whether a part only says that all else stays as it is.
pub fn confirms(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let text = bare(parts, place);
    let stays = if is_chinese(part) { stays_so(&text) } else { stays(&text) };
    let sure = || LISTS.is_to_stay.iter().any(|stay| is_sure(stay) && text.contains(stay));
    let nowhere = LISTS.nowhere_else.iter().any(|all| all == text);
    let stays = stays && (text == as_said(part) || nowhere || (sure() && is_in_one_breath(part)));
    let property = is_chinese(part)
        && LISTS.stays_the_same.is_within(&text)
        && !LISTS.others_of_all.starts(&text);
    let as_long = keeps_its_length(&text) && trades_beside(parts, place);
    let others = parts.iter().enumerate().filter(|(at, _)| *at != place);
    let mut others = others.flat_map(|(_, part)| part);
    let names = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::File(..) | Meaning::Ordinal(_) | Meaning::FirstOf(_) | Meaning::LastOf(_)
        )
    };
    let all = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Each | Link::All | Link::Rest)))
    };
    // "Remove ash, keep the rest where it is": the time of what goes stays empty.
    let there = text.split_whitespace().any(|word| word == "where");
    if (there && others.clone().any(is_taking_away)) || is_to_go(part, &text) {
        return false;
    }
    as_long || stays && (property || (others.clone().any(names) && !others.any(all)))
}

/// `握手不用了`, `最后一张不用了吧`: what is named is no longer wanted; `其他不用了` only leaves the others alone.
fn is_to_go(part: &[Token], text: &str) -> bool {
    let text = text.trim_end_matches(['吧', '哈', '哦', '啊', '嘛']);
    let named = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    part.iter().any(named) && LISTS.orders_behind.ends(text)
}

/// `with the duration unchanged`, `keep the timing just as it is`: of what comes in another's place.
fn keeps_its_length(text: &str) -> bool {
    let unchanged = LISTS.does_not_change.iter().find_map(|not| text.trim().strip_prefix(not));
    let mut words = unchanged.unwrap_or(text).split_whitespace();
    let length = |word: &str| LISTS.stays_the_same.has(word);
    let stays = |word: &str| LISTS.is_to_stay.has(word) || LISTS.beside_a_length.has(word);
    words.clone().any(length)
        && (unchanged.is_some() || words.clone().any(stays))
        && words.all(|word| length(word) || is_plain(word) || LISTS.beside_a_length.has(word))
        && !text.split_whitespace().any(|word| LISTS.others_of_all.has(word))
}

/// Whether another part puts something in the place of something.
fn trades_beside(parts: &[Vec<Token>], place: usize) -> bool {
    let trades = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Change | Verb::Swap) | Sense::Link(Link::Instead))
        ) || LISTS.trades.has(&token.text_small())
    };
    let mut others = parts.iter().enumerate().filter(|(at, _)| *at != place);
    others.any(|(_, part)| {
        let text = words_of(part);
        part.iter().any(trades) || LISTS.stands_in.iter().any(|word| is_said_in(&text, word))
    })
}

/// Whether a sentence may hold such a part, to be asked before it is parted.
pub fn may_confirm(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    let begins = [&LISTS.others_of_all, &LISTS.stays_the_same, &LISTS.in_all];
    let stays = |sure: fn(&str) -> bool| {
        LISTS.is_to_stay.iter().any(|stay| sure(stay) && small.contains(stay))
    };
    LISTS.nowhere_else.is_within(&small)
        || small.contains(", not ")
        || stays(is_sure)
        || (begins.iter().any(|list| list.is_within(&small)) && stays(|_| true))
}

/// Not `is` and `are`, which say as much that something is like another thing.
fn is_sure(stay: &str) -> bool {
    !stay.is_ascii() || stay.len() > 3
}

/// `总长不变`, `the running time stays the same`: of what the rest changes, the film is to come out as long as it is.
pub fn keeps_the_total(part: &[Token]) -> bool {
    if is_chinese(part) {
        let text = as_said(part);
        return without_end(&text).is_some_and(|text| {
            LISTS.in_all.iter().any(|all| text.strip_prefix(all).is_some_and(is_light))
        });
    }
    let stays = |word: &str| LISTS.is_to_stay.has(word) || word == "same";
    if !part.iter().any(|token| token.text_small().split_whitespace().any(stays)) {
        return false;
    }
    let text = as_said(part);
    let apart = format!(" {text} ");
    let all = LISTS.in_all.iter().filter(|all| is_said_in(&apart, all));
    let Some(longest) = all.max_by_key(|all| all.len()) else { return false };
    let rest = text.replacen(longest, "", 1);
    let mut words = rest.split_whitespace();
    words.clone().any(stays) && words.all(is_plain)
}

/// The words of a part without marks and words that say nothing. A piece that no other part names is one of the others.
fn bare(parts: &[Vec<Token>], place: usize) -> String {
    let part = &parts[place];
    let chinese = is_chinese(part);
    let others = || parts.iter().enumerate().filter(|(at, _)| *at != place).flat_map(|(_, p)| p);
    let word = |token: &Token| match token.meaning {
        Meaning::File(..) | Meaning::Ordinal(1 | -1)
            if !others().any(|other| other.meaning == token.meaning) =>
        {
            (if chinese { "其余" } else { "others" }).to_owned()
        }
        _ => token.text_small(),
    };
    let words: Vec<String> = said(part).map(word).collect();
    if chinese { words.concat() } else { words.join(" ") }
}

/// Not `crew, leave the other one`, which begins with the end of what stands before it.
fn is_in_one_breath(part: &[Token]) -> bool {
    let first = part.iter().position(|token| !is_break(token)).unwrap_or(part.len());
    let end = part.iter().rposition(|token| !is_break(token)).map_or(first, |last| last + 1);
    !part[first..end].iter().any(is_break)
}

fn as_said(part: &[Token]) -> String {
    bare(&[part.to_vec(), part.to_vec()], 0)
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
        let light = LISTS.light_of_others.iter().chain(LISTS.others_of_all.iter());
        let next = light.filter_map(|light| rest.strip_prefix(light));
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
    let other = |word: &&str| LISTS.others_of_all.has(word);
    words.iter().any(&other)
        && words.iter().any(|word| LISTS.is_to_stay.has(word))
        && words.iter().all(|word| other(word) || is_plain(word))
}

/// A word of staying, or one that may stand beside it.
fn is_plain(word: &str) -> bool {
    LISTS.is_to_stay.has(word) || LISTS.light_of_others.has(word) || LISTS.adverbs.has(word)
}
