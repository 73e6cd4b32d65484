//! Phrases that tell what becomes of it anyway: `…, then play on` where the picture stands still, `大小跟现在一样` where one music
//! takes another's place.
//!
//! Each says nothing beside the wish that it goes with, and may be a wish by itself elsewhere.

use super::by_rule::{known, says_nothing};
use super::list::LISTS;
use super::sense::{Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// So far from a fade it is told where it is.
const NEAR_A_FADE: usize = 8;

/// In the words of nothing, where those of a phrase would be read elsewhere.
const PASSED: &str = "there";

/// `…, then play on`, where the picture stands still.
pub fn beside_a_freeze(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let stands = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Freeze));
    tokens[..place].iter().any(stands).then(says_nothing).flatten()
}

/// `put choir.jpg in place of volunteers.jpg and keep the same duration`: as it is anyway.
pub fn beside_a_trade(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let lists = [&LISTS.takes_the_place, &LISTS.music_trades];
    let trades = |token: &Token| lists.iter().any(|list| list.has(&token.text_small()));
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..));
    let before = &tokens[..place];
    (before.iter().any(trades) && before.iter().filter(|it| file(it)).count() > 1)
        .then_some((known(Sense::Filler), ""))
}

/// `…, 原来那张别动`, where it was doubled.
pub fn beside_its_copy(tokens: &[Token]) -> Option<(Meaning, &'static str)> {
    let doubles = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Duplicate));
    tokens.iter().any(doubles).then_some((known(Sense::Filler), ""))
}

/// `换个舒缓的音乐，大小跟现在一样`: other music is as loud anyway.
pub fn beside_other_music(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let music = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Music));
    let trades = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Swap | Verb::Use)))
    };
    let before = &tokens[..place];
    (before.iter().any(music) && before.iter().any(trades)).then(says_nothing).flatten()
}

/// `首尾各给3秒淡入和淡出`: a fade in and out are at the two ends anyway.
pub fn beside_a_fade(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let near = place.saturating_sub(NEAR_A_FADE)..tokens.len().min(place + NEAR_A_FADE);
    let told = |sense| tokens[near.clone()].iter().any(|token| token.sense() == Some(sense));
    let both = told(Sense::Noun(Noun::FadeBoth))
        || (told(Sense::Noun(Noun::FadeIn)) && told(Sense::Noun(Noun::FadeOut)));
    both.then_some((known(Sense::Filler), PASSED))
}

/// `掐头去尾：开头剪掉2秒，结尾剪掉1秒`: how much goes at which end is told behind it.
pub fn then_told_of_both(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let behind = &tokens[place + 1..];
    let time = |token: &&Token| {
        matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
    };
    let trims = if tokens[place].text.is_ascii() {
        (known(Sense::Verb(Verb::Trim)), "trim")
    } else {
        (known(Sense::Filler), PASSED)
    };
    (behind.iter().filter(time).count() > 1).then_some(trims)
}
