//! A wish that goes on with what was said before it: `…, cut them`, `…，剪掉吧`, `…, make it say "Hi"`.

use super::letters::is_han;
use super::list::LISTS;
use super::remark::{is_text_noun, is_thing, said};
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, says};

/// Whether a wish names nothing of its own to do it to: `cut them`, `剪掉吧`.
pub fn goes_on(fragment: &[Token]) -> bool {
    let asks = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(_)
                    | Sense::Degree(_)
                    | Sense::Tone(_)
                    | Sense::Pace(_)
                    | Sense::Sizing(_)
                    | Sense::Closeness(_)
                    | Sense::Look(_)
                    | Sense::Fit(_)
                    | Sense::Camera(_)
                    | Sense::Turning(_)
                    | Sense::Link(Link::Without)
            )
        )
    };
    // "It should say …": the words that are wanted.
    let quotes = |token: &Token| token.sense() == Some(Sense::Link(Link::Saying));
    (fragment.iter().any(asks) || fragment.iter().any(quotes))
        && (trades(fragment)
            || !fragment.iter().any(|token| {
                (names_its_own(token) && !(is_had(token) && says_it(fragment)))
                    || (token.meaning == Meaning::Unknown && !goes_a_way(token))
            }))
}

/// `饱和度减30`: more or less, by a word that says nothing elsewhere.
fn goes_a_way(token: &Token) -> bool {
    LISTS.grows_quieter.has(&token.text) || LISTS.grows_louder.has(&token.text)
}

/// `give it a fade-in`, `turn the sound off on it`: what it has or is to have.
fn is_had(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth | Noun::Sound))
    )
}

/// `take it from both photographs`, `show it as the subtitles`: whatever else is named, it is what was told of.
pub fn takes_it(fragment: &[Token]) -> bool {
    let mut telling = said(fragment).filter(|token| token.sense() != Some(Sense::Filler));
    while let Some(token) = telling.next() {
        if matches!(token.sense(), Some(Sense::Verb(_))) {
            return telling.next().is_some_and(is_it);
        }
    }
    false
}

pub fn is_chinese(fragment: &[Token]) -> bool {
    fragment.iter().any(|token| token.text.chars().any(is_han))
}

pub fn is_seam(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Transition(_) | Sense::Noun(Noun::Transition)))
}

/// `make them one second each`: of what was spoken of, if that is not the pieces.
pub fn is_each(fragment: &[Token]) -> bool {
    let each = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::Each)) || says(token, &["both", "两个", "两处"])
    };
    fragment.iter().any(each)
        && !fragment.iter().any(|token| {
            !each(token) && (is_thing(token) || token.meaning == Meaning::Unknown) && !is_it(token)
        })
}

/// A thing that a wish is about, but not `那段`, which points back.
fn names_its_own(token: &Token) -> bool {
    is_thing(token) && !is_it(token)
}

/// `换成海边.mp4`, `replace it with lake.jpg`: what is to come is named, what goes is not.
pub fn trades(fragment: &[Token]) -> bool {
    // "用细节.jpg替换它".
    let replaces = |token: &Token| LISTS.takes_the_place.has(&token.text);
    if fragment.iter().any(replaces) && fragment.iter().any(is_it) {
        return true;
    }
    let mut telling = said(fragment).filter(|token| token.sense() != Some(Sense::Filler));
    let verb = telling.next();
    let next = telling.next();
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::MissingFile(_));
    verb.is_some_and(|verb| says(verb, &["换成", "换为", "替换成", "替换为"]))
        && next.is_some_and(file)
        || verb.is_some_and(|verb| says(verb, &["replace", "swap"]))
            && next.is_some_and(|next| is_it(next) || next.text_small().starts_with("it "))
}

pub fn is_it(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::It))
        || says(
            token,
            &[
                "that",
                "those",
                "these",
                "这段",
                "那段",
                "这一段",
                "那一段",
                "这张",
                "那张",
                "这一张",
                "那一张",
            ],
        )
}

pub fn says_it(fragment: &[Token]) -> bool {
    fragment.iter().any(is_it)
}

/// The wish, said of a subject: in place of `it`, or before everything.
pub fn about(mut fragment: Vec<Token>, subject: Vec<Token>) -> Vec<Token> {
    let leading = fragment.iter().take_while(|token| token.sense() == Some(Sense::Break)).count();
    let words = subject.iter().any(is_text_noun)
        && fragment.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    // "The title is misspelt, make it …": the words that are there become others.
    for token in fragment.iter_mut().filter(|_| words) {
        if token.sense() == Some(Sense::Verb(Verb::Make)) {
            token.meaning = Meaning::Known(Sense::Verb(Verb::Change));
        }
    }
    match fragment.iter().position(is_it) {
        Some(it) => fragment.splice(it..=it, subject).for_each(drop),
        None => fragment.splice(leading..leading, subject).for_each(drop),
    }
    fragment
}
