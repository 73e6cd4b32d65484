//! A file of subtitles in a told film: `silent.mp4 with the subs from talk.srt running over it`, `加上talk.srt的字幕`.

use super::super::request::{Reading, Request, read};
use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Token, Verb};
use super::page::Page;
use crate::api::wire::MediaKind;

/// Takes the file, and the words for what it is.
pub fn take(page: &mut Page) -> Option<Request> {
    let file = |meaning: &Meaning| matches!(meaning, Meaning::File(_, MediaKind::Subtitles));
    let place = page.find(0..page.len(), file)?;
    let told = page.tokens(place..place + 1)[0].clone();
    let tokens: Vec<Token> = vec![told.beside(Sense::Verb(Verb::Add), "add"), told];
    let mut readings = read(&[Clause { tokens }], None);
    let Some(Reading::Understood { mut requests, .. }) = readings.pop() else { return None };
    let wish = requests.pop().filter(|wish| matches!(wish, Request::Subtitles(_)))?;
    let phrase = page.phrase(place);
    let near: Vec<usize> = page
        .item(place)
        .filter(|at| *at == place || (page.is_free(*at) && goes_with_it(page, *at)))
        .filter(|at| phrase.contains(at))
        .collect();
    near.into_iter().for_each(|at| page.use_at(at));
    Some(wish)
}

/// What lies over the picture: nothing else is told by it.
fn goes_with_it(page: &Page, place: usize) -> bool {
    LISTS.plays_along.has(page.text(place))
        || matches!(
            page.sense(place),
            Some(
                Sense::Noun(Noun::Caption | Noun::SubtitleFile | Noun::Text)
                    | Sense::Link(Link::With | Link::From | Link::Over | Link::It | Link::Whole)
            )
        )
}
