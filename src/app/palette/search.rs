//! Which entries fit a few letters, the best first.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::PaletteEntry;

/// An entry that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// It.
    pub entry: PaletteEntry,
    /// Which of its words' letters were asked for, counted from 0, rising.
    pub letters: Vec<usize>,
}

/// The entries that fit, the best first; what fits equally well keeps its order. Everything fits
/// nothing. What is found by its words stands before what is found by its name or in the other
/// language.
pub(super) fn search(entries: Vec<PaletteEntry>, query: &str) -> Vec<Found> {
    let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<(Rank, Found)> = entries
        .into_iter()
        .filter_map(|entry| {
            let (rank, letters) = fit(&entry, &pattern, &mut matcher)?;
            Some((rank, Found { entry, letters }))
        })
        .collect();
    found.sort_by_key(|(rank, _)| Reverse(*rank));
    found.into_iter().map(|(_, found)| found).collect()
}

/// By its own words or not, then how well.
type Rank = (bool, u32);

fn fit(
    entry: &PaletteEntry,
    pattern: &Pattern,
    matcher: &mut Matcher,
) -> Option<(Rank, Vec<usize>)> {
    let (mut buffer, mut letters) = (Vec::new(), Vec::new());
    let words = Utf32Str::new(&entry.words, &mut buffer);
    if let Some(score) = pattern.indices(words, matcher, &mut letters) {
        letters.sort_unstable();
        letters.dedup();
        let letters = letters.into_iter().map(|letter| letter as usize).collect();
        return Some(((true, score), letters));
    }
    let others = Utf32Str::new(&entry.others, &mut buffer);
    pattern.score(others, matcher).map(|score| ((false, score), Vec::new()))
}
