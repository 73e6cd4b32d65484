//! What the link tells of turns.
//!
//! An answer to a turn that does not run any more is dropped here, in [`told`], and nowhere else.

use std::collections::BTreeSet;

use crate::language::Problem;
use crate::link::{Command, TurnEnd, TurnId, Update};
use crate::ui::words;

use super::super::{Effect, Redraw, State, history, timeline};
use super::choices::{offer_again, offer_sentences, suggest};
use super::say::say_next;
use super::{
    Body, Entry, Phase, Question, Turn, Wording, asked, changes, offers, tell, tell_problem,
};

/// A fact about a turn.
pub(crate) fn told(state: &mut State, id: TurnId, update: Update) -> Vec<Effect> {
    let Some(turn) = state.chat.turn.as_mut().filter(|turn| turn.id == id) else {
        return Vec::new();
    };
    if turn.phase == Phase::Sent {
        turn.phase = Phase::Running;
    }
    if matches!(update, Update::TurnText(..) | Update::TurnActivity(..) | Update::TurnStatus(..)) {
        state.redraw = Redraw::Conversation;
    }
    match update {
        Update::TurnOffer(_, offer) => offers::offered(state, offer),
        Update::TurnOriginal(_, words) => was_said(state, id, words),
        Update::TurnActivity(_, word) => (turn.activity, turn.status) = (Some(word), None),
        Update::TurnStatus(_, line) => turn.status = Some(line),
        Update::TurnText(_, text) => {
            turn.status = None;
            spoke(state, id, &text);
        }
        Update::TurnQuestion { prompt, options, allow_multiple, .. } => {
            let marked = allow_multiple.then(BTreeSet::new);
            asked::asked(state, Question { prompt, options, marked });
        }
        Update::TurnSuggestions(_, sentences) => offer_sentences(state, sentences),
        Update::TurnEnded(_, end) => return ended(state, end),
        _ => {}
    }
    Vec::new()
}

/// A message was with the agent when an earlier run ended: its turn runs again, without being sent.
pub(crate) fn look_after(state: &mut State, said: String) {
    state.chat.turn = Some(Turn {
        id: TurnId::BEFORE,
        since: state.now.steady,
        phase: Phase::Running,
        said,
        activity: None,
        status: None,
        before: None,
    });
}

/// Esc: the turn is to stop. What waits behind it comes back into the message box.
pub(crate) fn cancel(state: &mut State) -> Vec<Effect> {
    take_queue_back(state);
    match &mut state.chat.turn {
        Some(turn) if turn.phase != Phase::Cancelling => {
            turn.phase = Phase::Cancelling;
            vec![Effect::Tell(Command::CancelTurn(turn.id))]
        }
        _ => Vec::new(),
    }
}

pub(crate) fn take_queue_back(state: &mut State) {
    let mut texts = std::mem::take(&mut state.chat.queue);
    if !texts.is_empty() {
        texts.extend(Some(state.message.text()).filter(|text| !text.is_empty()));
        state.message.write(&texts.join("\n"));
    }
}

fn spoke(state: &mut State, id: TurnId, text: &str) {
    let last = state.chat.entries.last_mut().map(|entry| &mut entry.body);
    match last {
        Some(Body::Agent { text: so_far, turn: Some(turn), .. }) if *turn == id => {
            so_far.push_str(text);
        }
        _ => answer(state, id, text.to_owned(), None),
    }
}

fn answer(state: &mut State, id: TurnId, text: String, original: Option<String>) {
    let wording = Wording::default();
    state.chat.push(state.now, Body::Agent { text, turn: Some(id), original, wording });
}

/// What the agent said is more than what was shown of it.
fn was_said(state: &mut State, id: TurnId, words: String) {
    let of_turn = |entry: &&mut Entry| matches!(&entry.body, Body::Agent { turn: Some(turn), .. } if *turn == id);
    match state.chat.entries.iter_mut().rev().find(of_turn).map(|entry| &mut entry.body) {
        Some(Body::Agent { original, .. }) => *original = Some(words),
        _ => answer(state, id, String::new(), Some(words)),
    }
}

fn ended(state: &mut State, end: TurnEnd) -> Vec<Effect> {
    let Some(Turn { id, before, said, .. }) = state.chat.turn.take() else { return Vec::new() };
    if id != TurnId::BEFORE {
        state.timeline.show_changes(before.as_deref());
    }
    history::took_turn(state, &said, before.as_ref());
    let mut effects = match end {
        TurnEnd::Answered => {
            tell_changes(state, before.as_deref());
            let mut effects = timeline::verify(state, &said, before.as_deref());
            effects.extend(offers::show(state));
            effects
        }
        TurnEnd::Silent => {
            let mut effects = timeline::verify(state, &said, before.as_deref());
            effects.extend(offers::show(state));
            effects
        }
        TurnEnd::Cancelled => {
            if id != TurnId::BEFORE {
                tell_changes(state, before.as_deref());
            }
            timeline::give_up(state);
            let stopped = words::of(state.language).turn_stopped.to_owned();
            tell(state, stopped)
        }
        TurnEnd::Failed(problem) => {
            // What waits was written in the belief that this would succeed.
            take_queue_back(state);
            timeline::give_up(state);
            match problem {
                Problem::TurnInterrupted => offer_again(state, &said),
                Problem::SessionNotFound { .. } => state.chat.refused = Some(said),
                _ => {}
            }
            tell_problem(state, &problem)
        }
    };
    suggest(state);
    effects.extend(say_next(state));
    effects.extend(timeline::go_on(state));
    effects
}

fn tell_changes(state: &mut State, before: Option<&crate::draft::Draft>) {
    let Some(after) = state.history.now() else { return };
    let nothing = crate::draft::Draft::default();
    let lines = changes::lines(state.language, before.unwrap_or(&nothing), after);
    if !lines.is_empty() {
        state.chat.push(state.now, Body::Changes(lines));
    }
}
