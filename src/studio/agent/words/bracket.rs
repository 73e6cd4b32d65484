//! Brackets in a sentence: `the takeoff (first clip)` says in them which piece is meant, `the logo (it is in my
//! files)` only tells something.

use super::likeness::names_a_thing;
use super::sense::{Beyond, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// Lets the name in brackets stand for the strange words before it, and passes over brackets without any meaning.
pub fn brackets(sentence: &str, tokens: &mut Vec<Token>) {
    let letters: Vec<char> = sentence.chars().collect();
    let mut from = 0;
    while let Some((open, close)) = pair(&letters, from) {
        from = close + 1;
        let first = tokens.iter().position(|token| token.span.start > open);
        let end = tokens.iter().position(|token| token.span.start > close).unwrap_or(tokens.len());
        let Some(first) = first.filter(|first| *first < end) else { continue };
        if tokens[first..end].iter().any(is_name) && tokens[first..end].iter().all(only_names) {
            stand_for(tokens, first);
        } else if tokens[first..end].iter().all(says_nothing)
            || is_a_note(&tokens[first..end])
            || tells_of_it(&tokens[first..end])
        {
            tokens.drain(first..end);
        }
    }
}

fn pair(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let find = |from: usize, marks: [char; 2]| {
        (from..letters.len()).find(|place| marks.contains(&letters[*place]))
    };
    let open = find(from, ['(', '（'])?;
    find(open, [')', '）']).map(|close| (open, close))
}

fn is_name(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_))
}

fn only_names(token: &Token) -> bool {
    is_name(token)
        || names_a_thing(token)
        || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::A)))
}

fn says_nothing(token: &Token) -> bool {
    token.meaning == Meaning::Unknown
        || matches!(token.sense(), Some(Sense::Filler | Sense::Link(_) | Sense::Break))
}

/// `（此刻速度方向恰好改变）`, `(club colours)`: strange words, and what they are of; no order, no amount and no piece.
fn tells_of_it(tokens: &[Token]) -> bool {
    let counts = |token: &Token| {
        token.meaning == Meaning::Unknown || matches!(token.sense(), Some(Sense::Mood(_)))
    };
    let strange = tokens.iter().any(|token| token.meaning == Meaning::Unknown);
    let tells = |(at, token): (usize, &Token)| {
        says_nothing(token)
            || match token.sense() {
                Some(Sense::Mood(_) | Sense::Noun(Noun::Colour)) => true,
                // "NDA stuff".
                Some(Sense::Noun(Noun::File)) => at > 0 && strange && token.text.is_ascii(),
                // "此刻速度方向恰好改变" changes nothing.
                Some(Sense::Beyond(Beyond::Other) | Sense::Verb(Verb::Change | Verb::Make)) => {
                    at > 0 && strange && !token.text.is_ascii()
                }
                _ => false,
            }
    };
    tokens.len() > 1 && tokens.iter().any(counts) && tokens.iter().enumerate().all(tells)
}

/// `(amends rd 2)`: strange words and their number.
fn is_a_note(tokens: &[Token]) -> bool {
    let numbers = |token: &Token| matches!(token.meaning, Meaning::Number(_) | Meaning::Ordinal(_));
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    // "Amends" changes nothing.
    let named = tokens.first().is_some_and(|first| strange(first) || first.text.ends_with('s'));
    named
        && tokens.iter().any(strange)
        && tokens.iter().any(numbers)
        && tokens.iter().skip(1).all(|token| says_nothing(token) || numbers(token))
}

/// The words before the brackets that name what is named in them as well.
fn stand_for(tokens: &mut Vec<Token>, first: usize) {
    let describes = |token: &Token| {
        token.meaning == Meaning::Unknown
            || is_name(token)
            || names_a_thing(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)))
    };
    let from =
        tokens[..first].iter().rposition(|token| !describes(token)).map_or(0, |last| last + 1);
    if tokens[from..first].iter().any(|token| token.meaning == Meaning::Unknown || is_name(token)) {
        tokens.drain(from..first);
    }
}
