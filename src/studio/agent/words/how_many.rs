//! `How many photographs are on the timeline?`: pieces of a kind are counted, whatever they are called.

use super::list::LISTS;
use super::sense::{Beyond, Link, Noun, Question, Sense};
use super::token::{Meaning, Token, mean, piece, says};

/// `三段跳舞视频`: files that there are, and nothing to be made of nothing.
pub fn what_is_filmed(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        let counted = matches!(tokens[place - 1].meaning, Meaning::Number(_))
            || matches!(
                tokens[place - 1].sense(),
                Some(Sense::Link(Link::Each | Link::All | Link::These))
            );
        let generated = matches!(tokens[place].sense(), Some(Sense::Beyond(Beyond::Generate)))
            || tokens[place].meaning == Meaning::Unknown;
        let filmed = tokens.get(place + 1).is_some_and(|next| {
            matches!(
                next.sense(),
                Some(Sense::Noun(Noun::Film | Noun::Picture | Noun::Clip | Noun::Footage))
            )
        });
        if counted && generated && filmed && !tokens[place].text.is_ascii() {
            mean(&mut tokens[place], Sense::Filler);
            if tokens[place + 1].sense() == Some(Sense::Noun(Noun::Film)) {
                mean(&mut tokens[place + 1], Sense::Noun(Noun::Footage));
            }
        }
    }
}

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
