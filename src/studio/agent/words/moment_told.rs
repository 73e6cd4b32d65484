//! A moment that is told as one: `9秒处`, `9秒的时候`, `the 9 second mark`, `9s in, …`. It is written as `第9秒` or as on a
//! clock, which is how the rest knows a moment from a length: `crossfades of 9 s` and `a title for 9 s` are others.

use super::list::LISTS;
use super::sense::{Edge, Sense};
use super::token::{Meaning, Token, is_break, is_time, says, tells_when};
use crate::draft::Millis;

/// The most tokens that `的那个时候` and its like are.
const LONGEST_MARK: usize = 3;

/// Writes such moments as they are known.
pub fn moments_told(tokens: &mut Vec<Token>) {
    for place in (0..tokens.len()).rev() {
        if !is_time(&tokens[place])
            || tells_when(&tokens[place].text)
            || is_of_an_edge(tokens, place)
        {
            continue;
        }
        let marks = if tokens[place].text.is_ascii() {
            english_mark(tokens, place)
        } else {
            chinese_mark(tokens, place)
        };
        if let Some(count) = marks {
            write_as_moment(tokens, place, count);
        }
    }
}

/// `最后3秒的时候`, `the last 3 seconds in`: so much of it.
fn is_of_an_edge(tokens: &[Token], place: usize) -> bool {
    let edge = |token: &Token| matches!(token.sense(), Some(Sense::Edge(Edge::Start | Edge::End)));
    tokens[..place].last().is_some_and(|before| edge(before) || says(before, &["last", "first"]))
}

/// How many tokens behind a time say that it is a moment.
fn english_mark(tokens: &[Token], place: usize) -> Option<usize> {
    let next = tokens.get(place + 1)?;
    let over = || tokens.get(place + 2).is_none_or(is_break);
    let marks = LISTS.marks_a_moment.has(&next.text_small());
    (marks || (says(next, &["in"]) && over())).then_some(1)
}

fn chinese_mark(tokens: &[Token], place: usize) -> Option<usize> {
    let mut text = String::new();
    let mut end = tokens[place].span.end;
    let mut longest = None;
    for (count, next) in tokens[place + 1..].iter().take(LONGEST_MARK).enumerate() {
        if next.span.start != end {
            break;
        }
        end = next.span.end;
        text.push_str(&next.text);
        if LISTS.marks_a_moment.has(&text) {
            longest = Some(count + 1);
        }
    }
    longest
}

fn write_as_moment(tokens: &mut Vec<Token>, place: usize, count: usize) {
    let Meaning::Time(time) = tokens[place].meaning else { return };
    let text = if tokens[place].text.is_ascii() {
        on_a_clock(time)
    } else {
        format!("第{}", tokens[place].text)
    };
    tokens[place].text = text;
    tokens[place].span.end = tokens[place + count].span.end;
    tokens.drain(place + 1..=place + count);
}

/// `0:09.5`.
fn on_a_clock(time: Millis) -> String {
    let (minutes, seconds) = (time.0 / 60_000, time.0 % 60_000);
    format!("{minutes}:{:02}.{}", seconds / 1000, seconds % 1000)
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    fn times(said: &str) -> Vec<String> {
        let mut tokens = tokens(said, &[]);
        moments_told(&mut tokens);
        tokens.into_iter().filter(is_time).map(|token| token.text).collect()
    }

    #[test]
    fn a_mark_makes_a_moment_of_a_time() {
        for (said, time) in [
            ("9秒处上字幕", "第9秒"),
            ("9秒的时候上字幕", "第9秒"),
            ("at the 9 second mark add a title", "0:09.0"),
            ("9s in, add a title", "0:09.0"),
            ("a title for 9 s", "9 s"),
            ("最后3秒的时候淡出", "3秒"),
        ] {
            assert_eq!(times(said), [time], "{said}");
        }
    }
}
