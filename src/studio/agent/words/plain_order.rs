//! Orders whose words stand apart, or mean something else by themselves: `slow the first clip down to half speed`,
//! `swap the two clips round`, `早餐调到第一张`, `open on the last clip instead`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece, says};

/// Says them plainly.
pub fn plain_orders(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        slowed_to(tokens, place);
        swapped_round(tokens, place);
        set_to_a_place(tokens, place);
        opened_instead(tokens, place);
        others_by_number(tokens, place);
        then_of_a_piece(tokens, place);
        comes_right_after(tokens, place);
        joined_behind(tokens, place);
    }
}

/// `slow the first clip down to half speed`: the speed is told behind.
fn slowed_to(tokens: &mut [Token], place: usize) {
    if !LISTS.slows_down.has(&tokens[place].text) {
        return;
    }
    let here = piece(tokens, place);
    let paced = |token: &Token| {
        matches!(token.sense(), Some(Sense::Pace(_)))
            || matches!(token.meaning, Meaning::Speed(_) | Meaning::Percent(_))
    };
    let heard = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Tempo)))
    };
    let first = tokens[here.start..place].iter().all(|token| token.sense() == Some(Sense::Filler));
    let rest = place + 1..here.end;
    if !first || !tokens[rest.clone()].iter().any(paced) || tokens[rest.clone()].iter().any(heard) {
        return;
    }
    let to =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::To | Link::By | Link::At)));
    if !tokens[rest.clone()].iter().any(to) {
        return;
    }
    mean(&mut tokens[place], Sense::Verb(Verb::Make));
    for token in &mut tokens[rest] {
        // "Slow it to 0.5x": a pace, and nothing that could be larger.
        if matches!(token.sense(), Some(Sense::Pace(_))) && token.text.to_lowercase().ends_with('x')
        {
            token.text.push_str(" speed");
        }
        if says(token, &["clip down"]) {
            mean(token, Sense::Noun(Noun::Clip));
        } else if says(token, &["down", "up", "back", "right"]) || to(token) {
            mean(token, Sense::Filler);
        }
    }
}

/// `swap the two clips round`, `switch them over`: the verb in two.
fn swapped_round(tokens: &mut [Token], place: usize) {
    if !LISTS.turned_round.has(&tokens[place].text) {
        return;
    }
    let here = piece(tokens, place);
    let swaps = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Swap));
    let ends = tokens[place + 1..here.end].iter().all(|token| token.sense() == Some(Sense::Filler));
    if ends && tokens[here.start..place].iter().any(swaps) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `早餐调到第一张`: a place in the row, and no amount.
fn set_to_a_place(tokens: &mut [Token], place: usize) {
    if !LISTS.set_to_a_place.has(&tokens[place].text) {
        return;
    }
    let here = piece(tokens, place);
    let to = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.meaning, Meaning::Ordinal(_)) || matches!(next.sense(), Some(Sense::Edge(_)))
    }) || is_beside(tokens, place + 1);
    let named = tokens[here.start..place].iter().any(|token| {
        matches!(
            token.meaning,
            Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_) | Meaning::Half { .. }
        )
    });
    let ends = is_beside(tokens, place + 1)
        || tokens[here.end.min(place + 2)..here.end].iter().all(|token| {
            matches!(token.sense(), Some(Sense::Filler | Sense::Noun(_) | Sense::Link(_)))
        });
    if to && named && ends {
        mean(&mut tokens[place], Sense::Verb(Verb::Move));
    }
}

/// `bikes前面`, `第一张的后面`.
fn is_beside(tokens: &[Token], place: usize) -> bool {
    let named = tokens
        .get(place)
        .is_some_and(|next| matches!(next.meaning, Meaning::File(..) | Meaning::Ordinal(_)));
    let behind = tokens[(place + 1).min(tokens.len())..].iter().find(|token| {
        !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The) | Sense::Noun(_)))
    });
    named
        && behind.is_some_and(|token| {
            matches!(token.sense(), Some(Sense::Link(Link::Before | Link::After)))
        })
}

