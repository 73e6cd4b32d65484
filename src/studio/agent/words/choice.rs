//! `or`: a sentence that leaves a choice, as one sentence for each way.
//!
//! What stands behind the word takes the place of the like thing before it: `remove clip 2 or clip 1` is
//! `remove clip 2` and `remove clip 1`. Behind `no` and `without` it only adds another thing.

use super::known;
use super::letters::{alike, is_latin};
use super::list::LISTS;
use super::name::Name;
use super::sense::{Link, Noun, Question, Sense};
use super::token::{Meaning, Token};
use super::{by_rule, lex, likeness, phrase, unquoted};

/// What a sentence with `or` in it could stand for: for each way the sentences that may say it plainly,
/// the likelier first. None without an `or`; no ways where they cannot be told apart.
pub fn alternatives(sentence: &str, names: &[Name]) -> Option<Vec<Vec<String>>> {
    if !may_leave_a_choice(sentence) {
        return None;
    }
    let tokens = unquoted::quote_what_is_said(sentence, lex::tokens(sentence, names));
    let mut tokens = likeness::recognise(tokens, names);
    by_rule::by_rule(&known::said(sentence, names), &mut tokens);
    let tokens = phrase::combine(tokens);
    let or = tokens.iter().position(is_or).filter(|or| !is_still_thought(&tokens[..*or]))?;
    let denies =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Without | Link::Not)));
    if tokens[..or].iter().any(|token| asks(token) || denies(token)) {
        return None;
    }
    if tokens[or + 1..].iter().any(is_or) {
        return Some(Vec::new());
    }
    Some(ways(sentence, &tokens, or).unwrap_or_default())
}

/// A word for `or` stands in it, before it is asked what else does.
fn may_leave_a_choice(sentence: &str) -> bool {
    let letters = alike(sentence);
    let words: Vec<String> =
        letters.split(|letter| !is_latin(*letter)).map(|word| word.iter().collect()).collect();
    let letters: String = letters.iter().collect();
    LISTS.or.iter().any(|or| {
        if or.is_ascii() { words.iter().any(|word| word == or) } else { letters.contains(or) }
    })
}

fn ways(sentence: &str, tokens: &[Token], or: usize) -> Option<Vec<Vec<String>>> {
    let after: Vec<&Token> =
        tokens[or + 1..].iter().skip_while(|token| is_empty(token) || asks(token)).collect();
    let (first, last) = (after.first()?, after.last()?);
    let letters: Vec<char> = sentence.chars().collect();
    let cut = |from: usize, to: usize| letters[from.min(to)..to].iter().collect::<String>();
    let one = cut(0, tokens[or].span.start);
    let tail = cut(first.span.start, last.span.end);
    let has_verb = after.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
    let like = tokens[..or].iter().rposition(|token| is_like(token, first));
    let mut others = Vec::new();
    if let Some(like) = like {
        // A noun before a number belongs to it: "clip 2".
        let from = match like.checked_sub(1).map(|before| &tokens[before]) {
            Some(noun) if is_kind(noun) && is_kind(first) => noun.span.start,
            _ => tokens[like].span.start,
        };
        let rest = cut(tokens[like].span.end, tokens[or - 1].span.end);
        others.push(format!("{}{tail}{rest}", cut(0, from)));
    }
    if has_verb {
        others.insert(0, tail.clone());
    }
    // "2 or 3 seconds", "calm or upbeat music": what follows is said once and meant for both.
    let unit = match first.meaning {
        Meaning::Time(_) => {
            first.text.trim_start_matches(|l: char| l.is_ascii_digit() || l == '.').to_owned()
        }
        _ => cut(first.span.end, last.span.end),
    };
    let ones = [one.clone(), format!("{}{unit}", one.trim_end())];
    let tidy =
        |way: String| way.trim().trim_matches([',', '，', ';', '；', '?', '？', ' ']).to_owned();
    Some([ones.to_vec(), others].map(|ways| ways.into_iter().map(tidy).collect()).to_vec())
}

fn asks(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Question(question)) if question != Question::Help)
}

fn is_or(token: &Token) -> bool {
    token.sense() == Some(Sense::Break) && LISTS.or.has(&token.text)
}

/// `我琢磨着还是一家人打头好`: what somebody has come to think, and nothing that it is chosen from.
fn is_still_thought(before: &[Token]) -> bool {
    let said: String = before.iter().map(|token| token.text.as_str()).collect();
    let thinks = LISTS.comes_to_think.iter().any(|word| said.ends_with(word));
    let whole = before.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(_) | Sense::Noun(_)))
            || !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown)
    });
    thinks && !whole
}

fn is_empty(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Break | Sense::Filler | Sense::Link(Link::It | Link::To | Link::At | Link::The)
        )
    )
}

pub fn is_kind(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::File))
    )
}

/// Whether two tokens could stand in each other's place.
pub fn is_like(one: &Token, other: &Token) -> bool {
    let names_piece = |token: &Token| {
        is_kind(token)
            || matches!(
                token.meaning,
                Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_) | Meaning::Number(_)
            )
    };
    match (&one.meaning, &other.meaning) {
        (Meaning::Time(_) | Meaning::Number(_), Meaning::Time(_)) => true,
        (Meaning::Known(one), Meaning::Known(other)) => {
            std::mem::discriminant(one) == std::mem::discriminant(other)
                && !matches!(one, Sense::Link(_))
        }
        _ => {
            names_piece(one) && names_piece(other)
                || std::mem::discriminant(&one.meaning) == std::mem::discriminant(&other.meaning)
        }
    }
}
