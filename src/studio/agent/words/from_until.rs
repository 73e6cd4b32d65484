//! When music is heard or words are seen, said by how they come and go: `come in at 4s and go out at 12s`, `2秒进6秒出`,
//! `第2秒出标题，停4秒`, `no music before 4s or after 12s`, `from second 4 to second 12`.
//!
//! Two moments with a word of coming at the one and of going at the other are a span, as `from 4s to 12s` is.

use super::list::LISTS;
use super::sense::{Edge, Link, Noun, Sense, Verb};
use super::token::{Meaning, Token, is_break, is_time, is_verb, mean, says};
use crate::api::wire::MediaKind;
use crate::draft::Millis;

/// `second 4` is a moment, and what stands between two moments for `until` is that.
pub fn seconds_by_number(tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place + 1 < tokens.len() {
        let numbered = says(&tokens[place], &["second"])
            && place > 0
            && matches!(
                tokens[place - 1].sense(),
                Some(Sense::Link(Link::From | Link::To | Link::At | Link::Between))
            );
        if let (true, Meaning::Number(seconds)) = (numbered, &tokens[place + 1].meaning) {
            let meaning = Meaning::Time(Millis::from_secs_rounded(*seconds));
            let text = format!("{} {}", tokens[place].text, tokens[place + 1].text);
            let span = tokens[place].span.start..tokens[place + 1].span.end;
            tokens.splice(place..place + 2, [Token { meaning, text, span }]);
        }
        without_a_verb_between(tokens, place);
        let until = LISTS.goes_on_until.has(&tokens[place].text)
            && place > 0
            && is_time(&tokens[place - 1])
            && is_time(&tokens[place + 1]);
        if until {
            mean(&mut tokens[place], Sense::Link(Link::To));
        }
        // "再低6分贝": so much more, and no second wish.
        let more = is_break(&tokens[place])
            && says(&tokens[place], &["再"])
            && LISTS.more_or_less.has(&tokens[place + 1].text);
        if more {
            mean(&mut tokens[place], Sense::Filler);
        }
        from_the_start(tokens, place);
        the_others(tokens, place);
        place += 1;
    }
}

/// `冰粉给8秒，别的5秒就够`: the others, and not another one.
fn the_others(tokens: &mut [Token], place: usize) {
    let others = ["别的", "其他", "其它"].contains(&tokens[place].text.as_str());
    let light = |token: &&Token| {
        matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::All | Link::Each)))
    };
    let next = tokens[place + 1..].iter().find(|token| !light(token));
    if others && next.is_some_and(is_time) {
        mean(&mut tokens[place], Sense::Link(Link::Rest));
    }
}

/// `从第2秒用到第7秒`: what is done from the one to the other says no more than that it is.
fn without_a_verb_between(tokens: &mut Vec<Token>, place: usize) {
    let Some([verb, to, end]) = tokens.get(place..place + 3) else { return };
    let from = place.checked_sub(1).is_some_and(|before| is_time(&tokens[before]));
    let done = is_verb(verb) && !verb.text.is_ascii();
    if from && done && to.text == "到" && is_time(end) {
        tokens.remove(place);
    }
}

/// `从头到第5秒`.
fn from_the_start(tokens: &mut Vec<Token>, place: usize) {
    let Some([edge, to, end]) = tokens.get(place..place + 3) else { return };
    let start = edge.sense() == Some(Sense::Edge(Edge::Start)) && !edge.text.is_ascii();
    if let (true, Some(Sense::Link(Link::To)), Some(until)) = (start, to.sense(), moment(end)) {
        let meaning = Meaning::Range(Millis::ZERO, until);
        let text = format!("{}{}{}", edge.text, to.text, end.text);
        let span = edge.span.start..end.span.end;
        tokens.splice(place..place + 3, [Token { meaning, text, span }]);
    }
}

fn has_a_time(tokens: &[Token]) -> bool {
    let heard = tokens.iter().any(|token| {
        token.sense() == Some(Sense::Noun(Noun::Music))
            || matches!(token.meaning, Meaning::File(_, MediaKind::Audio))
    });
    let written = tokens.iter().any(|token| matches!(token.meaning, Meaning::Quote(_)))
        || tokens.iter().any(|token| {
            matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text | Noun::Heading))
            )
        });
    let other = tokens.iter().any(|token| {
        matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual())
            || matches!(token.sense(), Some(Sense::Verb(Verb::Fade)))
            || matches!(token.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut)))
    });
    (heard || written) && !other
}

/// Says the span.
pub fn from_until(tokens: &mut [Token]) {
    if !has_a_time(tokens) {
        return;
    }
    not_before_or_after(tokens);
    only_then(tokens);
    let moments: Vec<usize> = (0..tokens.len()).filter(|place| is_time(&tokens[*place])).collect();
    let [first, ..] = moments[..] else { return };
    let Some(second) = (first + 1..tokens.len())
        .find(|at| is_time(&tokens[*at]) || matches!(tokens[*at].meaning, Meaning::Number(_)))
    else {
        return;
    };
    if moments.len() > 2 || (moments.len() == 2 && moments[1] != second) {
        return;
    }
    let (Some(start), Some(end)) = (moment(&tokens[first]), moment(&tokens[second])) else {
        return;
    };
    let ends = marker(tokens, second, first + 1, &LISTS.goes_out);
    let lasts = so_long(tokens, second, first + 1);
    // "For 8 seconds starting at 4s".
    if let Some(begin) = marker(tokens, second, first + 1, &LISTS.comes_in)
        && let Some(stays) = so_long(tokens, first, 0)
    {
        say(tokens, [first, second, begin, stays], (end, end + start));
        return;
    }
    let at = first
        .checked_sub(1)
        .filter(|at| ends.is_some() && tokens[*at].sense() == Some(Sense::Link(Link::At)));
    let Some(begin) = marker(tokens, first, 0, &LISTS.comes_in).or(at) else { return };
    let (stop, until) = match (ends, lasts) {
        (Some(stop), _) if start < end => (stop, end),
        (None, Some(stop)) => (stop, start + end),
        _ => return,
    };
    if begin == stop {
        return;
    }
    say(tokens, [first, second, begin, stop], (start, until));
}

