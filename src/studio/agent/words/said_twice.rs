//! What a sentence says once more in other words, or only makes sure of: `reverse the order, last one first`, `shorten
//! it to 4 seconds by cutting its end`, `split it there, don't remove anything`, `the two videos, not the photo`.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Portion, Sense, Sorting, Verb};
use super::token::{Meaning, Token, is_break, is_file, is_time, is_verb, mean, piece, says};

/// Leaves it out, or says the wish in it plainly.
pub fn said_twice(tokens: &mut Vec<Token>) {
    last_one_first(tokens);
    order_is_told(tokens);
    not_the_other_kind(tokens);
    for place in 0..tokens.len() {
        by_cutting_its_end(tokens, place);
        nothing_removed(tokens, place);
    }
    for place in (0..tokens.len()).rev() {
        goes_there(tokens, place);
    }
}

/// What is the order's when it is turned.
fn last_one_first(tokens: &mut Vec<Token>) {
    let turns = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Turn));
    let Some(turn) = tokens.iter().position(turns) else { return };
    let Some(mark) = tokens[turn..].iter().position(is_break).map(|mark| turn + mark) else {
        return;
    };
    if mark + 1 >= tokens.len() {
        return;
    }
    let next = piece(tokens, mark + 1);
    let rest = &tokens[next.clone()];
    let has = |number: i32| rest.iter().any(|token| token.meaning == Meaning::Ordinal(number));
    let plain = |token: &Token| {
        matches!(token.meaning, Meaning::Ordinal(1 | -1))
            || matches!(
                token.sense(),
                Some(
                    Sense::Filler
                        | Sense::Link(Link::The)
                        | Sense::Noun(Noun::Clip | Noun::Picture)
                )
            )
    };
    if has(1) && has(-1) && rest.iter().all(plain) {
        tokens.drain(mark..next.end);
    }
}

/// `从成品倒着讲：成品、缝线、裁切、皮料`: the order is the one that they are named in.
fn order_is_told(tokens: &mut Vec<Token>) {
    let turns = |token: &Token| {
        token.sense() == Some(Sense::Verb(Verb::Turn))
            || LISTS.told_backwards.has(&token.text)
            || token.sense() == Some(Sense::Sorting(Sorting::Backwards))
    };
    let Some(turn) = tokens.iter().position(turns) else { return };
    let makes = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Make) | Sense::Noun(Noun::Promo)))
    };
    let named = tokens[turn..].iter().filter(|token| is_file(token)).count();
    let ranked = tokens[turn..].iter().any(|token| matches!(token.meaning, Meaning::Ordinal(_)));
    if named < 3 || ranked || !tokens[..turn].iter().any(makes) {
        return;
    }
    mean(&mut tokens[turn], Sense::Filler);
    let told = turn > 0 && says(&tokens[turn - 1], &["told", "played", "shown", "run"]);
    if told {
        mean(&mut tokens[turn - 1], Sense::Filler);
    }
    let from = turn > 1
        && is_file(&tokens[turn - 1])
        && tokens[turn - 2].sense() == Some(Sense::Link(Link::From));
    if from {
        tokens.drain(turn - 2..turn);
    }
}

/// `…, not on the photo`, where the wish names what it is of.
fn not_the_other_kind(tokens: &mut Vec<Token>) {
    let Some(not) = tokens.iter().position(|token| says(token, &["not", "not the"])) else {
        return;
    };
    let here = piece(tokens, not);
    if not != here.start || here.start == 0 || !says(&tokens[here.start - 1], &[",", "but"]) {
        return;
    }
    let kind = |token: &Token| match token.sense() {
        Some(Sense::Noun(noun @ (Noun::Picture | Noun::Footage | Noun::Clip | Noun::Film))) => {
            Some(noun)
        }
        _ => None,
    };
    let light = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::The | Link::At | Link::Of | Link::A))
        )
    };
    let rest = &tokens[not + 1..here.end];
    let other = rest.iter().find_map(kind);
    let only = rest.iter().all(|token| light(token) || kind(token).is_some());
    let before = piece(tokens, here.start - 1);
    let wanted = tokens[before.clone()].iter().position(|token| kind(token).is_some());
    let Some(wanted) = wanted.map(|wanted| before.start + wanted) else { return };
    if only && other.is_some() && kind(&tokens[wanted]) != other {
        // "The video, not the photo": footage, and not the film.
        if kind(&tokens[wanted]) == Some(Noun::Film) {
            mean(&mut tokens[wanted], Sense::Noun(Noun::Footage));
        }
        tokens.drain(here.start - 1..here.end);
    }
}

