//! Several clips at once: what keys make of those that are chosen, and what must be true afterwards.

use crate::draft::{Draft, segment_label};
use crate::language::edit::{Clip, Edit, Gap};

use super::fact::{Fact, by_frames, clips, facts as facts_of_one};

/// The facts that an edit of several clips must bring about. `edit` says what becomes of the first.
pub(super) fn facts(edit: &Edit, last: usize, before: &Draft) -> Vec<Fact> {
    let Some(clip) = edit.clip() else { return Vec::new() };
    let (track, first) = (&clip.track, clip.number);
    let all = clips(before, track);
    let Some(run) = first.checked_sub(1).and_then(|from| all.get(from..last)) else {
        return Vec::new();
    };
    let ([was, ..], Some(was_last)) = (run, run.last()) else { return Vec::new() };
    let numbered = |number| Clip { track: track.clone(), number };
    let count = |count| Fact::Count { track: track.clone(), count };
    match edit {
        Edit::Delete { gap, .. } => {
            let gone: u64 = run.iter().map(|clip| clip.duration.0).sum();
            let next = all.get(last).map(|next| match gap {
                Gap::Close => next.start - crate::draft::Millis(gone),
                Gap::Leave => next.start,
            });
            let starts = next.map(|at| Fact::Starts(numbered(first), at));
            [Some(count(all.len() - run.len())), starts].into_iter().flatten().collect()
        }
        Edit::Duplicate { .. } => vec![
            count(all.len() + run.len()),
            Fact::Starts(numbered(last + 1), was_last.end()),
            Fact::Lasts(numbered(last + run.len()), was_last.duration),
        ],
        Edit::Shift { frames, .. } => {
            let start = by_frames(was.start, *frames, before.canvas.rate);
            let of_last = start + (was_last.start - was.start);
            vec![Fact::Starts(clip.clone(), start), Fact::Starts(numbered(last), of_last)]
        }
        Edit::Place { place, .. } => vec![
            Fact::Shows(numbered(*place), segment_label(was)),
            Fact::Shows(numbered(place + run.len() - 1), segment_label(was_last)),
        ],
        Edit::Volume { percent, .. } => {
            (first..=last).map(|number| Fact::Volume(numbered(number), *percent)).collect()
        }
        Edit::Fade { side, length, .. } => {
            (first..=last).map(|number| Fact::Fade(numbered(number), *side, *length)).collect()
        }
        edit => facts_of_one(edit, before),
    }
}