/// `start with the last clip instead`: in place of what comes first now.
fn opened_instead(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["instead"]) {
        return;
    }
    let here = piece(tokens, place);
    let opens = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
    };
    let ends = tokens.get(here.end).is_none_or(is_break) && place + 1 == here.end;
    if ends && tokens[here.start..place].iter().any(opens) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `give the other three 6 seconds each`: all that are left.
fn others_by_number(tokens: &mut [Token], place: usize) {
    let rest =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::TheOther | Link::Rest)));
    let several = tokens
        .get(place + 1)
        .is_some_and(|next| matches!(next.meaning, Meaning::Number(count) if count > 1.0));
    if !rest(&tokens[place]) || !several {
        return;
    }
    let here = piece(tokens, place);
    let each = |token: &Token| token.sense() == Some(Sense::Link(Link::Each));
    let timed = |token: &Token| matches!(token.meaning, Meaning::Time(_));
    if tokens[here.clone()].iter().any(each) && tokens[here].iter().any(timed) {
        mean(&mut tokens[place], Sense::Link(Link::Rest));
        mean(&mut tokens[place + 1], Sense::Filler);
    }
}

/// `前两段对调，bikes那段再加速到2倍`: of the piece that is named just before, and no new wish.
fn then_of_a_piece(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["再"]) || !is_break(&tokens[place]) || place == 0 {
        return;
    }
    let here = piece(tokens, place - 1);
    let name = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
            || matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Link(Link::The) | Sense::Noun(_))
            )
    };
    let named = here.start > 0
        && tokens[here.clone()].iter().all(name)
        && tokens[here.clone()].iter().any(|token| !matches!(token.meaning, Meaning::Known(_)));
    let effect = tokens.get(place + 1).is_some_and(|next| {
        matches!(
            next.sense(),
            Some(Sense::Pace(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Verb(Verb::Mute))
        )
    });
    let verb = |token: &Token| matches!(token.sense(), Some(Sense::Verb(_)));
    let behind_a_wish = effect && tokens[..here.start].iter().any(verb);
    if named && (behind_a_wish || lasts_longer(tokens, place)) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `…，月子餐再多放1秒`: by how much it is to be longer, and nothing named that it could be said of.
fn lasts_longer(tokens: &[Token], place: usize) -> bool {
    let Some(next) = tokens.get(place + 1).filter(|next| !is_break(next)) else { return false };
    let rest = &tokens[piece(tokens, place + 1)];
    let timed = rest.iter().filter(|token| matches!(token.meaning, Meaning::Time(_))).count() == 1;
    let named = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_) | Meaning::Quote(_))
    };
    timed && LISTS.by_more.starts(&next.text) && !rest.iter().any(named)
}

/// `move grandma so she comes right after the newborn`: it is she who is moved.
fn comes_right_after(tokens: &mut [Token], place: usize) {
    if place == 0 || !says(&tokens[place], &["she", "he", "they"]) {
        return;
    }
    let so = says(&tokens[place - 1], &["so", "so that"]);
    let comes = tokens.get(place + 1).is_some_and(|next| {
        says(next, &["comes", "come", "goes", "go", "is", "are", "sits", "stands", "appears"])
    });
    let here = piece(tokens, place);
    let moves = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Add | Verb::Swap)))
    };
    if so && comes && tokens[here.start..place].iter().any(moves) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `silent.mp4后面接bikes.mp4，拼一起`: the two that are to be joined, in this order.
fn joined_behind(tokens: &mut [Token], place: usize) {
    if place < 2 || !LISTS.joined_behind.has(&tokens[place].text) {
        return;
    }
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..));
    let behind = tokens[place - 1].sense() == Some(Sense::Link(Link::After))
        && file(&tokens[place - 2])
        && tokens.get(place + 1).is_some_and(file);
    let end = piece(tokens, place - 1).end.max(place + 1);
    let end = if end == place { piece(tokens, place + 1).end } else { end };
    let Some(next) = tokens.get(end).filter(|mark| is_break(mark)).map(|_| piece(tokens, end + 1))
    else {
        return;
    };
    let joins = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Join));
    if behind && tokens[next.clone()].iter().any(joins) && !tokens[next].iter().any(file) {
        mean(&mut tokens[place - 1], Sense::Filler);
        mean(&mut tokens[place], Sense::Break);
        tokens[place].text = "、".to_owned();
    }
}
