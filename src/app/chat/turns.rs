//! What the link tells of turns.
//!
//! An answer to a turn that does not run any more is dropped here, in [`told`], and nowhere else.

use crate::link::{Command, TurnEnd, TurnId, Update};
use crate::ui::words;

use super::super::{Effect, State};
use super::choices::suggestions;
use super::say::begin;
use super::state::note;
use super::{Body, Phase, Question, changes};
use crate::link::Speaker;

/// A fact about a turn.
pub(crate) fn told(state: &mut State, id: TurnId, update: Update) -> Vec<Effect> {
    if let Update::TurnStarted(_) = update {
        started(state, id);
        return Vec::new();
    }
    let runs = state.chat.turn.as_ref().is_some_and(|turn| turn.id == id);
    match update {
        Update::TurnEnded(_, end) if runs => ended(state, end),
        Update::TurnEnded(..) => {
            state.chat.queue.retain(|queued| queued.id != id);
            Vec::new()
        }
        _ if !runs => Vec::new(),
        Update::TurnText(_, text) => {
            spoke(state, id, &text);
            Vec::new()
        }
        Update::TurnActivity(_, word) => {
            if let Some(turn) = &mut state.chat.turn {
                turn.activity = Some(word);
            }
            Vec::new()
        }
        Update::TurnQuestion { prompt, options, .. } => {
            state.chat.question = Some(Question { prompt, options });
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Esc: the turn is to stop. What waits behind it comes back into the message box.
pub(crate) fn cancel(state: &mut State) -> Vec<Effect> {
    let chat = &mut state.chat;
    let Some(turn) = &mut chat.turn else { return Vec::new() };
    let first_time = turn.phase != Phase::Cancelling;
    turn.phase = Phase::Cancelling;
    let mut effects = Vec::new();
    let waiting = std::mem::take(&mut chat.queue);
    // From the last to the first, so that none of them begins in between.
    let told = waiting.iter().rev().filter(|queued| queued.told);
    effects.extend(told.map(|queued| Effect::Tell(Command::CancelTurn(queued.id))));
    if first_time {
        effects.push(Effect::Tell(Command::CancelTurn(turn.id)));
    }
    let mut texts: Vec<String> = waiting.into_iter().map(|queued| queued.text).collect();
    if !texts.is_empty() {
        texts.extend(Some(state.message.text()).filter(|text| !text.is_empty()));
        state.message.write(&texts.join("\n"));
    }
    effects
}

fn started(state: &mut State, id: TurnId) {
    let chat = &mut state.chat;
    if let Some(place) = chat.queue.iter().position(|queued| queued.id == id) {
        let queued = chat.queue.remove(place);
        chat.push(state.now, Body::User(queued.text));
        begin(state, id);
    }
    if let Some(turn) = state.chat.turn.as_mut().filter(|turn| turn.id == id)
        && turn.phase == Phase::Sent
    {
        turn.phase = Phase::Running;
    }
}

fn spoke(state: &mut State, id: TurnId, text: &str) {
    let last = state.chat.entries.last_mut().map(|entry| &mut entry.body);
    match last {
        Some(Body::Agent { text: so_far, turn: Some(turn) }) if *turn == id => {
            so_far.push_str(text);
        }
        _ => {
            let body = Body::Agent { text: text.to_owned(), turn: Some(id) };
            state.chat.push(state.now, body);
        }
    }
}

fn ended(state: &mut State, end: TurnEnd) -> Vec<Effect> {
    let before = state.chat.turn.take().and_then(|turn| turn.before);
    match end {
        TurnEnd::Answered => tell_changes(state, before.as_deref()),
        TurnEnd::Silent => {}
        TurnEnd::Cancelled => {
            let stopped = words::of(state.language).turn_stopped.to_owned();
            state.chat.push(state.now, Body::Program(stopped));
        }
        TurnEnd::Failed(problem) => {
            let (what, next) = problem.sentences(state.language);
            state.chat.push(state.now, Body::Problem { what, next });
            return vec![note(state.now, Speaker::Problem, problem.line(state.language))];
        }
    }
    if state.chat.queue.is_empty() && state.chat.question.is_none() {
        state.chat.suggestions = suggestions(state);
    }
    Vec::new()
}

fn tell_changes(state: &mut State, before: Option<&crate::draft::Draft>) {
    let Some(after) = state.timeline.draft() else { return };
    let nothing = crate::draft::Draft::default();
    let lines = changes::lines(state.language, before.unwrap_or(&nothing), after);
    if !lines.is_empty() {
        state.chat.push(state.now, Body::Changes(lines));
    }
}
