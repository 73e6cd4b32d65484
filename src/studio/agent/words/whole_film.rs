//! Words or a picture over the picture for as long as the film is: `at the top for the whole vid`, `整条片子右下角都写上“慢工皮具”`.
//!
//! The film is named there to say when, and nothing is done to it.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_time, mean, piece, says};

/// Says that it is all the time.
pub fn whole_film(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        by_itself(tokens, place);
        if tokens[place].sense() != Some(Sense::Noun(Noun::Film)) {
            continue;
        }
        let here = piece(tokens, place);
        let shows = tokens[here.clone()].iter().any(|token| {
            matches!(token.meaning, Meaning::Quote(_))
                || matches!(token.sense(), Some(Sense::Noun(Noun::Inset)))
                || (matches!(token.meaning, Meaning::File(_, crate::api::wire::MediaKind::Image))
                    && tokens[here.clone()]
                        .iter()
                        .any(|token| matches!(token.sense(), Some(Sense::Place(_)))))
        });
        let timed = tokens[here.clone()].iter().any(|token| {
            is_time(token)
                || matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..))
                || matches!(
                    token.sense(),
                    Some(Sense::Edge(_) | Sense::Link(Link::Whole | Link::After | Link::Before))
                )
        });
        if !shows || timed {
            continue;
        }
        if tokens[place].text.is_ascii() {
            for_the_whole(tokens, place, here.start);
        } else {
            all_of_it(tokens, place, &here);
        }
    }
}

/// `text "4 bed" bottom left, whole film`: a part of its own, behind words to be shown.
fn by_itself(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let Some(mark) = here.start.checked_sub(1).filter(|_| place == here.start) else { return };
    let film = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)))
            || LISTS.spots.has(&token.text)
    };
    let whole = |token: &Token| {
        let text = token.text_small();
        LISTS.whole_film.starts(text.trim_start_matches("the "))
    };
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::The | Link::For | Link::Whole))
        )
    };
    let said = &tokens[here.clone()];
    let before = piece(tokens, mark);
    let shows = tokens[before.clone()].iter().any(|token| {
        matches!(token.meaning, Meaning::Quote(_))
            || token.sense() == Some(Sense::Noun(Noun::Inset))
    });
    let timed = tokens[before]
        .iter()
        .any(|token| is_time(token) || matches!(token.meaning, Meaning::Range(..)));
    if shows
        && !timed
        && said.iter().any(whole)
        && said.iter().any(film)
        && said.iter().all(|token| film(token) || whole(token) || light(token))
    {
        tokens[here.clone()].iter_mut().for_each(|token| mean(token, Sense::Filler));
        mean(&mut tokens[place], Sense::Link(Link::Whole));
    }
}

/// `for the whole vid`, `throughout the entire film`.
fn for_the_whole(tokens: &mut [Token], place: usize, start: usize) {
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::Of)))
    };
    let text = tokens[place].text.to_lowercase();
    let named = text.starts_with("whole") || text.starts_with("entire");
    let whole = (start..place)
        .rev()
        .take_while(|at| light(&tokens[*at]))
        .find(|at| says(&tokens[*at], &["whole", "entire", "full", "the whole", "the entire"]));
    let Some(first) = whole.or_else(|| named.then_some(place)) else { return };
    let when = (start..first).rev().find(|at| !light(&tokens[*at]));
    if when.is_some_and(|at| says(&tokens[at], &["for", "during", "over", "through", "throughout"]))
    {
        mean(&mut tokens[first], Sense::Link(Link::Whole));
        if first != place {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `整条片子右下角都写上…`: the film first, and all of it.
fn all_of_it(tokens: &mut [Token], place: usize, here: &std::ops::Range<usize>) {
    let first = tokens[here.start..place].iter().all(|token| token.sense() == Some(Sense::Filler));
    let whole = LISTS.whole_film.starts(&tokens[place].text) && tokens[place].text != "整体";
    let adds = tokens[place + 1..here.end]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Show))));
    if first && whole && adds {
        mean(&mut tokens[place], Sense::Link(Link::Whole));
    }
}
