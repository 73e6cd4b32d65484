//! Whether words that were not understood certainly want something: then nothing else of the sentence is done
//! either, as half of what was asked for is a film that nobody asked for.
//!
//! An amount or words to show are wanted, and so is what an editing verb is said of. All else may be a remark
//! (`第一段静音，大家别笑`), beside which the rest is done and the remark told.

use super::aside::is_effect;
use super::bearing_english::{is_of_people, surely_limits};
use super::goes_on::is_chinese;
use super::lexicon::is_said;
use super::list::LISTS;
use super::participles::is_unknown_and_wanted;
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::statement::{demands, is_finite_word, words};
use super::token::{Meaning, Token, is_break, is_verb};
use crate::language::Language::English;

/// Whether a clause holds an amount, words to show, or an editing verb with something to do it to.
pub fn is_wish(tokens: &[Token]) -> bool {
    tokens.iter().enumerate().any(|(at, token)| is_amount(token) && !is_only_told(tokens, at))
        || shows_words(tokens)
        || limits(tokens)
        || orders_the_unknown(tokens)
        || is_unknown_and_wanted(tokens)
        || (!is_chinese(tokens) && surely_limits(tokens))
        || tokens.iter().any(|verb| edits(verb, tokens)) && tokens.iter().any(is_thing)
        || wants_of_a_piece(tokens)
}

/// `I/O 3s to 5s`, `turn that 90 degrees`: an amount, and nothing that is told with it.
pub fn is_a_bare_amount(tokens: &[Token]) -> bool {
    let turned = |token: &Token| matches!(token.meaning, Meaning::Degrees(_));
    // "The first two seconds only show the lawn", "(so 8 seconds each)".
    let tells = |token: &Token| {
        token.sense() == Some(Sense::Verb(Verb::Show)) || LISTS.leads_in.has(&token.text_small())
    };
    !is_chinese(tokens)
        && (tokens.iter().any(turned)
            || asks_for_a_shape(tokens)
            || leaves_a_pair_open(tokens)
            || (tokens.iter().any(is_amount) && !is_told(tokens) && !tokens.iter().any(tells)))
}

/// `socials want this 9:16`.
fn asks_for_a_shape(tokens: &[Token]) -> bool {
    let shape = |token: &Token| matches!(token.meaning, Meaning::Ratio(..));
    tokens.iter().any(shape) && demands(&words(tokens))
}

/// `it belongs between owl`, and behind it `fox`.
fn leaves_a_pair_open(tokens: &[Token]) -> bool {
    let between = |token: &Token| token.sense() == Some(Sense::Link(Link::Between));
    let behind = tokens.iter().skip_while(|token| !between(token)).skip(1);
    let file = |token: &&Token| matches!(token.meaning, Meaning::File(..));
    behind.filter(file).count() == 1 && tokens.last().is_some_and(|last| file(&last))
}

/// `the ad slot is only 8 seconds`, `two of our carers are deaf`: of something that is not in the film.
fn is_only_told(tokens: &[Token], at: usize) -> bool {
    if matches!(tokens[at].meaning, Meaning::Number(_)) && is_of_people(tokens) {
        return true;
    }
    let before = &tokens[..at];
    let joins = |token: &Token| is_said(English, Part::Joins, &token.text);
    before.iter().position(joins).is_some_and(|copula| {
        copula > 0
            && !before[..copula].iter().any(is_thing)
            && !tokens[copula..].iter().any(is_verb)
    })
}

/// `"Book now" top right`; not `“X”拼错了`, which only names them (and has a word for joining in it).
fn shows_words(tokens: &[Token]) -> bool {
    let quoted = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let says_more = |token: &Token| match token.meaning {
        Meaning::Quote(_) | Meaning::Unknown => false,
        Meaning::Known(sense) => {
            !matches!(sense, Sense::Filler | Sense::Break | Sense::Verb(Verb::Join))
        }
        _ => true,
    };
    tokens.iter().any(quoted) && tokens.iter().any(says_more)
}

/// `put the fluffy one in`: an order, and nobody knows of what.
fn orders_the_unknown(tokens: &[Token]) -> bool {
    let article = |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::The)));
    let mut telling =
        tokens.iter().filter(|token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler)));
    telling.next().is_some_and(|first| first.text.is_ascii() && edits_by_itself(first))
        && telling.next().is_some_and(article)
        && telling.next().is_some_and(|next| next.meaning == Meaning::Unknown)
}

