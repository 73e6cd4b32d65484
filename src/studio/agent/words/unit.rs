//! A unit said once: `the first one 5 seconds and the last one 3`.

use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};
use crate::draft::Millis;

/// Makes the bare number at the end of a piece seconds, where the piece before it is as long as so many.
pub fn share(mut fragments: Vec<Vec<Token>>) -> Vec<Vec<Token>> {
    for place in 1..fragments.len() {
        let (before, rest) = fragments.split_at_mut(place);
        if is_timed(&before[place - 1]) {
            rest.first_mut().into_iter().for_each(|fragment| take_unit(fragment));
        }
    }
    fragments
}

/// `第一段黑白第二段模糊`: two wishes without a mark between them, each with its piece and what becomes of it.
pub fn part(fragments: Vec<Vec<Token>>) -> Vec<Vec<Token>> {
    fragments.into_iter().flat_map(part_one).collect()
}

fn part_one(mut fragment: Vec<Token>) -> Vec<Vec<Token>> {
    let verbs = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => !matches!(verb, Verb::Make | Verb::Change | Verb::Mute),
        Some(Sense::Link(Link::To | Link::Between | Link::Before | Link::After)) => true,
        _ => false,
    };
    if fragment.iter().any(verbs) {
        return vec![fragment];
    }
    let mut parts = Vec::new();
    while let Some(place) = (1..fragment.len()).find(|place| {
        let (before, after) = fragment.split_at(*place);
        is_counted(&after[0])
            && before.iter().any(is_counted)
            && before.last().is_some_and(becomes)
            && after.iter().any(becomes)
    }) {
        let rest = fragment.split_off(place);
        parts.push(std::mem::replace(&mut fragment, rest));
    }
    parts.push(fragment);
    parts
}

fn is_counted(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Ordinal(_) | Meaning::File(..))
}

fn becomes(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Look(_) | Sense::Tone(_) | Sense::Pace(_) | Sense::Verb(Verb::Mute))
    ) || matches!(token.meaning, Meaning::Time(_))
}

fn is_timed(fragment: &[Token]) -> bool {
    fragment.iter().any(names_piece)
        && fragment.iter().any(|token| matches!(token.meaning, Meaning::Time(_)))
}

fn names_piece(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::File(..)
            | Meaning::Ordinal(_)
            | Meaning::Known(
                Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture) | Sense::Link(Link::Rest)
            )
    )
}

fn take_unit(fragment: &mut [Token]) {
    let telling = |token: &Token| token.sense() != Some(Sense::Filler);
    let Some(last) = fragment.iter().rposition(telling).filter(|last| *last > 0) else { return };
    // "Clip 3" is one by number.
    let counts = matches!(fragment[last - 1].sense(), Some(Sense::Noun(_)))
        && !fragment[..last - 1].iter().any(names_piece);
    if let Meaning::Number(seconds) = fragment[last].meaning
        && !counts
        && fragment[..last].iter().any(names_piece)
        && !fragment.iter().any(|token| matches!(token.meaning, Meaning::Time(_)))
    {
        fragment[last].meaning = Meaning::Time(Millis::from_secs_rounded(seconds));
    }
}
