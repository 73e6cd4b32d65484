//! What changed in a film, told in short lines.
//!
//! Facts come in as [`crate::draft::changes`] finds them; lines for people come out, in their order
//! and without any claim of their own. Where the same happened to many pieces it is one line, so that
//! a new film of forty pictures is not told in forty lines.

mod effects;
mod film;
mod lettering;
mod line;

pub(crate) use effects::{told as told_effect, transition as transition_name};
#[cfg(test)]
pub(crate) use lettering::NAMES as COLOURS;
pub(crate) use lettering::differing as differing_looks;
pub(super) use line::{details as details_of, noun as noun_of};
pub(crate) use line::{piece_name, spoken, unusual};

use crate::draft::{Change, Difference, Kind, Segment};

use super::Language;
use line::{Counted, Line};

/// From this many on, like changes are told together.
const MANY: usize = 3;

/// Tells changes in short lines: `Title added: “Hello”, 0–3 s`.
#[must_use]
pub fn tell_changes(changes: &[Change], language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for change in changes {
        match change {
            Change::Canvas { from, to } => lines.push(Line::Canvas(*from, *to)),
            Change::Loudness { from, to } => lines.push(Line::Loudness(*from, *to)),
            Change::Title { from, to } => lines.push(Line::Title(from.as_deref(), to.as_deref())),
            Change::Track { label, difference } => lines.push(Line::Track(label, difference)),
            Change::Added { .. } | Change::Removed { .. } | Change::Changed { .. } => {}
        }
    }
    tell_added(changes, &mut lines);
    tell_changed(changes, &mut lines);
    tell_removed(changes, &mut lines);
    lines.into_iter().map(|line| line.tell(language)).collect()
}

fn added<'a>(changes: &'a [Change], wanted: Kind) -> Vec<&'a Segment> {
    let segment = |change: &'a Change| match change {
        Change::Added { kind, segment } if *kind == wanted => Some(segment.as_ref()),
        _ => None,
    };
    changes.iter().filter_map(segment).collect()
}

fn removed<'a>(changes: &'a [Change], wanted: Kind) -> Vec<&'a Segment> {
    let segment = |change: &'a Change| match change {
        Change::Removed { kind, segment } if *kind == wanted => Some(segment.as_ref()),
        _ => None,
    };
    changes.iter().filter_map(segment).collect()
}

/// Every kind that occurs, pictures first.
fn kinds(changes: &[Change]) -> Vec<Kind> {
    let kind = |change: &Change| match change {
        Change::Canvas { .. }
        | Change::Loudness { .. }
        | Change::Title { .. }
        | Change::Track { .. } => None,
        Change::Added { kind, .. }
        | Change::Removed { kind, .. }
        | Change::Changed { kind, .. } => Some(*kind),
    };
    let mut kinds: Vec<Kind> = changes.iter().filter_map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// One sound for another is a replacement, told in one line.
fn replaced(changes: &[Change], kind: Kind) -> Option<(&Segment, &Segment)> {
    match (&removed(changes, kind)[..], &added(changes, kind)[..]) {
        ([was], [now]) if kind == Kind::Audio => Some((*was, *now)),
        _ => None,
    }
}

fn tell_added<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    for kind in kinds(changes) {
        let segments = added(changes, kind);
        if let Some((was, now)) = replaced(changes, kind) {
            lines.push(Line::Replaced(kind, was, now));
        } else if kind == Kind::Video && segments.len() >= MANY {
            lines.push(Line::ManyAdded(segments));
        } else {
            lines.extend(segments.into_iter().map(|segment| Line::Added(kind, segment)));
        }
    }
}

fn tell_removed<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    for kind in kinds(changes) {
        let segments = removed(changes, kind);
        if replaced(changes, kind).is_some() {
            continue;
        }
        if segments.len() >= MANY {
            lines.push(Line::ManyRemoved(kind, segments));
        } else {
            lines.extend(segments.into_iter().map(|segment| Line::Removed(kind, segment)));
        }
    }
}

/// Changes of one sort on one kind of track, in order of first appearance.
fn tell_changed<'a>(changes: &'a [Change], lines: &mut Vec<Line<'a>>) {
    let mut groups: Vec<Vec<(Kind, &'a str, &'a Difference)>> = Vec::new();
    for change in changes {
        let Change::Changed { kind, label, difference, .. } = change else { continue };
        let same = |group: &&mut Vec<(Kind, &str, &Difference)>| {
            group.first().is_some_and(|(other_kind, _, other)| {
                other_kind == kind
                    && std::mem::discriminant(*other) == std::mem::discriminant(difference)
            })
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push((*kind, label, difference)),
            None => groups.push(vec![(*kind, label, difference)]),
        }
    }
    for group in groups {
        if group.len() >= MANY {
            let kind = group[0].0;
            let differences = group.iter().map(|(_, _, difference)| *difference).collect();
            lines.push(Line::ManyChanged(Counted { kind, differences }));
        } else {
            lines.extend(
                group
                    .into_iter()
                    .map(|(kind, label, difference)| Line::Changed(kind, label, difference)),
            );
        }
    }
}

#[cfg(test)]
mod tests;
