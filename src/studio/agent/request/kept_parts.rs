//! Several stretches of the film that are to stay, or to go: `keep only 0:01 to 0:04 and 0:06 to 0:09`, `把1到2秒和5到
//! 6秒剪掉`.
//!
//! Where they stay, what lies behind, between and before them goes; always from the end on, so that no cut moves the moments of another.

use super::super::words::{Link, Meaning, Verb};
use super::bag::Bag;
use super::film::take_film;
use super::{Part, Request};
use crate::draft::Millis;

/// Reads stretches that follow each other, and nothing else.
pub fn read(bag: &mut Bag) -> Option<Vec<Request>> {
    let mut trial = bag.clone();
    let ranges = take_ranges(&mut trial);
    let only = trial.take_link(Link::Only);
    let keeps = match trial.verbs()[..] {
        [Verb::Keep | Verb::Use] => true,
        [Verb::Remove] if !only => false,
        [] if only => true,
        _ => return None,
    };
    let in_order = ranges.windows(2).all(|pair| pair[0].1 <= pair[1].0);
    if ranges.len() < 2 || !in_order {
        return None;
    }
    trial.take_verbs();
    take_film(&mut trial);
    if !trial.left_over().is_empty() {
        return None;
    }
    *bag = trial;
    let cut = |part: Part| Request::Cut { of: None, part };
    if !keeps {
        return Some(
            ranges.iter().rev().map(|(start, end)| cut(Part::Range(*start, *end))).collect(),
        );
    }
    let after = ranges.last().map(|(_, end)| cut(Part::From(*end)));
    let between = ranges.windows(2).rev().filter(|pair| pair[0].1 < pair[1].0);
    let between = between.map(|pair| cut(Part::Range(pair[0].1, pair[1].0)));
    let before = ranges.first().filter(|(start, _)| !start.is_zero());
    let before = before.map(|(start, _)| cut(Part::Head(*start)));
    Some(after.into_iter().chain(between).chain(before).collect())
}

fn take_ranges(bag: &mut Bag) -> Vec<(Millis, Millis)> {
    let mut found = Vec::new();
    while let Some(range) = bag.take(|meaning| match meaning {
        Meaning::Range(start, end) => Some((*start, *end)),
        _ => None,
    }) {
        found.push(range);
    }
    found
}