fn edits_by_itself(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Verb(
            Verb::Add | Verb::Remove | Verb::Trim | Verb::Swap | Verb::Mute | Verb::Move
        ))
    )
}

/// `but not the bit where he laughs`, `狗叫的地方留着`, `但是摔跤那下要慢`: for what was understood before it is not meant then,
/// or not so.
fn limits(tokens: &[Token]) -> bool {
    let turns_back = |token: &Token| LISTS.turns_back.has(&token.text_small());
    let denies = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Not | Link::Without | Link::Except)))
    };
    let stays = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::AsItIs))
            || (token.sense() == Some(Sense::Verb(Verb::Keep))
                && LISTS.leaves_as_it_is.has(&token.text_small())
                && token.text.chars().count() > 1)
    };
    let strange = |token: &Token| {
        token.meaning == Meaning::Unknown && !LISTS.turns_back.has(&token.text_small())
    };
    let behind_a_mark = tokens.first().is_some_and(is_break);
    let marks = tokens.iter().take_while(|token| is_break(token));
    let first = tokens.iter().find(|token| !is_break(token));
    let but = marks.into_iter().any(turns_back)
        || first.is_some_and(|first| {
            (behind_a_mark && first.sense() == Some(Sense::Link(Link::Except)))
                || (!first.text.is_ascii() && LISTS.turns_back.starts(&first.text))
        });
    behind_a_mark
        && tokens.iter().any(strange)
        && (tokens.iter().any(stays)
            || (but && (tokens.iter().any(denies) || tokens.iter().any(is_effect))))
}

/// `碑刻.jpg则改作黑白，更近拓片`, `contrast +20 on hero`: something is to become of a piece that is named, though not every word of
/// it is known. What is told of a piece is no wish.
fn wants_of_a_piece(tokens: &[Token]) -> bool {
    let piece = |token: &Token| match token.meaning {
        Meaning::File(_, kind) => kind.is_visual(),
        _ => matches!(token.meaning, Meaning::Ordinal(_)),
    };
    let done = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => !matches!(verb, Verb::Show | Verb::Use | Verb::Keep),
        _ => is_effect(token),
    };
    tokens.iter().any(piece) && tokens.iter().any(done) && !is_told(tokens)
}

/// `bunny is darker than the rest`, `海边拍得太暗了`, and what forbids.
fn is_told(tokens: &[Token]) -> bool {
    if tokens.iter().any(|token| token.sense() == Some(Sense::Link(Link::Not))) {
        return true;
    }
    if is_chinese(tokens) {
        let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
        return LISTS.states.is_within(&text) || LISTS.told_of_a_thing.is_within(&text);
    }
    tokens.iter().any(|token| {
        let text = token.text_small();
        is_said(English, Part::Joins, &text)
            || is_finite_word(&text, token)
            || LISTS.perceives.has(&text)
    })
}

fn is_amount(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Range(..)
            | Meaning::Head(_)
            | Meaning::Tail(_)
            | Meaning::Percent(_)
            | Meaning::Degrees(_)
            | Meaning::Speed(_)
            | Meaning::Decibels(_)
            | Meaning::Loudness(_)
            | Meaning::Rate(_)
            | Meaning::Ratio(..)
    )
}

fn edits(token: &Token, tokens: &[Token]) -> bool {
    let Some(Sense::Verb(verb)) = token.sense() else { return false };
    match verb {
        // "It belongs to the vase" moves nothing.
        Verb::Move => tokens.iter().any(is_where),
        Verb::Add
        | Verb::Remove
        | Verb::Trim
        | Verb::Swap
        | Verb::Mute
        | Verb::Fade
        | Verb::Split
        | Verb::Duplicate
        | Verb::Rotate
        | Verb::Crop
        | Verb::Reverse
        | Verb::Freeze
        | Verb::Duck
        | Verb::Level
        | Verb::Detach => true,
        _ => false,
    }
}

fn is_where(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Ordinal(_))
        || matches!(
            token.sense(),
            Some(
                Sense::Edge(_)
                    | Sense::Place(_)
                    | Sense::Link(Link::Before | Link::After | Link::Between)
            )
        )
}

fn is_thing(token: &Token) -> bool {
    match token.meaning {
        Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_) => true,
        Meaning::Known(Sense::Noun(noun)) => !matches!(noun, Noun::Film | Noun::Promo),
        _ => false,
    }
}
