//! Whether what was asked for by key is in the draft that came back.

use crate::draft::Draft;
use crate::language::edit::Edit;
use crate::ui::words::editing;

use super::super::super::actions::TransportAction;
use super::super::super::{Effect, State, chat};
use super::super::marking;
use super::fact::{facts, holds, instead};

/// A turn that was asked by this sentence has ended. Where a key had asked it, what it should have
/// changed is looked up, and said plainly if it is not so.
pub(crate) fn verify(state: &mut State, sentence: &str, before: Option<&Draft>) -> Vec<Effect> {
    let sent = &mut state.timeline.edits.sent;
    let Some(place) = sent.iter().position(|sent| sent.sentence == sentence) else {
        return Vec::new();
    };
    let sent = sent.drain(..=place).next_back();
    let (Some(sent), Some(before)) = (sent, before) else { return Vec::new() };
    let Some(after) = state.history.now().cloned() else { return Vec::new() };
    let facts = facts(&sent.edit, before);
    let missed = facts.iter().find(|fact| !holds(fact, &after, sent.wanted.as_deref()));
    let Some(missed) = missed else { return done(state, &sent.edit) };
    let nothing = crate::draft::changes(before, &after).is_empty();
    let found = instead(missed, &after);
    let line = editing::not_done(state.language, missed, found.as_deref(), nothing);
    // Who edits by key looks at the film.
    state.timeline.edits.notice = Some(line.clone());
    chat::tell(state, line)
}

/// What lay between in and out point is gone, so they mark nothing any more.
fn done(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if matches!(edit, Edit::Extract { .. }) {
        return marking::act(state, TransportAction::ClearMarks);
    }
    Vec::new()
}
