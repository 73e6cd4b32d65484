//! Words that mean another thing beside some others: `压低` under speech, `拉到` before a place, `复古` before a
//! look.

use super::idiom::next;
use super::letters::is_han;
use super::lexicon::is_said;
use super::list::LISTS;
use super::sense::{Closeness, Degree, Edge, Link, Noun, Pace, Part, Sense, Verb};
use super::token::{Meaning, Token, mean, piece, says};
use crate::language::Language::Chinese;

/// Gives such words the meaning that they have there.
pub fn beside_others(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        lower_under_speech(tokens, place);
        pull_there(tokens, place);
        plainly_fast(tokens, place);
        said_of_a_look(tokens, place);
        as_demanded(tokens, place);
        as_it_was(tokens, place);
        brings_words(tokens, place);
        of_a_file(tokens, place);
        unused_in_a_film(tokens, place);
        stands_there(tokens, place);
        larger_sound(tokens, place);
    }
}

/// `有人说话时压低音乐` ducks; elsewhere it is only quieter.
fn lower_under_speech(tokens: &mut [Token], place: usize) {
    let speaks = |token: &Token| token.sense() == Some(Sense::Link(Link::Over));
    if LISTS.lowers_under_speech.has(&tokens[place].text) && tokens.iter().any(speaks) {
        mean(&mut tokens[place], Sense::Verb(Verb::Duck));
    }
}

/// `拉到最前面` moves, `拉到50%` sets.
fn pull_there(tokens: &mut [Token], place: usize) {
    let goal = |next: usize| {
        matches!(tokens[next].sense(), Some(Sense::Edge(_)))
            || matches!(tokens[next].meaning, Meaning::Ordinal(_))
    };
    if LISTS.pulled_there.has(&tokens[place].text) && next(tokens, place).is_some_and(goal) {
        mean(&mut tokens[place], Sense::Verb(Verb::Move));
    }
}

/// `不要慢动作`, `别加速了`: at its own speed.
fn plainly_fast(tokens: &mut [Token], place: usize) {
    let denies = matches!(tokens[place].sense(), Some(Sense::Link(Link::Without | Link::Not)))
        && !tokens[place].text.is_ascii();
    let Some(pace) = tokens.get(place + 1).filter(|_| denies) else { return };
    // "背景别糊了" is without it.
    if matches!(pace.sense(), Some(Sense::Look(_) | Sense::Fit(_))) {
        mean(&mut tokens[place], Sense::Link(Link::Without));
        return;
    }
    if matches!(pace.sense(), Some(Sense::Pace(pace)) if pace != Pace::Usual) {
        mean(&mut tokens[place], Sense::Filler);
        mean(&mut tokens[place + 1], Sense::Pace(Pace::Usual));
    }
}

