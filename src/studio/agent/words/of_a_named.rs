//! What stands beside a name and means something else there: `long.mp3 铺满全片` plays through the film, where a picture
//! would fill the screen.

use super::sense::{Fitting, Link, Noun, Sense};
use super::token::{Meaning, Token, mean};
use crate::api::wire::MediaKind;

/// Says so of the words around a name.
pub fn named(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        music_through_the_film(tokens, place);
    }
}

/// `铺满全片` behind the music, and no picture is named.
fn music_through_the_film(tokens: &mut [Token], place: usize) {
    let fills = |token: &Token| {
        token.text.starts_with("铺满") && token.sense() == Some(Sense::Fit(Fitting::Fill))
    };
    let film = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Whole) | Sense::Noun(Noun::Film)))
    };
    let heard = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
            || token.sense() == Some(Sense::Noun(Noun::Music))
    };
    let seen = |token: &Token| {
        matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Canvas)))
    };
    let whole = tokens.get(place + 1).is_some_and(film);
    if fills(&tokens[place])
        && whole
        && tokens[..place].iter().any(heard)
        && !tokens.iter().any(seen)
    {
        mean(&mut tokens[place], Sense::Filler);
    }
}
