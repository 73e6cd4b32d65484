//! Where the tracks of one film are in the next: lanes come and go, and what was selected stays
//! selected.

use std::collections::HashMap;

use crate::draft::{Draft, SegmentId};

use super::Index;

/// For each row of the film before, its row in the one after; none where the track is gone. A track is
/// known by its pieces, else by its label.
pub(super) fn rows_after(
    (before, index): (&Draft, &Index),
    (after, after_index): (&Draft, &Index),
) -> Vec<Option<usize>> {
    let mut places: HashMap<&SegmentId, usize> = HashMap::new();
    for (row, place) in after_index.rows.iter().enumerate() {
        let track = after.tracks.get(*place);
        let named = track.into_iter().flat_map(|track| &track.segments);
        let named = named.filter(|segment| !segment.id.is_by_place());
        places.extend(named.map(|segment| (&segment.id, row)));
    }
    let label = |index: &Index, place: usize| index.tracks.get(place).map(|it| it.label.clone());
    let row_after = |place: &usize| {
        let track = before.tracks.get(*place)?;
        let own = label(index, *place);
        let candidates = after_index.rows.iter().enumerate().filter_map(|(row, place)| {
            let letter = after.tracks.get(*place)?.kind.letter();
            (letter == track.kind.letter()).then(|| (row, label(after_index, *place) == own))
        });
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for row in track.segments.iter().filter_map(|segment| places.get(&segment.id)) {
            *shared.entry(*row).or_default() += 1;
        }
        let fit = |(row, same): &(usize, bool)| (shared.get(row).copied().unwrap_or(0), *same);
        let best = candidates.max_by_key(fit)?;
        (fit(&best) > (0, false)).then_some(best.0)
    };
    index.rows.iter().map(row_after).collect()
}
