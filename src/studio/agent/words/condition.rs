//! Wishes that hold only if something else is so: `要是太长就把bikes删了`, `等客户看过再删bikes`, `if gran minds, mute it`.
//!
//! What is so outside the film nobody here knows: nothing of the sentence is done. A condition that only puts a wish
//! politely is none (`要是能剪掉就太好了`, `if you would`).

use super::goes_on::is_chinese;
use super::list::LISTS;
use super::remark::{is_thing, said, words};
use super::sense::Sense;
use super::token::{Token, is_break, is_verb};

/// Whether a sentence may hold a condition, to be asked before it is parted.
pub fn may_be_conditional(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    LISTS.conditions.iter().any(|word| small.contains(word))
}

/// What a sentence depends on, as it was said.
pub fn holds_only_if(tokens: &[Token]) -> Option<String> {
    let mark = |token: &Token| is_break(token) && !token.text.contains(char::is_alphanumeric);
    let mut parts = tokens.split(mark).enumerate();
    parts.find(|(place, part)| is_condition(part, *place == 0)).map(|(_, part)| words(part))
}

fn is_condition(part: &[Token], is_first: bool) -> bool {
    if is_chinese(part) {
        let text: String = part.iter().map(|token| token.text.as_str()).collect();
        // "老屋删掉，等补拍回来再填": that is another day's wish.
        let orders = || part.iter().any(is_verb) && (is_first || part.iter().any(is_thing));
        return !LISTS.put_politely.is_within(&text)
            && ((waits(&text) && orders()) || begins(&text));
    }
    let text = part.iter().map(Token::text_small).collect::<Vec<_>>().join(" ");
    if LISTS.put_politely.is_within(&text) {
        return false;
    }
    let first = said(part).position(|token| token.sense() != Some(Sense::Filler));
    first.is_some_and(|first| {
        let mut said = said(part).skip(first);
        said.next()
            .is_some_and(|first| LISTS.conditions.has(&first.text_small()) && !is_verb(first))
            && said.next().is_some()
    })
}

/// `要是太长就…`.
fn begins(text: &str) -> bool {
    LISTS.conditions.iter().any(|word| word.chars().count() > 1 && text.starts_with(word))
}

/// `等客户看过再删bikes`: what is done only then is said in the same part.
fn waits(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('等') else { return false };
    // "等比", "等分".
    if rest.starts_with(['比', '分', '长', '距', '速', '同', '于']) {
        return false;
    }
    LISTS
        .only_then
        .iter()
        .any(|then| rest.find(then).is_some_and(|at| at > 0 && rest.len() > at + then.len()))
}
