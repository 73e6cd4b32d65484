//! A length of everything together, behind a wish for something else: `brighten the lake, 12 seconds in all`,
//! `lake blurry, the whole film 12 seconds`, `湖边亮一点，一共12秒`.
//!
//! Words without a verb go with the wish before them: the lake alone would be 12 seconds long.

use super::letters::is_han;
use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_time, mean, piece};

/// Lets such a part be an order, and of the film.
pub fn in_all(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        let here = piece(tokens, place);
        let first = !tokens[here.start..place].iter().any(is_film);
        // Behind a film that is told of, it tells more of that one.
        let (before, film) = (&tokens[..here.start], Some(Sense::Noun(Noun::Film)));
        let behind =
            before.iter().any(is_file_or_place) && before.iter().all(|token| token.sense() != film);
        if !behind || !is_film(&tokens[place]) || !first {
            continue;
        }
        let part = &tokens[here.clone()];
        if part.iter().filter(|token| is_time(token)).count() != 1 || !part.iter().all(tells_length)
        {
            continue;
        }
        mean(&mut tokens[place], Sense::Noun(Noun::Film));
        if !tokens[here.clone()].iter().any(|token| token.sense() == Some(CHANGES)) {
            let start = tokens[here.start].span.start;
            let text = if tokens[place].text.chars().any(is_han) { "改到" } else { "make" };
            let order =
                Token { meaning: Meaning::Known(CHANGES), text: text.into(), span: start..start };
            tokens.insert(here.start, order);
        }
    }
}

const CHANGES: Sense = Sense::Verb(Verb::Change);

fn is_film(token: &Token) -> bool {
    match token.sense() {
        Some(Sense::Noun(Noun::Film)) => true,
        Some(Sense::Filler) => LISTS.in_all.has(&token.text_small()),
        _ => false,
    }
}

fn tells_length(token: &Token) -> bool {
    is_time(token)
        || is_film(token)
        || is_break(token)
        || matches!(
            token.sense(),
            Some(
                Sense::Filler
                    | Sense::Link(Link::The | Link::A | Link::It | Link::To | Link::At | Link::Of)
                    | Sense::Verb(Verb::Make | Verb::Change)
            )
        )
}
