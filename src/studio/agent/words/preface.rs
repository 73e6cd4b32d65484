//! What is said before a colon or a dash, and only leads to the wish behind it: `people need time to read the floor
//! plan: hold plan.png for 8 seconds`, `we open earlier now - change the text to "Fresh at 6"`.
//!
//! Only what has a strange word in it, orders nothing, and holds no amount and nothing quoted is a preface; what
//! stands behind it has to begin with a verb. It is told as a remark. A wish before the mark is parted from the
//! one behind it.

use super::remark::words;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_verb};

/// Takes a preface away and gives it back; parts two wishes that such a mark stands between.
pub fn preface(sentence: &str, tokens: &mut Vec<Token>) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let (mark, end) = (1..letters.len()).find_map(|at| mark_at(&letters, at))?;
    let next = tokens.iter().position(|token| token.span.start >= end)?;
    let quoted = tokens[..next].iter().any(|token| token.span.end > mark);
    if next == 0 || quoted || !orders(&tokens[next..]) {
        return None;
    }
    let before = &tokens[..next];
    let strange = before.iter().any(|token| token.meaning == Meaning::Unknown);
    if strange && before.iter().all(only_tells) && !makes_a_film(before) {
        let said = words(before);
        let of = only_piece(before).cloned();
        tokens.drain(..next);
        if let Some(of) = of {
            say_what_it_is(tokens, of);
        }
        return Some(said);
    }
    let wishes = |token: &Token| {
        is_verb(token)
            || matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
    };
    let whole = !makes_a_film(before)
        && !before.iter().any(|token| token.meaning == Meaning::Unknown)
        && !before.last().is_some_and(is_break);
    if whole && before.iter().any(wishes) && names(before) && before.len() > 2 {
        let mark = Meaning::Known(Sense::Break);
        tokens.insert(
            next,
            Token { meaning: mark, text: ",".into(), span: mark_span(mark_end(end)) },
        );
    }
    None
}

/// The one piece that a preface tells of.
fn only_piece(before: &[Token]) -> Option<&Token> {
    let mut named = before.iter().filter(|token| is_file_or_place(token));
    named.next().filter(|_| named.next().is_none())
}

/// `the turtle deserves more time: make it 9 seconds long`: not the film, unless what is wanted is only a film's.
fn say_what_it_is(tokens: &mut [Token], of: Token) {
    let of_a_film = |token: &Token| {
        matches!(token.meaning, Meaning::Ratio(..) | Meaning::Rate(_) | Meaning::Loudness(_))
            || matches!(
                token.sense(),
                Some(Sense::Shape(_) | Sense::Platform(_) | Sense::Resolution(_) | Sense::Noun(_))
            )
    };
    let end = tokens.iter().position(is_break).unwrap_or(tokens.len());
    let it = tokens[..end].iter().position(|token| token.text.eq_ignore_ascii_case("it"));
    if let Some(it) = it.filter(|_| !tokens[..end].iter().any(of_a_film)) {
        tokens[it].meaning = of.meaning;
    }
}

fn mark_end(end: usize) -> usize {
    end.saturating_sub(1)
}

fn mark_span(at: usize) -> std::ops::Range<usize> {
    at..at + 1
}

/// A colon, or a dash between spaces: where it stands, and where what follows begins.
fn mark_at(letters: &[char], at: usize) -> Option<(usize, usize)> {
    let spaced = letters[at - 1] == ' ' && letters.get(at + 1) == Some(&' ');
    match letters[at] {
        ':' if letters.get(at + 1) == Some(&' ') && !letters[at - 1].is_ascii_digit() => {
            Some((at, at + 1))
        }
        '：' => Some((at, at + 1)),
        '-' | '–' | '—' if spaced && !letters.get(at + 2)?.is_ascii_digit() => {
            Some((at, at + 1))
        }
        '—' if letters.get(at + 1) == Some(&'—') => Some((at, at + 2)),
        _ => None,
    }
}

/// Whether something is ordered at once.
fn orders(rest: &[Token]) -> bool {
    let first = rest.iter().find(|token| {
        !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A | Link::The)))
    });
    first.is_some_and(|first| {
        is_verb(first) || (!first.text.is_ascii() && names(std::slice::from_ref(first)))
    }) && rest.iter().take_while(|token| !is_break(token)).any(is_verb)
}

fn names(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(
            token.meaning,
            Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_) | Meaning::FirstOf(_)
        ) || matches!(
            token.sense(),
            Some(Sense::Noun(_) | Sense::Link(Link::It | Link::All | Link::These))
        )
    })
}

fn makes_a_film(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Noun(Noun::Film | Noun::Promo) | Sense::Verb(Verb::Join))
        )
    })
}

/// A word that orders nothing: `we open earlier`, `I need a break`.
fn only_tells(token: &Token) -> bool {
    match token.meaning {
        Meaning::Unknown | Meaning::Number(_) | Meaning::File(..) | Meaning::Ordinal(_) => true,
        Meaning::Known(Sense::Verb(verb)) => {
            matches!(verb, Verb::Show | Verb::Use | Verb::Make)
        }
        Meaning::Known(
            Sense::Question(_) | Sense::Beyond(_) | Sense::Noun(Noun::Title | Noun::Caption),
        ) => false,
        Meaning::Known(_) => true,
        _ => false,
    }
}
