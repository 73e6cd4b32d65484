//! The same part of each piece, where a film is made of them: `the first 4 seconds of each clip in the order bikes, bunny`,
//! `三段视频各取开头3秒，拼成混剪`. Footage that is to last so long is cut at its end, so its first seconds are what is left.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_file, mean};

/// Says that each lasts so long.
pub fn parts_of_each(tokens: &mut [Token]) {
    let makes = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Make | Verb::Join) | Sense::Noun(Noun::Promo))
        )
    };
    if !tokens.iter().any(makes) {
        return;
    }
    for place in 0..tokens.len() {
        of_each(tokens, place);
        taken_of_each(tokens, place);
    }
}

fn is_light(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::Of | Link::A)))
}

fn is_kind(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage | Noun::Film | Noun::File))
    )
}

/// `the first 4 seconds of each clip`, `first 2 seconds of each of the three clips`.
fn of_each(tokens: &mut [Token], place: usize) {
    let Some(Meaning::Head(time)) = tokens.get(place).map(|token| token.meaning.clone()) else {
        return;
    };
    let Some(each) = (place + 1..tokens.len()).find(|at| !is_light(&tokens[*at])) else { return };
    let of_all = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::Each)) || LISTS.of_all.has(&token.text)
    };
    if !of_all(&tokens[each]) {
        return;
    }
    tokens[place].meaning = Meaning::Time(time);
    mean(&mut tokens[each], Sense::Link(Link::Each));
    if tokens.get(each + 1).is_some_and(is_kind) {
        mean(&mut tokens[each + 1], Sense::Filler);
    }
    // "Take the first 3 seconds of each": taking them is how they are made to last.
    for token in &mut tokens[..place] {
        if LISTS.takes_of_each.has(&token.text) {
            mean(token, Sense::Filler);
        }
    }
}

/// `各取前3秒`, `每段只要前3秒`.
fn taken_of_each(tokens: &mut [Token], place: usize) {
    let Some(Meaning::Head(time)) = tokens.get(place).map(|token| token.meaning.clone()) else {
        return;
    };
    let mut at = place;
    let mut takes = None;
    while at > 0 {
        at -= 1;
        let token = &tokens[at];
        let keeps = matches!(token.sense(), Some(Sense::Verb(Verb::Keep | Verb::Use)))
            || LISTS.keeps_of_each.has(&token.text);
        if keeps && takes.is_none() {
            takes = Some(at);
        } else if !is_light(token) && !is_kind(token) {
            break;
        }
    }
    let each = tokens[at].sense() == Some(Sense::Link(Link::Each));
    let within = takes.filter(|takes| tokens[*takes].text.starts_with(['各', '分']));
    match (takes, each, within) {
        (Some(takes), _, Some(_)) => mean(&mut tokens[takes], Sense::Link(Link::Each)),
        (Some(takes), true, None) => mean(&mut tokens[takes], Sense::Filler),
        (None, true, None) if !tokens[at].text.is_ascii() => {}
        _ => return,
    }
    if tokens[at..place].iter().any(is_file) {
        return;
    }
    tokens[place].meaning = Meaning::Time(time);
}
