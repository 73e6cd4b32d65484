//! What a told film is shown on, and what all of it looks like: `4:5`, `for TikTok`, `1080p`, `filling the frame`.

use std::ops::Range;

use super::super::request::{Canvas, Pieces, Reference, Request, Which, canvas_of};
use super::super::words::{Edge, Fitting, LISTS, Link, Look, Meaning, Noun, Sense, Shape};
use super::page::Page;
use crate::draft::Fit;

/// Shape, fineness and fit, with the places where they are told. `None` where two shapes are said that differ.
pub fn take(page: &mut Page) -> Option<Vec<(usize, Request)>> {
    let canvas = take_canvas(page)?.map(Request::Canvas);
    let mut requests: Vec<(usize, Request)> =
        canvas.map(|canvas| (0, canvas)).into_iter().collect();
    for place in 0..page.len() {
        if !page.is_free(place) {
            continue;
        }
        let request = match page.meaning(place).clone() {
            Meaning::Rate(rate) => Request::Rate(rate),
            Meaning::Number(rate) if is_a_rate(page, place) => {
                page.use_at(place - 1);
                Request::Rate(rate)
            }
            Meaning::Loudness(level) => {
                take_what_is_so_loud(page, place);
                Request::Loudness(Some(level))
            }
            Meaning::Known(Sense::Resolution(lines)) => Request::Resolution(lines),
            // "Then the cake in colour": as it is anyway.
            Meaning::Known(Sense::Look(Look::InColour)) => {
                page.use_at(place);
                continue;
            }
            // "Mum thinks sepia looks classy", behind the picture that it was told of.
            Meaning::Known(Sense::Look(_)) if is_spoken_of_again(page, place) => {
                page.use_at(place);
                continue;
            }
            // "上下颠倒了，转180度".
            Meaning::Known(Sense::Look(_)) if is_put_right(page, place) => {
                page.use_at(place);
                continue;
            }
            Meaning::Known(sense) => match of_what(page, place).and_then(|of| look(sense, of)) {
                Some(request) => request,
                None => continue,
            },
            _ => continue,
        };
        page.use_at(place);
        requests.push((place, request));
    }
    Some(requests)
}

/// `overall loudness -14 LUFS`: of the whole film.
fn take_what_is_so_loud(page: &mut Page, place: usize) {
    let of = |page: &Page, at: usize| {
        page.is_light(at)
            || LISTS.in_all.has(page.text(at))
            || matches!(page.sense(at), Some(Sense::Noun(Noun::Volume | Noun::Sound)))
    };
    let mut at = place;
    while at > page.item(place).start && page.is_free(at - 1) && of(page, at - 1) {
        at -= 1;
        page.use_at(at);
    }
}

/// `帧率25`.
fn is_a_rate(page: &Page, place: usize) -> bool {
    place > 0
        && page.sense(place - 1) == Some(Sense::Noun(Noun::Rate))
        && page.after(place).is_none()
}

fn look(sense: Sense, of: Vec<Reference>) -> Option<Request> {
    match sense {
        Sense::Fit(Fitting::Fill) => Some(Request::Fit { of, fit: Fit::Cover }),
        Sense::Camera(camera) => Some(Request::Camera { of, camera: Some(camera) }),
        Sense::Look(look) => Some(Request::Look { of, effect: Some(look.effect()), wanted: true }),
        _ => None,
    }
}

/// What has become of a picture, where it is told next how it is turned.
fn is_put_right(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let turns = |at: usize| {
        matches!(page.meaning(at), Meaning::Degrees(_))
            || matches!(page.sense(at), Some(Sense::Turning(_)))
    };
    page.text(phrase.end - 1).ends_with('了')
        && page.next_phrase(&phrase).is_some_and(|mut next| next.any(turns))
}

