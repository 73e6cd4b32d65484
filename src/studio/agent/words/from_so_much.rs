//! How long something is now, said before how long it is to be: `change both dissolves from one second to half a second`,
//! `两处叠化由一秒改为半秒`, `音乐由30%调至45%`. What it is now can be seen on the film.

use super::goes_on::is_seam;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_time, mean, piece};

/// Passes over how long seams and fades are now.
pub fn as_it_is_now(tokens: &mut [Token]) {
    for from in 0..tokens.len() {
        let from_there = tokens[from].sense() == Some(Sense::Link(Link::From));
        if !from_there && tokens[from].text != "由" {
            continue;
        }
        if !from_there && tokens.get(from + 1).is_some_and(is_share) {
            mean(&mut tokens[from], Sense::Link(Link::From));
            continue;
        }
        let here = piece(tokens, from);
        let part = &tokens[here.clone()];
        let becomes = tokens[from + 1..here.end].iter().skip(1).take(2).any(is_to);
        let two = tokens[from + 1..here.end].iter().filter(|token| is_time(token)).count() == 2;
        let now = tokens.get(from + 1).is_some_and(is_time);
        if now && becomes && two && part.iter().any(lasts) && part.iter().any(changes) {
            mean(&mut tokens[from], Sense::Filler);
            mean(&mut tokens[from + 1], Sense::Filler);
        }
    }
}

fn is_share(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Percent(_))
}

/// What has a length of its own, and no moments.
fn lasts(token: &Token) -> bool {
    is_seam(token)
        || matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
}

fn changes(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Verb(Verb::Change | Verb::Trim | Verb::Make)))
}

fn is_to(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::To)) || (changes(token) && !token.text.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::super::lex;
    use super::*;

    #[test]
    fn only_what_has_a_length_of_its_own_is_changed_from_one_to_another() {
        let passed = |said: &str| {
            let mut tokens = lex::tokens(said, &[]);
            as_it_is_now(&mut tokens);
            tokens.iter().filter(|token| is_time(token)).count() == 1
        };
        assert!(passed("change both dissolves from 2 seconds to half a second"));
        assert!(passed("叠化由一秒改为半秒"));
        assert!(!passed("trim bikes from 2 seconds to 5 seconds"));
        assert!(!passed("从2秒到5秒改成黑白"));
    }
}
