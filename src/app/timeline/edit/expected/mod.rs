//! The film that an edit is expected to make, drawn while its sentence waits and while its turn runs.
//!
//! It is a picture and nothing else: it lies beside the film that was polled, is drawn in its place and
//! marked as expected, and goes when a draft comes, when the edit is dropped, when its turn fails or is
//! stopped, and when the connection is lost. Sentences are made and checked by the film that was polled;
//! no history, no disk and no preview ever sees this one. Where nobody can say beforehand what will come,
//! the timeline stays as it is. Keys that are pressed while a turn runs are drawn above it ([`ahead`]).

mod again;
mod ahead;
mod along;
mod change;
mod extract;
mod insert;
mod several;

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::draft::{Draft, Segment};
use crate::language::edit::Edit;

use super::super::super::chat::Phase;
use super::super::super::{Connection, State};
use super::super::{Changed, Film, TimelineState};
use super::make::Place;
use change::Files;

pub use ahead::Ahead;

/// The film that is expected.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    film: Film,
    /// The polled film that it was made of.
    of: Arc<Draft>,
    /// What of it is expected to be otherwise.
    marks: Changed,
    /// The clips that further steps mean: their track and their places there.
    subject: Option<(usize, RangeInclusive<usize>)>,
    /// Where the playhead stood when the key was pressed.
    place: Place,
}

impl TimelineState {
    /// The film on the screen: the one that is expected while an edit is under way, else the one that was
    /// polled. For looking and for moving the playhead; whatever leaves the screen takes the polled one.
    #[must_use]
    pub fn shown(&self) -> &Film {
        let expected = || self.expected.as_ref().map_or(&self.film, |expected| &expected.film);
        self.told_ahead().map_or_else(expected, Ahead::film)
    }

    /// Whether what is on the screen is expected only.
    #[must_use]
    pub fn is_expected(&self) -> bool {
        self.expected.is_some() || self.told_ahead().is_some()
    }

    /// What keys that are held are expected to make, as far as that can be told.
    fn told_ahead(&self) -> Option<&Ahead> {
        self.ahead.as_deref().filter(|ahead| ahead.is_told)
    }

    /// The film that is expected last, and where the key for it was pressed.
    fn expected_last(&self) -> Option<(&Expected, Place)> {
        match self.told_ahead() {
            Some(ahead) => ahead.last().zip(ahead.place),
            None => self.expected.as_ref().map(|expected| (expected, expected.place)),
        }
    }

    /// The marks in the lanes: what is expected to change, or what the last turn changed.
    #[must_use]
    pub fn shown_changes(&self) -> &Changed {
        let expected = || self.expected.as_ref().map_or(&self.changed, |expected| &expected.marks);
        self.told_ahead().map_or_else(expected, Ahead::marks)
    }

    /// The clips of the selected track that the keys mean, on the screen, by their places: those that move by
    /// steps as long as the playhead stays, else those that are chosen, else the one under the playhead.
    #[must_use]
    pub fn meant(&self) -> Option<RangeInclusive<usize>> {
        let (track, index) = self.shown().row(self.track)?;
        if self.is_expected() {
            let here = Place::of(self);
            let stays = |(expected, place)| (place == here).then_some(expected);
            let expected: Option<&Expected> = self.expected_last().and_then(stays);
            if let Some((_, places)) = expected.and_then(|expected| expected.subject.as_ref()) {
                return Some(places.clone());
            }
        } else if let Some(chosen) = self.chosen_on(track, index, self.playhead) {
            return Some(chosen);
        }
        index.place_under(track, self.playhead).map(|place| place..=place)
    }

    /// The first of them.
    #[must_use]
    pub fn selected(&self) -> Option<&Segment> {
        let (track, index) = self.shown().row(self.track)?;
        index.segment(track, *self.meant()?.start())
    }

    /// The label of the track and the numbers of the clips while several are being chosen.
    #[must_use]
    pub fn choosing(&self) -> Option<(&str, RangeInclusive<usize>)> {
        let (track, index) = self.row(self.track)?;
        let places = self.chosen_on(track, index, self.playhead)?;
        Some((&index.label, places.start() + 1..=places.end() + 1))
    }
}

impl TimelineState {
    /// Whether the clip that moves by steps is under a place of the screen. Of several others may be meant there.
    pub(super) fn is_on_subject(&self, place: Place) -> bool {
        let subject = self.expected.as_ref().and_then(|expected| expected.subject.as_ref());
        let found = place.row.and_then(|row| self.shown().row(row));
        let (Some((number, places)), Some((track, index))) = (subject, found) else {
            return false;
        };
        let is_track = self.shown().tracks().get(*number).is_some_and(|it| std::ptr::eq(it, track));
        let under = index.place_under(track, place.playhead);
        is_track && under.is_some_and(|under| places.contains(&under) && self.chosen.is_none())
    }
}

/// Shows what an edit that was made at a place is expected to bring. `wanted` is the film where it is known.
pub(super) fn expect(state: &mut State, edit: &Edit, wanted: Option<&Arc<Draft>>, place: Place) {
    let Some(polled) = state.timeline.draft().cloned() else { return };
    let before = state.timeline.expected.take();
    let files = Files(&state.media.items);
    let found = match wanted {
        Some(wanted) => has_same_lanes(&polled, wanted).then(|| {
            let marks = Changed::expected_between(&polled, wanted);
            (Arc::clone(wanted), marks, None)
        }),
        None => change::carry_out(edit, &polled, files, || again::copy_of(&polled, before)).map(
            |outcome| {
                let marks = Changed::expected(&polled, &outcome.draft, &outcome.marked);
                (Arc::new(outcome.draft), marks, outcome.subject)
            },
        ),
    };
    state.timeline.expected = found.map(|(draft, marks, subject)| Expected {
        film: Film::of(Some(draft)),
        of: polled,
        marks,
        subject,
        place,
    });
    state.timeline.ahead = None;
}

/// Whether the lanes of the screen hold the same tracks in both films.
fn has_same_lanes(one: &Draft, other: &Draft) -> bool {
    one.tracks.iter().map(|track| track.kind).eq(other.tracks.iter().map(|track| track.kind))
}

/// Asked after everything that may begin or end an edit: nothing is expected any more when none is under way,
/// when it is being stopped, or when nobody is there to do it; and keys that are held are drawn above what is.
pub(crate) fn settle_expected(state: &mut State) {
    let edits = &state.timeline.edits;
    let (is_under_way, keys) = (edits.pending.is_some() || !edits.sent.is_empty(), edits.waiting());
    let is_stopping = state.chat.turn.as_ref().is_some_and(|turn| turn.phase == Phase::Cancelling);
    let is_lost = matches!(state.status.connection, Connection::Offline { .. });
    let timeline = &mut state.timeline;
    if timeline.expected.is_some() && (!is_under_way || is_stopping || is_lost) {
        (timeline.expected, timeline.ahead) = (None, None);
    }
    if keys == 0 || is_stopping || is_lost || timeline.draft().is_none() {
        timeline.ahead = None;
    } else if timeline.ahead.as_ref().is_none_or(|ahead| ahead.keys != keys) {
        let ahead = ahead::look(state);
        state.timeline.ahead = Some(Box::new(ahead));
    }
}
