//! Whether a whole sentence only asks something: `is bikes muted?`, `叠化和硬切哪个好看？`. What it names is not wanted then.
//!
//! A wish may be put as a question, too (`could you mute bikes?`, `bikes静音好吗？`, `how about 3 seconds each?`): those begin
//! or end with words that ask for something to be done, which are lists of their own.

use super::letters::is_han;
use super::lex;
use super::list::LISTS;
use super::name::Name;
use super::phrase;
use super::sense::{Sense, Verb};
use super::token::Token;

/// The part of a sentence that asks, where the sentence wants nothing to be done.
pub fn enquiry(sentence: &str, names: &[Name]) -> Option<String> {
    let said = sentence.trim().to_lowercase().replace('’', "'");
    let bare = said.trim_end_matches(['?', '？', '。', '.', '!', '！', ' ']);
    let marked = said.ends_with(['?', '？']);
    // "Is it too long? Then cut it": something else is said with it.
    if bare.contains(['?', '？', '。', ';', '；', '!', '！', '"', '“']) || bare.contains(". ")
    {
        return None;
    }
    let parts: Vec<&str> = bare.split([',', '，']).collect();
    // "How long is 海边?"
    let asks = |part: &str| {
        let part = part.trim();
        (part.chars().any(is_han) && (asks_in_chinese(part) || (marked && leaves_a_choice(part))))
            || asks_in_english(part, marked)
    };
    let asking = parts.iter().position(|part| asks(part));
    let begun = asking.or_else(|| asks(bare).then_some(0))?;
    let others = parts.iter().enumerate().filter(|(at, _)| *at != begun);
    let plain = !others.into_iter().any(|(_, part)| orders(part, names));
    let part = asking.map_or(bare, |asking| parts[asking]);
    plain.then(|| part.trim().to_owned())
}

fn asks_in_english(said: &str, marked: bool) -> bool {
    let mut bare = said;
    let mut tells = false;
    while let Some(rest) =
        LISTS.led_by.iter().filter_map(|lead| bare.strip_prefix(lead)).min_by_key(|rest| rest.len())
    {
        let lead = &bare[..bare.len() - rest.len()];
        tells |= LISTS.to_be_told.iter().any(|word| lead.contains(word));
        bare = rest.trim_start_matches([',', ' ']);
    }
    let begins = |list: &super::list::List| {
        list.iter().any(|words| {
            bare.strip_prefix(words)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\'']))
        })
    };
    let asks = begins(&LISTS.asks_always)
        || (marked && begins(&LISTS.asks_first))
        || (tells && (begins(&LISTS.asks_first) || begins(&LISTS.may_be_told)));
    asks && !begins(&LISTS.asks_for_doing)
}

fn asks_in_chinese(bare: &str) -> bool {
    let bare = bare.trim_end_matches(['呀', '啊', '呢', '哦', '哈', '嘛']);
    // "标题打的啥字来着": what was known once.
    let bare = bare.strip_suffix("来着").unwrap_or(bare);
    let asks = LISTS.asks_within.is_within(bare) || LISTS.asks_last.ends(bare);
    asks && !LISTS.asks_to_do.is_within(bare)
}

/// `音量是40还是50？`
fn leaves_a_choice(part: &str) -> bool {
    part.split_once("还是").is_some_and(|(first, _)| first.contains('是'))
        && !LISTS.asks_to_do.is_within(part)
}

/// `音乐是不是太大了，调小一点`: a part that says what is to be done.
fn orders(part: &str, names: &[Name]) -> bool {
    let verb =
        |token: &Token| matches!(token.sense(), Some(Sense::Verb(verb)) if verb != Verb::Show);
    phrase::combine(lex::tokens(part, names)).iter().any(verb)
}
