//! With which piece words of a told film are seen, where that is said by where they are told: `早市6秒，底部写“开市啦”，夜灯4秒`,
//! `cake for 4 seconds with "Fresh daily" on it`.

use std::ops::Range;

use super::super::request::{NewText, Pieces, Reference, Request, When, Which};
use super::super::words::{Link, Sense};
use super::page::Page;

/// The words with their piece, where they have no time of their own.
pub fn its_piece(page: &Page, quote: usize, request: Request) -> Request {
    let Request::AddText(text) = request else { return request };
    let file =
        (text.when == When::Unsaid).then(|| file(page, quote, text.place.is_low())).flatten();
    Request::AddText(match file {
        Some(file) => {
            let during = Reference { pieces: Pieces::Any, which: Which::Named(file) };
            NewText { when: When::During(during), ..text }
        }
        None => text,
    })
}

/// The one file of the same phrase, if the words are told to be on it or are a caption; else of a caption between two
/// pieces the one before it.
fn file(page: &Page, quote: usize, low: bool) -> Option<usize> {
    let phrase = page.phrase(quote);
    let all = shown(page, 0..page.len());
    let several = all.iter().any(|file| *file != all[0]);
    if let [file] = shown(page, phrase.start..quote)[..] {
        return (several && (low || is_on_it(page, quote))).then_some(file);
    }
    let told = page.phrase_before(&phrase).map(|before| shown(page, before)).unwrap_or_default();
    let more = shown(page, phrase.end..page.len());
    match told[..] {
        [file] if low && shown(page, phrase).is_empty() => {
            more.iter().any(|next| *next != file).then_some(file)
        }
        _ => None,
    }
}

fn shown(page: &Page, places: Range<usize>) -> Vec<usize> {
    places.filter_map(|at| page.shows(at)).collect()
}

/// `with "Fresh daily" on it`.
fn is_on_it(page: &Page, quote: usize) -> bool {
    let over = |at: usize| {
        page.says(at, &["on", "over", "across"]) || page.sense(at) == Some(Sense::Link(Link::Over))
    };
    (quote + 1..page.phrase(quote).end.min(quote + 4))
        .any(|at| at > quote + 1 && page.sense(at) == Some(Sense::Link(Link::It)) && over(at - 1))
}
