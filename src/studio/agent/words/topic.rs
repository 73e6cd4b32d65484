//! What Chinese names before it says what is to be done: `…；戏台呢，缩成三秒`, `海边那段整个删掉`.
//!
//! A name by itself behind a wish begins the next one, and is no more of the wish before it. What says `all of it`
//! right behind a name is of what is named, and not of the film.

use super::aside::is_effect;
use super::goes_on::is_chinese;
use super::list::LISTS;
use super::sense::{Link, Sense};
use super::token::{Token, is_break, is_file_or_place, is_verb, mean, piece};

/// Says what a wish is of where it stands before the wish.
pub fn topics(tokens: &mut [Token]) {
    if !is_chinese(tokens) {
        return;
    }
    for place in 0..tokens.len() {
        if is_topic(tokens, place) || is_all_of_what_is_named(tokens, place) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// Whether a mark only stands between a name and the wish that is of it.
fn is_topic(tokens: &[Token], mark: usize) -> bool {
    if !is_comma(&tokens[mark]) || mark == 0 || mark + 1 == tokens.len() {
        return false;
    }
    let named = piece(tokens, mark - 1);
    let wish = piece(tokens, mark + 1);
    let Some(before) = named.start.checked_sub(1) else { return false };
    let says_nothing =
        |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)));
    let only_names = |token: &Token| is_file_or_place(token) || says_nothing(token);
    let begins = tokens[wish.clone()].iter().find(|token| !says_nothing(token));
    !joins(&tokens[before])
        && tokens[named.clone()].iter().filter(|token| is_file_or_place(token)).count() == 1
        && tokens[named].iter().all(only_names)
        && tokens[..before].iter().any(|token| is_verb(token) || is_effect(token))
        && begins.is_some_and(|token| does_something(token) || is_effect(token))
        && !tokens[wish].iter().any(is_file_or_place)
}

fn is_comma(token: &Token) -> bool {
    is_break(token) && LISTS.comma.has(&token.text)
}

/// `琵琶和戏台`, `琵琶、戏台`: one row of names.
fn joins(mark: &Token) -> bool {
    !is_comma(mark) && LISTS.joins_names.has(&mark.text_small())
}

/// `海边那段整个删掉`; not `除了海边全部删掉`, and not `海边配整个片子的音乐`.
fn is_all_of_what_is_named(tokens: &[Token], place: usize) -> bool {
    if !LISTS.all_of_one.has(&tokens[place].text) {
        return false;
    }
    let here = piece(tokens, place);
    let before = &tokens[here.start..place];
    let takes_out = |token: &Token| {
        is_verb(token)
            || matches!(
                token.sense(),
                Some(Sense::Link(
                    Link::Except | Link::Not | Link::Rest | Link::TheOther | Link::Only
                ))
            )
    };
    let points =
        |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)));
    let named = before.iter().rev().find(points).is_some_and(is_file_or_place);
    let next =
        tokens[place + 1..here.end].iter().find(|token| token.sense() != Some(Sense::Filler));
    named && next.is_some_and(does_something) && !before.iter().any(takes_out)
}

fn does_something(token: &Token) -> bool {
    is_verb(token)
        || matches!(
            token.sense(),
            Some(Sense::Look(_) | Sense::Tone(_) | Sense::Pace(_) | Sense::Link(Link::To))
        )
}
