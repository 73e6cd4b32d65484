//! What is done to each of several clips that follow each other.

use crate::draft::Millis;
use crate::language::edit::Edit;

use super::change::Work;

/// Carries out on so many clips what is said of the first. The places that are otherwise afterwards, and whether
/// further steps mean them.
pub(super) fn carry_out(
    work: &mut Work<'_>,
    edit: &Edit,
    count: usize,
) -> Option<(Vec<usize>, bool)> {
    let first = work.place;
    let all = |from: usize| (from..from + count).collect::<Vec<_>>();
    match edit {
        Edit::Delete { gap, .. } => {
            for place in all(first).into_iter().rev() {
                work.place = place;
                work.delete(*gap);
            }
            work.place = first;
            Some((Vec::new(), false))
        }
        Edit::Duplicate { .. } => {
            work.duplicate(count);
            Some((all(first + count), false))
        }
        Edit::Place { place, .. } => {
            work.reorder(count, place.checked_sub(1)?).map(|place| (all(place), true))
        }
        Edit::Shift { .. } => shift(work, edit, count).map(|places| (places, true)),
        Edit::Volume { .. } | Edit::Fade { .. } => {
            for place in all(first) {
                work.place = place;
                work.carry_out(edit)?;
            }
            work.place = first;
            Some((all(first), true))
        }
        _ => None,
    }
}

/// All by as much as the first moves: it says how far, the others follow it.
fn shift(work: &mut Work<'_>, edit: &Edit, count: usize) -> Option<Vec<usize>> {
    let first = work.place;
    let from = work.segments()[first].start;
    let starts: Vec<Millis> =
        work.segments()[first..first + count].iter().map(|clip| clip.start).collect();
    let to = work.start_after(edit)?;
    let segments = work.segments();
    for (clip, start) in segments[first..first + count].iter_mut().zip(starts) {
        clip.start = to + (start - from);
    }
    let is_free = segments.windows(2).all(|pair| pair[0].end() <= pair[1].start);
    is_free.then(|| (first..first + count).collect())
}
