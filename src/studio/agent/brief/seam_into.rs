//! A transition that is told with the piece it leads to: `Hard cut to villain.jpg for 3s. Fade through black (500ms) into
//! hero.jpg, hold 4s`, `老街3秒，闪黑接夜灯`. It is where that piece begins, and nowhere else.

use super::super::request::{Request, Seam, Style};
use super::super::words::{LISTS, Link, Meaning, Sense, transition_name};
use super::frame;
use super::page::Page;
use crate::draft::Millis;

/// The place of the piece that a transition leads to, where another was told before it.
pub fn piece(page: &Page, seam: usize) -> Option<usize> {
    let item = page.item(seam);
    let next = (seam + 1..item.end).find(|at| page.shows(*at).is_some())?;
    let mut between = seam + 1..next;
    let leads = between.clone().any(|at| leads_to(page, at));
    let idle = between.all(|at| {
        leads_to(page, at)
            || page.is_light(at)
            || matches!(page.meaning(at), Meaning::Time(_))
            || page.sense(at) == Some(Sense::Link(Link::Over))
    });
    let from = item.clone().any(|at| page.sense(at) == Some(Sense::Link(Link::From)));
    let before = (0..seam).any(|at| page.shows(at).is_some());
    (leads && idle && before && !from).then_some(next)
}

fn leads_to(page: &Page, place: usize) -> bool {
    page.sense(place) == Some(Sense::Link(Link::To)) || LISTS.leads_into.has(page.text(place))
}

/// Takes the transition and its length. `None` where it is a plain cut, or it is not told which.
pub fn take(page: &mut Page, seam: usize, piece: usize) -> Option<Request> {
    let Some(Sense::Transition(index)) = page.sense(seam) else { return None };
    let of = frame::one_of(page, piece)?;
    page.use_at(seam);
    let name = transition_name(index);
    if name == "none" {
        return None;
    }
    let length = take_length(page, seam, piece);
    Some(Request::Transitions {
        style: Style::Named(name),
        length,
        between: of,
        which: Seam::Before,
    })
}

fn take_length(page: &mut Page, seam: usize, piece: usize) -> Option<Millis> {
    let item = page.item(seam);
    let timed = |at: &usize| matches!(page.meaning(*at), Meaning::Time(_));
    let ahead = seam.checked_sub(1).filter(|at| *at >= item.start && timed(at));
    let before = ahead.filter(|at| (item.start..*at).all(|at| page.is_light(at)));
    let place = (seam + 1..piece).find(timed).or(before)?;
    page.use_at(place);
    let over: Vec<usize> =
        (seam..piece).filter(|at| page.sense(*at) == Some(Sense::Link(Link::Over))).collect();
    over.into_iter().for_each(|at| page.use_at(at));
    match page.meaning(place) {
        Meaning::Time(time) => Some(*time),
        _ => None,
    }
}
