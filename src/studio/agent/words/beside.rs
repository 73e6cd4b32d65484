//! Words that mean another thing beside some others: `压低` under speech, `拉到` before a place, `复古` before a
//! look.

use super::idiom::next;
use super::sense::{Link, Pace, Sense, Verb};
use super::token::{Meaning, Token, mean, piece, says};

/// Gives such words the meaning that they have there.
pub fn beside_others(tokens: &mut [Token]) {
    for place in 0..tokens.len() {
        lower_under_speech(tokens, place);
        pull_there(tokens, place);
        plainly_fast(tokens, place);
        said_of_a_look(tokens, place);
        as_demanded(tokens, place);
        as_it_was(tokens, place);
    }
}

/// `有人说话时压低音乐` ducks; elsewhere it is only quieter.
fn lower_under_speech(tokens: &mut [Token], place: usize) {
    let speaks = |token: &Token| token.sense() == Some(Sense::Link(Link::Over));
    if says(&tokens[place], &["压低", "压小", "压一压"]) && tokens.iter().any(speaks) {
        mean(&mut tokens[place], Sense::Verb(Verb::Duck));
    }
}

/// `拉到最前面` moves, `拉到50%` sets.
fn pull_there(tokens: &mut [Token], place: usize) {
    let goal = |next: usize| {
        matches!(tokens[next].sense(), Some(Sense::Edge(_)))
            || matches!(tokens[next].meaning, Meaning::Ordinal(_))
    };
    if says(&tokens[place], &["拉到", "拉至", "推到", "弄到"])
        && next(tokens, place).is_some_and(goal)
    {
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
    if says(&tokens[place], &["复古", "怀旧", "滤镜", "调色", "vintage", "retro", "filter"])
        && tokens[piece(tokens, place)].iter().any(looks)
    {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `按播出要求`: whose wish it is.
fn as_demanded(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["要求"]) {
        return;
    }
    let piece = piece(tokens, place);
    let by = |token: &Token| says(token, &["按", "按照", "根据", "依照", "应"]);
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
