//! `How many photographs are on the timeline?`: pieces of a kind are counted, whatever they are called.

use super::list::LISTS;
use super::sense::{Noun, Question, Sense};
use super::token::{Token, mean, piece, says};

/// Says such a question by the word for it.
pub fn how_many(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        let Some([how, many, of]) = tokens.get(place..place + 3) else { continue };
        let counted = matches!(
            of.sense(),
            Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage | Noun::Film))
        );
        if !says(how, &["how"]) || !says(many, &["many"]) || !counted {
            continue;
        }
        let here = piece(tokens, place);
        let there = tokens[place + 3..here.end].iter().any(|token| {
            token.sense() == Some(Sense::Noun(Noun::Film)) || LISTS.in_the_film.has(&token.text)
        });
        let question = if there { Question::WhatIsOnIt } else { Question::WhichFiles };
        for token in &mut tokens[here] {
            mean(token, Sense::Filler);
        }
        mean(&mut tokens[place], Sense::Question(question));
    }
}
