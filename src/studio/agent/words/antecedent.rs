//! What a wish goes on with, where it does not say it itself: the thing that was told of just before it (`the last
//! clip is shaky, remove it`, `音乐进得太突然了，加3秒淡入`).
//!
//! A remark's subject goes first, then whatever it names. A wish that has its own object and `it` besides takes the
//! one thing that the remark names (`I have gone off the sepia, take it off both pictures`).

use super::aside::{is_effect, named};
use super::goes_on::{goes_on, is_chinese, is_each, is_seam, takes_it};
use super::list::LISTS;
use super::remark::{is_copula, is_part, is_taking_away, is_thing, parts, said};
use super::sense::{Link, Noun, Sense};
use super::stretch::{is_english_stretch, takes_part_of};
use super::token::{Meaning, Token, is_verb, says};
use super::told::is_of_its_sound;

/// Whether a wish goes on with one of the remarks that were held back before it, and with what of it.
pub fn taken_from(
    held: &[Vec<Token>],
    fragment: &[Token],
    loosely: bool,
) -> (bool, Option<Vec<Token>>) {
    let about = held.iter().rev().map(|remark| all_of_it(remark, about_what(remark, loosely)));
    let subject = about.into_iter().find(|it| !it.is_empty()).map(without_properties);
    let has = |fits: &dyn Fn(&[Token]) -> bool| subject.as_deref().is_some_and(fits);
    let goes = goes_on(fragment)
        || is_of_its_sound(fragment)
        || has(&|it| it.iter().any(is_seam) && is_each(fragment))
        || has(&|it| takes_part_of(it, fragment))
        || has(&|it| fades_it(it, fragment));
    let takes = takes_it(fragment);
    let bare = goes && subject.is_none() && (takes || fragment.iter().any(is_taking_away));
    let one = held.iter().rev().find_map(|remark| one_named(remark));
    let taken_off = fragment.iter().any(is_taking_away);
    let look = |one: &Token| matches!(one.sense(), Some(Sense::Look(_)));
    // "The sepia bothers me, make them all 2 seconds" puts no sepia on.
    let one = one.filter(|one| (bare || (!goes && takes)) && (taken_off || !look(one)));
    let one = one.map(|one| vec![one]);
    (goes || one.is_some(), one.or(subject))
}

fn about_what(remark: &[Token], loosely: bool) -> Vec<Token> {
    match subject(remark) {
        found if is_english_stretch(remark) && found.is_empty() => {
            said(remark).filter(|token| is_part(token)).cloned().collect()
        }
        _ if remark.iter().any(is_part) && (loosely || is_chinese(remark)) => named(remark),
        found if found.iter().any(is_thing) || (!loosely && !found.is_empty()) => found,
        _ => named(remark),
    }
}

/// `海边上面被裁了，要完整显示`: of all of it, and not of where it was hurt.
fn all_of_it(remark: &[Token], mut subject: Vec<Token>) -> Vec<Token> {
    let suffers = said(remark).any(|token| token.text.contains('被'));
    let place = |token: &Token| matches!(token.sense(), Some(Sense::Place(_)));
    while suffers && subject.len() > 1 && subject.last().is_some_and(place) {
        subject.pop();
    }
    subject
}

/// `音乐进得太突然了，加3秒淡入`: of the music that was told of.
fn fades_it(subject: &[Token], fragment: &[Token]) -> bool {
    let music = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Music));
    let fade = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
    };
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    subject.iter().any(music)
        && fragment.iter().any(fade)
        && !fragment.iter().any(|token| strange(token) || (is_thing(token) && !fade(token)))
}

/// `最后一张颜色太乱了`, `海报两边有黑边`: of the picture, and not of its colour or its sides.
fn without_properties(mut subject: Vec<Token>) -> Vec<Token> {
    let piece = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let Some(last) = subject.iter().rposition(piece) else { return subject };
    let mut at = 0;
    subject.retain(|token| {
        at += 1;
        at <= last
            || !(is_effect(token)
                || matches!(token.meaning, Meaning::Number(_))
                || matches!(token.sense(), Some(Sense::Noun(Noun::Colour | Noun::Canvas))))
    });
    subject
}

/// The one thing that a remark names, be it only the look of something.
fn one_named(remark: &[Token]) -> Option<Token> {
    let names = |token: &&Token| {
        matches!(token.meaning, Meaning::File(..))
            || matches!(
                token.sense(),
                Some(
                    Sense::Look(_)
                        | Sense::Transition(_)
                        | Sense::Noun(Noun::Music | Noun::Title | Noun::Caption | Noun::Inset)
                )
            )
    };
    let mut named = said(remark).filter(names);
    named.next().filter(|_| named.next().is_none()).cloned()
}

/// What a remark is about; of `there's a dead spot between 6 and 8 seconds` the seconds.
fn subject(remark: &[Token]) -> Vec<Token> {
    let Some((subject, predicate)) = parts(remark) else {
        // "I cant stand the noise in the first clip".
        let tells = |token: &Token| is_verb(token) || token.sense() == Some(Sense::Link(Link::Not));
        if said(remark).any(tells) {
            return named(remark);
        }
        // A bare topic.
        return said(remark).filter(|token| !is_copula(token)).cloned().collect();
    };
    let there = said(remark).next().is_some_and(|token| says(token, &["there"]));
    if there {
        return predicate.iter().filter(|token| is_part(token)).cloned().collect();
    }
    if !subject.iter().any(is_thing) {
        return Vec::new();
    }
    // "The song starts very abruptly".
    let told = |token: &Token| {
        LISTS.finite.has(&token.text) || token.sense() == Some(Sense::Link(Link::Gone))
    };
    let verb = subject.iter().position(told).filter(|verb| subject[..*verb].iter().any(is_thing));
    let subject = &subject[..verb.unwrap_or(subject.len())];
    // "第一段全是风声": all of it is the noise, not all of the film.
    let all = |token: &&Token| token.sense() == Some(Sense::Link(Link::All));
    subject.iter().filter(|token| !all(token) && !is_verb(token)).cloned().collect()
}