/// `复古的棕褐色`: beside a look that is named it only colours the word.
fn said_of_a_look(tokens: &mut [Token], place: usize) {
    let looks = |token: &Token| matches!(token.sense(), Some(Sense::Look(_) | Sense::Tone(_)));
    let letters =
        |token: &Token| matches!(token.sense(), Some(Sense::Colour(_) | Sense::Lettering(_)));
    let lettered =
        says(&tokens[place], &["字体"]) && tokens[piece(tokens, place)].iter().any(letters);
    if lettered {
        mean(&mut tokens[place], Sense::Filler);
    }
    if LISTS.looks.has(&tokens[place].text) && tokens[piece(tokens, place)].iter().any(looks) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `按播出要求`: whose wish it is.
fn as_demanded(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["要求"]) {
        return;
    }
    let piece = piece(tokens, place);
    let by = |token: &Token| LISTS.demands.has(&token.text);
    if let Some(by) = tokens[piece.start..place].iter().position(by) {
        let whole = piece.start + by..=place;
        tokens[whole].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `时长别动`: behind a wish, of what the wish does not touch.
fn as_it_was(tokens: &mut [Token], place: usize) {
    let piece = piece(tokens, place);
    let untouched = tokens[place].sense() == Some(Sense::Link(Link::AsItIs));
    let plain = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Filler | Sense::Link(Link::AsItIs | Link::Position | Link::Order))
        )
    };
    let named = tokens[piece.clone()].iter().any(|token| {
        token.sense() != Some(Sense::Link(Link::AsItIs)) && token.text.chars().count() > 1
    });
    if untouched && piece.start > 0 && named && tokens[piece.clone()].iter().all(plain) {
        tokens[piece].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `画面中间出“感谢观看”`: the words come onto the picture.
fn brings_words(tokens: &mut [Token], place: usize) {
    let quoted =
        tokens.get(place + 1).is_some_and(|next| matches!(next.meaning, Meaning::Quote(_)));
    let strange = tokens[place].meaning == Meaning::Unknown
        || matches!(tokens[place].sense(), Some(Sense::Moving(_)));
    let here = piece(tokens, place);
    let verbs = tokens[here].iter().any(|token| matches!(token.sense(), Some(Sense::Verb(_))));
    if quoted && strange && !verbs && is_said(Chinese, Part::Shows, &tokens[place].text) {
        mean(&mut tokens[place], Sense::Verb(Verb::Add));
    }
}

/// `公司logo.png`, `骑车那段bikes`: strange words before a file say what is on it.
fn of_a_file(tokens: &mut [Token], place: usize) {
    const DENIES: [char; 8] = ['不', '别', '没', '勿', '莫', '免', '除', '非'];
    let strange = tokens[place].meaning == Meaning::Unknown
        && tokens[place].text.chars().all(is_han)
        && !tokens[place].text.contains(DENIES);
    let here = piece(tokens, place);
    let first = tokens[here.start..place].iter().all(|token| token.sense() == Some(Sense::Filler));
    let points = |token: &&Token| {
        token.text == "的"
            || (token.sense() == Some(Sense::Link(Link::The)) && !token.text.is_ascii())
    };
    let between = tokens[place + 1..here.end.max(place + 1)].iter().take_while(points).count();
    let file = tokens
        .get(place + 1 + between)
        .is_some_and(|next| matches!(next.meaning, Meaning::File(_, kind) if kind.is_visual()));
    if strange && first && file {
        tokens[place..=place + between].iter_mut().for_each(|token| mean(token, Sense::Filler));
    }
}

/// `做个视频，海边那段不用`: it is left out of the film.
fn unused_in_a_film(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["不用", "不需要"]) || next(tokens, place).is_some() {
        return;
    }
    let makes = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Make));
    let film = |token: &Token| matches!(token.sense(), Some(Sense::Noun(Noun::Film | Noun::Promo)));
    let here = piece(tokens, place);
    let named = tokens[here.start..place]
        .iter()
        .any(|token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_)));
    let before = &tokens[..here.start];
    if named && before.iter().any(makes) && before.iter().any(film) {
        mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    }
}

/// `海边在前`, `夜市在最后`: its place in the row.
fn stands_there(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    if place == here.start || !says(&tokens[place], &["在"]) || place + 2 != here.end {
        return;
    }
    let named = |token: &Token| {
        token.sense() == Some(Sense::Filler)
            || matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_))
    };
    let edge = match tokens[place + 1].sense() {
        Some(Sense::Link(Link::Lead | Link::Before)) => Edge::Start,
        Some(Sense::Link(Link::Rear | Link::After)) => Edge::End,
        Some(Sense::Edge(edge)) => edge,
        _ => return,
    };
    if tokens[here.start..place].iter().all(named) {
        mean(&mut tokens[place], Sense::Verb(Verb::Move));
        mean(&mut tokens[place + 1], Sense::Edge(edge));
    }
}

/// `音乐放大一倍`: what is heard is louder and not seen from nearer.
fn larger_sound(tokens: &mut [Token], place: usize) {
    let degree = match tokens[place].sense() {
        Some(Sense::Closeness(Closeness::Nearer)) => Degree::Louder,
        Some(Sense::Closeness(Closeness::Farther)) => Degree::Quieter,
        Some(Sense::Pace(Pace::Twice)) if says(&tokens[place], &["一倍"]) => Degree::Double,
        _ => return,
    };
    let heard = |token: &Token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound | Noun::Volume)))
    };
    if tokens[piece(tokens, place)].iter().any(heard) {
        mean(&mut tokens[place], Sense::Degree(degree));
    }
}
