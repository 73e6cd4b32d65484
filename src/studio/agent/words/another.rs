//! Whether a piece of a sentence names another thing than the one before it, to do the same to.

use super::clause::{names_piece, verbs};
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// The things that can be added, changed and removed side by side.
pub fn thing(token: &Token) -> Option<u8> {
    match token.meaning {
        Meaning::Known(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text)) => {
            Some(0)
        }
        Meaning::Known(Sense::Noun(Noun::Music | Noun::Sound)) => Some(1),
        Meaning::Known(Sense::Noun(Noun::Transition) | Sense::Transition(_)) => Some(2),
        Meaning::Known(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)) => Some(3),
        Meaning::Known(Sense::Noun(Noun::Canvas) | Sense::Shape(_) | Sense::Platform(_)) => Some(4),
        Meaning::Ratio(..) => Some(4),
        Meaning::Known(Sense::Look(_) | Sense::Fit(_) | Sense::Pace(_)) => Some(5),
        Meaning::Known(Sense::Tone(_) | Sense::Closeness(_) | Sense::Camera(_)) => Some(6),
        _ => None,
    }
}

pub fn names_another_thing(before: &[Token], fragment: &[Token]) -> bool {
    let has = before.iter().find_map(thing).is_some();
    let pictures = before.iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture))
                | Some(Sense::Link(Link::It))
        )
    });
    let other = fragment.iter().find_map(thing);
    // Two shapes contradict each other; two titles do not.
    let contradicts = other == Some(4) && before.iter().any(|token| thing(token) == Some(4));
    // "Lose the music and the kids photo."
    let removes = verbs(before).all(|verb| verb.sense() == Some(Sense::Verb(Verb::Remove)))
        && verbs(before).next().is_some();
    let piece = removes
        && has
        && !before.iter().any(names_piece)
        && other.is_none()
        && fragment.iter().any(names_piece);
    let pictures = pictures || (removes && before.iter().any(names_piece));
    piece || ((has || pictures) && other.is_some() && !contradicts)
}

/// `put bikes first and bunny last`: each part has its own place.
pub fn names_another_place(before: &[Token], fragment: &[Token]) -> bool {
    let is_place = |token: &Token| {
        matches!(token.meaning, Meaning::Known(Sense::Edge(_)) | Meaning::Ordinal(_))
    };
    let names_file =
        |tokens: &[Token]| tokens.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    let placed = |tokens: &[Token]| names_file(tokens) && tokens.iter().any(is_place);
    let has_time =
        |tokens: &[Token]| tokens.iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    let referred = |tokens: &[Token]| {
        tokens.iter().any(|token| {
            matches!(
                token.meaning,
                Meaning::File(..)
                    | Meaning::Ordinal(_)
                    | Meaning::Known(Sense::Noun(Noun::Clip | Noun::Footage | Noun::Picture))
            )
        })
    };
    let timed = |tokens: &[Token]| referred(tokens) && has_time(tokens);
    // "1.5s off the front and 2s off the back".
    let edge = |token: &Token| matches!(token.sense(), Some(Sense::Edge(_)));
    let at_edge = |tokens: &[Token]| {
        let off = tokens.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Link(Link::Off | Link::From | Link::At)))
                || (token.text.starts_with("at ") && edge(token))
        });
        has_time(tokens) && tokens.iter().any(edge) && off
    };
    if at_edge(before) && at_edge(fragment) {
        return true;
    }
    (placed(before) && placed(fragment)) || (timed(before) && timed(fragment))
}
