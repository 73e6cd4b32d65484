//! Words on a told film: what they say, where and when (`the title "One Year On" over the first 5 seconds`).
//!
//! What stands with a quote is given to the reader of words on the picture, without the strange words in it.

use std::ops::Range;

use super::super::request::{NewText, Pieces, Reading, Reference, Request, When, Which, read};
use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Token, Verb};
use super::page::Page;
use super::shown_each;
use super::shown_in_a_row;
use super::shown_with;

/// The words that are to be shown. `None` where it cannot be told what belongs to them.
pub fn take(page: &mut Page) -> Option<Vec<Request>> {
    let mut requests = shown_in_a_row::take(page);
    requests.extend(shown_each::take(page));
    let quote =
        |place: &usize| page.is_free(*place) && matches!(page.meaning(*place), Meaning::Quote(_));
    let quotes: Vec<usize> = (0..page.len()).filter(quote).collect();
    // "A black end card" of which more is told: a piece of its own.
    if (0..page.len()).any(|place| is_card(page, place)) {
        return None;
    }
    let mut floor = 0;
    for (nth, quote) in quotes.iter().enumerate() {
        let ceiling = quotes.get(nth + 1).copied().unwrap_or(page.len());
        let mut places = said_of(page, *quote, floor, ceiling);
        places.extend(before_its_colon(page, *quote, floor));
        places.extend(named_again_before(page, *quote, floor, &places));
        places.sort_unstable();
        places.dedup();
        if comes_with_a_piece(page, *quote) {
            return None;
        }
        floor = places.iter().max().map_or(*quote, |last| last + 1);
        let request = read_words(page, &places)?;
        requests.push(shown_with::its_piece(page, *quote, request));
        places.into_iter().for_each(|place| page.use_at(place));
    }
    Some(requests)
}

fn read_words(page: &Page, places: &[usize]) -> Option<Request> {
    let during = during(page, places);
    // "片尾字幕“再见”压最后3秒": when that is says it exactly.
    let timed = places.iter().any(|at| matches!(page.meaning(*at), Meaning::Tail(_)));
    let said = |place: &&usize| {
        *page.meaning(**place) != Meaning::Unknown
            && page.sense(**place) != Some(Sense::Link(Link::Only))
            && !(during.is_some() && tells_over_what(page, **place))
            && !(during.is_some() && page.sense(**place) == Some(Sense::Link(Link::Whole)))
            && !is_on_a_picture(page, **place)
            && !(timed && matches!(page.sense(**place), Some(Sense::Edge(_))))
    };
    let mut tokens: Vec<Token> = vec![adding(page, places)];
    tokens.extend(places.iter().filter(said).map(|at| where_it_is(page, *at)));
    let mut readings = read(&[Clause { tokens }], None);
    let Some(Reading::Understood { mut requests, .. }) = readings.pop() else { return None };
    let request = requests.pop().filter(|_| requests.is_empty() && readings.is_empty());
    match (request, during) {
        (Some(Request::AddText(text)), None) => Some(Request::AddText(text)),
        (Some(Request::AddText(text)), Some(piece)) if text.when == When::Unsaid => {
            Some(Request::AddText(NewText { when: When::During(piece), ..text }))
        }
        _ => None,
    }
}

/// The piece that words are to be seen with: `in the middle of the last one`, `放在极光上`.
fn during(page: &Page, places: &[usize]) -> Option<Reference> {
    let which = places.iter().find_map(|place| match page.meaning(*place) {
        Meaning::Ordinal(number) => Some(Which::Nth(*number)),
        // "Hall.jpg with “Sold” in the middle of that picture".
        _ if is_picture(page, *place) && *place > 0 && points(page, *place - 1) => {
            (0..*place).rev().find_map(|at| page.shows(at)).map(Which::Named)
        }
        _ => page.shows(*place).map(Which::Named),
    })?;
    Some(Reference { pieces: Pieces::Any, which })
}

/// `绣球上面打个标题`: on that picture, and not at the top of it.
fn is_on_a_picture(page: &Page, place: usize) -> bool {
    let named = |at: usize| page.shows(at).is_some() || is_picture(page, at) || points(page, at);
    let article = |at: usize| page.sense(at) == Some(Sense::Link(Link::The));
    let timed = |at: usize| matches!(page.meaning(at), Meaning::Time(_));
    let before = (page.phrase(place).start..place)
        .rev()
        .find(|at| !page.is_light(*at) && !article(*at) && !timed(*at));
    LISTS.on_the_picture.has(page.text(place))
        && matches!(page.sense(place), Some(Sense::Place(_)))
        && before.is_some_and(named)
}

fn points(page: &Page, place: usize) -> bool {
    LISTS.points.has(page.text(place))
}

