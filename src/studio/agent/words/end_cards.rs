//! Cards at an end of the film that are only named by that end: `最后加3秒黑底片尾，写“再见”`, `末尾接一个4秒的片尾，底色#222222，
//! 写“再见”`, `end card, 2 seconds, black, saying "Bye"`.
//!
//! What lasts, has a colour and has words on it is a card and not a place in the film.

use super::sense::{Edge, Fitting, Lettering, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, is_verb, mean, piece, says};

/// Says that they are cards, and that their colour and words belong to them.
pub fn end_cards(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        named_by_its_end(tokens, place);
    }
    told_in_parts(tokens);
}

fn is_edge(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Edge(_)))
}

fn is_ground(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Colour(_))
        || matches!(
            token.sense(),
            Some(Sense::Colour(_) | Sense::Fit(Fitting::Bars | Fitting::WhiteBars))
        )
}

fn writes(token: &Token) -> bool {
    token.sense() == Some(Sense::Link(Link::Saying)) || says(token, &["写", "写上", "写着"])
}

/// `加3秒黑底片尾，写…`: `片尾` behind what is said of it.
fn named_by_its_end(tokens: &mut Vec<Token>, place: usize) {
    let here = piece(tokens, place);
    let adds = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Make))) && !token.text.is_ascii()
    };
    let card = says(&tokens[place], &["片尾", "片头", "结尾", "开头"])
        && is_edge(&tokens[place])
        && place + 1 == here.end
        && tokens[here.start..place].iter().any(adds)
        && tokens[here.start..place].iter().any(is_time);
    if !card {
        return;
    }
    let ground = ground_behind(tokens, here.end);
    let coloured = ground.is_some() || tokens[here.start..place].iter().any(is_ground);
    let written = tokens[here.end..].iter().any(writes);
    if !(coloured && written) {
        return;
    }
    if let Some(ground) = ground {
        let plain = |token: &mut Token| {
            if !matches!(token.meaning, Meaning::Colour(_))
                && !matches!(token.sense(), Some(Sense::Colour(_)))
            {
                mean(token, Sense::Filler);
            }
        };
        tokens[here.end..ground].iter_mut().for_each(plain);
    }
    for token in tokens[here.start..place].iter_mut().filter(|token| adds(token)) {
        mean(token, Sense::Verb(Verb::Add));
    }
    let edge = tokens[place].clone();
    mean(&mut tokens[place], Sense::Noun(Noun::Card));
    if !tokens[here.start..place].iter().any(is_edge) {
        tokens.insert(here.start, edge);
    }
}

/// `，底色#222222`: where the piece that only says the ground ends.
fn ground_behind(tokens: &[Token], mark: usize) -> Option<usize> {
    tokens.get(mark)?;
    let next = piece(tokens, (mark + 1).min(tokens.len() - 1));
    let of_ground = |token: &Token| {
        is_ground(token)
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Lettering(Lettering::Plate)
                        | Sense::Noun(Noun::Backdrop | Noun::Colour)
                )
            )
    };
    let rest = tokens.get(next.clone()).filter(|rest| !rest.is_empty())?;
    (rest.iter().all(of_ground) && rest.iter().any(is_ground)).then_some(next.end)
}

/// `end card, 2 seconds, black, saying "Bye"`: one thing told between commas.
fn told_in_parts(tokens: &mut Vec<Token>) {
    let card = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Title | Noun::Card)))
            && ["end card", "closing card", "final card", "片尾卡", "片尾卡片"]
                .iter()
                .any(|name| token.text.eq_ignore_ascii_case(name))
    };
    let Some(place) = tokens.iter().position(card) else { return };
    let from = piece(tokens, place).start;
    let idle = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::A | Link::At | Link::Over | Link::Long))
        ) || says(token, &[",", "，"])
            || writes(token)
    };
    let quote = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let Some(words) = tokens[place..].iter().position(quote).map(|words| place + words) else {
        return;
    };
    let told = &tokens[place + 1..words];
    let backdrop = |token: &Token| token.sense() == Some(Sense::Noun(Noun::Backdrop));
    let of_it = |token: &Token| is_time(token) || is_ground(token) || backdrop(token);
    let only = told.iter().all(|token| idle(token) || of_it(token));
    let last = |token: &Token| token.sense() == Some(Sense::Link(Link::LastComes));
    let before = |token: &Token| idle(token) || is_verb(token) || is_time(token) || last(token);
    let alone = tokens[from..place].iter().all(before);
    // "…reading “Bye”, five seconds long, on #1f3a2e": up to what is no more of it.
    let behind = &tokens[words + 1..];
    let more = behind.iter().take_while(|token| idle(token) || of_it(token)).count();
    let more = behind[..more].iter().rposition(of_it).map_or(0, |last| last + 1);
    let long = usize::from(behind.get(more).is_some_and(|next| idle(next) && !is_break(next)));
    let end = words + 1 + more + long;
    let ends = tokens.get(end).is_none_or(is_break);
    let (time, colour) = (
        tokens[from..end].iter().find(|token| is_time(token)),
        tokens[place..end]
            .iter()
            .find(|token| is_ground(token) && !matches!(token.sense(), Some(Sense::Fit(_)))),
    );
    let (Some(time), Some(colour)) = (time, colour) else { return };
    if !(only && alone && ends) {
        return;
    }
    let there = tokens[place].clone();
    let word = |sense: Sense, text: &str| there.beside(sense, text);
    let said = vec![
        word(Sense::Verb(Verb::Add), "add"),
        time.clone(),
        colour.clone(),
        word(Sense::Noun(Noun::Card), "card"),
        word(Sense::Edge(Edge::End), "at the end"),
        word(Sense::Link(Link::Saying), "saying"),
        tokens[words].clone(),
    ];
    tokens.splice(from..end, said);
}
