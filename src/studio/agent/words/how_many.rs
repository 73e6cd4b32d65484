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

/// `目前片中一共用了几张照片？`: how many there are in the film, and not how many files.
fn counted_in_the_film(tokens: &mut [Token]) {
    let there = tokens.iter().any(|token| {
        token.sense() == Some(Sense::Noun(Noun::Film)) || LISTS.in_the_film.has(&token.text)
    });
    let counts = |token: &&mut Token| {
        token.sense() == Some(Sense::Question(Question::WhichFiles))
            && (token.text.contains('几') || token.text.contains("多少"))
    };
    if there {
        tokens
            .iter_mut()
            .filter(counts)
            .for_each(|token| mean(token, Sense::Question(Question::WhatIsOnIt)));
    }
}

/// Says such a question by the word for it.
pub fn how_many(tokens: &mut [Token]) {
    counted_in_the_film(tokens);
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