fn tells_over_what(page: &Page, place: usize) -> bool {
    page.shows(place).is_some()
        || matches!(page.meaning(place), Meaning::Ordinal(_) | Meaning::Number(_))
        || is_picture(page, place)
        || matches!(
            page.sense(place),
            Some(
                Sense::Link(Link::Over | Link::Of | Link::The | Link::At | Link::A)
                    | Sense::Verb(Verb::Move | Verb::Show)
            )
        )
}

/// `放在极光上`: what puts the words there says no more than where.
fn where_it_is(page: &Page, place: usize) -> Token {
    let token = &page.tokens(place..place + 1)[0];
    match token.sense() {
        Some(Sense::Verb(Verb::Move)) => token.beside(Sense::Link(Link::At), "在"),
        _ => token.clone(),
    }
}

fn adding(page: &Page, places: &[usize]) -> Token {
    let chinese = places.iter().any(|place| {
        !page.text(*place).is_ascii() && !matches!(page.meaning(*place), Meaning::Quote(_))
    });
    let first = &page.tokens(places[0]..places[0] + 1)[0];
    first.beside(Sense::Verb(Verb::Add), if chinese { "加" } else { "add" })
}

/// `“Akela Jean” should appear when the cubs come on`: a moment of the film that is made, and not of its telling.
fn comes_with_a_piece(page: &Page, quote: usize) -> bool {
    let item = page.item(quote);
    let shows = |at: usize| page.sense(at) == Some(Sense::Verb(Verb::Show));
    let named = (quote..item.end).find(|at| page.shows(*at).is_some());
    named.is_some_and(|named| {
        (quote..named).any(|at| LISTS.when_it_comes.has(page.text(at)))
            && (named..item.end).any(shows)
    })
}

/// `Title up front: "JOBS FIRST"`: what tells of words stands before a colon.
fn before_its_colon(page: &Page, quote: usize, floor: usize) -> Vec<usize> {
    let phrase = page.phrase(quote);
    let colon = phrase.start == quote && quote > 0 && page.says(quote - 1, &[":", "："]);
    let Some(before) = page.phrase_before(&phrase).filter(|it| colon && it.start >= floor) else {
        return Vec::new();
    };
    let words = before.clone().any(|at| is_text_noun(page, at));
    let all = before.clone().all(|at| page.is_free(at) && leads(page, at));
    if words && all { before.filter(|at| !is_verb(page, *at)).collect() } else { Vec::new() }
}

/// The places of everything that is said of a quote.
fn said_of(page: &Page, quote: usize, floor: usize, ceiling: usize) -> Vec<usize> {
    let phrase = page.phrase(quote);
    let from = phrase.start.max(floor);
    let before = (from..quote).rev().take_while(|place| leads(page, *place)).last();
    let mut places: Vec<usize> = (before.unwrap_or(quote)..=quote).collect();
    places.extend(behind(page, quote + 1..phrase.end.min(ceiling)));
    let mut end = phrase.clone();
    while ceiling >= end.end {
        let more = next(page, &end);
        let Some(last) = more.last() else { break };
        end = phrase.start..last + 1;
        places.extend(more);
    }
    places.retain(|place| !is_verb(page, *place) && page.sense(*place) != Some(Sense::Break));
    places
}

/// `先露台6秒，再庭院4秒，露台那张上面打个标题“听海小筑”`: a file that was named before is told with the words that are seen with it.
fn named_again_before(page: &Page, quote: usize, floor: usize, places: &[usize]) -> Vec<usize> {
    let from = page.phrase(quote).start.max(floor);
    let files: Vec<usize> = (from..quote).filter(|at| page.shows(*at).is_some()).collect();
    let [file] = files[..] else { return Vec::new() };
    let again = (0..file).any(|at| page.shows(at) == page.shows(file));
    let timed = (from..quote).any(|at| matches!(page.meaning(at), Meaning::Time(_)));
    let whole = (file..quote).all(|at| {
        places.contains(&at)
            || page.shows(at).is_some()
            || is_verb(page, at)
            || page.sense(at) == Some(Sense::Link(Link::The))
            || leads(page, at)
    });
    let free = again && !timed && whole && !places.contains(&file);
    if free {
        // "A title over the marrow saying "First prize"".
        let leads = |at: &usize| leads(page, *at);
        let first = (from..file).rev().take_while(leads).last().unwrap_or(file);
        (first..quote).filter(|at| !places.contains(at) && !is_verb(page, *at)).collect()
    } else {
        Vec::new()
    }
}

fn is_card(page: &Page, place: usize) -> bool {
    let text = page.text(place).to_lowercase();
    !matches!(page.meaning(place), Meaning::Quote(_) | Meaning::File(..))
        && (text.contains("card") || text.contains('卡'))
}

