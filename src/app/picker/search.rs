//! Which files fit a few letters, the best first.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::store::{EntryKind, FolderEntry};

use super::{Sort, Wanted};

/// The places of the entries that fit. Without letters everything fits that is not hidden.
pub(super) fn search(
    entries: &[FolderEntry],
    query: &str,
    wanted: Wanted,
    sort: Sort,
) -> Vec<usize> {
    let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT.match_paths());
    let mut buffer = Vec::new();
    let fit = |(place, entry): (usize, &FolderEntry)| {
        let name = entry.name.to_string_lossy();
        let is_hidden = name.starts_with('.') && !query.starts_with('.');
        if is_hidden || !wanted.takes(entry.kind) {
            return None;
        }
        let score = pattern.score(Utf32Str::new(&name, &mut buffer), &mut matcher)?;
        Some((score, place))
    };
    let mut found: Vec<(u32, usize)> = entries.iter().enumerate().filter_map(fit).collect();
    if query.is_empty() {
        let is_file = |place: usize| entries[place].kind != EntryKind::Folder;
        match sort {
            Sort::Name => {}
            Sort::Newest => found
                .sort_by_key(|(_, place)| (is_file(*place), Reverse(entries[*place].changed_at))),
            Sort::Largest => {
                found.sort_by_key(|(_, place)| (is_file(*place), Reverse(entries[*place].bytes)));
            }
        }
    } else {
        found.sort_by_key(|(score, _)| Reverse(*score));
    }
    found.into_iter().map(|(_, place)| place).collect()
}
