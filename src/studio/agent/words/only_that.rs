//! `only lower the music to 20%`, `delete the music only`, `只把音乐调到20%`: a wish of what goes with the pieces is for no more
//! than it names, and `only` says that once more. `剪掉剪掉` asks for it once.
//!
//! Where something is to stay or to be heard, `only` takes all else away: `只留音乐`, `keep only the title`.

use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_verb, mean, piece};

/// Leaves the word out.
pub fn only_that(tokens: &mut Vec<Token>) {
    tokens.dedup_by(|next, before| {
        is_verb(before)
            && next.meaning == before.meaning
            && next.text == before.text
            && !next.text.is_ascii()
            && before.span.end == next.span.start
    });
    let mut place = 0;
    while place < tokens.len() {
        let here = piece(tokens, place);
        if !here.is_empty() && is_of_what_goes_along(&tokens[here.clone()]) {
            for token in &mut tokens[here.clone()] {
                if is_only(token) {
                    mean(token, Sense::Filler);
                }
            }
        }
        place = here.end.max(place) + 1;
    }
}

fn is_only(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::Only)) && LISTS.only_this.has(&token.text_small())
}

/// A change to the music, the sound or the words, and no piece named.
fn is_of_what_goes_along(wish: &[Token]) -> bool {
    let along = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Music
                    | Noun::Volume
                    | Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
            ))
        )
    };
    let changes = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Remove | Verb::Mute | Verb::Change | Verb::Fade | Verb::Trim)
                    | Sense::Degree(Degree::Quieter | Degree::Louder)
            )
        )
    };
    let named = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::File(..)
                | Meaning::Files(_)
                | Meaning::Ordinal(_)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::Range(..)
        ) || matches!(token.sense(), Some(Sense::Edge(_) | Sense::Link(Link::Each | Link::Over)))
    };
    wish.iter().any(is_only)
        && wish.iter().any(along)
        && wish.iter().any(changes)
        && !wish.iter().any(named)
}
