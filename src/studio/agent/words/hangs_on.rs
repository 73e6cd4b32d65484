//! What may hang on a word that nobody knows: which piece is meant (`the otter shot`), what is to be done (`roll the cut one
//! second later`) or shown, how, where or when.

use std::ops::Range;

use super::aside::is_effect;
use super::but_for::is_amount;
use super::goes_on::is_chinese;
use super::letters::is_han;
use super::list::LISTS;
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_verb};

/// Whether what is asked for may hang on an unknown word.
pub fn may_bear(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let small = tokens[at].text_small();
    let counts =
        |letter: char| letter.is_numeric() || "一二三四五六七八九十两半百千".contains(letter);
    small.chars().any(counts)
        || LISTS.hangs_on.has(&small)
        || LISTS.hangs_on.iter().any(|word| !word.is_ascii() && small.contains(word))
        || LISTS.turns_back.has(&small)
        || small.contains("n't")
        || says_how(&small)
        || is_when_or_how(tokens, part, at)
        || is_where(tokens, part, at)
        || is_last(tokens, part, at)
        || tells(&tokens[part.clone()], at - part.start)
        || says_which(tokens, at)
        || is_counted(tokens, part, at)
        || is_a_thing(tokens, part, at)
        || is_done_to(tokens, part, at)
        || is_its_letter(tokens, part, at)
        || may_order(tokens, part, at)
}

/// Whether an unknown word may say how, when or where.
pub fn may_say_how(part: &[Token], at: usize) -> bool {
    let whole = 0..part.len();
    says_how(&part[at].text_small())
        || is_when_or_how(part, &whole, at)
        || is_where(part, &whole, at)
        || is_last(part, &whole, at)
        || is_counted(part, &whole, at)
        || is_a_thing(part, &whole, at)
        || says_which(part, at)
}

/// Whether an unknown word may be what is to be done.
pub fn may_be_an_order(part: &[Token], at: usize) -> bool {
    may_order(part, &(0..part.len()), at)
}

/// `wobbling`, `zorbed`, `嘚瑟着`: how it is to be done.
pub fn says_how(word: &str) -> bool {
    word.ends_with("ing")
        || word.ends_with("ed")
        || word.ends_with("ly")
        || word.ends_with(['着', '地', '得'])
}

/// `接得真顺`, `只在敬酒的时候`, `only while he hops`.
fn is_when_or_how(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let limits = |token: &Token| {
        let small = token.text_small();
        small.split(' ').any(|word| LISTS.holds_while.has(word)) || LISTS.holds_while.ends(&small)
    };
    let ends = |letters: [char; 2]| at > part.start && tokens[at - 1].text.ends_with(letters);
    let amount = tokens.get(at + 1).is_some_and(|next| matches!(next.meaning, Meaning::Time(_)));
    tokens[part.clone()].iter().any(limits) || ends(['得', '地']) || (amount && ends(['到', '成']))
}

/// `put bikes on mars`, `freeze it at jump`, `保留起跳到5秒`: where or when.
fn is_where(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let before = tokens[part.start..at].iter().rev().find(|token| !strange(token));
    let after = tokens[at + 1..part.end].iter().find(|token| !strange(token));
    let places = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(Link::At | Link::Over | Link::Before | Link::After | Link::Between))
        )
    };
    let reaches = |token: &Token| token.text.starts_with(['到', '至', '为', '成']);
    before.is_some_and(places) || after.is_some_and(reaches)
}

/// `打上马赛克`, `帮我P掉`: what is to be done to it, or with it.
fn is_last(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let little = |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    tokens[at].text.chars().any(is_han) && tokens[at + 1..part.end].iter().all(little)
}

/// `the last picture came out upside down`: what something is like, and nothing that is wanted.
fn tells(part: &[Token], at: usize) -> bool {
    let little = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Unknown | Meaning::Known(Sense::Filler | Sense::Break | Sense::Link(_))
        )
    };
    let wanted = |token: &Token| is_verb(token) || is_amount(token);
    let english = !is_chinese(part);
    english
        && !part.iter().any(wanted)
        && !part[..at].iter().all(little)
        && part[at + 1..].iter().any(is_effect)
}

