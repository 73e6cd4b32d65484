//! Whether a part of a sentence may stay undone, and be told of, beside a wish that is understood whole: `bunny倒放
//! 奶茶流回杯里那种`, `play bunny backwards, soup leaping back into ladles sort of thing`.
//!
//! `bearing` asks whether a part surely bears nothing of an edit, and there are more ways to tell of something than any
//! list knows. So where nothing else helps it is asked here whether a part could change what the rest wants, or is
//! another wish: a limit, something taken back, an order, a piece that only it names. What is neither is told of as
//! not used, and does no harm.

use super::aside::{is_effect, is_the_same_again};
use super::bearing::{is_exact, is_of_the_film, is_taken_up, takes_back};
use super::bearing_chinese as chinese;
use super::bearing_english as english;
use super::goes_on::is_chinese;
use super::lexicon::is_said;
use super::remark::{gives_a_reason, is_thing, points_at_the_unknown, said};
use super::sense::{Link, Part, Sense};
use super::token::{Token, is_break, is_file_or_place};
use crate::language::Language::{Chinese, English};

/// Whether a part may stay undone.
pub fn may_be_left(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let beyond =
        |token: &Token| matches!(token.sense(), Some(Sense::Beyond(_) | Sense::Question(_)));
    let changes = takes_back(part)
        || is_left_to_the_next(parts, place)
        || is_joined(part)
        || is_the_same_again(part)
        || said(part).any(beyond)
        || is_exact(parts, place)
        || names_what_nothing_else_does(parts, place);
    let orders = || {
        if is_chinese(part) {
            chinese::orders_or_limits(part)
        } else {
            english::orders_or_limits(part)
        }
    };
    !changes && !orders()
}

/// `路人有点多余，全去掉`: the wish behind it does not say what it is of, and that would be everything.
fn is_left_to_the_next(parts: &[Vec<Token>], place: usize) -> bool {
    let thing = |token: &Token| is_thing(token) && token.sense() != Some(Sense::Link(Link::Each));
    let named = parts[place].iter().any(is_file_or_place);
    parts.get(place + 1).is_some_and(|next| !named && !said(next).any(thing))
}

/// `and the guests`, `但是碗边别裁掉`: it goes on with the wish before it, or takes from it.
pub fn is_joined(part: &[Token]) -> bool {
    let marks = |token: &Token| {
        [English, Chinese].iter().any(|language| is_said(*language, Part::Mark, &token.text))
    };
    part.iter()
        .take_while(|token| is_break(token))
        .any(|token| !marks(token) && !gives_a_reason(token))
}

/// `青铜鼎的铭文较多，请将该图延长至12秒`, `第一段静音，标题毛茸茸`: the wish may be of what only this part names, or the
/// part is a wish itself.
fn names_what_nothing_else_does(parts: &[Vec<Token>], place: usize) -> bool {
    let part = &parts[place];
    let others = || parts.iter().enumerate().filter(|(at, _)| *at != place).flat_map(|(_, p)| p);
    let own = |token: &&Token| !others().any(|other| other.meaning == token.meaning);
    let thing = |token: &Token| is_of_the_film(token) && !is_file_or_place(token);
    let names = said(part).filter(own).any(is_file_or_place);
    let begins = said(part).find(|token| !is_little(token)).filter(own).is_some_and(is_thing);
    if is_taken_up(parts, place) {
        // "The title zorbs me, all 2 seconds please" is of the title, if of anything.
        let other = said(part).filter(own).any(|token| is_effect(token) || thing(token));
        return other || (names && several(&parts[..=place]));
    }
    begins
        || points_at_the_unknown(part)
        || (names
            && (said(part).any(|token| is_effect(token) || thing(token))
                || !others().any(is_file_or_place)))
}

/// `the`, `please`: what stands before a thing.
fn is_little(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
        && !is_thing(token)
}

/// Whether more than one piece is named: nobody knows of which what comes behind is.
fn several(parts: &[Vec<Token>]) -> bool {
    let mut named = parts.iter().flatten().filter(|token| is_file_or_place(token));
    let first = named.next();
    named.any(|other| first.is_some_and(|first| first.meaning != other.meaning))
}
