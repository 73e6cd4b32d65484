//! What is said of the rest beside a wish, and asks for nothing more: `keep 2s to 7s of bikes, bin the rest of that clip`,
//! `排练删掉，其他的都挺好`.
//!
//! The rest of a piece of which a part is to stay goes anyway; taken as a wish of its own it would be of the whole piece.
//! That the others are fine is no wish either: read as one it would take them away or keep nothing else.

use super::aside::is_effect;
use super::list::LISTS;
use super::sense::{Link, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece};

/// `…, bin the rest of that clip`, where a part of it was to stay.
pub fn goes(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let before = &tokens[..place];
    let keeps = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Keep | Verb::Use | Verb::Trim | Verb::Show))
                | Some(Sense::Link(Link::Only))
        )
    };
    let kept = before.iter().any(keeps) && before.iter().any(is_timed);
    let piece = |token: &&Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let last = before.iter().rfind(piece).map(|last| &last.meaning);
    let here = behind_the_mark(tokens, place).iter().find(piece);
    let of_the_same = here.is_none_or(|here| last == Some(&here.meaning));
    // "Throw the rest of it away": the verb is not left alone.
    let removes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Remove));
    let ordered = before.last().is_some_and(removes);
    (kept && of_the_same && !ordered).then_some((Meaning::Known(Sense::Filler), ""))
}

/// What is said from a place on to the next mark; the joining word that it may begin with is none.
fn behind_the_mark(tokens: &[Token], place: usize) -> &[Token] {
    let from = place + usize::from(is_break(&tokens[place]));
    let end = tokens[from..].iter().position(is_break).map_or(tokens.len(), |mark| from + mark);
    &tokens[from..end]
}

fn is_timed(token: &Token) -> bool {
    matches!(
        token.meaning,
        Meaning::Time(_) | Meaning::Range(..) | Meaning::Head(_) | Meaning::Tail(_)
    )
}

/// `…，其他的都挺好`; not `the others are fine in black and white`, which says how they are wanted.
pub fn is_fine(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let rest = behind_the_mark(tokens, place);
    let measured = |token: &Token| !matches!(token.meaning, Meaning::Known(_) | Meaning::Unknown);
    let wanted = rest.iter().any(|token| measured(token) || is_effect(token));
    let beside = place > 0 || tokens.iter().any(is_break);
    (beside && !wanted).then_some((Meaning::Known(Sense::Filler), ""))
}

/// `…, the vase keeps its length`: said of a piece that stands before it, to which nothing is to happen then.
pub fn keeps_its_own(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let here = &tokens[piece(tokens, place).start..place];
    let named = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let others =
        |token: &Token| matches!(token.sense(), Some(Sense::Link(Link::Rest | Link::TheOther)));
    let light = |token: &Token| {
        named(token)
            || others(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The | Link::Of)))
            || matches!(token.sense(), Some(Sense::Noun(_)))
    };
    let said = here.iter().any(|token| named(token) || others(token)) && here.iter().all(light);
    // "Logo.png stays in the middle": that is wanted, where nothing else goes anywhere.
    let stays = tokens[place..]
        .iter()
        .take(2)
        .any(|token| ["stays", "stay", "remains", "remain"].contains(&token.text_small().as_str()));
    let moves = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Swap | Verb::Move | Verb::Remove)))
    };
    let beside = !stays || tokens[..place].iter().any(moves);
    (said && beside).then_some((Meaning::Known(Sense::Link(Link::AsItIs)), "as it is"))
}

/// `make every picture 3 seconds, not 4`: what it is now, where what it is to be stands right before it.
pub fn not_so_much(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let last = tokens[..place].iter().rev().find(|token| !is_break(token))?;
    let amount = matches!(
        last.meaning,
        Meaning::Time(_) | Meaning::Percent(_) | Meaning::Number(_) | Meaning::Speed(_)
    );
    amount.then_some((Meaning::Known(Sense::Filler), ""))
}

