//! Editing by key: each edit becomes a sentence to whoever edits the film.
//!
//! ```text
//! key -> edit on the clip under the playhead -> sentence, waiting or sent -> turn -> draft -> checked
//! ```
//!
//! Nothing is changed here: an edit is done when a polled draft shows it, and until then the timeline shows
//! what is expected of it, marked so ([`expected`]). Each waits a moment, in which its sentence is seen and can be taken back; small steps of one kind
//! wait a little longer and go as one sentence. While a turn runs the film is about to change, so keys are held with the place they were pressed
//! at, and carried out one after the other on the drafts that come back.

mod check;
mod expected;
mod export;
mod fact;
mod follow;
mod footage;
mod insert;
mod make;
mod pending;
mod several;
mod state;

use std::sync::Arc;

use crate::draft::{Draft, Millis};
use crate::language::edit::Edit;
use crate::ui::words::editing;

use super::super::actions::EditAction;
use super::super::{Effect, State, chat, history};
use super::entry::Asks;
use super::marking;
use make::{Made, Place};

pub use expected::{Ahead, Expected};
pub use fact::Fact;
pub use pending::Pending;
pub use state::EditState;

pub(crate) use check::verify;
pub(crate) use expected::settle_expected;
pub(crate) use export::{export, export_as};
pub(super) use follow::follow;
pub(crate) use insert::insert;
pub(crate) use pending::{drop_pending, due, flush};

/// More keys than that are not pressed ahead on purpose.
const HELD: usize = 32;

/// What was pressed while something else was under way.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    /// An editing key, and where it was pressed.
    Key(EditAction, Place),
    /// The film is exported when its turn comes.
    Export,
}

/// A sentence that was sent for an edit, until the draft that follows it has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sent {
    sentence: String,
    edit: Edit,
    /// The film that is to come back, where a whole film was asked for.
    wanted: Option<Arc<Draft>>,
    /// Where the playhead stood when it was asked for.
    at: Millis,
    /// The playhead has gone with the clip.
    is_followed: bool,
}

impl Sent {
    /// As if a key had sent it.
    const fn imagined(edit: Edit, at: Millis) -> Self {
        Self { sentence: String::new(), edit, wanted: None, at, is_followed: false }
    }
}

/// An editing key.
pub(crate) fn act(state: &mut State, action: EditAction) -> Vec<Effect> {
    if action == EditAction::Confirm {
        return confirm(state);
    }
    if action == EditAction::Select {
        if !state.timeline.choose() {
            let why = editing::refused(state.language, EditRefusal::NoClip);
            state.timeline.edits.notice = Some(why.into());
        }
        return Vec::new();
    }
    if state.history.is_past() {
        state.timeline.edits.notice = Some(editing::of(state.language).past_refused.into());
        return Vec::new();
    }
    if pending::take_back(state, action) {
        return Vec::new();
    }
    let place = Place::of(&state.timeline);
    let held = Held::Key(action, place);
    if is_busy(state) {
        hold(state, held);
        return Vec::new();
    }
    perform(state, held)
}

/// The film is about to change, or nobody is there to change it.
fn is_busy(state: &State) -> bool {
    state.chat.turn.is_some() || !state.chat.queue.is_empty() || !state.status.has_session()
}

/// Whether there are edits that can be made only when the turn that runs has ended.
pub(crate) fn has_edits_behind_turn(state: &State) -> bool {
    let edits = &state.timeline.edits;
    edits.waiting() > 0 || (edits.pending.is_some() && is_busy(state))
}

fn hold(state: &mut State, held: Held) {
    let edits = &mut state.timeline.edits;
    if edits.held.len() < HELD {
        edits.held.push_back(held);
    } else {
        edits.notice = Some(editing::of(state.language).too_many_held.into());
    }
}

/// It was its turn, and another edit came before: it stays the next one.
fn hold_first(state: &mut State, held: Held) {
    state.timeline.edits.held.push_front(held);
}