fn is_spoken_of_again(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    let told = |at: usize| {
        page.sense(at) == page.sense(place) && page.phrase(at).any(|at| page.shows(at).is_some())
    };
    let strange = phrase.clone().filter(|at| *page.meaning(*at) == Meaning::Unknown).count();
    strange > 1 && !phrase.clone().any(|at| page.shows(at).is_some()) && (0..phrase.start).any(told)
}

/// A look beside a single file is that one's, and elsewhere all pieces'.
fn of_what(page: &Page, place: usize) -> Option<Vec<Reference>> {
    let phrase = page.phrase(place);
    let other = |at: usize| {
        matches!(page.meaning(at), Meaning::Ordinal(_))
            || page.sense(at) == Some(Sense::Edge(Edge::End))
            || matches!(page.sense(at), Some(Sense::Link(Link::Except | Link::Rest | Link::Not)))
    };
    let files: Vec<usize> = phrase.clone().filter_map(|at| page.shows(at)).collect();
    match files[..] {
        _ if phrase.clone().any(other) => None,
        [] => {
            Some(of_the_piece_before(page, place).unwrap_or_else(|| of_its_sentence(page, place)))
        }
        [file] => one_of(page, file_in(page, &phrase, file)?),
        _ => one_of(page, of_its_own_item(page, place)?),
    }
}

/// `owl, 5 seconds, black and white, then fox, 3 seconds`: of the one that was told so far, where others are told behind it.
fn of_the_piece_before(page: &Page, place: usize) -> Option<Vec<Reference>> {
    let phrase = page.phrase(place);
    let several = |at: usize| {
        matches!(page.sense(at), Some(Sense::Link(Link::All | Link::Each | Link::These)))
            || matches!(page.meaning(at), Meaning::Number(_))
            || page.says(at, &["均", "全都", "both"])
            || page.text(at).starts_with('都')
    };
    let shown = |at: &usize| page.shows(*at).is_some();
    let own = (0..phrase.start).rev().find(shown)?;
    let told = |at: usize| matches!(page.meaning(at), Meaning::Time(_) | Meaning::Range(..));
    let alone = page.phrase(own).filter(shown).count() == 1;
    let another = |at: usize| shown(&at) && page.shows(at) != page.shows(own);
    let behind = (phrase.end..page.len()).any(another);
    let one = alone
        && behind
        && !(own..phrase.end).any(several)
        && (page.phrase(own).start..phrase.start).any(told);
    one.then(|| one_of(page, own)).flatten()
}

/// `the rind for 10 seconds in black and white and the wheel for 10`: the only one of its item, where others follow.
fn of_its_own_item(page: &Page, place: usize) -> Option<usize> {
    let item = page.item(place);
    let timed = item.clone().any(|at| matches!(page.meaning(at), Meaning::Time(_)));
    let mut named = item.clone().filter(|at| page.shows(*at).is_some());
    let more = (item.end..page.phrase(place).end).any(|at| page.shows(at).is_some());
    named.next().filter(|_| named.next().is_none() && more && timed)
}

