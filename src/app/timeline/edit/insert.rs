//! A file of the session into the film where the playhead stands.
//!
//! The sentence says the moment at which it really begins: pieces of the main track follow each other,
//! so past the last of them a picture begins where that ends.

use crate::draft::{Millis, landing};
use crate::language::edit::Edit;
use crate::link::MediaItem;
use crate::ui::words::editing;

use super::super::super::{Effect, State};
use super::make::Place;
use super::{EditRefusal, is_busy, make_now, pending};

/// Asks for the file at the playhead.
pub(crate) fn insert(state: &mut State, item: &MediaItem) -> Vec<Effect> {
    let words = editing::of(state.language);
    let refused = if state.history.is_past() {
        Some(words.past_refused)
    } else if is_busy(state) {
        // The moment under the playhead may be another one when the turn has ended.
        Some(words.turn_runs)
    } else {
        None
    };
    if let Some(refused) = refused {
        state.timeline.edits.notice = Some(refused.into());
        return Vec::new();
    }
    let Some(at) = moment(state, item) else {
        let why = editing::refused(state.language, EditRefusal::BehindEnd);
        state.timeline.edits.notice = Some(why.into());
        return Vec::new();
    };
    let edit = Edit::Insert { name: item.filename.clone(), at };
    let mut effects = pending::flush(state);
    effects.extend(if is_busy(state) {
        make_now(state, edit)
    } else {
        pending::wait(state, edit, false, Place::of(&state.timeline))
    });
    effects
}

/// When it would begin; sound has nothing to lie under where the film has ended.
fn moment(state: &State, item: &MediaItem) -> Option<Millis> {
    let Some(draft) = state.timeline.draft() else { return Some(Millis::ZERO) };
    let at = state.timeline.playhead;
    if item.file_type != "audio" {
        return Some(landing(draft, at));
    }
    let end = draft.duration();
    (end.is_zero() || at < end).then_some(at)
}
