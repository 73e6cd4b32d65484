//! How loud all of it is to be, where the unit is left out: `normalise to -14`, `响度标准化到-14`.

use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token};

/// Loudnesses that are meant so, in LUFS below full scale.
const MEANT: std::ops::RangeInclusive<f64> = 5.0..=40.0;

/// Reads such a number as LUFS.
pub fn to_a_loudness(tokens: &mut Vec<Token>) {
    let level = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Level));
    let Some(at) = tokens.iter().position(level) else { return };
    let leads = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Link(Link::To | Link::At)))
            || ["-", "−"].contains(&token.text.as_str())
    };
    let place = at + 1 + tokens[at + 1..].iter().take_while(leads).count();
    let Some(Meaning::Number(number)) = tokens.get(place).map(|token| &token.meaning) else {
        return;
    };
    if MEANT.contains(number) && place > at + 1 {
        tokens[place].meaning = Meaning::Loudness(-number);
        let minus = |token: &Token| token.meaning == Meaning::Unknown;
        if minus(&tokens[place - 1]) {
            tokens.remove(place - 1);
        }
    }
}
