//! Moments and stretches of time that Chinese says with several words: `第1秒出、第5秒下`, `从1秒显示到6秒`, `入点1.5秒，
//! 出点5秒`, `掐头去尾各1秒`.

use super::lexicon::is_said;
use super::sense::{Link, Noun, Part, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_file_or_place, is_time, mean, piece, says};
use crate::draft::Millis;
use crate::language::Language::Chinese;

/// Says them as stretches of time.
pub fn moments(tokens: &mut Vec<Token>) {
    let shown = tokens.iter().any(is_shown);
    let mut place = 0;
    while place < tokens.len() {
        if shown {
            comes_and_goes(tokens, place);
            shown_until(tokens, place);
        }
        in_and_out(tokens, place);
        both_ends(tokens, place);
        off_both_ends(tokens, place);
        place += 1;
    }
}

/// Words and what lies over the picture are seen from one moment to another.
fn is_shown(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Quote(_))
        || matches!(
            token.sense(),
            Some(Sense::Noun(
                Noun::Title | Noun::Caption | Noun::Heading | Noun::Text | Noun::Inset
            ))
        )
}

fn time(token: &Token) -> Option<Millis> {
    match token.meaning {
        Meaning::Time(time) => Some(time),
        _ => None,
    }
}

fn is(part: Part, token: &Token) -> bool {
    is_said(Chinese, part, &token.text)
}

/// The next token behind a place that is neither a mark nor a word of no meaning.
fn telling(tokens: &[Token], place: usize) -> Option<usize> {
    (place + 1..tokens.len())
        .find(|next| !is_break(&tokens[*next]) && tokens[*next].sense() != Some(Sense::Filler))
}

fn replace(tokens: &mut Vec<Token>, from: usize, to: usize, with: Vec<Token>) {
    tokens.splice(from..=to, with);
}

fn range(tokens: &[Token], from: usize, to: usize, start: Millis, end: Millis) -> Token {
    let text: String = tokens[from..=to].iter().map(|token| token.text.as_str()).collect();
    let span = tokens[from].span.start..tokens[to].span.end;
    Token { meaning: Meaning::Range(start, end), text, span }
}

/// `第3秒出现，第6秒消失`.
fn comes_and_goes(tokens: &mut Vec<Token>, place: usize) {
    let found = || {
        let start = time(tokens.get(place)?)?;
        let comes = [place + 1]
            .into_iter()
            .chain(telling(tokens, place))
            .find(|next| tokens.get(*next).is_some_and(|next| is(Part::Comes, next)))?;
        let until = telling(tokens, comes)?;
        let until = if tokens[until].sense() == Some(Sense::Link(Link::At)) {
            telling(tokens, until)?
        } else {
            until
        };
        let end = time(&tokens[until])?;
        let goes = telling(tokens, until).filter(|next| is(Part::Goes, &tokens[*next]))?;
        (start < end).then_some((goes, start, end))
    };
    let Some((goes, start, end)) = found() else { return };
    let range = range(tokens, place, goes, start, end);
    replace(tokens, place, goes, vec![range]);
}

/// `从1秒显示到6秒`.
fn shown_until(tokens: &mut Vec<Token>, place: usize) {
    let found = || {
        let start = time(tokens.get(place)?)?;
        let comes = telling(tokens, place)?;
        let shows = is(Part::Comes, &tokens[comes])
            || tokens[comes].sense() == Some(Sense::Verb(Verb::Show));
        let to = telling(tokens, comes)
            .filter(|to| shows && tokens[*to].sense() == Some(Sense::Link(Link::To)))?;
        let until = telling(tokens, to)?;
        let end = time(&tokens[until])?;
        (start < end).then_some((until, start, end))
    };
    let Some((until, start, end)) = found() else { return };
    let range = range(tokens, place, until, start, end);
    replace(tokens, place, until, vec![range]);
}

/// `入点1.5秒，出点5秒`: that much of it is kept.
fn in_and_out(tokens: &mut Vec<Token>, place: usize) {
    let found = || {
        // The point and its time were taken for a part of the beginning and of the end.
        let (into, out) = (tokens.get(place)?, telling(tokens, place)?);
        let (Meaning::Head(start), Meaning::Tail(end)) = (&into.meaning, &tokens[out].meaning)
        else {
            return None;
        };
        let points = into.text.starts_with("入点") && tokens[out].text.starts_with("出点");
        (points && start < end).then_some((out, *start, *end))
    };
    let Some((until, start, end)) = found() else { return };
    let range = range(tokens, place, until, start, end);
    let keep = range.beside(Sense::Verb(Verb::Keep), "保留");
    replace(tokens, place, until, vec![keep, range]);
}

/// `掐头去尾各1秒`: so much of the beginning and of the end.
fn both_ends(tokens: &mut Vec<Token>, place: usize) {
    let Some(said) = tokens.get(place).filter(|token| is(Part::BothEnds, token)) else { return };
    let span = said.span.clone();
    let amount = (place + 1..tokens.len())
        .take_while(|next| !is_break(&tokens[*next]))
        .find(|next| time(&tokens[*next]).is_some());
    let Some(amount) = amount else { return };
    let Some(length) = time(&tokens[amount]) else { return };
    let token =
        |meaning: Meaning, text: &str| Token { meaning, text: text.into(), span: span.clone() };
    let removes = || token(Meaning::Known(Sense::Verb(Verb::Remove)), "剪掉");
    let with = vec![
        removes(),
        token(Meaning::Head(length), "前面"),
        token(Meaning::Known(Sense::Break), "，"),
        removes(),
        token(Meaning::Tail(length), "后面"),
    ];
    replace(tokens, place, amount, with);
}

/// `take one second off both ends of the bunny clip`: of its beginning, and as much of its end.
fn off_both_ends(tokens: &mut Vec<Token>, place: usize) {
    let both = tokens.get(place).is_some_and(|token| says(token, &["both", "each", "either"]));
    let end = tokens.get(place + 1).is_some_and(|token| says(token, &["ends", "end", "sides"]));
    if !both || !end {
        return;
    }
    let here = piece(tokens, place);
    let Some(at) = (here.start..place).find(|at| is_time(&tokens[*at])) else { return };
    let cuts = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Trim | Verb::Remove | Verb::Use)))
    };
    let Some(verb) = (here.start..at).find(|at| cuts(&tokens[*at])) else { return };
    let Some(length) = time(&tokens[at]) else { return };
    let span = tokens[place].span.clone();
    let token =
        |meaning: Meaning, text: &str| Token { meaning, text: text.into(), span: span.clone() };
    let named = tokens[here.clone()].iter().any(|token| {
        is_file_or_place(token)
            || matches!(token.sense(), Some(Sense::Noun(_) | Sense::Link(Link::It)))
    });
    let mut more = vec![
        token(Meaning::Known(Sense::Break), "and"),
        token(Meaning::Known(Sense::Verb(Verb::Remove)), "remove"),
        token(Meaning::Tail(length), "the end"),
    ];
    more.extend(named.then(|| token(Meaning::Known(Sense::Link(Link::It)), "it")));
    tokens.splice(here.end..here.end, more);
    mean(&mut tokens[verb], Sense::Verb(Verb::Remove));
    tokens[at].meaning = Meaning::Head(length);
    for token in &mut tokens[at + 1..place + 2] {
        mean(token, Sense::Filler);
    }
}
