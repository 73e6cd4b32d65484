//! Louder or quieter by decibels: `take 6 dB off the music`, `knock the song back 6dB`, `音乐往下拉6个dB`.
//!
//! Whatever the verb, an amount in decibels beside a way up or down is a change from now. It is said with its
//! sign, and the words for the way are passed over. `To -6 dB` says where the level is to be and is left as it is.

use super::goes_on::is_it;
use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_verb, piece, says};

/// Says it plainly.
pub fn by_decibels(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        if let Meaning::Decibels(amount) = tokens[place].meaning {
            let here = piece(tokens, place);
            let at = place - here.start;
            turned(&mut tokens[here], at, amount);
        }
    }
}

fn goes_down(token: &Token) -> bool {
    LISTS.grows_quieter.has(&token.text)
        || matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Less)))
        || token.sense() == Some(Sense::Verb(Verb::Trim))
        || brings_it(token, " down")
}

/// `bring it down`, as one phrase.
fn brings_it(token: &Token, way: &str) -> bool {
    token.sense() == Some(Sense::Verb(Verb::Change)) && token.text_small().ends_with(way)
}

fn goes_up(token: &Token) -> bool {
    LISTS.grows_louder.has(&token.text)
        || matches!(token.sense(), Some(Sense::Degree(Degree::Louder | Degree::More)))
        || brings_it(token, " up")
}

/// Ducking has its amount in decibels as well, and a way that is no change from now.
fn is_ducked(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Duck) | Sense::Link(Link::Over)))
    })
}

fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Filler
                | Sense::Verb(
                    Verb::Make | Verb::Change | Verb::Add | Verb::Use | Verb::Move | Verb::Remove
                )
                | Sense::Link(
                    Link::By
                        | Link::Off
                        | Link::At
                        | Link::To
                        | Link::Of
                        | Link::With
                        | Link::Without
                )
                | Sense::Noun(Noun::Volume)
        )
    )
}

fn turned(tokens: &mut [Token], at: usize, amount: f64) {
    let names = tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Clip)))
            || matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || is_it(token)
            || token.text_small().contains(" it ")
    });
    let denied = tokens.iter().any(|token| {
        token.sense() == Some(Sense::Link(Link::Not))
            || (token.sense() == Some(Sense::Link(Link::Without)) && !says(token, &["minus"]))
    });
    if !names || denied || is_ducked(tokens) {
        return;
    }
    let (down, up) = (tokens.iter().any(goes_down), tokens.iter().any(goes_up));
    // "+6dB", "-6 dB on the music".
    let signed = tokens[at].text.starts_with(['+', '-', '−', '–']);
    let to = at > 0 && matches!(tokens[at - 1].sense(), Some(Sense::Link(Link::To | Link::At)));
    let set =
        to || tokens.iter().any(|token| is_verb(token) && !goes_down(token) && !goes_up(token));
    let factor = match (down, up) {
        (true, false) if !to => -amount.abs(),
        (false, true) if !to && amount >= 0.0 => amount,
        (false, false) if signed && !set => amount,
        _ => return,
    };
    tokens[at].meaning = Meaning::Decibels(factor);
    for (place, token) in tokens.iter_mut().enumerate() {
        if place != at
            && (goes_down(token)
                || goes_up(token)
                || is_light(token)
                || LISTS.moves_a_level.has(&token.text))
        {
            // Its words would make one verb with others (`take … off`).
            *token = token.beside(Sense::Filler, "");
        }
    }
}
