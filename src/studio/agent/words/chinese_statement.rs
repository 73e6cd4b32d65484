//! Whether a piece of a Chinese sentence tells something beside a wish, by how it begins: somebody who does something
//! (`我先看看节奏`, `领导等着看`), what it is for (`让人最后看到地址`), what it is to be like (`要有冲劲`), or something strange
//! that is too much (`风太大`).
//!
//! A piece that names something of the film, an amount or an effect that nothing else in the sentence has may be a
//! wish, and tells nothing.

use super::aside::{is_effect, said_elsewhere};
use super::goes_on::{goes_on, is_chinese};
use super::lexicon::words_of;
use super::list::LISTS;
use super::remark::{is_taking_away, is_thing, said};
use super::sense::{Link, Part, Sense, Verb};
use super::token::{Meaning, Token, is_verb};
use crate::language::Language::Chinese;

/// Whether a piece is a statement that stands beside a wish.
pub fn is_told_in_chinese(fragments: &[Vec<Token>], place: usize) -> bool {
    let fragment = &fragments[place];
    if !is_chinese(fragment) {
        return false;
    }
    let text: String = said(fragment).map(|token| token.text.as_str()).collect();
    let next = fragments.get(place + 1).map(Vec::as_slice);
    is_so_anyway(fragment, &text)
        || is_of_such_people(fragment)
        || has_been_done(fragment, &text)
        || (place > 0 && points_back(fragment))
        || is_wrong_with_it(fragment, &text, next)
        || (!wants_something(fragments, place)
            && (is_of_somebody(fragment, &text)
                || LISTS.so_that_somebody.starts(&text)
                || is_to_be_like(fragment, &text)
                || is_strange_and_too_much(fragment)))
}

/// `店里本来就放着歌呢`: how it is somewhere that nobody here knows, whatever is done there.
fn is_so_anyway(fragment: &[Token], text: &str) -> bool {
    let first = said(fragment).find(|token| token.sense() != Some(Sense::Filler));
    let measured = |token: &Token| !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown);
    first.is_some_and(|first| first.meaning == Meaning::Unknown)
        && LISTS.as_ever.is_within(text)
        && !text.contains(['把', '将'])
        && !fragment.iter().any(measured)
}

/// `当兵的不来这套`: people of a sort, and what they do not do; not `开头的不要`, nor `带字的不要`.
fn is_of_such_people(fragment: &[Token]) -> bool {
    // "花里胡哨的 当兵的不来这套".
    let light = |token: &&Token| {
        token.sense() == Some(Sense::Filler) && !LISTS.does_for_a_living.has(&token.text)
    };
    let of_the_film = |token: &Token| {
        is_thing(token) || is_effect(token) || matches!(token.sense(), Some(Sense::Edge(_)))
    };
    let text: String = said(fragment).skip_while(light).map(|token| token.text.as_str()).collect();
    let such = |does: &str| {
        let rest = text.strip_prefix(does)?;
        let at = rest.char_indices().take(4).find(|(_, letter)| *letter == '的')?.0;
        let told = rest[at..].trim_start_matches(['的', '人', '都', '也', '就', '才', '可']);
        (at > 0 && LISTS.minds_or_not.starts(told) && !LISTS.goes_unwanted.starts(told))
            .then_some(())
    };
    !fragment.iter().any(of_the_film) && LISTS.does_for_a_living.iter().any(|it| such(it).is_some())
}

/// `同事把talk.srt做好了`: whatever is named, it is done.
fn has_been_done(fragment: &[Token], text: &str) -> bool {
    let somebody = LISTS.somebody.iter().any(|who| !who.is_ascii() && text.starts_with(who));
    let measures = |token: &Token| {
        !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown | Meaning::File(..))
    };
    somebody
        && LISTS.is_done.ends(text)
        && !fragment.iter().any(|token| measures(token) || is_effect(token))
}

/// `不太喜欢这个音乐，换舒缓的`, `cake那张糊了，删了吧`: what is wrong with something that the wish behind it is about.
fn is_wrong_with_it(fragment: &[Token], text: &str, next: Option<&[Token]>) -> bool {
    let Some(next) = next.filter(|next| goes_on(next)) else { return false };
    let dislikes = LISTS.denies_liking.iter().any(|not| !not.is_ascii() && text.starts_with(not));
    let goes = next.iter().any(is_taking_away);
    let ends = text.ends_with('了') && !fragment.iter().any(is_verb);
    fragment.iter().any(is_thing) && (dislikes || (goes && ends))
}

/// `…，那段最好笑`: strange words of what a wish was about.
fn points_back(fragment: &[Token]) -> bool {
    let mut telling = said(fragment);
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    telling.next().is_some_and(|first| LISTS.points.has(&first.text))
        && said(fragment).any(strange)
        && telling.all(|token| strange(token) || token.sense() == Some(Sense::Filler))
}

/// Something of the film, an amount, or an effect that is said here alone.
fn wants_something(fragments: &[Vec<Token>], place: usize) -> bool {
    let fragment = &fragments[place];
    let measures = |token: &Token| match token.meaning {
        Meaning::Known(_) | Meaning::Unknown => false,
        Meaning::Number(number) => (number - 1.0).abs() > f64::EPSILON,
        _ => true,
    };
    let moves = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => !matches!(verb, Verb::Show | Verb::Use),
        Some(Sense::Link(link)) => {
            matches!(link, Link::Without | Link::Not | Link::AsItIs | Link::Except | Link::Rest)
        }
        Some(Sense::Question(_) | Sense::Beyond(_)) => true,
        _ => false,
    };
    // "老板嫌慢".
    let minds = said(fragment).any(|token| token.text.ends_with(['嫌', '怕']));
    let too = |token: &Token| minds || token.text.starts_with('太');
    said(fragment).any(|token| {
        is_thing(token)
            || measures(token)
            || moves(token)
            || (is_effect(token) && !too(token) && !said_elsewhere(token, fragments, place))
    })
}

/// `我先看看节奏`, `我们只发抖音`; not `我想把它放大`.
fn is_of_somebody(fragment: &[Token], text: &str) -> bool {
    let somebody = LISTS.somebody.iter().find(|who| !who.is_ascii() && text.starts_with(who));
    let wishes = || words_of(Chinese, Part::Wish).iter().any(|wish| text.contains(wish.as_str()));
    somebody.is_some_and(|who| text.chars().count() > who.chars().count() + 1)
        && !wishes()
        && said(fragment).any(|token| {
            token.meaning == Meaning::Unknown || matches!(token.sense(), Some(Sense::Platform(_)))
        })
}

/// `要有冲劲`: strange words alone.
fn is_to_be_like(fragment: &[Token], text: &str) -> bool {
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    LISTS.to_be_like.starts(text)
        && said(fragment).any(strange)
        && said(fragment).all(|token| {
            strange(token) || matches!(token.sense(), Some(Sense::Filler | Sense::Link(_)))
        })
}

/// `风太大`: of something that is not in the film.
fn is_strange_and_too_much(fragment: &[Token]) -> bool {
    let mut telling = said(fragment).filter(|token| token.sense() != Some(Sense::Filler));
    telling.next().is_some_and(|first| first.meaning == Meaning::Unknown)
        && telling.next().is_some_and(|next| next.text.starts_with('太'))
}
