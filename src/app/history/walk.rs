//! Stepping through the drafts, comparing them, and going back to one.

use std::sync::Arc;

use crate::draft::{Draft, fingerprint, summary};
use crate::language::edit::Edit;
use crate::ui::words::editing;

use super::super::actions::HistoryAction;
use super::super::timeline::send_sentence;
use super::super::{ChangeLine, Effect, State};
use super::compare::lines;
use super::past;
use super::state::Past;

/// What differs between two drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The number of the earlier one.
    pub from: usize,
    /// The number of the later one.
    pub to: usize,
    /// What differs, as a turn tells it.
    pub lines: Vec<ChangeLine>,
}

/// A key.
pub(crate) fn act(state: &mut State, action: HistoryAction) -> Vec<Effect> {
    let history = &mut state.history;
    if history.now().is_none() {
        return Vec::new();
    }
    let seen = history.seen.unwrap_or_else(|| history.last());
    match action {
        HistoryAction::Older => return older(state),
        HistoryAction::Newer => return look_at(state, seen + 1),
        HistoryAction::Compare if history.shown.is_some() => history.shown = None,
        HistoryAction::Compare => compare(state),
        HistoryAction::CompareWith => {
            history.base = Some(seen);
            compare(state);
        }
    }
    past::ask(state)
}

/// The draft before the one that is looked at. Where it is not in memory it may be in the store.
pub(super) fn older(state: &mut State) -> Vec<Effect> {
    let effects = past::ask(state);
    let history = &mut state.history;
    let seen = history.seen.unwrap_or_else(|| history.last());
    if let (0, Past::Asked { older }) = (seen, &mut history.past) {
        *older = true;
        return effects;
    }
    look_at(state, seen.saturating_sub(1));
    effects
}

/// `place` may be one beyond the newest draft, which is then said to be the newest.
fn look_at(state: &mut State, place: usize) -> Vec<Effect> {
    let last = state.history.last();
    let seen = state.history.seen.unwrap_or(last);
    let is_beyond = place > last;
    let place = place.min(last);
    if place == seen {
        let words = editing::of(state.language);
        let end = match (place, state.history.past) {
            _ if is_beyond => words.newest_draft,
            (0, Past::Read { is_cut: true }) => words.older_drafts_gone,
            (0, _) => words.oldest_draft,
            _ => words.newest_draft,
        };
        state.timeline.edits.notice = Some(end.into());
        return Vec::new();
    }
    state.history.seen = (place < last).then_some(place);
    show(state, place);
    compare_again(state);
    Vec::new()
}

fn show(state: &mut State, place: usize) {
    let draft = state.history.at(place).cloned();
    state.timeline.replace(draft);
}

/// Esc. Tells whether there was anything to come back from.
pub(crate) fn back_to_now(state: &mut State) -> bool {
    let was = state.history.is_past() || state.history.shown.is_some();
    if state.history.is_past() {
        state.history.seen = None;
        show(state, state.history.last());
    }
    (state.history.base, state.history.shown) = (None, None);
    was
}

/// A draft was polled. What is looked at stays.
pub(crate) fn polled(state: &mut State, draft: Arc<Draft>) {
    if state.history.now() != Some(&draft) {
        state.media.count(Some(&draft));
    }
    state.history.push(Arc::clone(&draft), state.chat.last_turn);
    if !state.history.is_past() {
        state.timeline.replace(Some(draft));
    }
    compare_again(state);
}

/// A session was opened, or opened again, with this film.
pub(crate) fn restored(state: &mut State, draft: Option<Arc<Draft>>) {
    match draft {
        Some(draft) => polled(state, draft),
        None => {
            state.media.count(None);
            state.timeline.replace(None);
        }
    }
}

/// Finds anew what differs between the draft that is looked at and the one that it is compared with.
fn compare(state: &mut State) {
    let history = &state.history;
    let seen = history.seen.unwrap_or_else(|| history.last());
    // The newest is held against the one before it, which says what the last turn did.
    let is_newest = seen == history.last();
    let other = if is_newest { seen.saturating_sub(1) } else { history.last() };
    let base = history.base.unwrap_or(other);
    let (from, to) = (seen.min(base), seen.max(base));
    let (Some(before), Some(after)) = (history.at(from), history.at(to)) else { return };
    let lines = lines(state.language, before, after);
    let (from, to) = (history.number(from), history.number(to));
    let is_same = history.shown.as_ref().is_some_and(|shown| (shown.from, shown.to) == (from, to));
    if !is_same {
        state.history.top = 0;
    }
    state.history.shown = Some(Comparison { from, to, lines });
}

pub(super) fn compare_again(state: &mut State) {
    if state.history.shown.is_some() {
        compare(state);
    }
}

/// Asks for the draft that is looked at: the studio has it by its mark, anybody else is told what
/// was on it.
pub(crate) fn go_back(state: &mut State) -> Vec<Effect> {
    let Some(place) = state.history.seen else { return Vec::new() };
    let Some(wanted) = state.history.at(place).cloned() else { return Vec::new() };
    let (version, turns) = (state.history.number(place), state.history.turns_ago());
    back_to_now(state);
    let edit = Edit::GoBack { version, mark: fingerprint(&wanted) };
    let sentence = if state.status.backend == "studio" {
        edit.said(state.language)
    } else {
        editing::as_it_was(state.language, turns, &summary(&wanted))
    };
    send_sentence(state, sentence, edit, Some(wanted))
}

/// What differs between the drafts with two numbers.
pub(crate) fn compared(state: &State, one: usize, other: usize) -> Option<Comparison> {
    let history = &state.history;
    let (from, to) = (one.min(other), one.max(other));
    let before = history.at(history.place(from)?)?;
    let after = history.at(history.place(to)?)?;
    Some(Comparison { from, to, lines: lines(state.language, before, after) })
}

/// Asks for the draft with a number. `None` if there is none, or it is the film as it is now.
pub(crate) fn return_to(state: &mut State, number: usize) -> Option<Vec<Effect>> {
    let place = state.history.place(number).filter(|place| *place < state.history.last())?;
    state.history.seen = Some(place);
    Some(go_back(state))
}

/// The film that undo or redo must bring back, where this run knows it.
pub(crate) fn wanted(state: &State, edit: &Edit) -> Option<Arc<Draft>> {
    let history = &state.history;
    history.now().and_then(|now| history.steps.wanted(edit, now))
}

/// A turn has ended: what it changed can be undone.
pub(crate) fn took_turn(state: &mut State, sentence: &str, before: Option<&Arc<Draft>>) {
    let history = &mut state.history;
    if let (Some(before), Some(after)) = (before, history.now().cloned()) {
        history.steps.took(sentence, before, &after);
    }
}
