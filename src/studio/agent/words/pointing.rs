//! Words that point back at what was only told a moment before: `they sneeze from 4s to 6s, cut those two seconds`,
//! `I die at 6s, cut everything after that`, `烧烤不卖了，那张图删掉`, `dinner was before sunset, swap those two`.

use super::list::LISTS;
use super::sense::{Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, mean, piece, says};

/// Puts in place of such words what they point at.
pub fn pointing(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        those_seconds(tokens, place);
        let place_now = place.min(tokens.len() - 1);
        after_that(tokens, place_now);
        that_picture(tokens, place_now);
        those_two(tokens, place_now);
        place += 1;
    }
}

/// The piece of the sentence that stands before the one at a place and says something.
fn told_before(tokens: &[Token], place: usize) -> Option<std::ops::Range<usize>> {
    let mut start = piece(tokens, place).start;
    while start > 0 {
        let before = piece(tokens, start - 1);
        let tells = |token: &Token| token.sense() != Some(Sense::Filler);
        if tokens[before.clone()].iter().any(tells) {
            return Some(before);
        }
        start = before.start.min(start - 1);
    }
    None
}

/// Whether a piece only tells something: nothing in it is to be done.
fn only_tells(told: &[Token]) -> bool {
    let orders = |token: &Token| match token.sense() {
        Some(Sense::Verb(verb)) => {
            let third = token.text.is_ascii() && token.text.ends_with('s');
            let mild = matches!(verb, Verb::Show | Verb::Use | Verb::Join);
            !(mild || third || token.text.ends_with("ing"))
        }
        Some(Sense::Link(Link::Without)) => true,
        _ => false,
    };
    !told.iter().any(|token| orders(token) || matches!(token.meaning, Meaning::Quote(_)))
}

fn is_pointer(token: &Token) -> bool {
    LISTS.pointers.has(&token.text) || token.text.starts_with(['这', '那'])
}

fn it(span: &Token) -> Token {
    span.beside(Sense::Link(Link::It), if span.text.is_ascii() { "it" } else { "它" })
}

/// `cut those two seconds`, `这两秒剪掉`: the stretch that was just told of.
fn those_seconds(tokens: &mut Vec<Token>, place: usize) {
    let Meaning::Time(length) = tokens[place].meaning else { return };
    if place == 0 || !is_pointer(&tokens[place - 1]) {
        return;
    }
    let Some(told) = told_before(tokens, place) else { return };
    let as_long = |token: &Token| match token.meaning {
        Meaning::Range(from, to) => to.0.saturating_sub(from.0) == length.0,
        Meaning::Head(time) | Meaning::Tail(time) => time == length,
        _ => false,
    };
    if only_tells(&tokens[told.clone()]) && tokens[told].iter().any(as_long) {
        let it = it(&tokens[place - 1]);
        tokens.splice(place - 1..=place, [it]);
    }
}

/// `cut everything after that`, `后面全剪掉`: after the moment that was just told of.
fn after_that(tokens: &mut Vec<Token>, place: usize) {
    let removes =
        |token: &Token| matches!(token.sense(), Some(Sense::Verb(Verb::Remove | Verb::Trim)));
    // "After that" joins wishes elsewhere; at the end of one it is a moment.
    if place > 0 && says(&tokens[place], &["after that"]) && ends_here(tokens, place) {
        let all = tokens[place - 1].sense() == Some(Sense::Link(Link::All));
        if !all && !tokens[piece(tokens, place - 1)].iter().any(removes) {
            // "Hard cuts only. Sepia on all stills after that": only what is done first.
            mean(&mut tokens[place], Sense::Filler);
            return;
        }
        mean(&mut tokens[place], Sense::Link(Link::After));
        let that = Token { text: "that".into(), ..tokens[place].clone() };
        tokens.insert(place + 1, Token { meaning: Meaning::Known(Sense::Link(Link::The)), ..that });
    }
    let beside = matches!(tokens[place].sense(), Some(Sense::Link(Link::After | Link::Before)));
    let here = piece(tokens, place);
    let timed = |token: &Token| {
        matches!(
            token.meaning,
            Meaning::Time(_)
                | Meaning::Range(..)
                | Meaning::Head(_)
                | Meaning::Tail(_)
                | Meaning::File(..)
                | Meaning::Ordinal(_)
                | Meaning::Number(_)
        )
    };
    if !beside
        || tokens[here.clone()].iter().any(timed)
        || !tokens[here.clone()].iter().any(removes)
    {
        return;
    }
    let Some(told) = told_before(tokens, place).filter(|told| only_tells(&tokens[told.clone()]))
    else {
        return;
    };
    let mut moments =
        tokens[told.clone()].iter().filter(|token| matches!(token.meaning, Meaning::Time(_)));
    let (Some(moment), None) = (moments.next().cloned(), moments.next()) else { return };
    let english = tokens[place].text.is_ascii();
    let that =
        tokens.get(place + 1).is_some_and(|next| says(next, &["that", "it", "then", "this"]));
    if english && that {
        tokens[place + 1] = moment;
    } else if !english {
        tokens.insert(place, moment);
    } else {
        return;
    }
    tokens[told].iter_mut().for_each(|token| mean(token, Sense::Filler));
}

