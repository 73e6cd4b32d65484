//! `再剪2秒`: as much more where the last cut was.

use super::request::{Part, Reading, Reference, Request, Which};
use super::talk::Cut;

/// Says where such a cut is to be, from those before it in the sentence or the turn before.
pub fn once_more(readings: &mut [Reading], before: Option<Cut>) {
    let mut last = before;
    for reading in readings {
        let Reading::Understood { requests, .. } = reading else { continue };
        for request in requests.iter_mut() {
            if let Request::Cut { of, part: part @ Part::More(_) } = request {
                let Part::More(time) = *part else { continue };
                let head = last.is_some_and(|cut| cut.head);
                *part = if head { Part::Head(time) } else { Part::Tail(time) };
                let unsaid = matches!(of, Some(Reference { which: Which::It, .. }));
                if unsaid && last.is_some_and(|cut| cut.film) {
                    *of = None;
                }
            }
        }
        last = cut(requests).or(last);
    }
}

/// Where the last thing done cut something; none where it did not.
pub fn last_cut(readings: &[Reading]) -> Option<Cut> {
    let last = readings.iter().rev().find_map(|reading| match reading {
        Reading::Understood { requests, .. } => Some(requests),
        _ => None,
    });
    last.and_then(|requests| cut(requests))
}

fn cut(requests: &[Request]) -> Option<Cut> {
    match requests.last()? {
        Request::Cut { of, part: Part::Head(_) } => Some(Cut { head: true, film: of.is_none() }),
        Request::Cut { of, part: Part::Tail(_) } => Some(Cut { head: false, film: of.is_none() }),
        Request::TrimFilm { .. } => Some(Cut { head: false, film: true }),
        Request::Length { .. } => Some(Cut { head: false, film: false }),
        _ => None,
    }
}
