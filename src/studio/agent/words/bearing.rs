//! Whether a part of a sentence bears something of an edit: an order, an amount, words to show, a look that is wanted,
//! a limit, something taken back, a question. Where every other part is understood whole, a part that bears none of
//! these is a remark, however it is built: `bikes骑得太磨叽了 给我调成5倍速`, `mute bikes its literally just wind`.
//!
//! `idle` knows remarks by how they are built. Here the burden lies the other way round, so it is asked only where a
//! sentence is understood in no other way.

use super::accordingly::{amount_told, is_of_an_amount};
use super::aside::{is_effect, is_the_same_again, said_elsewhere};
use super::bearing_chinese as chinese;
use super::bearing_english as english;
use super::goes_on::{goes_on, is_chinese, says_it};
use super::idle::{
    goes_on_telling, is_alone_in_it, is_only_felt, is_said_in, is_told_again, is_without_object,
    judges_an_amount, text,
};
use super::list::LISTS;
use super::remark::{is_part, is_taking_away, is_thing, said};
use super::sense::{Degree, Link, Look, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// Whether a part of a sentence bears something of an edit.
pub fn bears_an_edit(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    if deals_only_with(part) {
        return false;
    }
    if !is_chinese(part) && english::surely_bears(part) {
        return true;
    }
    let next = parts.get(place + 1).map(Vec::as_slice);
    if said(part).all(|token| token.sense() == Some(Sense::Filler))
        || is_only_felt(part)
        || is_alone_in_it(part, next)
        || is_told_again(parts, place)
        || goes_on_telling(parts, place)
    {
        return false;
    }
    takes_back(part)
        || is_the_same_again(part)
        || is_exact(parts, place)
        || if is_chinese(part) {
            chinese::bears(parts, place)
        } else {
            english::bears(parts, place)
        }
}

/// `这节课只讲杀球`, `this lesson is only about smashes`: what it is about, and nothing of the film but its pieces.
fn deals_only_with(part: &[Token]) -> bool {
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Unknown);
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Break | Sense::Link(_)))
    };
    LISTS.deals_only_with.is_within(&text(part))
        && part.iter().all(|token| piece(token) || light(token))
}

/// `unless gran minds`, `算了`: what is wanted is not wanted then, or not always.
pub fn takes_back(part: &[Token]) -> bool {
    let mut text = text(part);
    for word in LISTS.no_wanting.iter() {
        text = text.replace(word, "");
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    LISTS
        .holds_not
        .iter()
        .any(|word| is_said_in(&text, word) && (!LISTS.holds_lightly.has(word) || first == word))
}

/// An amount, words to show or a file that there is not, unless it is only judged or what the next part is of.
pub fn is_exact(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let cut_next = parts.get(place + 1).is_some_and(|next| {
        let cuts = |token: &Token| {
            is_taking_away(token) || matches!(token.sense(), Some(Sense::Verb(Verb::Trim)))
        };
        (goes_on(next) || is_without_object(next)) && next.iter().any(cuts)
    });
    let exact = |(at, token): (usize, &Token)| match token.meaning {
        Meaning::Known(_) | Meaning::Unknown | Meaning::File(..) | Meaning::Ordinal(_) => false,
        // "There were 3 dogs".
        Meaning::Number(number) => {
            let counted = part.get(at + 1).is_some_and(|next| next.meaning == Meaning::Unknown)
                || english::is_of_people(part);
            (number - 1.0).abs() > f64::EPSILON && !counted
        }
        _ if is_part(token) => !cut_next,
        _ => true,
    };
    let told = amount_told(part).is_some()
        && parts.iter().skip(place + 1).any(|next| is_of_an_amount(next));
    !judges_an_amount(part) && !told && part.iter().enumerate().any(exact)
}

/// What a sort of wish is about, as far as a remark can be the reason for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Light,
    Loud,
    Time,
    Size,
    Frame,
    Order,
    Colour,
}

fn sort(token: &Token) -> Option<Sort> {
    match token.meaning {
        Meaning::Time(_) | Meaning::Speed(_) => Some(Sort::Time),
        Meaning::Decibels(_) | Meaning::Loudness(_) => Some(Sort::Loud),
        Meaning::Ratio(..) => Some(Sort::Frame),
        Meaning::Known(sense) => match sense {
            Sense::Tone(_) | Sense::Look(Look::BlackAndWhite | Look::InColour | Look::Sepia) => {
                Some(Sort::Light)
            }
            Sense::Degree(Degree::Quieter | Degree::Louder) | Sense::Verb(Verb::Mute) => {
                Some(Sort::Loud)
            }
            Sense::Pace(_) | Sense::Stretch(_) | Sense::Tempo(_) => Some(Sort::Time),
            Sense::Sizing(_) | Sense::Closeness(_) => Some(Sort::Size),
            Sense::Shape(_) | Sense::Platform(_) | Sense::Fit(_) | Sense::Resolution(_) => {
                Some(Sort::Frame)
            }
            Sense::Sorting(_) => Some(Sort::Order),
            Sense::Colour(_) => Some(Sort::Colour),
            _ => None,
        },
        _ => None,
    }
}

