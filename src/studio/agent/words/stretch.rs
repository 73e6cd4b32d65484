//! Stretches of time in English remarks: `my sister talks from 0:02 to 0:03, take that out`, `bikes runs on, keep its
//! first 4 seconds`.

use super::goes_on::{goes_on, is_chinese, says_it};
use super::lexicon::is_said;
use super::remark::{is_part, is_taking_away, is_thing, said};
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token, is_verb, says};
use crate::language::Language::English;

/// Where nothing but a stretch of time is named, that is what it is about.
pub fn is_english_stretch(remark: &[Token]) -> bool {
    !is_chinese(remark)
        && remark.iter().any(is_part)
        && !remark.iter().any(|token| is_thing(token) && !is_part(token))
}

/// `my sister talks from 0:02 to 0:03, take that out`.
pub fn is_english_reason(fragment: &[Token], next: Option<&[Token]>) -> bool {
    let wants = |token: &Token| {
        is_verb(token)
            || is_said(English, Part::Wish, &token.text)
            || matches!(token.meaning, Meaning::Quote(_))
            || matches!(token.sense(), Some(Sense::Link(Link::Not | Link::Without)))
            || matches!(token.sense(), Some(Sense::Noun(noun)) if noun != Noun::Clip)
    };
    is_english_stretch(fragment)
        && said(fragment).filter(|token| is_part(token)).count() == 1
        && !said(fragment).any(wants)
        && next.is_some_and(|next| {
            goes_on(next)
                && says_it(next)
                && next.iter().any(|token| {
                    is_taking_away(token)
                        || matches!(token.sense(), Some(Sense::Verb(Verb::Trim | Verb::Keep)))
                        || says(token, &["take"])
                })
        })
}

/// `…, keep its first 4 seconds`: the part is of the one piece that was remarked on.
pub fn takes_part_of(subject: &[Token], fragment: &[Token]) -> bool {
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let cuts = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Keep | Verb::Trim | Verb::Remove | Verb::Use))
        )
    };
    let other =
        |token: &Token| (is_thing(token) && !is_part(token)) || token.meaning == Meaning::Unknown;
    subject.iter().filter(|token| piece(token)).count() == 1
        && !is_chinese(fragment)
        && fragment.iter().any(is_part)
        && fragment.iter().any(cuts)
        && !fragment.iter().any(other)
}
