//! Music that gives way to speech, whatever the verb: `dip the music when someone talks`, `有人讲话就把音乐压下去`.
//!
//! A way down beside the time of speech is no level of its own: it would be as low throughout. It comes down to the
//! one word for it. Where a share is said, or it is to be no more, nothing is changed here.

use super::list::LISTS;
use super::sense::{Degree, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, mean};

/// Says it plainly.
pub fn under_speech(tokens: &mut [Token]) {
    let speech = |token: &Token| {
        let text = token.text_small();
        token.sense() == Some(Sense::Link(Link::Over))
            && (LISTS.somebody_talks.is_within(&text) || LISTS.speech.is_within(&text))
    };
    let Some(place) = tokens.iter().position(speech) else { return };
    let music = tokens.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    let way = LISTS.out_of_the_way.is_within(&tokens[place].text_small());
    let lower =
        way || tokens.iter().any(|token| is_lower(token) || LISTS.gives_way.has(&token.text));
    let ducked = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Duck)));
    let other = tokens.iter().any(is_of_another_wish);
    if !music || !(lower || ducked) || other {
        return;
    }
    for token in tokens.iter_mut() {
        let kept = matches!(token.meaning, Meaning::Decibels(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(_) | Sense::Break | Sense::Verb(Verb::Duck))
            );
        let light = is_lower(token)
            || LISTS.gives_way.has(&token.text)
            || matches!(
                token.sense(),
                Some(Sense::Verb(_) | Sense::Link(_) | Sense::Filler | Sense::Degree(_))
            );
        if !kept && light {
            mean(token, Sense::Filler);
        }
    }
    mean(&mut tokens[place], Sense::Verb(if ducked { Verb::Use } else { Verb::Duck }));
    // "When somebody speaks, pull it down": one wish.
    let of_it = |token: &Token| {
        matches!(token.meaning, Meaning::Decibels(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Verb(Verb::Duck | Verb::Use)
                        | Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)
                )
            )
    };
    let comma = |token: &Token| token.sense() == Some(Sense::Break) && LISTS.comma.has(&token.text);
    if tokens.iter().all(|token| of_it(token) || comma(token)) {
        tokens.iter_mut().filter(|token| comma(token)).for_each(|token| mean(token, Sense::Filler));
    }
}

fn is_of_another_wish(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Percent(_) | Meaning::Quote(_) | Meaning::Time(_))
        || matches!(token.meaning, Meaning::File(..) | Meaning::Range(..))
        || matches!(
            token.sense(),
            Some(
                Sense::Link(Link::Without | Link::Not)
                    | Sense::Verb(Verb::Mute)
                    | Sense::Degree(Degree::Louder | Degree::Bit | Degree::Much | Degree::Half)
            )
        )
}

fn is_lower(token: &Token) -> bool {
    LISTS.grows_quieter.has(&token.text)
        || matches!(token.sense(), Some(Sense::Degree(Degree::Quieter | Degree::Less)))
        || token.sense() == Some(Sense::Verb(Verb::Trim))
}