/// `停久点`, `a bit quieter`, and behind it by how much.
pub fn is_said_exactly(part: &[Token], next: &[Token]) -> bool {
    let vague: Vec<Sort> = said(part).filter(|token| is_effect(token)).filter_map(sort).collect();
    let told = |token: &Token| measures(token).iter().any(|sort| vague.contains(sort));
    said(part).all(|token| measures(token).is_empty()) && said(next).any(told)
}

/// What an amount can be of.
fn measures(token: &Token) -> &'static [Sort] {
    match token.meaning {
        Meaning::Time(_) | Meaning::Speed(_) => &[Sort::Time],
        Meaning::Percent(_) => &[Sort::Light, Sort::Loud, Sort::Size],
        Meaning::Decibels(_) => &[Sort::Loud],
        _ => &[],
    }
}

/// Whether the wish behind a part is of what the part told of.
pub fn is_taken_up(parts: &[Vec<Token>], place: usize) -> bool {
    parts.get(place + 1).is_some_and(|next| {
        let its = |token: &Token| ["its", "their"].contains(&token.text_small().as_str());
        goes_on(next) || says_it(next) || is_without_object(next) || next.iter().any(its)
    })
}

/// Whether a part tells of a look, a pace, a shape that nothing else in the sentence is about: it may be wanted. `counts`
/// says what is one there.
pub fn has_an_effect_of_its_own(
    parts: &[Vec<Token>],
    place: usize,
    counts: impl Fn(&Token) -> bool,
) -> bool {
    let part = &parts[place];
    let others = || parts.iter().enumerate().filter(|(at, _)| *at != place).flat_map(|(_, p)| p);
    let reason = |token: &Token| {
        let own = sort(token);
        own.is_some() && others().any(|other| sort(other) == own)
    };
    let alone = |token: &Token| {
        !said_elsewhere(token, parts, place) && (!reason(token) || names_another(parts, place))
    };
    let wanted = |token: &Token| {
        counts(token)
            && is_wanted(part, token)
            && alone(token)
            && !is_said_of_a_stranger(part, token)
    };
    !is_taken_up(parts, place) && said(part).any(wanted)
}

/// `that's Alfie's big save`, `it's her quiet corner`: what somebody or something nobody knows is like.
fn is_said_of_a_stranger(part: &[Token], token: &Token) -> bool {
    let mut rest = said(part).skip_while(|other| other.span != token.span).skip(1);
    let first = said(part).next().is_some_and(|first| LISTS.tells_of.has(&first.text_small()));
    first
        && rest.next().is_some_and(|next| {
            next.text.is_ascii()
                && matches!(next.meaning, Meaning::Unknown | Meaning::Known(Sense::Beyond(_)))
                && !LISTS.finite.has(&next.text_small())
        })
}

/// What something can be made like; a mood only where music is spoken of.
fn is_wanted(part: &[Token], token: &Token) -> bool {
    let music = || {
        part.iter().any(|token| {
            matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Tempo)))
        })
    };
    match token.sense() {
        Some(Sense::Degree(Degree::Much | Degree::Bit | Degree::More | Degree::Less)) => false,
        Some(Sense::Mood(_)) => music(),
        Some(Sense::Camera(_)) => !pants(token),
        _ => is_effect(token) && !LISTS.tales.has(&token.text_small()),
    }
}

/// A piece that nothing else in the sentence names.
fn names_another(parts: &[Vec<Token>], place: usize) -> bool {
    let piece = |token: &&Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let others = parts.iter().enumerate().filter(|(at, _)| *at != place);
    let named: Vec<&Meaning> = others
        .flat_map(|(_, part)| part.iter().filter(piece).map(|token| &token.meaning))
        .collect();
    parts[place].iter().filter(piece).any(|token| !named.contains(&&token.meaning))
}

/// `panting like a walrus`, which pans nothing.
fn pants(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Camera(_))) && token.text.ends_with("ting")
}

/// Something of the film, or what it can be made like.
pub fn is_of_the_film(token: &Token) -> bool {
    let mood = matches!(token.sense(), Some(Sense::Mood(_)));
    let told = mood || pants(token) || LISTS.tales.has(&token.text_small());
    is_thing(token) || (is_effect(token) && !told)
}

/// `the title is at the bottom`, `音乐在开头`: said of what is there, it may be where it is to be.
pub fn is_placed(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Edge(_)
                | Sense::Place(_)
                | Sense::Link(
                    Link::Before
                        | Link::After
                        | Link::Between
                        | Link::FirstComes
                        | Link::LastComes
                        | Link::Position
                )
        )
    )
}