/// `…, the rest of it is traffic`, `…，前后都是在找角度，不要啦`: what the rest of a piece is, of which a part was to stay. Only
/// strange words are said of it, and that it is to go, which it does.
pub fn is_told(tokens: &mut [Token]) {
    for place in 1..tokens.len() {
        if goes(tokens, place).is_none() || !begins_with_the_rest(tokens, place) {
            continue;
        }
        let end = piece(tokens, place).end;
        if !tells_strangely(&tokens[place..end]) {
            continue;
        }
        let mut until = end;
        if end + 1 < tokens.len() {
            let next = piece(tokens, end + 1);
            if tokens[next.clone()].iter().all(only_takes_away) {
                until = next.end;
            }
        }
        for token in &mut tokens[place..until] {
            if !is_break(token) {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `trim 2s off the head of bikes, the rest at 2x`, `bikes掐头2秒，剩下的2倍速`: the rest of that piece, since only a piece is
/// fast or slow in what is left of it.
pub fn of_that_piece(tokens: &mut Vec<Token>) {
    let mut place = 1;
    while place < tokens.len() {
        if is_of_that_piece(tokens, place) {
            mean(&mut tokens[place], Sense::Link(Link::It));
            let here = piece(tokens, place).start;
            if tokens[here..place].iter().any(|token| is_a_file(token) || is_timed(token)) {
                let mark = tokens[place].beside(Sense::Break, "，");
                tokens.insert(place, mark);
                place += 1;
            }
        }
        place += 1;
    }
}

fn is_a_file(token: &Token) -> bool {
    matches!(token.meaning, Meaning::File(..))
}

fn is_of_that_piece(tokens: &[Token], place: usize) -> bool {
    let before = &tokens[..place];
    let end = piece(tokens, place).end.max(place + 1);
    let behind = &tokens[place + 1..end];
    let other = |token: &Token| is_a_file(token) || matches!(token.sense(), Some(Sense::Noun(_)));
    tokens[place].sense() == Some(Sense::Link(Link::Rest))
        && before.iter().filter(|token| is_a_file(token)).count() == 1
        && before.iter().any(is_timed)
        && before.iter().any(takes_off)
        && !before.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Keep)))
        && behind.iter().any(is_paced)
        && !behind.iter().any(other)
}

/// `2s off the head`, `the first 2s`, `掐头2秒`; not `to 5s`, which leaves no rest of it.
fn takes_off(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_) | Meaning::Ordinal(1 | -1))
        || matches!(token.sense(), Some(Sense::Edge(_) | Sense::Link(Link::Off | Link::Lead)))
        || token.text.starts_with('掐')
}

fn is_paced(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Speed(_)) || matches!(token.sense(), Some(Sense::Pace(_)))
}

/// `the rest`, `别的`, `前后`: what is told of behind it.
fn begins_with_the_rest(tokens: &[Token], place: usize) -> bool {
    let rest = tokens[place].sense() == Some(Sense::Link(Link::Rest));
    let around = tokens.get(place..place + 2).is_some_and(|pair| {
        pair[0].sense() == Some(Sense::Link(Link::Lead))
            && pair[1].sense() == Some(Sense::Link(Link::Rear))
    });
    let text = tokens[place].text_small();
    rest || around || LISTS.around_a_part.iter().any(|word| text.ends_with(word))
}

/// A word for being, and behind it nothing that anybody knows.
fn tells_strangely(told: &[Token]) -> bool {
    let is = |token: &Token| {
        ["is", "are", "was", "were"].contains(&token.text_small().as_str())
            || token.text.ends_with(['是', '在'])
    };
    let Some(at) = told.iter().position(is) else { return false };
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    let plain = |token: &Token| {
        strange(token)
            || matches!(token.sense(), Some(Sense::Filler | Sense::Colour(_)))
            || matches!(
                token.sense(),
                Some(Sense::Link(Link::At | Link::The | Link::A | Link::It | Link::Of | Link::All))
            )
    };
    told[at + 1..].iter().any(strange) && told[at + 1..].iter().all(plain)
}

/// `不要啦`, `cut it`: nothing but that it goes.
fn only_takes_away(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(
            Sense::Filler
                | Sense::Break
                | Sense::Verb(Verb::Remove | Verb::Trim)
                | Sense::Link(Link::Without | Link::It | Link::All | Link::Gone)
        )
    )
}

/// `both the dusk and the boats 6 seconds`: the names say which two, and the word before them nothing more.
pub fn both_named(tokens: &mut [Token]) {
    let light =
        |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)));
    let named = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    for place in 0..tokens.len() {
        let both = ["both", "both the"].contains(&tokens[place].text_small().as_str());
        let mut behind = tokens[place + 1..].iter().filter(|token| !light(token));
        let two = behind.next().is_some_and(named)
            && behind.next().is_some_and(|and| LISTS.and_between.has(&and.text_small()))
            && behind.next().is_some_and(named);
        if both && two {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}

/// `其余统统删掉`, `the rest all go`: all of the rest, and not all there is.
pub fn all_of_it(tokens: &mut [Token]) {
    let rest = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::Rest | Link::TheOther)))
            || LISTS.the_others.has(&token.text)
    };
    for place in 1..tokens.len() {
        if tokens[place].sense() != Some(Sense::Link(Link::All))
            || LISTS.the_others.has(&tokens[place].text)
        {
            continue;
        }
        let light = |token: &Token| {
            matches!(
                token.sense(),
                Some(Sense::Filler | Sense::Noun(_) | Sense::Link(Link::The | Link::Of))
            )
        };
        let before = tokens[..place].iter().rev().find(|token| !light(token));
        if before.is_some_and(rest) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}
