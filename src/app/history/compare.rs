//! What differs between two drafts, each value before and after.
//!
//! A turn tells what it touched; two drafts that are compared tell by how much. What came and went is
//! told as a turn tells it.

use std::collections::BTreeMap;

use crate::draft::{self, Change, Difference, Draft};
use crate::language::{Language, tell_changes};

use super::super::chat::{Found, Places};
use super::super::{ChangeLine, Mark};

/// With more than so many on one track, like ones are told together.
const MOST: usize = 12;

/// The lines of all that differs, by track.
pub(super) fn lines(language: Language, before: &Draft, after: &Draft) -> Vec<ChangeLine> {
    let (was, is) = (Places::of(before), Places::of(after));
    let mut found = Found::default();
    let mut changed: BTreeMap<(usize, String), Vec<Change>> = BTreeMap::new();
    for change in draft::changes(before, after) {
        match &change {
            Change::Changed { id, .. } => changed.entry(is.find(id)).or_default().push(change),
            _ => found.take(change, &was, &is),
        }
    }
    let mut lines = found.placed(language, true);
    for ((index, track), changes) in changed {
        let line = |text| ChangeLine { mark: Mark::Changed, track: track.clone(), text };
        lines.extend(told(language, changes).into_iter().map(|text| (index + 1, line(text))));
    }
    lines.sort_by_key(|(index, line)| (*index, line.mark));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Each by itself. What merely came earlier or later since something before it did is told together.
fn told(language: Language, changes: Vec<Change>) -> Vec<String> {
    let is_moved = |change: &Change| {
        matches!(change, Change::Changed { difference: Difference::Start(..), .. })
    };
    let (moved, others): (Vec<Change>, Vec<Change>) = changes.into_iter().partition(is_moved);
    let mut lines = if others.len() <= MOST {
        others.chunks(1).flat_map(|change| tell_changes(change, language)).collect()
    } else {
        tell_changes(&others, language)
    };
    lines.extend(tell_changes(&moved, language));
    lines
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::draft::wire::decode;

    use super::*;

    fn film(length: u64, volume: f64) -> Value {
        let clip = |id: &str, length: u64| json!({"id": id, "d": length, "m": {"name": id}});
        json!({"t": [
            {"tt": 0, "sg": [clip("a", 3000), clip("b", length), clip("c", 2000), clip("d", 2000), clip("e", 2000)]},
            {"tt": 1, "sg": [{"id": "m", "d": 8000, "m": {"name": "calm", "volume": volume}}]}
        ]})
    }

    #[test]
    fn each_value_is_told_before_and_after_and_what_only_moved_along_is_one_line() {
        let draft = |value: Value| decode(&value).expect("a draft");
        let (before, after) = (draft(film(3000, 0.8)), draft(film(2500, 0.6)));
        let told: Vec<String> = lines(Language::English, &before, &after)
            .into_iter()
            .map(|line| format!("{} {} {}", line.mark.sign(), line.track, line.text))
            .collect();
        assert_eq!(
            told,
            [
                "~ V1 b: length 3\u{a0}s → 2.5\u{a0}s",
                "~ V1 3 pieces start earlier",
                "~ A1 calm: volume 80% → 60%",
            ]
        );
        assert_eq!(lines(Language::English, &before, &before), []);
    }
}
