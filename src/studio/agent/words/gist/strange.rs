//! Words that nobody knows: where they may be left out, where they are a remark, and where something may hang on them.

use super::super::bearing::takes_back;
use super::super::hangs_on::{may_be_an_order, may_say_how, says_how};
use super::super::list::LISTS;
use super::super::segment::Segment;
use super::super::sense::{Link, Sense, Verb};
use super::super::some_other_time::is_at_another_time;
use super::super::token::{Meaning, Token, is_file};
use super::part::has;
use super::slots::{Kind, Slot};

/// `想得美`: of so few letters too little is known.
const SHORT: usize = 3;

/// What takes back, asks or is of another time.
pub fn forbids(part: &[Token]) -> bool {
    let asks = |token: &Token| matches!(token.sense(), Some(Sense::Question(_) | Sense::Beyond(_)));
    let turns = |token: &Token| LISTS.turns_back.has(&token.text_small());
    takes_back(part)
        || is_at_another_time(part)
        || part.iter().any(|token| asks(token) || turns(token))
}

/// Whether strange words of a part may limit what is wanted.
pub fn limits(part: &[Token]) -> bool {
    part.iter().filter(|token| is_unknown(token)).any(|token| {
        let small = token.text_small();
        LISTS.hangs_on.has(&small)
            || LISTS.out_of_the_film.has(&small)
            || small.contains("n't")
            || LISTS.hangs_on.iter().any(|word| !word.is_ascii() && small.contains(word))
    })
}

fn is_unknown(token: &Token) -> bool {
    token.meaning == Meaning::Unknown && !LISTS.says_little.has(&token.text_small())
}

/// Strange words, and nothing of an edit among them.
pub fn is_strange(part: &Segment, there: &[Slot]) -> bool {
    let weak = |slot: &Slot| {
        matches!(
            slot.kind,
            Kind::Unknown
                | Kind::Number
                | Kind::Degree(_)
                | Kind::Mood
                | Kind::Edge(_)
                | Kind::Verb(Verb::Show | Verb::Use | Verb::Join | Verb::Make)
        )
    };
    let how = |token: &Token| is_unknown(token) && says_how(&token.text_small());
    has(there, &Kind::Unknown)
        && part.bare.trim().chars().count() > SHORT
        && there.iter().all(weak)
        && !part.is_joined()
        && !part.is_the_same_again()
        && !part.tokens().iter().any(how)
}

/// Whether a strange word may say how, when or where it is to be done. What is done is told by what it is done to, too:
/// `knock rex down to 3 seconds`.
pub fn may_be_otherwise(part: &[Token], there: &[Slot]) -> bool {
    let told = there
        .iter()
        .any(|slot| slot.to || matches!(slot.kind, Kind::Before | Kind::After | Kind::Between));
    let bears = |at: usize| {
        may_say_how(part, at) || is_what_it_does(part, at) || (!told && may_be_an_order(part, at))
    };
    (0..part.len()).any(|at| is_unknown(&part[at]) && bears(at))
}

/// `bella looks great before rex`: what a piece does by itself, and nothing that is done to it.
fn is_what_it_does(part: &[Token], at: usize) -> bool {
    let little = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Break | Sense::Link(Link::The)))
    };
    let subject = at.checked_sub(1).filter(|before| is_file(&part[*before]));
    part[at].text.is_ascii() && subject.is_some_and(|subject| part[..subject].iter().all(little))
}
