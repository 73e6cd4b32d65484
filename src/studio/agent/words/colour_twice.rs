//! A colour that is told by its name and in figures is one colour: `in our corporate blue, #003366`, `品牌蓝（#003366）`.

use super::sense::Sense;
use super::token::{Meaning, Token, is_break};

/// Of a colour that is told twice, the figures count.
pub fn once(tokens: &mut [Token]) {
    for figures in 0..tokens.len() {
        if !matches!(tokens[figures].meaning, Meaning::Colour(_)) {
            continue;
        }
        let idle = |token: &Token| is_break(token) || token.sense() == Some(Sense::Filler);
        let before = (0..figures).rev().take(3).find(|at| !idle(&tokens[*at]));
        let Some(name) = before.filter(|at| is_name(&tokens[*at])) else { continue };
        // "Our corporate blue".
        let whose = |token: &Token| {
            token.meaning == Meaning::Unknown || matches!(token.sense(), Some(Sense::Mood(_)))
        };
        let from = name.checked_sub(1).filter(|at| whose(&tokens[*at])).unwrap_or(name);
        for token in &mut tokens[from..figures] {
            token.meaning = Meaning::Known(Sense::Filler);
        }
    }
}

fn is_name(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Colour(_)))
}