fn is_verb(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Verb(verb)) if verb != Verb::Show && verb != Verb::Move)
}

/// What belongs to a quote before it: `the white title`, `片尾加一行字`.
fn leads(page: &Page, place: usize) -> bool {
    page.is_free(place)
        && (is_dress(page, place)
            || is_text_noun(page, place)
            || page.is_light(place)
            || matches!(
                page.meaning(place),
                Meaning::Head(_) | Meaning::Tail(_) | Meaning::Ordinal(_)
            )
            || matches!(
                page.sense(place),
                Some(
                    Sense::Link(Link::Saying | Link::Over | Link::Whole | Link::With)
                        | Sense::Verb(Verb::Add | Verb::Show | Verb::Use | Verb::Make | Verb::Move)
                        | Sense::Edge(_)
                )
            )
            || (is_picture(page, place) && counts(page, place)))
}

/// `the first photo`, `第一张图`: one by its number, and no group.
fn counts(page: &Page, place: usize) -> bool {
    page.before(place).is_some_and(|at| matches!(page.meaning(at), Meaning::Ordinal(_)))
}

fn is_picture(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Noun(Noun::Picture | Noun::Clip | Noun::Footage)))
}

fn is_dress(page: &Page, place: usize) -> bool {
    matches!(page.meaning(place), Meaning::Colour(_))
        || matches!(
            page.sense(place),
            Some(
                Sense::Place(_)
                    | Sense::Colour(_)
                    | Sense::Lettering(_)
                    | Sense::Moving(_)
                    | Sense::Sizing(_)
                    | Sense::Noun(Noun::Size)
            )
        )
}

fn is_text_noun(page: &Page, place: usize) -> bool {
    matches!(
        page.sense(place),
        Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
    )
}

/// What belongs to a quote behind it, up to a word for something else.
fn behind(page: &Page, places: Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for place in places.clone() {
        if page.sense(place) == Some(Sense::Break) {
            // "White and bold", but not "and calm music".
            let dress = (place + 1..places.end).find(|at| !page.is_light(*at));
            if !dress.is_some_and(|at| is_dress(page, at)) {
                break;
            }
        } else if !follows(page, place) {
            break;
        }
        found.push(place);
    }
    found
}

/// `字号150%`, `150% size`.
fn is_a_size(page: &Page, place: usize) -> bool {
    let size = |at: usize| page.sense(at) == Some(Sense::Noun(Noun::Size));
    page.is_free(place)
        && matches!(page.meaning(place), Meaning::Percent(_))
        && (place > 0 && size(place - 1) || place + 1 < page.len() && size(place + 1))
}

fn follows(page: &Page, place: usize) -> bool {
    leads(page, place) && page.sense(place) != Some(Sense::Link(Link::With))
        || *page.meaning(place) == Meaning::Unknown
        || is_picture(page, place)
        || (page.is_free(place)
            && matches!(page.meaning(place), Meaning::Time(_) | Meaning::Range(..)))
        || is_a_size(page, place)
        || (page.shows(place).is_some() && over(page, place))
        || matches!(
            page.sense(place),
            Some(Sense::Link(Link::From | Link::To | Link::It | Link::As | Link::Only))
        )
}

/// `over the boat`, `在灯塔上`: during a piece.
fn over(page: &Page, place: usize) -> bool {
    let item = page.item(place);
    (item.start..place)
        .rev()
        .take_while(|at| page.is_light(*at) || is_over(page, *at))
        .any(|at| is_over(page, at) || page.sense(at) == Some(Sense::Link(Link::At)))
}

fn is_over(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Link(Link::Over) | Sense::Verb(Verb::Move)))
}

/// `“开业大吉”放中间，显示3秒`: a phrase that tells nothing but where, when or in what look.
fn next(page: &Page, phrase: &Range<usize>) -> Vec<usize> {
    let Some(next) = page.next_phrase(phrase) else { return Vec::new() };
    let tells = |place: usize| {
        is_dress(page, place)
            || matches!(
                page.meaning(place),
                Meaning::Head(_) | Meaning::Tail(_) | Meaning::Range(..)
            )
            || page.sense(place) == Some(Sense::Link(Link::Whole))
            || (page.sense(place) == Some(Sense::Verb(Verb::Show))
                && next.clone().any(|at| matches!(page.meaning(at), Meaning::Time(_))))
    };
    let all = next.clone().all(|place| {
        follows(page, place)
            && page.shows(place).is_none()
            && *page.meaning(place) != Meaning::Unknown
    });
    if all && next.clone().any(tells) { next.collect() } else { Vec::new() }
}
