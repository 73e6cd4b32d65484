//! Keys that are held while a turn runs, carried out on the film that is expected of it.
//!
//! They are walked through as they will be when the turn has ended, on a timeline that is imagined: by the same rules
//! an edit waits for further steps, goes before another one, and takes the playhead along. What they
//! are expected to make is drawn above what the turn is expected to make, or above the film as polled where nobody
//! knows that. It is made anew whenever a key or a draft comes. Where it cannot be told what one of them will do, the
//! picture stays at those before it.

use std::mem;
use std::sync::Arc;

use crate::draft::Draft;
use crate::language::edit::Edit;

use super::super::super::super::State;
use super::super::super::{Changed, Film, TimelineState};
use super::super::make::{Made, Place, make};
use super::super::{Held, Pending, Sent, footage, pending};
use super::Expected;

/// So many pieces are imagined anew for one key at most, which takes a few milliseconds.
const PIECES: usize = 40_000;

/// The timeline as it is expected once the keys that are held have been carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    timeline: TimelineState,
    marks: Changed,
    /// How many keys it is for.
    pub(super) keys: usize,
    /// Where the last of them was pressed.
    pub(super) place: Option<Place>,
    /// Whether any of them makes another film.
    pub(super) is_told: bool,
}

impl Ahead {
    pub(super) fn film(&self) -> &Film {
        self.timeline.shown()
    }

    pub(super) const fn marks(&self) -> &Changed {
        &self.marks
    }

    /// What the last edit makes, as long as further steps may follow it.
    pub(super) const fn last(&self) -> Option<&Expected> {
        self.timeline.expected.as_ref()
    }
}

/// A film that can be gone back to, with what was marked in it.
type Layer = (Arc<Draft>, Changed);

/// The films that the walk has come by.
#[derive(Debug, Default)]
struct Walk {
    back: Vec<Layer>,
    forward: Vec<Layer>,
    marks: Changed,
}

/// Carries out all keys that are held.
pub(super) fn look(state: &mut State) -> Ahead {
    let cols = crate::ui::lane_cols(state);
    let mut imagined = state.timeline.clone();
    imagined.ahead = None;
    let before = imagined.shown().draft().cloned();
    let mut walk = Walk::begin(&mut imagined);
    let keys = imagined.edits.waiting();
    let place = imagined.edits.held.iter().rev().find_map(place_of);
    let pieces: usize = imagined.tracks().iter().map(|track| track.segments.len()).sum();
    imagined.edits.held.truncate(1 + PIECES / pieces.max(1));
    let polled = mem::replace(&mut state.timeline, imagined);
    while let Some(held) = state.timeline.edits.held.pop_front() {
        if walk.take(state, held, cols).is_none() {
            break;
        }
    }
    let timeline = mem::replace(&mut state.timeline, polled);
    let marks = walk.marks_in(&timeline);
    let is_told = before.as_ref().zip(timeline.shown().draft());
    let is_told = is_told.is_some_and(|(before, after)| !Arc::ptr_eq(before, after));
    Ahead { timeline, marks, keys, place, is_told }
}

const fn place_of(held: &Held) -> Option<Place> {
    match held {
        Held::Key(_, place) => Some(*place),
        Held::Export => None,
    }
}

impl Walk {
    /// On the film that the edit under way makes.
    fn begin(timeline: &mut TimelineState) -> Self {
        let mut walk = Self::default();
        timeline.edits.pending = None;
        // Only the first that was sent is expected; what stands behind it was written and not pressed.
        if let Some(edit) = timeline.edits.sent.first().map(|sent| sent.edit.clone()) {
            walk.go_on(timeline, &edit);
        }
        timeline.edits.sent.clear();
        walk
    }

    /// The next key; nothing where it cannot be told any more what comes.
    fn take(&mut self, state: &mut State, held: Held, cols: usize) -> Option<()> {
        let Held::Key(action, place) = held else {
            let waits = state.timeline.edits.pending.is_some();
            return if waits { self.send(&mut state.timeline) } else { Some(()) };
        };
        let made = make(state, action, place, cols);
        if pending::is_left(state, place) || pending::is_over(state, action, &made) {
            state.timeline.edits.held.push_front(held);
            return self.send(&mut state.timeline);
        }
        match made {
            Made::Nudge(edit) if footage::refused(state, &pending::all(state, &edit)).is_some() => {
            }
            Made::Nudge(edit) => self.wait(state, edit, true, place),
            Made::Edit(edit) => self.wait(state, edit, false, place),
            Made::Back => {
                (state.timeline.edits.pending, state.timeline.expected) = (None, None);
            }
            Made::Refused(_) => {}
        }
        Some(())
    }

    fn wait(&self, state: &mut State, step: Edit, is_step: bool, place: Place) {
        let Some(on) = state.timeline.draft().cloned() else { return };
        let waits = state.timeline.edits.pending.take();
        let both = waits.as_ref().and_then(|waits| pending::together(&waits.edit, &step));
        let Some(edit) = both.unwrap_or(Some(step)) else {
            state.timeline.expected = None;
            return;
        };
        let wanted = self.layer(&edit).map(|(film, _)| film);
        super::expect(state, &edit, wanted, place);
        state.timeline.edits.pending = Some(Pending::on(on, edit, is_step, place));
    }

    /// Where undo or redo leads.
    fn layer(&self, edit: &Edit) -> Option<&Layer> {
        match edit {
            Edit::Undo => self.back.last(),
            Edit::Redo => self.forward.last(),
            _ => None,
        }
    }

    /// The edit that waits is done before the next one.
    fn send(&mut self, timeline: &mut TimelineState) -> Option<()> {
        let Pending { edit, place, .. } = timeline.edits.pending.take()?;
        timeline.expected.as_ref()?;
        timeline.edits.sent = vec![Sent::imagined(edit.clone(), place.playhead)];
        self.go_on(timeline, &edit);
        timeline.edits.sent.clear();
        Some(())
    }

    /// The film that is expected of an edit has come.
    fn go_on(&mut self, timeline: &mut TimelineState, edit: &Edit) {
        let Some(expected) = &timeline.expected else { return };
        let marks = self.marks_with(edit, expected);
        let film = expected.film.draft().cloned();
        if let Some(left) = timeline.draft().cloned() {
            let layer = (left, mem::replace(&mut self.marks, marks));
            match edit {
                Edit::Undo => {
                    self.back.pop();
                    self.forward.push(layer);
                }
                Edit::Redo => {
                    self.forward.pop();
                    self.back.push(layer);
                }
                _ => {
                    self.back.push(layer);
                    self.forward.clear();
                }
            }
        }
        timeline.replace(film);
    }

    fn marks_with(&self, edit: &Edit, expected: &Expected) -> Changed {
        let mut marks = self.layer(edit).map_or(&self.marks, |(_, marks)| marks).clone();
        marks.join(&expected.marks);
        marks
    }

    /// What is otherwise in the film that the walk has led to.
    fn marks_in(self, timeline: &TimelineState) -> Changed {
        let waits = timeline.edits.pending.as_ref().zip(timeline.expected.as_ref());
        let mut marks = match waits {
            Some((pending, expected)) => self.marks_with(&pending.edit, expected),
            None => self.marks,
        };
        if let Some(draft) = timeline.shown().draft() {
            marks.locate(draft);
        }
        marks
    }
}
