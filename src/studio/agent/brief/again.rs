//! A file that is told to be in the film more than once, one behind the other: `海边连放两遍`, `bunny twice, then silent`.

use super::super::words::{LISTS, Meaning};
use super::page::Page;
use super::pieces::Piece;
use super::values::Much;

/// That something is shown so many times, and where it was said.
pub struct Again {
    place: usize,
    count: usize,
}

/// More is a slip, or no film that anybody sees to its end.
const MOST: u32 = 20;

/// Takes what is said of how often something is shown.
pub fn take(page: &mut Page) -> Vec<Again> {
    let mut found = Vec::new();
    for place in 0..page.len() {
        let Some((last, count)) = count_at(page, place) else { continue };
        page.use_all(place..last + 1);
        let around: Vec<usize> =
            page.item(place).filter(|at| LISTS.back_to_back.has(page.text(*at))).collect();
        around.into_iter().for_each(|at| page.use_at(at));
        found.push(Again { place, count });
    }
    found
}

/// `twice`, `两遍`, `three times`: the last word of it, and how often.
fn count_at(page: &Page, place: usize) -> Option<(usize, usize)> {
    if !page.is_free(place) || !page.item(place).any(|at| page.shows(at).is_some()) {
        return None;
    }
    if page.says(place, &["twice"]) {
        return Some((place, 2));
    }
    let Meaning::Number(number) = page.meaning(place) else { return None };
    let count = (2..MOST).find(|count| (*number - f64::from(*count)).abs() < 0.001)?;
    let next = place + 1 < page.len() && LISTS.so_many_times.has(page.text(place + 1));
    let own = LISTS.so_many_times.iter().any(|word| page.text(place).ends_with(word));
    (next || own).then_some((place + usize::from(next), count as usize))
}

/// Has the pieces so many times. `None` where it is not clear which.
pub fn repeat(page: &Page, again: &[Again], pieces: &mut Vec<Piece>) -> Option<()> {
    for Again { place, count } in again {
        let item = page.item(*place);
        let here = |nth: &usize| item.contains(&pieces[*nth].place);
        let named: Vec<usize> = (0..pieces.len()).filter(here).collect();
        let [one] = named[..] else { return None };
        if pieces[one].much == Much::Unsaid {
            pieces[one].much = if pieces[one].moves { Much::Whole } else { return None };
        }
        let more = vec![pieces[one]; count - 1];
        pieces.splice(one..one, more);
    }
    Some(())
}
