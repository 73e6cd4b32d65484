//! Several clips of a track that are meant together: from the one where choosing began to the one under the
//! playhead, wherever that goes.

use std::ops::RangeInclusive;

use crate::draft::{Draft, Millis, SegmentId, Track};

use super::{Film, TimelineState, TrackIndex};

/// Where choosing began.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// The label of the track.
    label: String,
    clip: SegmentId,
    /// The place of the clip on the track.
    place: usize,
}

impl TimelineState {
    /// Begins with the clip under the playhead, or ends it. Tells whether there is one to begin with.
    pub(super) fn choose(&mut self) -> bool {
        if self.chosen.take().is_some() {
            return true;
        }
        self.begin_choosing()
    }

    pub(super) fn begin_choosing(&mut self) -> bool {
        let found = self.shown().row(self.track).and_then(|(track, index)| {
            let place = index.place_under(track, self.playhead)?;
            let clip = index.segment(track, place)?.id.clone();
            Some(Chosen { label: index.label.clone(), clip, place })
        });
        let is_found = found.is_some();
        self.chosen = found;
        is_found
    }

    /// The places of the clips that are chosen on a track, in its order; at least one.
    pub(super) fn chosen_on(
        &self,
        track: &Track,
        index: &TrackIndex,
        playhead: Millis,
    ) -> Option<RangeInclusive<usize>> {
        let chosen = self.chosen.as_ref().filter(|chosen| chosen.label == index.label)?;
        let last = track.segments.len().checked_sub(1)?;
        let head = reached(track, index, playhead).min(last);
        let anchor = chosen.place.min(last);
        Some(anchor.min(head)..=anchor.max(head))
    }

    /// The selected track has become another one.
    pub(super) fn choose_on_one_track(&mut self) {
        let label = self.shown().row(self.track).map(|(_, index)| index.label.as_str());
        if self.chosen.as_ref().is_some_and(|chosen| Some(chosen.label.as_str()) != label) {
            self.chosen = None;
        }
    }

    /// A draft has come: the clip where choosing began may have another place, or be gone.
    pub(super) fn choose_in(&mut self, film: &Film) {
        let Some(chosen) = &mut self.chosen else { return };
        let found = film.draft().and_then(|draft| place_of(&chosen.clip, &chosen.label, draft));
        match found {
            Some(place) => chosen.place = place,
            None => self.chosen = None,
        }
    }
}

/// Esc. Tells whether several were being chosen.
pub(crate) fn end(timeline: &mut TimelineState) -> bool {
    timeline.chosen.take().is_some()
}

/// What follows moves the playhead: the clips from here to there are meant.
pub(crate) fn choose_up_to_here(timeline: &mut TimelineState) {
    if timeline.chosen.is_none() {
        timeline.begin_choosing();
    }
}

/// The clip under the playhead, else the last one before it.
fn reached(track: &Track, index: &TrackIndex, playhead: Millis) -> usize {
    let before = || index.starting_from(playhead).saturating_sub(1);
    index.place_under(track, playhead).unwrap_or_else(before)
}

fn place_of(clip: &SegmentId, label: &str, draft: &Draft) -> Option<usize> {
    let track = (0..draft.tracks.len()).find(|track| draft.track_label(*track) == label)?;
    let mut order: Vec<_> = draft.tracks[track].segments.iter().collect();
    order.sort_by_key(|segment| segment.start);
    order.iter().position(|segment| segment.id == *clip)
}