fn moment(token: &Token) -> Option<Millis> {
    match token.meaning {
        Meaning::Time(time) => Some(time),
        Meaning::Number(seconds) => Some(Millis::from_secs_rounded(seconds)),
        _ => None,
    }
}

fn is_light(token: &Token) -> bool {
    matches!(
        token.sense(),
        Some(Sense::Filler | Sense::Link(Link::At | Link::The | Link::It | Link::To | Link::For))
    )
}

/// The word before a length that says that it is one; behind the words themselves it is one anyway.
fn so_long(tokens: &[Token], place: usize, floor: usize) -> Option<usize> {
    let before = (floor..place).rev().find(|at| tokens[*at].sense() != Some(Sense::Filler))?;
    let quoted = matches!(tokens[before].meaning, Meaning::Quote(_));
    (LISTS.stays_so_long.has(&tokens[before].text) || quoted).then_some(before)
}

/// The word of coming or going beside a moment, behind it or before it.
fn marker(
    tokens: &[Token],
    place: usize,
    floor: usize,
    words: &super::list::List,
) -> Option<usize> {
    let behind = (place + 1..tokens.len()).find(|at| !is_light(&tokens[*at]));
    let before = (floor..place).rev().find(|at| !is_light(&tokens[*at]));
    let fits = |at: &usize| words.has(&tokens[*at].text);
    // "12秒停" ends there, "停4秒" lasts so long.
    let leads = |at: &usize| {
        let text = &tokens[*at].text;
        text.is_ascii() || text.ends_with(['到', '从', '点', '在'])
    };
    let near = (floor..place).rev().take_while(|at| is_light(&tokens[*at])).find(|at| fits(at));
    behind
        .filter(|at| fits(at) && !tokens[*at].text.is_ascii())
        .or_else(|| before.filter(|at| fits(at) && leads(at)))
        .or_else(|| near.filter(leads))
}

/// Puts the span where the first moment stood and passes over what said it.
fn say(tokens: &mut [Token], [first, second, begin, stop]: [usize; 4], span: (Millis, Millis)) {
    let between = first.min(begin) + 1..second;
    for (at, token) in tokens.iter_mut().enumerate() {
        let joins = between.contains(&at)
            && (is_break(token) || is_light(token) || token.sense() == Some(Sense::Link(Link::It)));
        let carries = between.contains(&at)
            && matches!(
                token.sense(),
                Some(Sense::Verb(Verb::Change | Verb::Use | Verb::Show | Verb::Remove))
            )
            && at > first;
        let quoted = matches!(token.meaning, Meaning::Quote(_));
        if (at == begin || at == stop) && !quoted || at == second || joins || carries {
            mean(token, Sense::Filler);
        }
    }
    tokens[first].meaning = Meaning::Range(span.0, span.1);
}

/// `no music before 4s or after 12s`: it is heard between.
fn not_before_or_after(tokens: &mut [Token]) {
    let find =
        |link: Link| tokens.iter().position(|token| token.sense() == Some(Sense::Link(link)));
    let (Some(before), Some(after)) = (find(Link::Before), find(Link::After)) else { return };
    let denied = tokens.iter().position(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::Without) | Sense::Verb(Verb::Remove)))
    });
    let moments: Vec<usize> = (0..tokens.len()).filter(|place| is_time(&tokens[*place])).collect();
    let ([first, second], Some(denied)) = (&moments[..], denied) else { return };
    let (first, second) = (*first, *second);
    let (Some(start), Some(end)) = (moment(&tokens[first]), moment(&tokens[second])) else {
        return;
    };
    let music = tokens.iter().any(|token| token.sense() == Some(Sense::Noun(Noun::Music)));
    if !music || before > after || start >= end {
        return;
    }
    let (low, high) = (first.min(before), second.max(after));
    for token in &mut tokens[low..=high] {
        mean(token, Sense::Filler);
    }
    mean(&mut tokens[denied], Sense::Filler);
    tokens[first].meaning = Meaning::Range(start, end);
    // "都不要音乐": the music follows.
    tokens[denied] = tokens[denied].beside(Sense::Verb(Verb::Show), "play");
}

/// `but only from 4s to 12s`: new music is heard at no other time anyway.
fn only_then(tokens: &mut [Token]) {
    let new = tokens.iter().any(|token| {
        matches!(token.sense(), Some(Sense::Mood(_)))
            || matches!(token.meaning, Meaning::File(_, MediaKind::Audio) | Meaning::Quote(_))
    });
    for place in 0..tokens.len() {
        let next = (place + 1..tokens.len()).find(|at| !is_light(&tokens[*at]));
        let span = next.is_some_and(|at| {
            matches!(tokens[at].meaning, Meaning::Range(..))
                || tokens[at].sense() == Some(Sense::Link(Link::From))
        });
        if new && span && tokens[place].sense() == Some(Sense::Link(Link::Only)) {
            mean(&mut tokens[place], Sense::Filler);
        }
    }
}
