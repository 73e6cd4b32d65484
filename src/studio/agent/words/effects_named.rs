//! `把所有效果都去掉`, `特效全删了`: the effects are what goes, and not what they are on.
//!
//! Elsewhere `效果` says nothing: `黑白效果` is the look and `转场效果` the transition. Where a part of a
//! sentence takes something away and names nothing else that could go, the effects are meant. Left
//! unread, `去掉所有效果` would take all pictures away.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Sorting, Verb};
use super::token::{Meaning, Token};
use crate::api::wire::MediaKind;

/// Makes the word a name where the effects are to go.
pub fn name_effects(tokens: &mut [Token]) {
    let parts = tokens.split_mut(|token| token.sense() == Some(Sense::Break));
    for part in parts.filter(|part| takes_away(part) && !part.iter().any(is_another)) {
        let named = |token: &Token| LISTS.effects.has(&token.text);
        if !part.iter().any(named) {
            continue;
        }
        for token in part {
            if named(token) {
                token.meaning = Meaning::Known(Sense::Noun(Noun::Effects));
            } else if token.sense() == Some(Sense::Verb(Verb::Restart)) {
                token.meaning = Meaning::Known(Sense::Verb(Verb::Remove));
            }
        }
    }
    marks_in_footage(tokens);
    transitions_of_any_kind(tokens);
}

/// `random transitions`: which, is not said; and no order of the pieces is.
fn transitions_of_any_kind(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let seam = matches!(
            tokens[place].sense(),
            Some(Sense::Transition(_) | Sense::Noun(Noun::Transition))
        );
        if seam && tokens[place - 1].sense() == Some(Sense::Sorting(Sorting::Shuffled)) {
            tokens[place - 1].meaning = Meaning::Unknown;
        }
    }
}

/// `remove the watermark from bunny.mp4`: what was filmed with it can not be taken off, and the footage is
/// not what goes.
fn marks_in_footage(tokens: &mut [Token]) {
    let parts = tokens.split_mut(|token| token.sense() == Some(Sense::Break));
    for part in parts.filter(|part| takes_away(part)) {
        let footage = |token: &Token| matches!(token.meaning, Meaning::File(_, MediaKind::Video));
        if !part.iter().any(footage) {
            continue;
        }
        let burnt = part.iter_mut().filter(|token| LISTS.filmed_in.has(&token.text));
        burnt.for_each(|token| token.meaning = Meaning::Unknown);
    }
}

fn takes_away(part: &[Token]) -> bool {
    part.iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Remove | Verb::Restart) | Sense::Link(Link::Without))
        )
    })
}

/// What could go, or what is only called an effect.
fn is_another(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Look(_)
                | Sense::Tone(_)
                | Sense::Camera(_)
                | Sense::Fit(_)
                | Sense::Transition(_)
                | Sense::Moving(_)
                | Sense::Lettering(_)
                | Sense::Pace(_)
                | Sense::Beyond(_)
        )
    ) || matches!(token.sense(), Some(Sense::Noun(noun)) if !is_of_the_picture(noun))
        || token.meaning == Meaning::Unknown
}

fn is_of_the_picture(noun: Noun) -> bool {
    matches!(noun, Noun::Picture | Noun::Clip | Noun::Footage | Noun::Film | Noun::Effects)
}
