//! Something told of one thing, and a wish that can only be of that: `there's a big um between 3 and 5 seconds, take
//! it out`, `guest's quiet in clip 1, push it to 100%`.

use super::goes_on::{goes_on, is_chinese};
use super::lexicon::{is_said, words_of};
use super::list::LISTS;
use super::remark::{is_part, is_taking_away, said};
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token, says};
use crate::language::Language::{Chinese, English};

/// `there's a big um between 3 and 5 seconds, take it out`, `guest's quiet in clip 1, push it to 100%`: something told of
/// one thing that is named, and a wish that names nothing and can only be of that.
pub fn is_told_for(fragment: &[Token], next: Option<&[Token]>) -> bool {
    let Some(next) = next else { return false };
    let first = said(fragment).find(|token| token.sense() != Some(Sense::Filler));
    let tells_first = first.is_some_and(|token| match token.meaning {
        Meaning::Unknown => true,
        Meaning::Known(Sense::Verb(_) | Sense::Link(Link::Not | Link::Without)) => false,
        _ => true,
    });
    let mut text: String = said(fragment).map(|token| token.text.as_str()).collect();
    for slip in words_of(Chinese, Part::Misspoken) {
        text = text.replace(slip.as_str(), "");
    }
    let chinese = is_chinese(fragment);
    let wishes = if chinese {
        words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str()))
    } else {
        said(fragment).any(|token| is_said(English, Part::Wish, &token.text))
    };
    let orders = |token: &Token| match token.meaning {
        Meaning::Known(Sense::Verb(_)) => {
            !(token.text.is_ascii() && (token.text.ends_with("ing") || token.text.ends_with('s')))
        }
        Meaning::Known(Sense::Question(_) | Sense::Link(Link::AsItIs | Link::Only)) => true,
        Meaning::Quote(_) | Meaning::Percent(_) | Meaning::Speed(_) | Meaning::Ratio(..) => true,
        _ => false,
    };
    let strange = said(fragment).any(|token| token.meaning == Meaning::Unknown)
        || said(fragment).take(1).any(|first| LISTS.there_are.has(&first.text));
    // "The first 6 seconds of the bicycle film": of which is not known.
    let of_what = fragment.windows(3).any(|three| {
        is_part(&three[0])
            && three[1].sense() == Some(Sense::Link(Link::Of))
            && !three[2..].iter().any(|token| matches!(token.meaning, Meaning::File(..)))
    }) && said(fragment).any(|token| token.meaning == Meaning::Unknown)
        && !said(fragment)
            .any(|token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_)));
    let parts = said(fragment).filter(|token| is_part(token)).count();
    let pieces = said(fragment)
        .filter(|token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_)))
        .count()
        + fragment.windows(2).filter(|pair| is_numbered(&pair[0], &pair[1])).count();
    let cuts = next.iter().any(|token| {
        is_taking_away(token)
            || matches!(token.sense(), Some(Sense::Verb(Verb::Trim | Verb::Keep)))
            || says(token, &["take"])
    });
    let one = if parts > 0 { parts == 1 && pieces <= 1 && cuts } else { pieces == 1 };
    tells_first
        && strange
        && one
        && !of_what
        && !wishes
        && !said(fragment).any(orders)
        && (goes_on(next) || is_of_its_sound(next))
}

/// `clip 2`.
pub fn is_numbered(noun: &Token, number: &Token) -> bool {
    matches!(noun.sense(), Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage)))
        && matches!(number.meaning, Meaning::Number(_))
}

/// `…，把声音关了`: the sound of what was told of.
pub fn is_of_its_sound(next: &[Token]) -> bool {
    let sound =
        |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Sound | Noun::Volume)));
    let wants = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Mute | Verb::Change) | Sense::Degree(_))
        )
    };
    next.iter().any(sound)
        && next.iter().any(wants)
        && next.iter().all(|token| {
            sound(token)
                || wants(token)
                || matches!(token.meaning, Meaning::Percent(_))
                || matches!(token.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(_)))
        })
}
