//! What a thing of the film wants is wanted of it: `the title wants to be bigger`, `bunny wants muting`.
//!
//! Of somebody the same words tell what he would like, which may be no wish at all (`the client wants it square`);
//! therefore only what stands right behind something of the film is read so.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense};
use super::token::{Meaning, Token, mean};

/// Passes the wanting over.
pub fn wants_to_be(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        if !LISTS.wanted_of_a_thing.has(&tokens[place].text) || !is_thing(&tokens[place - 1]) {
            continue;
        }
        mean(&mut tokens[place], Sense::Filler);
        // "Wants to be".
        if let Some(to) = tokens.get_mut(place + 1)
            && to.sense() == Some(Sense::Link(Link::To))
            && to.text.eq_ignore_ascii_case("to")
        {
            mean(to, Sense::Filler);
        }
    }
}

fn is_thing(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Quote(_) | Meaning::Number(_))
        || matches!(token.sense(), Some(Sense::Edge(_)))
        || matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Title
                    | Noun::Caption
                    | Noun::Heading
                    | Noun::Text
                    | Noun::Music
                    | Noun::Sound
                    | Noun::Volume
                    | Noun::Clip
                    | Noun::Picture
                    | Noun::Film
                    | Noun::Footage
                    | Noun::Inset
                    | Noun::Transition
            ))
        )
}
