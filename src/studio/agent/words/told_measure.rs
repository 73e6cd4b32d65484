//! An amount that somebody demands, and a wish that lacks one: `团委要求总时长24秒，四张照片时长平均分配`, `the cinema requires 4K;
//! please change the resolution`.
//!
//! What tells the amount wants nothing by itself; the wish is said with the amount. A wish that points at it with words of its
//! own (`accordingly`) is `accordingly`'s.

use super::accordingly::amount_told;
use super::sense::{Noun, Sense, Stretch, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_time, is_verb, piece};

/// Says the amount in the wish.
pub fn told_measure(tokens: &mut Vec<Token>) {
    let Some(mark) = tokens.iter().position(is_break).filter(|mark| *mark > 0) else { return };
    let told = piece(tokens, mark - 1);
    let Some(measure) = amount_told(&tokens[told.clone()]).cloned() else { return };
    let Some(from) = (mark..tokens.len()).find(|at| !is_break(&tokens[*at])) else { return };
    let wish = from..tokens.len();
    if !demands(&tokens[told.clone()]) || !tokens[wish.clone()].iter().any(is_wish) {
        return;
    }
    let again = tokens[wish.clone()].iter().any(|token| token.meaning == measure.meaning);
    if !again && !put(tokens, from, &measure) {
        return;
    }
    // Its words would make a remark of the wish behind them.
    tokens.drain(told.start..from);
}

fn is_wish(token: &Token) -> bool {
    is_verb(token) || token.sense() == Some(Sense::Stretch(Stretch::Evenly))
}

fn is_measure(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Loudness(_) | Meaning::Rate(_) | Meaning::Ratio(..) | Meaning::Time(_)
    ) || matches!(token.sense(), Some(Sense::Resolution(_)))
}

/// Somebody is told of who wants it: a strange word comes first, and no piece is named.
fn demands(told: &[Token]) -> bool {
    let light = |token: &&Token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(_)));
    let first = told.iter().find(light);
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    first.is_some_and(strange)
        && !told.iter().any(|token| is_file(token) || matches!(token.meaning, Meaning::Ordinal(_)))
        && !told.iter().any(|token| matches!(token.sense(), Some(Sense::Noun(Noun::Music))))
}

/// Puts the amount behind the word that lacks one; tells whether there is such a word.
fn put(tokens: &mut Vec<Token>, from: usize, measure: &Token) -> bool {
    let needs = |token: &Token| {
        matches!(
            (token.sense(), &measure.meaning),
            (Some(Sense::Noun(Noun::Resolution)), Meaning::Known(Sense::Resolution(_)))
                | (Some(Sense::Noun(Noun::Rate)), Meaning::Rate(_))
                | (Some(Sense::Noun(Noun::Canvas)), Meaning::Ratio(..))
                | (Some(Sense::Verb(Verb::Level)), Meaning::Loudness(_))
                | (Some(Sense::Stretch(Stretch::Evenly)), Meaning::Time(_))
        )
    };
    let end = piece(tokens, from).end;
    let Some(noun) = (from..end).find(|at| needs(&tokens[*at])) else { return false };
    if tokens[from..end].iter().any(|token| is_measure(token) || is_time(token)) {
        return false;
    }
    tokens.insert(noun + 1, measure.clone());
    true
}
