//! How long two fades are, told once behind them: `fade in from black at the start and fade out to black at the end, 1 sec
//! both`, `片头从黑场淡入、片尾淡出到黑，都是1秒`.
//!
//! It is no length of the pieces. Where a sentence has a rise and a fall, the time is said again beside each.

use super::list::LISTS;
use super::sense::{Noun, Sense};
use super::token::{Meaning, Token, is_break};

/// Puts the time beside each of the fades that it is of.
pub fn told_once(tokens: &mut Vec<Token>) {
    let fades: Vec<usize> = (0..tokens.len()).filter(|at| is_fade(&tokens[*at])).collect();
    let (first, second) = match fades[..] {
        // "Fade in and fade out, 2 seconds each".
        [both] if tokens[both].sense() == Some(Sense::Noun(Noun::FadeBoth)) => (both, both),
        [first, second] if tokens[first].meaning != tokens[second].meaning => (first, second),
        _ => return,
    };
    let Some((from, to, time)) = length_behind(tokens, second) else { return };
    if tokens[first..from].iter().any(|token| matches!(token.meaning, Meaning::Time(_))) {
        return;
    }
    tokens.drain(from..to);
    tokens.insert(second + 1, time.clone());
    if first < second {
        tokens.insert(first + 1, time);
    }
}

fn is_fade(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
}

/// The part that is only `1 second each`, from its mark on, and the time in it.
fn length_behind(tokens: &[Token], fade: usize) -> Option<(usize, usize, Token)> {
    let from =
        (fade + 1..tokens.len()).find(|at| is_break(&tokens[*at]) && is_length(tokens, *at))?;
    let to = end(tokens, from);
    let time = tokens[from..to].iter().find(|token| matches!(token.meaning, Meaning::Time(_)))?;
    Some((from, to, time.clone()))
}

fn end(tokens: &[Token], from: usize) -> usize {
    tokens[from + 1..].iter().position(is_break).map_or(tokens.len(), |mark| from + 1 + mark)
}

fn is_length(tokens: &[Token], mark: usize) -> bool {
    let part = &tokens[mark + 1..end(tokens, mark)];
    let time = |token: &&Token| matches!(token.meaning, Meaning::Time(_));
    // "A film of porch and garden, fade in and out, 3 seconds each": the pictures, if anything.
    let named = tokens.iter().any(|token| matches!(token.meaning, Meaning::File(..)));
    let alike = part.iter().any(|token| ["是", "为"].contains(&token.text.as_str()));
    let each = |token: &Token| {
        LISTS.of_both_fades.has(&token.text)
            || ((!named || alike) && LISTS.of_each_fade.has(&token.text))
    };
    let light = |token: &Token| token.sense() == Some(Sense::Filler);
    part.iter().filter(time).count() == 1
        && part.iter().any(each)
        && part.iter().all(|token| time(&token) || each(token) || light(token))
}
