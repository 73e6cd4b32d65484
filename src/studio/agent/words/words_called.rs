//! What quoted words are, said before them: `底部打上参数“ISO 100”`, `put the address "12 High Street" at the bottom`. It says
//! nothing of where or how they are seen.

use super::letters::is_han;
use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token};

/// Strange words between what shows words and the words themselves say nothing.
pub fn named_before(tokens: &mut [Token]) {
    for quote in 0..tokens.len() {
        if !matches!(tokens[quote].meaning, Meaning::Quote(_)) {
            continue;
        }
        let strange = |at: &usize| tokens[*at].meaning == Meaning::Unknown;
        let names: Vec<usize> = (0..quote).rev().take_while(strange).take(3).collect();
        let Some(first) = names.last().copied().filter(|first| *first > 0) else { continue };
        let chinese = tokens[first].text.chars().any(is_han);
        let before = &tokens[first - 1];
        // "配文“周末”" is no word for what they are.
        let long = names.iter().any(|at| tokens[*at].text.chars().nth(1).is_some());
        let led = if chinese {
            long && shows(before)
        } else {
            let verb = first.checked_sub(2).map(|at| &tokens[at]);
            matches!(before.sense(), Some(Sense::Link(Link::The))) && verb.is_some_and(shows)
        };
        if led {
            names.into_iter().for_each(|at| tokens[at].meaning = Meaning::Known(Sense::Filler));
        }
    }
}

/// `“北戴河之夏”五个字`, `“谢谢观看”四个大字`: how many letters they are says nothing.
pub fn counted_behind(tokens: &mut Vec<Token>) {
    let mut place = 1;
    while place + 1 < tokens.len() {
        let quoted = matches!(tokens[place - 1].meaning, Meaning::Quote(_));
        let number = matches!(tokens[place].meaning, Meaning::Number(_))
            && tokens[place].text.chars().any(is_han);
        let letters = tokens[place + 1].sense() == Some(Sense::Noun(Noun::Text));
        if quoted && number && letters {
            tokens.drain(place..place + 2);
        }
        place += 1;
    }
}

/// Whether what is said ends with a word for words: `change the words`, `把标题`.
pub fn calls_words(said: &str) -> bool {
    let small = said.trim_end().to_lowercase();
    LISTS.words_called.iter().any(|word| {
        small
            .strip_suffix(word)
            .is_some_and(|before| !word.is_ascii() || before.is_empty() || before.ends_with(' '))
    })
}

/// `手工炒制`, and `这四个字` behind it: what is said behind that.
pub fn behind_the_words(said: &str) -> Option<&str> {
    const POINTS: [char; 12] =
        ['这', '那', '几', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
    let rest = said.trim_start_matches(POINTS);
    let pointed = rest.len() < said.len();
    LISTS.words_pointed_at.iter().find_map(|word| rest.strip_prefix(word)).filter(|_| pointed)
}

/// `strike the “Book at the pier” line`: what stands behind quoted words that are pointed at says only that they are words.
pub fn named_behind(tokens: &mut [Token]) {
    for quote in 1..tokens.len().saturating_sub(1) {
        let quoted = matches!(tokens[quote].meaning, Meaning::Quote(_));
        let the = tokens[quote - 1].sense() == Some(Sense::Link(Link::The));
        let strange = tokens[quote + 1].meaning == Meaning::Unknown;
        if quoted && the && strange && LISTS.called_when_quoted.has(&tokens[quote + 1].text) {
            tokens[quote + 1].meaning = Meaning::Known(Sense::Filler);
        }
    }
}

fn shows(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Show) | Sense::Link(Link::Saying)))
}
