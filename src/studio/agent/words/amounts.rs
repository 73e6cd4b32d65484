//! Amounts in other words: `1080 by 1350`, `每秒25帧`, `两个转场都延长到1秒`, `每张图都加字幕“包邮”`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece, says};

/// Says them plainly.
pub fn amounts(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        so_wide_and_high(tokens, place);
        frames_a_second(tokens, place);
    }
    for place in 0..tokens.len() {
        both_of_them(tokens, place);
        words_on_each(tokens, place);
        not_the_old_one(tokens, place);
    }
    faster_by_beats(tokens);
}

/// `1080 by 1350`: the canvas, and no clips of these numbers.
fn so_wide_and_high(tokens: &mut Vec<Token>, place: usize) {
    let Some([width, by, height]) = tokens.get(place..place + 3) else { return };
    let side = |token: &Token| match token.meaning {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small and whole"
        )]
        Meaning::Number(number) if number.fract() == 0.0 && (240.0..8192.0).contains(&number) => {
            Some(number as u32)
        }
        _ => None,
    };
    if let (Some(wide), Some(high), true) = (side(width), side(height), LISTS.by_size.has(&by.text))
    {
        let span = width.span.start..height.span.end;
        let text = format!("{wide}x{high}");
        let ratio = Token { meaning: Meaning::Ratio(wide, high), text, span };
        tokens.splice(place..place + 3, [ratio]);
    }
}

/// `每秒25帧`.
fn frames_a_second(tokens: &mut Vec<Token>, place: usize) {
    let each = tokens[place].sense() == Some(Sense::Link(Link::Each));
    let second = tokens.get(place + 1).is_some_and(|next| says(next, &["秒", "秒钟"]));
    let rate = (place + 2..tokens.len().min(place + 4))
        .any(|at| matches!(tokens[at].meaning, Meaning::Rate(_)));
    if each && second && rate {
        tokens.drain(place..place + 2);
    }
}

fn is_transition(token: &Token) -> bool {
    matches!(token.sense(), Some(Sense::Noun(Noun::Transition)))
}

/// `两个转场都…`, `the two transitions`: all there are, and not the second.
fn both_of_them(tokens: &mut [Token], place: usize) {
    let many = matches!(tokens[place].meaning, Meaning::Number(number) if number > 1.0);
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let plural = tokens[place].text.ends_with(['个', '处'])
        || tokens.get(place + 1).is_some_and(|next| next.text.ends_with(['s', '处']));
    let next = next.is_some_and(is_transition);
    let here = piece(tokens, place);
    let both = tokens[here.clone()].iter().any(|token| LISTS.all_of_two.has(&token.text))
        || (place > here.start && tokens[place - 1].sense() == Some(Sense::Link(Link::The)));
    if many && next && plural && both {
        mean(&mut tokens[place], Sense::Link(Link::All));
    }
}

/// `每张图都加字幕“包邮”`: the same words on each are there throughout.
fn words_on_each(tokens: &mut [Token], place: usize) {
    if tokens[place].sense() != Some(Sense::Link(Link::Each)) {
        return;
    }
    let here = piece(tokens, place);
    let quotes = tokens.iter().filter(|token| matches!(token.meaning, Meaning::Quote(_))).count();
    let quoted =
        tokens[here.clone()].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let timed = tokens[here.clone()].iter().any(|token| {
        matches!(token.meaning, Meaning::Time(_) | Meaning::Head(_) | Meaning::Tail(_))
    });
    let changes = tokens[here].iter().any(|token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Change | Verb::Remove | Verb::Move | Verb::Make))
        )
    });
    let of_pieces = tokens[place].text.ends_with(['张', '段', '个'])
        || tokens.get(place + 1).is_some_and(|next| {
            matches!(next.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
        });
    if quotes == 1 && quoted && !timed && !changes && of_pieces {
        mean(&mut tokens[place], Sense::Link(Link::Whole));
        if let Some(noun) = tokens.get_mut(place + 1).filter(|next| {
            matches!(next.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
        }) {
            mean(noun, Sense::Filler);
        }
    }
}

/// `make the music faster, 120 bpm`, `音乐快一点，120拍`: the beats say how fast.
fn faster_by_beats(tokens: &mut [Token]) {
    let music = tokens.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    let number = |token: &Token| matches!(token.meaning, Meaning::Number(_));
    for place in 1..tokens.len() {
        let beats = says(&tokens[place], &["拍"]) && tokens[place].meaning == Meaning::Unknown;
        if music && beats && number(&tokens[place - 1]) {
            mean(&mut tokens[place], Sense::Noun(Noun::Tempo));
        }
        let told = tokens[place].sense() == Some(Sense::Noun(Noun::Tempo));
        let before = piece(tokens, place - 1).start;
        if !music || !told || !number(&tokens[place - 1]) || before < 2 {
            continue;
        }
        let faster = matches!(tokens[before - 2].sense(), Some(Sense::Pace(_)));
        if faster && is_break(&tokens[before - 1]) {
            mean(&mut tokens[before - 2], Sense::Filler);
            mean(&mut tokens[before - 1], Sense::Filler);
        }
    }
}

/// `the title should say "Version 2.1", not 2.0`: what it said does not matter.
fn not_the_old_one(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["not", "不是", "而不是"]) {
        return;
    }
    let mark = tokens[..place].iter().rev().find(|token| token.sense() != Some(Sense::Filler));
    let before = tokens[..place]
        .iter()
        .rev()
        .find(|token| !is_break(token) && token.sense() != Some(Sense::Filler));
    let quoted = before.is_some_and(|token| matches!(token.meaning, Meaning::Quote(_)));
    let here = piece(tokens, place);
    let old = tokens[place + 1..here.end].iter().all(|token| {
        matches!(token.meaning, Meaning::Number(_) | Meaning::Unknown)
            || token.sense() == Some(Sense::Filler)
    }) && here.end > place + 1;
    if quoted && old && mark.is_some() {
        for token in &mut tokens[place..here.end] {
            mean(token, Sense::Filler);
        }
    }
}
