//! Words for the pieces of a told film, each told with its own piece, behind what is told of all of them: `…, and a caption at the
//! bottom of every one: "Saint Mary" on the church, "First waltz" on the dance`, `底部各配一句字幕，量体配“先量”，裁剪配“再裁”`.
//!
//! The pieces were named before, so that their names say no more here than which words are whose.

use std::ops::Range;

use super::super::request::Request;
use super::super::words::{Link, Meaning, Noun, Sense, Verb};
use super::page::Page;
use super::shown_in_a_row::{goes_with_it, is_quote, tells_of_each, wish};

/// The words, each with its piece. Empty where one of them is told without one.
pub fn take(page: &mut Page) -> Vec<Request> {
    let quotes: Vec<usize> = (0..page.len()).filter(|at| is_quote(page, *at)).collect();
    let Some(first) = quotes.first().filter(|_| quotes.len() > 1) else { return Vec::new() };
    let Some(head) = page.phrase_before(&page.phrase(*first)) else { return Vec::new() };
    let place = head.clone().find(|at| matches!(page.sense(*at), Some(Sense::Place(_))));
    if place.is_none() || !is_head(page, &head) {
        return Vec::new();
    }
    let told: Option<Vec<(usize, usize)>> =
        quotes.iter().map(|quote| Some((*quote, its_file(page, *quote)?))).collect();
    let Some(told) = told else { return Vec::new() };
    let wishes: Vec<Request> =
        told.iter().filter_map(|(quote, file)| wish(page, *quote, place, *file)).collect();
    if wishes.len() != quotes.len() {
        return Vec::new();
    }
    page.use_all(head);
    quotes.into_iter().for_each(|quote| page.use_all(page.phrase(quote)));
    wishes
}

/// `a caption at the bottom of every one`, `照片底部各配一句字幕`: where each has words, and none yet.
fn is_head(page: &Page, head: &Range<usize>) -> bool {
    let counts = |at: usize| matches!(page.meaning(at), Meaning::Number(_));
    head.clone().any(|at| tells_of_each(page, at))
        && head.clone().all(|at| goes_with_it(page, at) || counts(at))
}

/// The one file of the same phrase, which was named before, where nothing else is told in it.
fn its_file(page: &Page, quote: usize) -> Option<usize> {
    let phrase = page.phrase(quote);
    let plain = |at: usize| {
        at == quote
            || page.shows(at).is_some()
            || page.is_light(at)
            || matches!(
                page.sense(at),
                Some(
                    Sense::Break
                        | Sense::Link(Link::Over | Link::With | Link::Saying)
                        | Sense::Verb(Verb::Add | Verb::Show | Verb::Use | Verb::Move)
                        | Sense::Noun(Noun::Picture)
                )
            )
    };
    let mut files = phrase.clone().filter_map(|at| page.shows(at));
    let file = files.next().filter(|_| files.next().is_none())?;
    let before = (0..phrase.start).any(|at| page.shows(at) == Some(file));
    (before && phrase.clone().all(plain)).then_some(file)
}
