//! With which piece words of a told film are seen, where that is said by where they are told: `早市6秒，底部写“开市啦”，夜灯4秒`,
//! `cake for 4 seconds with "Fresh daily" on it`.

use std::ops::Range;

use super::super::request::{NewText, Pieces, Reference, Request, When, Which};
use super::super::words::{Link, Meaning, Sense};
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
        let on_it = is_on_it(page, quote) || is_written_on_it(page, quote);
        return (several && (low || on_it)).then_some(file);
    }
    // "Beans, 5 seconds, titled "Roasted here", and latte".
    let low =
        low || page.says(quote.saturating_sub(1), &["titled", "captioned", "labelled", "labeled"]);
    let told = told_before(page, &phrase);
    let more = shown(page, phrase.end..page.len());
    match told[..] {
        [file] if low && shown(page, page.item(quote)).is_empty() => {
            let another = more.iter().any(|next| *next != file);
            (another || each_has_its_own(page)).then_some(file)
        }
        _ => None,
    }
}

/// `客厅5秒，底部字幕“南北通透”，卧室5秒，底部字幕“精装修”`: words behind every piece.
fn each_has_its_own(page: &Page) -> bool {
    let quote = |at: &usize| matches!(page.meaning(*at), Meaning::Quote(_));
    let own = |at: usize| {
        let phrase = page.phrase(at);
        let before = page.phrase_before(&phrase).map(|before| shown(page, before));
        shown(page, phrase).is_empty() && before.is_some_and(|before| before.len() == 1)
    };
    let quotes: Vec<usize> = (0..page.len()).filter(quote).collect();
    quotes.len() > 1 && quotes.into_iter().all(own)
}

/// The files of the phrase before, or of the one before that where it only says how long: `beans, 5 seconds, titled “Fresh”`.
fn told_before(page: &Page, phrase: &Range<usize>) -> Vec<usize> {
    let Some(before) = page.phrase_before(phrase) else { return Vec::new() };
    let timed = |at: usize| matches!(page.meaning(at), Meaning::Time(_)) || page.is_light(at);
    let earlier = before.clone().all(timed).then(|| page.phrase_before(&before)).flatten();
    shown(page, earlier.unwrap_or(before))
}

fn shown(page: &Page, places: Range<usize>) -> Vec<usize> {
    places.filter_map(|at| page.shows(at)).collect()
}

/// `早餐5秒上面写“含双早”`.
fn is_written_on_it(page: &Page, quote: usize) -> bool {
    let phrase = page.phrase(quote);
    let file = (phrase.start..quote).rev().find(|at| page.shows(*at).is_some());
    file.is_some_and(|file| (file + 1..quote).any(|at| page.says(at, &["上面", "上头", "上边"])))
}

/// `with "Fresh daily" on it`.
fn is_on_it(page: &Page, quote: usize) -> bool {
    let over = |at: usize| {
        page.says(at, &["on", "over", "across"]) || page.sense(at) == Some(Sense::Link(Link::Over))
    };
    (quote + 1..page.phrase(quote).end.min(quote + 4))
        .any(|at| at > quote + 1 && page.sense(at) == Some(Sense::Link(Link::It)) && over(at - 1))
}
