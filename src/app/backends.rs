//! Which backend does the work: the choice, the question before the first use of a server elsewhere,
//! and the change from one to the other.
//!
//! Nothing is ordered before the question has its answer. A change takes the conversation off the
//! screen at once, so that no word said in between can go to the wrong place: what is said until the
//! new session is open waits for it.

use std::path::{Path, PathBuf};

use crate::language::Problem;
use crate::link::{Backend, Command, SessionChoice};
use crate::ui::words::choosing;

use super::actions::{self, Action, AppAction, MessageAction};
use super::chat::{self, Body, ChatState};
use super::{Connection, Effect, Focus, Key, MediaState, State, TimelineState};

/// What can be chosen, and what stands in the way of keeping the choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Backends {
    /// The cloud as this program reaches it.
    pub cloud: Backend,
    /// The user has agreed to the cloud, or need not be asked.
    pub agreed: bool,
    /// What decides at the start over the settings file, if anything does.
    pub decided: Option<Decided>,
}

/// A decision that the settings file cannot change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The flag or the variable of the environment.
    pub by: &'static str,
    /// The backend that it names.
    pub backend: String,
}

/// The places where a film can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On this machine.
    Studio,
    /// On the service's machines.
    Cloud,
}

impl Place {
    /// Both, the one without conditions first.
    pub const ALL: [Self; 2] = [Self::Studio, Self::Cloud];
}

impl Backends {
    /// The backend of a place.
    #[must_use]
    pub fn at(&self, place: Place) -> Backend {
        match place {
            Place::Studio => Backend::Studio,
            Place::Cloud => self.cloud.clone(),
        }
    }
}

/// The question before the first use of a server elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Which server.
    pub backend: Backend,
    /// Which session is to be opened there.
    pub session: SessionChoice,
    /// The answer that Enter gives now.
    pub answer: Answer,
}

/// An answer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nothing is sent. The first one, so that keys typed ahead send nothing.
    #[default]
    Stay,
    /// Use it.
    Accept,
}

/// Chooses a place for the film; asks before the first use of one elsewhere.
pub(super) fn choose(state: &mut State, place: Place) -> Vec<Effect> {
    choose_session(state, place, SessionChoice::New)
}

/// The same for a session there.
pub(super) fn choose_session(
    state: &mut State,
    place: Place,
    session: SessionChoice,
) -> Vec<Effect> {
    let backend = state.backends.at(place);
    if backend.name() == state.status.backend {
        return Vec::new();
    }
    if state.chat.turn.is_some() || state.jobs.any_running() {
        let later = choosing::of(state.language).choose_later.to_owned();
        return chat::tell(state, later);
    }
    if place == Place::Cloud && !state.backends.agreed {
        state.asked = Some(Asked { backend, session, answer: Answer::default() });
        return Vec::new();
    }
    change_and_keep(state, backend, session)
}

/// The link waits for an answer before it reaches a server.
pub(super) fn needed(state: &mut State, backend: Backend, session: SessionChoice) -> Vec<Effect> {
    state.status.connection = Connection::Asking;
    state.asked = Some(Asked { backend, session, answer: Answer::default() });
    Vec::new()
}

/// A key while the question is open.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let Some(asked) = state.asked.as_mut() else { return Vec::new() };
    match actions::find(Focus::Message, key) {
        Some(Action::Message(MessageAction::Up)) => asked.answer = Answer::Stay,
        Some(Action::Message(MessageAction::Down)) => asked.answer = Answer::Accept,
        Some(Action::Message(MessageAction::Send)) => return answer(state),
        Some(Action::App(AppAction::Stop | AppAction::Interrupt)) => {
            asked.answer = Answer::Stay;
            return answer(state);
        }
        _ => {}
    }
    Vec::new()
}

fn answer(state: &mut State) -> Vec<Effect> {
    let Some(Asked { backend, session, answer }) = state.asked.take() else { return Vec::new() };
    let at_start = state.status.connection == Connection::Asking;
    if answer == Answer::Accept && backend == state.backends.cloud {
        state.backends.agreed = true;
    }
    match (answer, at_start) {
        (Answer::Accept, false) => change_and_keep(state, backend, session),
        // What was decided for this start is not kept, and what is kept need not be again.
        (Answer::Accept, true) => change(state, backend, session),
        (Answer::Stay, true) => change(state, Backend::Studio, SessionChoice::New),
        (Answer::Stay, false) => Vec::new(),
    }
}

/// Leaves for another backend, and keeps the choice unless something decides for another one at every
/// start.
fn change_and_keep(state: &mut State, backend: Backend, session: SessionChoice) -> Vec<Effect> {
    let name = backend.name().to_owned();
    let mut effects = change(state, backend, session);
    match &state.backends.decided {
        Some(decided) if decided.backend != name => {
            let line = choosing::choice_not_kept(state.language, &name, decided.by);
            state.chat.push(state.now, Body::Program(line));
        }
        _ => effects.push(Effect::KeepBackend(name)),
    }
    effects
}

fn change(state: &mut State, backend: Backend, session: SessionChoice) -> Vec<Effect> {
    if state.status.connection != Connection::Asking {
        // What waits was written for the place that is left.
        chat::take_queue_back(state);
    }
    let queue = std::mem::take(&mut state.chat.queue);
    let first = !state.status.has_session();
    let said = if first { std::mem::take(&mut state.chat.entries) } else { Vec::new() };
    let last_turn = state.chat.last_turn;
    state.chat = ChatState { entries: said, queue, last_turn, ..ChatState::default() };
    state.timeline = TimelineState::default();
    state.jobs.leave();
    state.media = MediaState::default();
    state.status.session = None;
    state.status.credits = None;
    state.status.connection = Connection::Connecting;
    backend.name().clone_into(&mut state.status.backend);
    vec![Effect::Tell(Command::SwitchBackend { backend: Box::new(backend), session })]
}

/// The choice was written down, or was not.
pub(super) fn kept(state: &mut State, kept: Result<PathBuf, Problem>) -> Vec<Effect> {
    let backend = state.status.backend.clone();
    let body = match kept {
        Ok(path) => {
            let path = at_home(&path, state.home.as_deref());
            Body::Program(choosing::choice_kept(state.language, &backend, &path))
        }
        Err(problem) => {
            let what = problem.sentences(state.language).0;
            Body::Problem { what, next: choosing::of(state.language).choice_this_run.to_owned() }
        }
    };
    state.chat.push(state.now, body);
    Vec::new()
}

/// A path as people know it: `~` for their home.
pub(super) fn at_home(path: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}
