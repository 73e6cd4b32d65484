//! When something happens, said before what: `at 5 seconds, …`, `in the last 3 seconds, …`, `on the second picture, …`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, says};

/// Whether two pieces of a sentence are a moment and what happens then.
pub fn sets(before: &[Token], fragment: &[Token]) -> bool {
    is_setting(before) && takes_a_setting(fragment)
}

fn is_setting(before: &[Token]) -> bool {
    let mut telling =
        before.iter().filter(|token| !matches!(token.sense(), Some(Sense::Break | Sense::Filler)));
    let leads = telling.next().is_some_and(|token| {
        LISTS.setting.has(&token.text) || matches!(token.sense(), Some(Sense::Edge(_)))
    });
    let fits = |token: &Token| match token.meaning {
        Meaning::Time(_)
        | Meaning::Range(..)
        | Meaning::Head(_)
        | Meaning::Tail(_)
        | Meaning::Ordinal(_)
        | Meaning::File(..) => true,
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Break
                | Sense::Filler
                | Sense::Edge(_)
                | Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage)
                | Sense::Link(
                    Link::At
                        | Link::From
                        | Link::To
                        | Link::The
                        | Link::Of
                        | Link::Over
                        | Link::For
                        | Link::Between
                        | Link::After
                )
        ),
        _ => false,
    };
    let tells = |token: &Token| {
        !matches!(token.sense(), Some(Sense::Break | Sense::Filler | Sense::Link(_)))
    };
    leads && before.iter().all(fits) && before.iter().any(tells)
}

/// Something that comes then, and says nothing of its own about when.
fn takes_a_setting(fragment: &[Token]) -> bool {
    let mark = fragment.first().is_some_and(|token| says(token, &[","]));
    let adds = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Show)))
            || matches!(token.meaning, Meaning::Quote(_))
    };
    let timed = |token: &Token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_))
            || matches!(token.sense(), Some(Sense::Edge(_)))
    };
    mark && fragment.iter().any(adds) && !fragment.iter().any(timed)
}
