//! A stretch of time away on every track: what lies in it goes, what reaches into it is cut, what comes
//! after it moves up. Music made by the program is left alone; it goes along with the film.

use crate::draft::{Draft, Generated, Millis, Segment};

use super::change::{Files, Outcome, fresh};

/// Takes it out. What is cut is otherwise then.
pub(super) fn extract(
    mut draft: Draft,
    from: Millis,
    to: Millis,
    files: Files<'_>,
) -> Option<Outcome> {
    if from >= to {
        return None;
    }
    let mut cut = Vec::new();
    for (number, track) in draft.tracks.iter_mut().enumerate() {
        let mut kept: Vec<(Segment, bool)> = Vec::with_capacity(track.segments.len() + 1);
        for segment in track.segments.drain(..) {
            take_out(segment, (from, to), files, &mut kept);
        }
        kept.sort_by_key(|(segment, _)| segment.start);
        let marked = kept.iter().enumerate().filter(|(_, (_, is_cut))| *is_cut);
        cut.extend(marked.map(|(place, _)| (number, place)));
        track.segments = kept.into_iter().map(|(segment, _)| segment).collect();
    }
    Some(Outcome { draft, marked: cut, subject: None })
}

fn take_out(
    segment: Segment,
    (from, to): (Millis, Millis),
    files: Files<'_>,
    kept: &mut Vec<(Segment, bool)>,
) {
    let is_made = matches!(segment.generated, Some(Generated::Music { .. }));
    if is_made || segment.end() <= from {
        kept.push((segment, false));
        return;
    }
    if segment.start >= to {
        let start = segment.start - (to - from);
        kept.push((Segment { start, ..segment }, false));
        return;
    }
    let (begins_before, ends_after) = (segment.start < from, segment.end() > to);
    let right = ends_after.then(|| {
        let mut right = segment.clone();
        let lost = to - segment.start;
        (right.start, right.duration) = (from, segment.duration - lost);
        if files.moves(&segment) {
            right.source_in = segment.source_after(lost);
        }
        right.fade_in = Millis::ZERO;
        right.transition = None;
        if begins_before {
            right.id = fresh();
        }
        right
    });
    if begins_before {
        let mut left = segment;
        left.duration = from - left.start;
        if ends_after {
            left.fade_out = Millis::ZERO;
        }
        kept.push((left, true));
    }
    kept.extend(right.map(|right| (right, true)));
}
