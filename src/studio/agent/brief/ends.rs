//! A file that is told to be in the film without so much at both of its ends: `bunny掐头去尾各去1秒`.

use std::ops::Range;

use super::super::words::Meaning;
use super::page::Page;
use crate::draft::Millis;

/// Marks the amounts that are off both ends, where a sentence tells so in these stretches of letters.
pub fn take(page: &mut Page, stretches: &[Range<usize>]) {
    for stretch in stretches {
        let inside = |at: &usize| {
            let span = &page.tokens(*at..at + 1)[0].span;
            stretch.start <= span.start && span.end <= stretch.end
        };
        let places: Vec<usize> = (0..page.len()).filter(inside).collect();
        // "With a second off each end" is no second one.
        let alone = |at: &usize| page.says(*at, &["second"]);
        if let Some(second) = places.iter().copied().find(alone) {
            page.mean(second, Meaning::Time(Millis::from_secs(1)));
        }
        let timed = |at: &usize| matches!(page.meaning(*at), Meaning::Time(_));
        let times: Vec<usize> = places.iter().copied().filter(timed).collect();
        let [time] = times[..] else { continue };
        places.into_iter().filter(|at| *at != time).for_each(|at| page.use_at(at));
        page.mark_ends(time);
    }
}
