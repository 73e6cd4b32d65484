//! More than one wish for what lies over the picture: `the logo covers the price, move it top left and make it 15%`,
//! `logo缩到10%，挪左下角`.
//!
//! A further wish that names nothing, and is of a corner, a size or how solid it is, is of the logo that was named before
//! it: the logo is named again.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_verb, mean, piece};
use crate::api::wire::MediaKind;

/// Names it again.
pub fn inset_again(tokens: &mut Vec<Token>) {
    let mut last: Option<Token> = None;
    let mut place = 0;
    while place < tokens.len() {
        if is_break(&tokens[place]) {
            place += 1;
            continue;
        }
        let here = piece(tokens, place);
        let mut end = here.end;
        if let Some(inset) = tokens[here.clone()].iter().find(|token| is_inset(token)) {
            last = Some(called(inset)).filter(|_| is_told_of(&tokens[here.clone()]));
            shrinks(&mut tokens[here]);
        } else if tokens[here.clone()].iter().any(names_another) {
            last = None;
        } else if let Some(inset) = last.as_ref().filter(|_| is_of_an_inset(&tokens[here.clone()]))
        {
            end += named(tokens, here, inset);
        }
        place = end + 1;
    }
}

/// `the logo`, `角标`.
fn is_inset(token: &Token) -> bool {
    let picture = token.sense() == Some(Sense::Noun(Noun::Picture))
        || matches!(token.meaning, Meaning::File(_, MediaKind::Image));
    token.sense() == Some(Sense::Noun(Noun::Inset))
        || (picture && LISTS.logos.starts(&token.text.to_lowercase()))
}

/// Whether more is said than its name, which goes with the next wish (`the logo is in the way, move it`), and no file is
/// laid there (`海边.mp4做画中画，放右上角`), which then is what lies there.
fn is_told_of(wish: &[Token]) -> bool {
    let lays = |token: &Token| matches!(token.meaning, Meaning::File(..)) && !is_inset(token);
    let more = |token: &Token| {
        !is_inset(token)
            && !matches!(token.sense(), Some(Sense::Filler | Sense::Break | Sense::Link(_)))
    };
    !wish.iter().any(lays) && wish.iter().any(more)
}

/// By the word for one of them: `logos in the way`.
fn called(inset: &Token) -> Token {
    let small = inset.text.to_lowercase();
    let word = LISTS.logos.iter().find(|word| small.starts_with(word));
    match word.filter(|_| inset.sense() == Some(Sense::Noun(Noun::Picture))) {
        Some(word) => Token { text: word.to_owned(), ..inset.clone() },
        None => inset.clone(),
    }
}

fn names_another(token: &Token) -> bool {
    let property = |noun: Noun| {
        matches!(
            noun,
            Noun::Opacity | Noun::Transparency | Noun::Corner | Noun::Size | Noun::Canvas
        )
    };
    match token.meaning {
        Meaning::Known(Sense::Noun(noun)) => !property(noun),
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Transition(_)
                | Sense::Look(_)
                | Sense::Shape(_)
                | Sense::Platform(_)
                | Sense::Mood(_)
        ),
        Meaning::Unknown | Meaning::Percent(_) | Meaning::Number(_) | Meaning::Colour(_) => false,
        _ => true,
    }
}

/// A corner, a size or how solid it is to be, and nothing else.
fn is_of_an_inset(wish: &[Token]) -> bool {
    let value = |token: &Token| {
        matches!(token.meaning, Meaning::Percent(_))
            || matches!(token.sense(), Some(Sense::Place(_) | Sense::Noun(Noun::Corner)))
    };
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Sizing(_)
                    | Sense::Noun(Noun::Opacity | Noun::Transparency | Noun::Size | Noun::Canvas)
                    | Sense::Verb(
                        Verb::Make
                            | Verb::Move
                            | Verb::Change
                            | Verb::Use
                            | Verb::Show
                            | Verb::Trim
                            | Verb::Add
                    )
                    | Sense::Link(
                        Link::It
                            | Link::The
                            | Link::To
                            | Link::At
                            | Link::With
                            | Link::A
                            | Link::By
                            | Link::Of
                    )
            )
        )
    };
    // "标志放右下角，宽度设为12%" is one wish.
    let first = wish.iter().find(|token| token.sense() != Some(Sense::Filler));
    first.is_some_and(|first| is_verb(first) || first.sense() == Some(Sense::Link(Link::It)))
        && wish.iter().any(value)
        && wish.iter().all(|token| value(token) || light(token))
}

/// Puts its name where the wish points at it, or behind the verb; how many words that is more.
fn named(tokens: &mut Vec<Token>, here: std::ops::Range<usize>, inset: &Token) -> usize {
    shrinks(&mut tokens[here.clone()]);
    let it = |token: &Token| token.sense() == Some(Sense::Link(Link::It));
    if let Some(at) = tokens[here.clone()].iter().position(it) {
        let span = tokens[here.start + at].span.clone();
        tokens[here.start + at] = Token { span, ..inset.clone() };
        return 0;
    }
    let verb = tokens[here.clone()].iter().position(is_verb);
    let chinese = !inset.text.is_ascii() || tokens[here.clone()].iter().any(|t| !t.text.is_ascii());
    let at = here.start + verb.filter(|_| !chinese).map_or(0, |verb| verb + 1);
    let span = tokens[at.min(here.end - 1)].span.clone();
    tokens.insert(at, Token { span, ..inset.clone() });
    1
}

/// `reduce the logo to 12%`: no time is taken away.
fn shrinks(wish: &mut [Token]) {
    let share = wish.iter().any(|token| matches!(token.meaning, Meaning::Percent(_)));
    let timed = wish.iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    let cuts = |token: &&mut Token| token.sense() == Some(Sense::Verb(Verb::Trim));
    if share && !timed {
        wish.iter_mut().filter(cuts).for_each(|token| mean(token, Sense::Verb(Verb::Make)));
    }
}
