//! A level in other words: `ease the music down to 25%`, `knock the music's volume down by half`, `音乐比现在小一半`.

use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, says};

/// Says it plainly.
pub fn levels(tokens: &mut [Token]) {
    for tokens in tokens.split_mut(is_break).filter(|part| !part.is_empty()) {
        level(tokens);
    }
}

fn is_music(token: &Token) -> bool {
    token.sense() == Some(Sense::Noun(Noun::Music))
}

fn is_way(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Louder)))
}

fn is_half(token: &Token) -> bool {
    token.sense() == Some(Sense::Degree(Degree::Half)) || LISTS.a_half.has(&token.text)
}

fn level(tokens: &mut [Token]) {
    let heard = tokens
        .iter()
        .any(|token| is_music(token) || token.sense() == Some(Sense::Noun(Noun::Volume)));
    let other = tokens.iter().any(|token| {
        matches!(token.meaning, Meaning::Quote(_) | Meaning::Time(_) | Meaning::Range(..))
            || matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Noun(Noun::Title | Noun::Caption | Noun::Text)
                        | Sense::Verb(Verb::Fade | Verb::Duck)
                )
            )
    });
    let share = tokens.iter().any(|token| matches!(token.meaning, Meaning::Percent(_)));
    let half = tokens.iter().any(is_half);
    if !heard || other || !(share || half) {
        return;
    }
    mood_of_the_music(tokens);
    half_off(tokens);
    let way = tokens.iter().any(is_way);
    for token in tokens.iter_mut() {
        let strange = token.meaning == Meaning::Unknown;
        // "Lift" is brighter elsewhere.
        let moves = LISTS.moves_a_level.has(&token.text)
            && (strange || matches!(token.sense(), Some(Sense::Tone(_))));
        let plays = says(token, &["play", "playing"]);
        if (moves && way) || plays {
            mean(token, Sense::Filler);
        } else if moves {
            mean(token, Sense::Verb(Verb::Change));
        }
    }
}

/// `make the calm track half as loud`: which music is said by its mood.
fn mood_of_the_music(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let the = tokens[place - 1].sense() == Some(Sense::Link(Link::The));
        let music = tokens.get(place + 1).is_some_and(is_music);
        if the && music && matches!(tokens[place].sense(), Some(Sense::Mood(_))) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `take half the volume off the music`, `shave half off the music level`.
fn half_off(tokens: &mut [Token]) {
    let Some(half) = tokens.iter().position(is_half) else { return };
    let off = tokens[half..].iter().position(|token| token.sense() == Some(Sense::Link(Link::Off)));
    let takes = tokens[..half].iter().any(|token| {
        LISTS.grows_quieter.has(&token.text) || token.sense() == Some(Sense::Verb(Verb::Trim))
    });
    if let Some(off) = off.filter(|_| takes) {
        for (place, token) in tokens.iter_mut().enumerate() {
            if place < half || place == half + off {
                // Its words would make one verb with others (`take … off`).
                *token = token.beside(Sense::Filler, "");
            }
        }
        tokens[half] = tokens[half].beside(Sense::Degree(Degree::Half), "half as loud");
    }
}