/// `shorten clip 2 to 4 seconds by cutting its end`: as it is shortened anyway.
fn by_cutting_its_end(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["by"]) {
        return;
    }
    let here = piece(tokens, place);
    let shortens = tokens[here.start..place]
        .iter()
        .any(|token| token.sense() == Some(Sense::Verb(Verb::Trim)))
        && tokens[here.start..place].iter().any(is_time);
    let rest = &tokens[place + 1..here.end];
    let cuts = rest.first().is_some_and(|token| {
        says(token, &["cutting", "trimming", "chopping", "clipping", "losing", "taking"])
    });
    let end = rest.iter().any(|token| token.sense() == Some(Sense::Edge(Edge::End)));
    let start = rest.iter().any(|token| token.sense() == Some(Sense::Edge(Edge::Start)));
    if shortens && cuts && end && !start && !rest.iter().any(is_time) {
        tokens[place..here.end].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `cut it in two, don't remove anything`, `切一刀，别删东西`: a split takes nothing away.
fn nothing_removed(tokens: &mut [Token], place: usize) {
    let denies = says(
        &tokens[place],
        &["don't", "do not", "without", "不要", "别", "别删", "不要删", "不要删除"],
    );
    let here = piece(tokens, place);
    let splits = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Split) | Sense::Portion(Portion::Halfway)))
    };
    if !denies || !tokens[..here.start].iter().any(splits) {
        return;
    }
    let anything = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Verb(Verb::Trim | Verb::Remove)))
            || says(
                token,
                &[
                    "anything",
                    "any",
                    "of",
                    "it",
                    "out",
                    "内容",
                    "任何",
                    "东西",
                    "先",
                    "删",
                    "don't",
                    "do not",
                    "without",
                    "不要",
                    "别",
                    "别删",
                    "不要删",
                    "不要删除",
                    "removing",
                    "deleting",
                    "cutting",
                ],
            )
    };
    if here.len() > 1 && tokens[here.clone()].iter().all(anything) {
        tokens[here].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `…，接着玫瑰、百合`, `…，后面接精华`: a piece that comes next, and nothing before it but that.
fn follows(rest: &[Token]) -> bool {
    let leads = |token: &Token| {
        is_break(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::After)))
            || LISTS.follows_it.has(&token.text)
    };
    let told = rest.iter().take_while(|token| leads(token)).any(|token| {
        LISTS.comes_next.has(&token.text)
            || LISTS.in_a_row.has(&token.text)
            || LISTS.follows_it.has(&token.text)
    });
    told && rest.iter().find(|token| !leads(token)).is_some_and(is_file)
}

/// `glitter to the front, then …`, `顺序反过来，鞋子打头`: a place for one piece, without a verb.
fn goes_there(tokens: &mut Vec<Token>, place: usize) {
    let here = piece(tokens, place);
    let edge = |token: &Token| matches!(token.sense(), Some(Sense::Edge(_)));
    if place != here.start || here.is_empty() || !is_file(&tokens[place]) {
        return;
    }
    let light = |token: &Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::To | Link::The | Link::At)))
    };
    let rest = &tokens[place + 1..here.end];
    let plain = rest.iter().all(|token| light(token) || edge(token))
        && rest.iter().filter(|token| edge(token)).count() == 1;
    let to = rest.iter().any(|token| {
        token.sense() == Some(Sense::Link(Link::To))
            || says(token, &["打头", "收尾", "压轴", "up front", "right up front", "upfront"])
    });
    // "门店打头，接着玫瑰、百合": the first of a row.
    let row = tokens.get(here.end).is_some_and(is_break) && follows(&tokens[here.end..]);
    if row {
        return;
    }
    let follows =
        tokens[..here.start].iter().any(is_verb) || tokens.get(here.end).is_some_and(is_break);
    if plain && to && follows {
        let moves = tokens[place].beside(Sense::Verb(Verb::Move), "move");
        tokens.insert(place, moves);
    }
}