/// `the otter shot`, `会员中心那一页`, `whale music`: which one is meant.
fn says_which(tokens: &[Token], at: usize) -> bool {
    let piece = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Clip | Noun::Picture | Noun::Footage | Noun::File | Noun::Music
            ))
        )
    };
    let little = |token: &Token| {
        token.meaning == Meaning::Unknown
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::The | Link::A | Link::Of))
            )
    };
    tokens[at + 1..].iter().find(|token| !little(token)).is_some_and(piece)
}

/// `the drummer`, `his face`, `to a squiggle of 3 seconds`: something nobody knows that it is done to. Who wants it is
/// no such thing.
fn is_a_thing(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let filler = |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    let known =
        tokens[part.start..at].iter().rev().filter(|token| token.meaning != Meaning::Unknown);
    let mut known = known.take(2);
    let (before, behind) = (known.next(), known.next());
    // "lake那张狠狠调亮": the piece is named.
    let named = behind.is_some_and(is_file_or_place)
        && before.is_some_and(|token| token.sense() == Some(Sense::Link(Link::The)));
    let article = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(
                Link::The | Link::A | Link::Of | Link::It | Link::From | Link::To | Link::Off
            ))
        ) || LISTS.whose.has(&token.text_small())
            || token.text == "的"
    };
    let begins = tokens[part.start..at]
        .iter()
        .all(|token| filler(token) || article(token) || token.meaning == Meaning::Unknown);
    let wants = tokens[at + 1..part.end]
        .iter()
        .find(|token| token.meaning != Meaning::Unknown)
        .is_some_and(|token| LISTS.wanting.has(&token.text_small()));
    let chinese_subject = tokens[at].text.chars().any(is_han)
        && begins
        && !tokens[at + 1..part.end]
            .iter()
            .find(|token| !filler(token))
            .is_some_and(|token| matches!(token.sense(), Some(Sense::Noun(_))));
    (!named && before.is_some_and(article) && !(begins && wants)) || chinese_subject
}

/// `trim sunset to 2 seconds`, `mute fireworks`: what an order in front of it is of, where nothing that is known follows.
fn is_done_to(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let filler = |token: &Token| matches!(token.sense(), Some(Sense::Filler));
    let before =
        tokens[part.start..at].iter().rev().find(|token| !filler(token) && !strange(token));
    let after = tokens[at + 1..part.end].iter().find(|token| !filler(token) && !strange(token));
    let sets = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::To)) || is_amount(token) || is_break(token)
    };
    let named = tokens[part.clone()].iter().any(is_file_or_place)
        || LISTS.says_little.has(&tokens[at].text_small());
    before.is_some_and(is_verb)
        && !named
        && !is_chinese(&tokens[part.clone()])
        && after.is_none_or(sets)
}

/// `shot D`, `D镜`: the letter of a piece that is called so by whoever filmed it.
fn is_its_letter(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let called = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage)))
            || matches!(token.meaning, Meaning::File(..))
    };
    let somebody = LISTS.somebody.has(&tokens[at].text_small());
    tokens[at].text.chars().count() == 1 && !somebody && at > part.start && called(&tokens[at - 1])
}

/// `first draft`, `the second reel`: which one of things that nobody knows.
fn is_counted(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let counts = |token: &Token| {
        matches!(token.meaning, Meaning::Ordinal(_) | Meaning::Number(_))
            || matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
    };
    at > part.start && counts(&tokens[at - 1])
}

/// `roll the cut one second later`: what is to be done.
fn may_order(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
    let here = &tokens[part.clone()];
    let filler = |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Break));
    if is_chinese(here) {
        return false;
    }
    let first = here.iter().position(|token| !filler(token)).map(|first| part.start + first);
    let takes = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(
                Link::The | Link::A | Link::It | Link::These | Link::All | Link::Each
            ))
        ) || matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
    };
    first == Some(at) && tokens.get(at + 1).is_some_and(takes)
}
