//! Pieces and what each is to be, in a row without a mark: `bikes用2倍速 silent用4倍速`, `bikes at 2x bunny at half speed`.
//!
//! Where a name and a value take turns, each value is its own name's: a mark is put before each further name.

use super::letters::is_han;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break};

/// Parts each pair from the next.
pub fn two_by_two(tokens: &mut Vec<Token>) {
    let mut turns: Vec<(usize, bool)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if names(token) {
            turns.push((at, true));
        } else if is_value(token) {
            turns.push((at, false));
        } else if !is_light(token) && !turns.is_empty() {
            break;
        }
    }
    let paired = turns.len() > 3
        && turns.len().is_multiple_of(2)
        && turns.iter().enumerate().all(|(at, (_, name))| *name == (at % 2 == 0));
    if !paired {
        return;
    }
    for pair in turns.windows(2).rev() {
        let [(value, false), (name, true)] = pair else { continue };
        let between = &tokens[value + 1..*name];
        if between.iter().all(|token| token.sense() == Some(Sense::Filler)) {
            let chinese = tokens[*value].text.chars().any(is_han);
            let mark = tokens[*name].beside(Sense::Break, if chinese { "，" } else { "," });
            tokens.insert(value + 1, mark);
        }
    }
}

fn names(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
        || matches!(token.meaning, Meaning::Ordinal(_))
}

fn is_value(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_)
            | Meaning::Percent(_)
            | Meaning::Speed(_)
            | Meaning::Decibels(_)
            | Meaning::Degrees(_)
    ) || matches!(token.sense(), Some(Sense::Pace(_)))
}

/// What may stand between a name and its value.
fn is_light(token: &Token) -> bool {
    is_break(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Noun(_)
                    | Sense::Verb(Verb::Use | Verb::Make | Verb::Change | Verb::Show)
                    | Sense::Link(
                        Link::The
                            | Link::A
                            | Link::At
                            | Link::To
                            | Link::For
                            | Link::By
                            | Link::With
                    )
            )
        )
}