fn perform(state: &mut State, held: Held) -> Vec<Effect> {
    let Held::Key(action, place) = held else {
        if state.timeline.edits.pending.is_some() {
            let effects = pending::send(state);
            hold_first(state, held);
            return effects;
        }
        return export::begin(state);
    };
    let cols = crate::ui::lane_cols(state);
    let made = make::make(state, action, place, cols);
    if pending::is_left(state, place) || pending::is_over(state, action, &made) {
        // What is pressed now means the film that the edit before makes.
        let mut effects = pending::send(state);
        if is_busy(state) {
            hold_first(state, held);
        } else {
            effects.extend(perform(state, held));
        }
        return effects;
    }
    match made {
        Made::Nudge(edit) => match footage::refused(state, &pending::all(state, &edit)) {
            Some(why) => {
                state.timeline.edits.notice = Some(why);
                Vec::new()
            }
            None => pending::wait(state, edit, true, place),
        },
        Made::Back => {
            state.timeline.edits.pending = None;
            Vec::new()
        }
        Made::Edit(edit) => pending::wait(state, edit, false, place),
        Made::Refused(why) => {
            state.timeline.edits.notice = Some(editing::refused(state.language, why).into());
            Vec::new()
        }
    }
}

/// An edit that was written and confirmed. One that waits already goes first.
pub(super) fn make_now(state: &mut State, edit: Edit) -> Vec<Effect> {
    let mut effects = pending::send(state);
    let place = Place::of(&state.timeline);
    expect(state, &edit, place);
    effects.extend(say(state, edit, place));
    effects
}

/// Shows what comes of an edit, if it is the next that is carried out.
fn expect(state: &mut State, edit: &Edit, place: Place) {
    if !is_busy(state) {
        let wanted = history::wanted(state, edit);
        expected::expect(state, edit, wanted.as_ref(), place);
    }
}

fn say(state: &mut State, edit: Edit, place: Place) -> Vec<Effect> {
    let sentence = edit.said(state.language);
    let wanted = history::wanted(state, &edit);
    send_from(state, sentence, edit, wanted, place)
}

/// Says a sentence for an edit, and remembers to look whether it was done.
pub(crate) fn send(
    state: &mut State,
    sentence: String,
    edit: Edit,
    wanted: Option<Arc<Draft>>,
) -> Vec<Effect> {
    let place = Place::of(&state.timeline);
    if wanted.is_some() && !is_busy(state) {
        expected::expect(state, &edit, wanted.as_ref(), place);
    }
    send_from(state, sentence, edit, wanted, place)
}

fn send_from(
    state: &mut State,
    sentence: String,
    edit: Edit,
    wanted: Option<Arc<Draft>>,
    place: Place,
) -> Vec<Effect> {
    let at = place.playhead;
    let sent = Sent { sentence: sentence.clone(), edit, wanted, at, is_followed: false };
    state.timeline.edits.sent.push(sent);
    let tab = state.tab;
    let effects = chat::say(state, sentence);
    // An edit by key leaves the eye where it is.
    state.tab = tab;
    effects
}

/// Enter: what waits goes; in the past it leads back there; on a text its words are written anew.
fn confirm(state: &mut State) -> Vec<Effect> {
    if state.timeline.edits.pending.is_some() {
        return pending::send(state);
    }
    if state.history.is_past() {
        if is_busy(state) {
            state.timeline.edits.notice = Some(editing::of(state.language).turn_runs.into());
            return Vec::new();
        }
        return history::go_back(state);
    }
    if is_busy(state) {
        return Vec::new();
    }
    match make::words(state, Place::of(&state.timeline)) {
        Some((clip, words)) => marking::open(state, Asks::Words(clip), words),
        None => {
            let why = make::Refusal::NoWords;
            state.timeline.edits.notice = Some(editing::refused(state.language, why).into());
        }
    }
    Vec::new()
}

/// A turn has ended: keys that were held are carried out, as far as no other turn begins.
pub(crate) fn go_on(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while !is_busy(state)
        && let Some(held) = state.timeline.edits.held.pop_front()
    {
        effects.extend(perform(state, held));
    }
    effects
}

/// A turn has failed or was stopped: what was pressed in the belief that it would not be is not done.
pub(crate) fn give_up(state: &mut State) {
    export::give_up(state);
    let edits = &mut state.timeline.edits;
    edits.sent.clear();
    if !edits.held.is_empty() {
        edits.held.clear();
        edits.notice = Some(editing::of(state.language).held_dropped.into());
    }
}

pub use make::Refusal as EditRefusal;