/// Whether nothing that says anything stands behind a place.
fn ends_here(tokens: &[Token], place: usize) -> bool {
    tokens[place + 1..]
        .iter()
        .all(|token| token.sense() == Some(Sense::Filler) || says(token, &[".", "!"]))
}

/// `那张图删掉`, `请将该图删掉`, `take that picture out`: the piece that was just told of.
fn that_picture(tokens: &mut Vec<Token>, place: usize) {
    let Some(noun) = tokens.get(place + 1) else { return };
    let kind =
        matches!(noun.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)));
    // "请将该图延长至12秒": elsewhere "该" is that something ought to be.
    if kind && tokens[place].text == "该" {
        tokens[place] = tokens[place].beside(Sense::Link(Link::The), "这张");
    }
    let points = says(&tokens[place], &["that", "this"])
        || (is_pointer(&tokens[place]) && tokens[place].text.ends_with(['张', '段', '个', '幅']));
    let counted =
        tokens.get(place + 2).is_some_and(|next| matches!(next.meaning, Meaning::Number(_)));
    if !points || !kind || counted {
        return;
    }
    let Some(told) = told_before(tokens, place).filter(|told| only_tells(&tokens[told.clone()]))
    else {
        return;
    };
    let names = |token: &&Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let mut named = tokens[told.clone()].iter().filter(names);
    if let (Some(of), None) = (named.next().cloned(), named.next()) {
        tokens.splice(place..=place + 1, [of]);
    }
}

/// `swap those two`, `这两张换一下`: the two that were just told of.
fn those_two(tokens: &mut Vec<Token>, place: usize) {
    if tokens[place].sense() != Some(Sense::Verb(Verb::Swap)) {
        return;
    }
    let here = piece(tokens, place);
    let named = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let points = |token: &Token| {
        matches!(token.sense(), Some(Sense::Link(Link::These | Link::It | Link::The | Link::All)))
            || token.meaning == Meaning::Number(2.0)
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage))
            )
    };
    if tokens[here.clone()].iter().any(named) {
        return;
    }
    // What was told may stand in two pieces: "first the box, then the back".
    let mut files: Vec<Token> = Vec::new();
    let mut from = here.start;
    while from > 0 && files.len() < 2 {
        let before = piece(tokens, from - 1);
        if !only_tells(&tokens[before.clone()]) {
            return;
        }
        let found = tokens[before.clone()].iter().filter(|token| named(token)).cloned();
        files = found.chain(files).collect();
        from = before.start.min(from - 1);
    }
    if files.len() != 2 {
        return;
    }
    for token in &mut tokens[..here.start] {
        if !is_break(token) {
            mean(token, Sense::Filler);
        }
    }
    for token in tokens[here].iter_mut().filter(|token| points(token)) {
        mean(token, Sense::Filler);
    }
    let and = files[0].beside(Sense::Break, "and");
    let other = files.pop();
    let pair = files.into_iter().chain([and]).chain(other);
    tokens.splice(place + 1..place + 1, pair.collect::<Vec<_>>());
}
