//! A rise from black or a fall to it, however it is said: `open on black and fade up`, `let the picture sink into
//! black`, `fade the last clip to black`, `开头2秒由黑渐亮`, `画面渐隐至黑`.
//!
//! Black beside a word of coming or going is neither a colour of words nor a card. The verb, the black and what
//! is said of the picture come down to one word; pieces and lengths stay.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean};
use super::transition_name;

/// Says it plainly. Where a part of a sentence says all of it, the others are other wishes.
pub fn from_black(tokens: &mut [Token]) {
    let whole = |part: &[Token]| part.iter().any(is_black) && part.iter().any(is_fade);
    if tokens.split(is_break).any(whole) {
        tokens.split_mut(is_break).for_each(rise_or_fall);
    } else {
        rise_or_fall(tokens);
    }
}

/// `从白场淡入`: there is no such fade, and it is no transition between all pieces either.
pub fn from_white(tokens: &mut [Token]) {
    for part in tokens.split_mut(is_break) {
        let fades = part.iter().any(is_fade);
        for token in part.iter_mut().filter(|token| fades && is_white(token)) {
            token.meaning = Meaning::Unknown;
        }
    }
}

fn is_white(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Transition(index)) if transition_name(index) == "fade through white")
}

fn is_fade(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut)))
}

fn is_black(token: &Token) -> bool {
    let named = token.text.contains('黑') || token.text_small().contains("black");
    LISTS.black.has(&token.text) || (is_fade(token) && named)
}

fn rise_or_fall(tokens: &mut [Token]) {
    let Some(place) = tokens.iter().position(is_black) else { return };
    let other = tokens.iter().any(is_of_another_wish);
    let moves = tokens.iter().any(is_motion);
    let crosses = tokens.iter().enumerate().any(|(at, token)| {
        at != place && matches!(token.sense(), Some(Sense::Transition(_))) && !is_black(token)
    });
    // "Fade in from black at the start and fade out at the end" is two wishes.
    let noun = |noun: Noun| tokens.iter().any(|token| token.sense() == Some(Sense::Noun(noun)));
    let both = noun(Noun::FadeIn) && noun(Noun::FadeOut);
    let other = other || crosses || both;
    if other || !moves {
        return;
    }
    let Some(rises) = way(tokens, place) else { return };
    for at in 1..tokens.len() {
        // "The closing shot".
        let clip = tokens[at].sense() == Some(Sense::Noun(Noun::Clip));
        if clip && LISTS.closing.has(&tokens[at - 1].text) {
            tokens[at - 1].meaning = Meaning::Ordinal(-1);
        }
    }
    for token in tokens.iter_mut() {
        if is_motion(token) || is_of_the_picture(token) {
            mean(token, Sense::Filler);
        }
    }
    // "Open on black and fade up": one wish.
    for at in 0..tokens.len() {
        let idle = |from: usize, to: usize| {
            tokens[from..to].iter().all(|token| token.sense() == Some(Sense::Filler))
        };
        let near = (at < place && idle(at + 1, place)) || (at > place && idle(place + 1, at));
        if is_break(&tokens[at]) && near {
            mean(&mut tokens[at], Sense::Filler);
        }
    }
    let (noun, text) = if rises {
        (Noun::FadeIn, "fade in from black")
    } else {
        (Noun::FadeOut, "fade out to black")
    };
    tokens[place] = tokens[place].beside(Sense::Noun(noun), text);
}

/// Black is a colour of these, or they are no rise and no fall.
fn is_of_another_wish(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_) | Meaning::Colour(_))
        || matches!(
            token.sense(),
            Some(
                Sense::Noun(
                    Noun::Card
                        | Noun::Title
                        | Noun::Caption
                        | Noun::Text
                        | Noun::Heading
                        | Noun::Music
                        | Noun::Sound
                        | Noun::Transition
                        | Noun::Backdrop
                ) | Sense::Lettering(_)
                    | Sense::Link(Link::Between | Link::Without | Link::Not)
            )
        )
}

/// Words of coming and going.
fn is_motion(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Verb(Verb::Fade) | Sense::Noun(Noun::FadeIn | Noun::FadeOut))
    ) || LISTS.sinks_or_rises.has(&token.text)
}

fn is_of_the_picture(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Verb(Verb::Make | Verb::Change | Verb::Add | Verb::Show | Verb::Use)
                | Sense::Noun(Noun::Canvas | Noun::Film | Noun::FirstFrame)
                | Sense::Link(Link::From | Link::To | Link::FirstComes | Link::LastComes)
        )
    ) || LISTS.as_pictures_come.has(&token.text)
}

/// Whether it rises. What stands before the black says so; else how it moves or where.
fn way(tokens: &[Token], place: usize) -> Option<bool> {
    let before = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let text = tokens[place].text_small();
    if LISTS.into_black.starts(&text) {
        return Some(false);
    }
    if LISTS.out_of_black.starts(&text) {
        return Some(true);
    }
    if before.is_some_and(|before| LISTS.turns_to.has(&before.text)) {
        return Some(false);
    }
    match tokens[place].sense() {
        Some(Sense::Noun(Noun::FadeIn)) => return Some(true),
        Some(Sense::Noun(Noun::FadeOut)) => return Some(false),
        _ => {}
    }
    match before.and_then(Token::sense) {
        Some(Sense::Link(Link::From | Link::FirstComes | Link::Of | Link::Off)) => Some(true),
        Some(Sense::Link(Link::To | Link::LastComes)) => Some(false),
        _ => {
            let has = |noun: Noun, edge: Edge| {
                tokens.iter().any(|token| {
                    matches!(token.sense(), Some(Sense::Noun(found)) if found == noun)
                        || token.sense() == Some(Sense::Edge(edge))
                })
            };
            match (has(Noun::FadeIn, Edge::Start), has(Noun::FadeOut, Edge::End)) {
                (true, false) => Some(true),
                (false, true) => Some(false),
                _ => None,
            }
        }
    }
}
