//! A picture in a corner of a told film, which is none of its pieces: `logo top right`, `右下角放店标`.

use std::ops::Range;

use super::super::request::{Reading, Request, read};
use super::super::words::{Clause, LISTS, Link, Meaning, Noun, Sense, Shape, Token, Verb};
use super::page::Page;
use crate::api::wire::MediaKind;
use crate::draft::TextPlace;

/// What lies in a corner. `None` where a phrase tells more of it than is understood.
pub fn take(page: &mut Page) -> Option<Vec<Request>> {
    let mut requests = Vec::new();
    let told: Vec<Range<usize>> =
        page.phrases().into_iter().filter(|phrase| is_in_a_corner(page, phrase)).collect();
    for phrase in told {
        let phrase = with_how(page, phrase);
        let said = |place: &usize| {
            (*page.meaning(*place) != Meaning::Unknown || is_a_mark(page, *place))
                && !is_wide(page, *place)
                && !is_of_the_picture(page, *place)
                && !is_what_it_is(page, *place)
                && !matches!(page.sense(*place), Some(Sense::Verb(_) | Sense::Break))
        };
        let add =
            page.tokens(phrase.start..phrase.start + 1)[0].beside(Sense::Verb(Verb::Add), "add");
        let tokens: Vec<Token> = [add]
            .into_iter()
            .chain(phrase.clone().filter(said).map(|at| page.tokens(at..at + 1)[0].clone()))
            .collect();
        let mut readings = read(&[Clause { tokens }], None);
        let Some(Reading::Understood { requests: mut laid, .. }) = readings.pop() else {
            return None;
        };
        let inset = |request: &Request| matches!(request, Request::Inset { wanted: true, .. });
        if !readings.is_empty() || !laid.iter().all(inset) {
            return None;
        }
        requests.append(&mut laid);
        page.use_all(phrase);
    }
    Some(requests)
}

/// `左上角放logo.png，大小12%，一直显示`: with the phrases behind it that tell nothing but how large and how long.
fn with_how(page: &Page, phrase: Range<usize>) -> Range<usize> {
    let how = |at: usize| {
        page.is_light(at)
            || matches!(page.meaning(at), Meaning::Percent(_))
            || is_wide(page, at)
            || is_of_the_picture(page, at)
            || matches!(
                page.sense(at),
                Some(
                    Sense::Noun(Noun::Size | Noun::Opacity)
                        | Sense::Link(Link::Whole)
                        | Sense::Verb(Verb::Show)
                )
            )
    };
    let mut end = phrase.end;
    while let Some(next) = page.next_phrase(&(phrase.start..end)).filter(|next| {
        next.clone().all(|at| page.is_free(at) && how(at))
            && next.clone().any(|at| !page.is_light(at))
    }) {
        end = next.end;
    }
    phrase.start..end
}

/// `10% wide`: of the picture in the corner, and no shape.
fn is_wide(page: &Page, place: usize) -> bool {
    let share = |at: usize| matches!(page.meaning(at), Meaning::Percent(_));
    page.sense(place) == Some(Sense::Shape(Shape::Wide)) && place > 0 && share(place - 1)
}

/// `20 % of the picture's width`: the whole of it, as any share is of that.
fn is_of_the_picture(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let whole = matches!(page.sense(place), Some(Sense::Noun(Noun::Picture | Noun::Canvas)));
    let little = page.is_light(place) && place > phrase.start;
    let share = |at: usize| matches!(page.meaning(at), Meaning::Percent(_));
    let file = phrase.clone().any(|at| page.shows(at).is_some());
    (whole || little) && !file && (phrase.start..place).any(share)
}

/// `the seal photo top left`: what a file is.
fn is_what_it_is(page: &Page, place: usize) -> bool {
    let noun = matches!(page.sense(place), Some(Sense::Noun(Noun::Picture | Noun::File)));
    noun && page.phrase(place).any(|at| page.shows(at).is_some())
}

fn is_a_mark(page: &Page, place: usize) -> bool {
    page.shows(place).is_none() && LISTS.logos.has(&page.text(place).to_lowercase())
}

/// One still and a corner, and nothing that makes it a piece.
fn is_in_a_corner(page: &Page, phrase: &Range<usize>) -> bool {
    let corner = |at: usize| {
        matches!(
            page.sense(at),
            Some(Sense::Place(
                TextPlace::TopLeft
                    | TextPlace::TopRight
                    | TextPlace::BottomLeft
                    | TextPlace::BottomRight
            ))
        )
    };
    let goes_with_it = |at: usize| {
        corner(at)
            || page.is_light(at)
            || matches!(
                page.meaning(at),
                Meaning::File(..) | Meaning::Unknown | Meaning::Percent(_)
            )
            || matches!(
                page.sense(at),
                Some(
                    Sense::Noun(_)
                        | Sense::Sizing(_)
                        | Sense::Break
                        | Sense::Link(Link::With | Link::Whole)
                        | Sense::Verb(Verb::Add | Verb::Move | Verb::Use | Verb::Show)
                )
            )
    };
    let files: Vec<usize> = phrase.clone().filter(|at| page.shows(*at).is_some()).collect();
    let still = |at: &usize| matches!(page.meaning(*at), Meaning::File(_, MediaKind::Image));
    // "右上角挂我店里的logo": the mark, whatever its file is called.
    let mark = |at: usize| is_a_mark(page, at);
    let one = match &files[..] {
        [one] => still(one),
        [] => phrase.clone().filter(|at| mark(*at)).count() == 1,
        _ => false,
    };
    one && phrase.clone().any(corner)
        && phrase.clone().all(|at| page.is_free(at) && goes_with_it(at))
}
