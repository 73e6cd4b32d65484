//! A card at the end of a told film, and what is written on it: `…, and finish on a black card for 3 seconds saying "Thanks"`,
//! `…，结尾来一张3秒的黑底片尾，写“欢迎预约”`.
//!
//! It is no file, and has a length and words of its own. So it is taken out of the sentence and read as the wish that it is;
//! what is left tells the film that it ends.

use std::ops::Range;

use super::super::request::{BackgroundAt, Position, Reading, Request, When, read};
use super::super::words::{self, Edge, Fitting, Link, Meaning, Name, Sense, Token, Verb};
use super::page::Page;
use crate::draft::Colour;

/// The sentence without the card, and the card. `None` where there is none, or more of it is told than is understood.
pub fn apart(sentence: &str, names: &[Name]) -> Option<(String, Request)> {
    let page = Page::new(sentence, words::in_measures(sentence, names), names);
    let place = (0..page.len()).find(|at| is_card(&page, *at))?;
    let told = told_of(&page, place)?;
    let joined = told.start > 0 && page.text(told.start - 1).chars().all(char::is_alphanumeric);
    let first = told.start - usize::from(joined);
    let span = |at: usize| page.tokens(at..at + 1)[0].span.clone();
    let (from, to) = (span(first).start, span(told.end - 1).end);
    let letters: Vec<char> = sentence.chars().collect();
    let wish: String = letters.get(span(told.start).start..to)?.iter().collect();
    let rest: String = letters[..from].iter().chain(&letters[to..]).collect();
    Some((rest, at_the_end(&wish, names)?))
}

/// `end card`, `黑卡`; `黑底片尾`.
pub fn is_card(page: &Page, place: usize) -> bool {
    let text = page.text(place).to_lowercase();
    let ground = matches!(page.sense(place), Some(Sense::Fit(Fitting::Bars | Fitting::WhiteBars)));
    let closes = |at: usize| {
        page.sense(at) == Some(Sense::Edge(Edge::End))
            || matches!(page.meaning(at), Meaning::Tail(_))
    };
    let named = text.contains("card") || text.contains('卡');
    let plain = !matches!(page.meaning(place), Meaning::Quote(_) | Meaning::File(..));
    plain && (named || ground && !text.is_ascii() && page.item(place).any(closes))
}

/// The places of all that is told of it: up to its words, and what only says how long it stays.
fn told_of(page: &Page, place: usize) -> Option<Range<usize>> {
    let item = behind_the_piece(page, place);
    let quoted = |places: Range<usize>| {
        places.into_iter().any(|at| matches!(page.meaning(at), Meaning::Quote(_)))
    };
    let mut end = if quoted(item.clone()) { item.end } else { page.phrase(place).end };
    while let Some(next) = page.next_phrase(&(item.start..end)).filter(|next| {
        let words = quoted(next.clone()) && !quoted(item.start..end);
        next.clone().all(|at| goes_with_a_card(page, at)) && (words || is_how_long(page, next))
    }) {
        end = next.end;
    }
    let another = (0..item.start).chain(end..page.len()).any(|at| is_card(page, at));
    (quoted(item.start..end) && !another).then_some(item.start..end)
}

/// `trophy pic 5 sec with end card "See you"`: the item from the word that joins it on.
fn behind_the_piece(page: &Page, place: usize) -> Range<usize> {
    let item = page.item(place);
    let shown = (item.start..place).any(|at| page.shows(at).is_some());
    let with = |at: &usize| page.sense(*at) == Some(Sense::Link(Link::With));
    let joined = (item.start..place).rev().find(with).filter(|_| shown);
    joined.map_or(item.start, |with| with + 1)..item.end
}

fn is_how_long(page: &Page, phrase: &Range<usize>) -> bool {
    let time = |at: usize| matches!(page.meaning(at), Meaning::Time(_) | Meaning::Tail(_));
    phrase.clone().any(time)
        && phrase.clone().all(|at| {
            page.is_light(at) || time(at) || page.sense(at) == Some(Sense::Verb(Verb::Show))
        })
}

fn goes_with_a_card(page: &Page, place: usize) -> bool {
    page.is_light(place)
        || matches!(
            page.meaning(place),
            Meaning::Quote(_) | Meaning::Time(_) | Meaning::Tail(_) | Meaning::Colour(_)
        )
        || matches!(
            page.sense(place),
            Some(
                Sense::Link(Link::Saying | Link::With | Link::It)
                    | Sense::Verb(Verb::Add | Verb::Show)
                    | Sense::Noun(_)
                    | Sense::Place(_)
                    | Sense::Colour(_)
            )
        )
}

/// `an end card reading "June 12" in gold`: the wish without the colour of its words, where nothing says that it is the card's.
fn with_coloured_words(wish: &str, names: &[Name]) -> Option<(String, Colour)> {
    let tokens = words::in_measures(wish, names);
    let quote = tokens.iter().position(|it| matches!(it.meaning, Meaning::Quote(_)))?;
    let [link, said, rest @ ..] = &tokens[quote + 1..] else { return None };
    let colour_of = |token: &Token| match token.meaning {
        Meaning::Colour(colour) | Meaning::Known(Sense::Colour(colour)) => Some(colour),
        _ => None,
    };
    let colour = colour_of(said)?;
    let ground = tokens[..quote].iter().any(|token| colour_of(token).is_some());
    let over = rest.iter().all(|it| matches!(it.sense(), Some(Sense::Break | Sense::Filler)));
    let letters: Vec<char> = wish.chars().collect();
    let plain: String = letters.get(..link.span.start)?.iter().collect();
    (link.text.eq_ignore_ascii_case("in") && over && !ground).then_some((plain, colour))
}

/// The wish, where it is one for a card behind all pieces and every word of it is understood.
fn at_the_end(wish: &str, names: &[Name]) -> Option<Request> {
    if let Some((plain, colour)) = with_coloured_words(wish, names) {
        let Some(Request::AddText(mut text)) = at_the_end(&plain, names) else { return None };
        text.dress.colour = Some(Some(colour));
        return Some(Request::AddText(text));
    }
    let plainly = words::restated(wish, names).unwrap_or_else(|| wish.to_owned());
    let said = words::read(&plainly, names);
    let mut readings = read(&said.clauses, None);
    let last = readings.pop().filter(|_| readings.is_empty() && said.remarks.is_empty());
    let Some(Reading::Understood { mut requests, passed_over }) = last else { return None };
    let card = requests.pop().filter(|_| requests.is_empty() && passed_over.is_empty())?;
    let last = BackgroundAt::Among(Position::End);
    let closes = match &card {
        Request::Background(card) => card.at == last && card.words.is_some(),
        // Words over the last picture, where no ground is told.
        Request::AddText(text) => matches!(text.when, When::End(_)),
        _ => false,
    };
    closes.then_some(card)
}
