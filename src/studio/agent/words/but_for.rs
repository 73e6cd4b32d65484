//! A sentence without the words of it that nobody knows: `Every picture shall be held for exactly four seconds`,
//! `最后3s上片尾字幕“周五21:20”`.
//!
//! What is asked for rarely hangs on a word that no list has. Where it may, nothing is left out: on what says which
//! piece is meant (`the otter shot`), what is to be done (`roll the cut one second later`) or shown, what takes back,
//! limits or asks.

use std::ops::Range;

use super::aside::is_effect;
use super::bearing::takes_back;
use super::goes_on::is_chinese;
use super::letters::is_han;
use super::list::LISTS;
use super::name::Name;
use super::sense::{Degree, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_verb};

/// So many words may be left out: of what has more, too little is known.
const MOST: usize = 4;

/// What is left of a sentence, and the words that were left out.
pub struct ButFor {
    /// The sentence without them.
    pub said: String,
    /// The words.
    pub words: Vec<String>,
}

/// A sentence without the unknown words in the wishes of it. `None` where there is none, or where something may hang on
/// one of them.
pub fn but_for_the_unknown(said: &str, names: &[Name], before_the_files: bool) -> Option<ButFor> {
    let tokens = super::in_measures(said, names);
    let letters: Vec<char> = said.chars().collect();
    if takes_back(&tokens)
        || is_of_a_platform(&tokens)
        || tokens.iter().any(asks_or_is_beyond)
        || shows_strange_words(&letters, &tokens)
    {
        return None;
    }
    // A film that is told of unknown things is no film of those that are known.
    let end = match before_the_files {
        true => tokens.iter().position(|token| matches!(token.meaning, Meaning::File(..)))?,
        false => tokens.len(),
    };
    let mut left: Vec<usize> = Vec::new();
    for part in parts(&letters, &tokens) {
        let strange = |at: &usize| *at < end && tokens[*at].meaning == Meaning::Unknown;
        let unknown = part.clone().filter(strange);
        let unknown: Vec<usize> = unknown.collect();
        if unknown.is_empty() || !wants(&tokens[part.clone()]) {
            continue;
        }
        // What is left in such a part has to be a remark.
        if !removes(&tokens[part.clone()])
            && !unknown.iter().any(|at| may_bear(&tokens, &part, *at))
        {
            left.extend(unknown);
        }
    }
    if left.is_empty() || left.len() > MOST {
        return None;
    }
    let words = left.iter().map(|at| tokens[*at].text.clone()).collect();
    let (said, seams) = without(&letters, &tokens, &left);
    let read = super::in_measures(&said, names);
    let grown =
        |seam: &usize| read.iter().any(|token| token.span.start < *seam && *seam < token.span.end);
    let together = said.chars().any(is_han) && seams.iter().any(grown);
    (!together).then_some(ButFor { said, words })
}

/// The sentence without some of its words, and where they stood: of Chinese words, what lay on both sides must not
/// become one.
fn without(letters: &[char], tokens: &[Token], left: &[usize]) -> (String, Vec<usize>) {
    let gone = |at: usize| left.iter().any(|place| tokens[*place].span.contains(&at));
    let mut kept: Vec<char> = Vec::with_capacity(letters.len());
    let mut seams = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        // Of the spaces around a word that goes one stays, and of those elsewhere all.
        let behind_it = seams.last() == Some(&kept.len());
        let spaced = kept.last().is_none_or(|last: &char| last.is_whitespace());
        if gone(at) {
            seams.push(kept.len());
        } else if !(letter.is_whitespace() && behind_it && spaced) {
            kept.push(*letter);
        }
    }
    (kept.into_iter().collect::<String>().trim_end().to_owned(), seams)
}

fn asks_or_is_beyond(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Beyond(_) | Sense::Question(_)))
}

/// `lol my mate typed "delete all the clips"`: words that nothing says are to be shown.
fn shows_strange_words(letters: &[char], tokens: &[Token]) -> bool {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let bare = |token: &Token| {
        quoted(token)
            && letters.get(token.span.start).is_some_and(|letter| letter.is_alphanumeric())
    };
    let text = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
        )
    };
    let placed = |token: &Token| text(token) || matches!(token.sense(), Some(Sense::Place(_)));
    tokens.iter().any(bare) || (tokens.iter().any(quoted) && !tokens.iter().any(placed))
}

/// `直接在快手开直播`: where films are shown, and nothing of a shape.
fn is_of_a_platform(tokens: &[Token]) -> bool {
    let platform = |token: &Token| matches!(token.sense(), Some(Sense::Platform(_)));
    let shape = |token: &Token| {
        matches!(token.meaning, Meaning::Ratio(..) | Meaning::Known(Sense::Shape(_)))
    };
    tokens.iter().any(platform) && !tokens.iter().any(shape)
}

/// What is parted by marks, and by spaces between Chinese words.
fn parts(letters: &[char], tokens: &[Token]) -> Vec<Range<usize>> {
    let spaced = |at: usize| {
        let start = tokens[at].span.start;
        start > 1
            && letters[start - 1].is_whitespace()
            && (is_han(letters[start]) || is_han(letters[start - 2]))
    };
    let mut parts: Vec<Range<usize>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let begins = at == 0 || is_break(token) || spaced(at);
        match parts.last_mut() {
            Some(part) if !begins => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// Whether a part of a sentence is a wish, as far as is known.
fn wants(part: &[Token]) -> bool {
    let degree = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Degree(
                Degree::Bit | Degree::Much | Degree::Half | Degree::More | Degree::Less
            ))
        )
    };
    let orders = |token: &Token| {
        is_verb(token)
            && !matches!(token.sense(), Some(Sense::Verb(Verb::Join | Verb::Show | Verb::Use)))
    };
    part.iter()
        .any(|token| is_amount(token) || orders(token) || (is_effect(token) && !degree(token)))
}

/// An amount, or words to show.
fn is_amount(token: &Token) -> bool {
    !matches!(
        token.meaning,
        Meaning::Known(_)
            | Meaning::Unknown
            | Meaning::File(..)
            | Meaning::Files(_)
            | Meaning::MissingFile(_)
            | Meaning::Number(_)
            | Meaning::Ordinal(_)
    )
}

/// `erase the power lines in lake.jpg`: of what is seen in the picture, and not the picture.
fn removes(part: &[Token]) -> bool {
    let removes = |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Remove)));
    let timed = |token: &Token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
    };
    part.iter().any(removes) && !part.iter().any(timed)
}

/// Whether what is asked for may hang on an unknown word.
fn may_bear(tokens: &[Token], part: &Range<usize>, at: usize) -> bool {
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