/// `Knife, 3 seconds, with a vignette. Cabin, 3 seconds, blurred.`: the only one of its sentence; elsewhere all of them.
fn of_its_sentence(page: &Page, place: usize) -> Vec<Reference> {
    let sentence = page.sentence(place);
    let named: Vec<usize> =
        (sentence.start..place).filter(|at| page.shows(*at).is_some()).collect();
    let apart = |at: usize| page.shows(at).is_some() && !sentence.contains(&at);
    match named[..] {
        [one] if (0..page.len()).any(apart) => one_of(page, one).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn file_in(page: &Page, places: &Range<usize>, file: usize) -> Option<usize> {
    places.clone().find(|at| page.shows(*at) == Some(file))
}

/// The piece that is named at a place. `Kiln 3 seconds, then kiln again in black and white`: one of two.
pub fn one_of(page: &Page, place: usize) -> Option<Vec<Reference>> {
    let file = page.shows(place)?;
    if is_told_twice(page, file) {
        return nth_told(page, &page.phrase(place));
    }
    Some(vec![Reference { pieces: Pieces::Any, which: Which::Named(file) }])
}

/// Whether so much of a file is told more than once, so that its name says not which of them.
fn is_told_twice(page: &Page, file: usize) -> bool {
    let timed = |at: &usize| {
        page.shows(*at) == Some(file)
            && page
                .item(*at)
                .any(|beside| matches!(page.meaning(beside), Meaning::Time(_) | Meaning::Range(..)))
    };
    (0..page.len()).filter(timed).count() > 1
}

/// By its place in the film, where nothing is named but what is told to last so long.
fn nth_told(page: &Page, phrase: &Range<usize>) -> Option<Vec<Reference>> {
    let shown: Vec<usize> = (0..page.len()).filter(|at| page.shows(*at).is_some()).collect();
    let timed = |at: &usize| {
        page.item(*at)
            .any(|beside| matches!(page.meaning(beside), Meaning::Time(_) | Meaning::Range(..)))
    };
    let nth =
        shown.iter().position(|at| phrase.contains(at)).filter(|_| shown.iter().all(timed))?;
    let which = Which::Nth(i32::try_from(nth + 1).ok()?);
    Some(vec![Reference { pieces: Pieces::Any, which }])
}

/// A ratio says more than a shape's name, and that more than a platform's.
fn take_canvas(page: &mut Page) -> Option<Option<Canvas>> {
    let mut said: [Vec<Canvas>; 3] = Default::default();
    for place in 0..page.len() {
        if !page.is_free(place) {
            continue;
        }
        match page.meaning(place) {
            Meaning::Ratio(width, height) => said[0].push(canvas_of(*width, *height)),
            Meaning::Known(Sense::Shape(shape)) => said[1].push(Canvas::Shape(*shape)),
            // "手机里bikes和海边这两段": where they are.
            Meaning::Known(Sense::Platform(_))
                if place + 1 < page.len()
                    && page.says(place + 1, &["里", "里面", "里的", "拍", "拍的", "上的"]) =>
                {}
            // "手机拿歪了": what somebody did with it.
            Meaning::Known(Sense::Platform(_)) if is_held(page, place) => {}
            // "发朋友圈": pictures of any shape are shown there.
            Meaning::Known(Sense::Platform(Shape::Square)) if is_posted_to(page, place) => {}
            Meaning::Known(Sense::Platform(shape)) => said[2].push(Canvas::Shape(*shape)),
            Meaning::Known(Sense::Noun(Noun::Canvas)) => {}
            // "发抖音用的": shown upright there.
            Meaning::Known(Sense::Filler) if page.text(place).contains("抖音") => {
                said[2].push(Canvas::Shape(Shape::Vertical));
            }
            _ => continue,
        }
        page.use_at(place);
    }
    // "A Reel for Instagram" is upright, whatever else is shown there.
    if said[0].is_empty()
        && said[1].is_empty()
        && !said[2].is_empty()
        && (0..page.len()).any(|at| is_upright(page, at))
    {
        said[2].retain(|shape| *shape == Canvas::Shape(Shape::Vertical));
        said[2].push(Canvas::Shape(Shape::Vertical));
    }
    let Some(first) = said.iter().find(|said| !said.is_empty()) else { return Some(None) };
    first.iter().all(|canvas| *canvas == first[0]).then_some(Some(first[0]))
}

fn is_held(page: &Page, place: usize) -> bool {
    let phrase = page.phrase(place);
    place == phrase.start
        && page.says(place, &["手机"])
        && page.text(phrase.end - 1).ends_with('了')
}

fn is_posted_to(page: &Page, place: usize) -> bool {
    place > 0 && LISTS.posts_to.ends(page.text(place - 1))
}

fn is_upright(page: &Page, place: usize) -> bool {
    matches!(page.sense(place), Some(Sense::Noun(Noun::Promo)))
        && LISTS.shown_upright.has(page.text(place))
}
