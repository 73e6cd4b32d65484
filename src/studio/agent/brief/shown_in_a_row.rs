//! Words for every piece of a told film, told in a row behind all of them: `…, and at the bottom of each one, "Jam £4",
//! "Cheddar £7" and "Cider £5"`, `画面下方依次配字“自家菜”“泡汤”“看日落”`.
//!
//! There are as many as there are pieces, and each is seen with its own.

use std::ops::Range;

use super::super::request::{NewText, Pieces, Reading, Reference, Request, When, Which, read};
use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Token, Verb};
use super::page::Page;
use crate::draft::TextPlace;

/// The words, each with its piece. Empty where there is no such row.
pub fn take(page: &mut Page) -> Vec<Request> {
    let Some(row) = row(page) else { return Vec::new() };
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return Vec::new() };
    let files: Vec<usize> = (0..*first).filter_map(|at| page.shows(at)).collect();
    let another = (*last..page.len()).any(|at| page.shows(at).is_some());
    let once = |nth: usize| !files[..nth].contains(&files[nth]);
    if files.len() != row.len() || another || !(0..files.len()).all(once) {
        return Vec::new();
    }
    let Some(how) = how(page, *first) else { return Vec::new() };
    let place = how.clone().find(|at| matches!(page.sense(*at), Some(Sense::Place(_))));
    let wishes: Vec<Request> =
        row.iter().zip(files).filter_map(|(quote, file)| wish(page, *quote, place, file)).collect();
    if wishes.len() != row.len() {
        return Vec::new();
    }
    page.use_all(how.start..*last + 1);
    wishes
}

/// Words that are shown, and not read yet.
pub fn is_quote(page: &Page, place: usize) -> bool {
    page.is_free(place) && matches!(page.meaning(place), Meaning::Quote(_))
}

/// The first words that are followed by others with nothing but marks between them, with those.
fn row(page: &Page) -> Option<Vec<usize>> {
    let first = (0..page.len()).find(|at| is_quote(page, *at))?;
    let joins = |at: usize| page.sense(at) == Some(Sense::Break) || page.is_light(at);
    let places = (first..page.len()).take_while(|at| is_quote(page, *at) || joins(*at));
    let row: Vec<usize> = places.filter(|at| is_quote(page, *at)).collect();
    let all = (0..page.len()).filter(|at| is_quote(page, *at)).count();
    (row.len() > 1 && row.len() == all).then_some(row)
}

/// The places of what tells how they are shown, up to the first of them: that each has its own, or that they are captions.
fn how(page: &Page, first: usize) -> Option<Range<usize>> {
    let own = page.phrase(first).start..first;
    let told = |how: &Range<usize>| {
        how.clone().any(|at| tells_of_each(page, at))
            && how.clone().all(|at| goes_with_it(page, at))
    };
    let before = page.phrase_before(&own).map(|before| before.start..first);
    [Some(own), before].into_iter().flatten().find(told)
}

/// That every piece has its own, or that they are captions.
pub fn tells_of_each(page: &Page, place: usize) -> bool {
    LISTS.one_by_one.has(page.text(place))
        || matches!(
            page.sense(place),
            Some(Sense::Link(Link::Each | Link::Order) | Sense::Noun(Noun::Caption))
        )
}

/// What may be told of all of them.
pub fn goes_with_it(page: &Page, place: usize) -> bool {
    tells_of_each(page, place)
        || page.is_light(place)
        || LISTS.plays_along.has(page.text(place))
        || matches!(
            page.sense(place),
            Some(
                Sense::Break
                    | Sense::Place(_)
                    | Sense::Noun(Noun::Text | Noun::Title | Noun::Picture)
                    | Sense::Link(Link::With | Link::Saying | Link::Over | Link::It)
                    | Sense::Verb(Verb::Add | Verb::Show | Verb::Use)
            )
        )
}

/// Words on a piece, at the bottom where no place is told.
pub fn wish(page: &Page, quote: usize, place: Option<usize>, file: usize) -> Option<Request> {
    let said = &page.tokens(quote..quote + 1)[0];
    let low = said.beside(Sense::Place(TextPlace::Bottom), "bottom");
    let place = place.map_or(low, |place| page.tokens(place..place + 1)[0].clone());
    let tokens: Vec<Token> = vec![said.beside(Sense::Verb(Verb::Add), "add"), place, said.clone()];
    let Some(Reading::Understood { mut requests, .. }) = read(&[Clause { tokens }], None).pop()
    else {
        return None;
    };
    let Some(Request::AddText(text)) = requests.pop() else { return None };
    let piece = Reference { pieces: Pieces::Any, which: Which::Named(file) };
    Some(Request::AddText(NewText { when: When::During(piece), ..text }))
}
