//! Words at the head of a part that only lead on to it: `，最后清早转180度` (at last, and not at the end of the film),
//! `，对了，集市虚化`.
//!
//! `最后放清早` and `最后一张` say where.

use super::aside::is_effect;
use super::list::LISTS;
use super::remark::is_text_noun;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_time, mean, piece};

/// Lets such words be marks as the one before them is.
pub fn lead_on(mut tokens: Vec<Token>) -> Vec<Token> {
    for place in 1..tokens.len() {
        if !is_break(&tokens[place - 1]) || is_break(&tokens[place]) {
            continue;
        }
        let here = piece(&tokens, place);
        let part = &tokens[here.clone()];
        let marks = |token: &Token| is_break(token) && !token.text.contains(char::is_alphanumeric);
        let end = tokens[place..].iter().position(marks).map_or(tokens.len(), |mark| place + mark);
        let calls = LISTS.calls_out.has(&part.iter().map(Token::text_small).collect::<String>());
        if calls && names_something(&tokens, here.end) {
            tokens[here].iter_mut().for_each(|token| mean(token, Sense::Break));
        } else if LISTS.at_last.has(&part[0].text) && is_treated(&tokens[place + 1..end]) {
            mean(&mut tokens[place], Sense::Break);
        }
    }
    tokens
}

/// Whether a wish may stand behind a mark.
fn names_something(tokens: &[Token], mark: usize) -> bool {
    let behind = tokens.iter().skip(mark).skip_while(|token| is_break(token));
    let mut part = behind.take_while(|token| !is_break(token));
    part.any(|token| is_file(token) || is_of_the_film(token))
}

/// Whether what stands first becomes otherwise, and nothing says that it goes anywhere.
fn is_treated(rest: &[Token]) -> bool {
    let Some(first) = rest.iter().find(|token| token.sense() != Some(Sense::Filler)) else {
        return false;
    };
    let goes = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(
                Verb::Move | Verb::Add | Verb::Show | Verb::Use | Verb::Keep | Verb::Join
            ))
        ) || LISTS.light_in_order.has(&token.text)
    };
    let told = |token: &Token| !is_file(token) && !is_time(token) && !is_light(token);
    let quotes = rest.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let becomes = || {
        let changes = |token: &Token| is_effect(token) || CHANGES.contains(&token.sense());
        rest.iter().any(changes) || (rest.iter().any(told) && !rest.iter().any(goes))
    };
    (is_file(first) && (becomes() || (quotes && rest.iter().any(is_text_noun))))
        || (is_of_the_film(first) && !quotes)
}

/// What these do leaves a piece where it is, or says where the other goes.
const CHANGES: [Option<Sense>; 8] = [
    Some(Sense::Verb(Verb::Swap)),
    Some(Sense::Verb(Verb::Mute)),
    Some(Sense::Verb(Verb::Reverse)),
    Some(Sense::Verb(Verb::Split)),
    Some(Sense::Verb(Verb::Rotate)),
    Some(Sense::Verb(Verb::Crop)),
    Some(Sense::Verb(Verb::Freeze)),
    Some(Sense::Verb(Verb::Detach)),
];

fn is_light(token: &Token) -> bool {
    is_break(token) || matches!(token.sense(), Some(Sense::Filler | Sense::Link(_)))
}

/// The title, the music, all of a kind, a part by its times: none of them comes last.
fn is_of_the_film(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Range(..))
        || matches!(
            token.sense(),
            Some(
                Sense::Noun(
                    Noun::Title
                        | Noun::Caption
                        | Noun::Text
                        | Noun::Music
                        | Noun::Film
                        | Noun::Canvas
                ) | Sense::Link(Link::Each | Link::All | Link::Over)
                    | Sense::Edge(Edge::Start)
            )
        )
}
