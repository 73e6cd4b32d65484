//! Where a file is told to be in a film without so much at both of its ends: `bunny掐头去尾各去1秒`, `bikes minus a second
//! at each end`.
//!
//! On a film that is there those are two cuts, as a row of `restated.toml` has them. Told with a film that is to be made
//! they say how much of the file is wanted.

use std::ops::Range;

use super::known;
use super::name::Name;

/// The rule that finds it.
pub const RULE: &str = "off-both-ends";

/// Where a sentence tells so, in letters.
pub fn off_both_ends(sentence: &str, names: &[Name]) -> Vec<Range<usize>> {
    let said = known::said(sentence, names);
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..said.letters.len() {
        let open = found.last().is_none_or(|last| last.end <= at);
        let longest = said.rule(RULE, at).iter().map(|(end, _)| *end).max();
        found.extend(longest.filter(|end| open && at < *end).map(|end| at..end));
    }
    found
}
