//! The list of sessions: found by a few letters, gone on with, named, removed.
//!
//! The link tells the list; until it has come the list says so. Nothing of it is guessed: a name or a
//! removal is seen when the link tells the list anew.

use std::sync::Arc;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::link::{Command, ListedSession, SessionChoice, SessionName, SessionSummary, Used};
use crate::ui::words::{choosing, sessions as words};

use super::actions::{self, Action, AppAction, List, MessageAction, SessionsAction};
use super::{Effect, Focus, Key, Place, State, backends, chat, listing};

/// The open list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SessionsState {
    /// What is searched for.
    pub query: String,
    /// All of them, the one used last first; nothing until the link has told.
    pub all: Option<Arc<Vec<ListedSession>>>,
    /// The places of those that fit, the best first.
    pub found: Vec<usize>,
    /// The line that the keys mean.
    pub chosen: usize,
    /// What is being done with it.
    pub doing: Doing,
}

/// What is being done with the chosen session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Doing {
    /// Nothing yet: letters search.
    #[default]
    Looking,
    /// It gets this name.
    Naming(String),
    /// Whether it is to be removed is asked.
    Removing,
    /// Whether the studio is to remove its film as well is asked.
    RemovingFilm,
}

impl SessionsState {
    /// The chosen session.
    #[must_use]
    pub fn chosen(&self) -> Option<&ListedSession> {
        self.all.as_ref()?.get(*self.found.get(self.chosen)?)
    }

    /// Searches again, with the best line chosen. Without letters everything fits, in its order. What
    /// is found by its title stands before what is found by where and how it is made.
    fn look(&mut self) {
        let all = self.all.as_deref().map_or(&[][..], Vec::as_slice);
        let pattern =
            |kind| Pattern::new(&self.query, CaseMatching::Ignore, Normalization::Smart, kind);
        let (by_title, by_place) = (pattern(AtomKind::Fuzzy), pattern(AtomKind::Substring));
        let (mut matcher, mut buffer) = (Matcher::new(Config::DEFAULT), Vec::new());
        let fit = |(place, listed): (usize, &ListedSession)| {
            let SessionSummary { title, backend, profile, id, .. } = &listed.summary;
            let title = by_title.score(Utf32Str::new(title, &mut buffer), &mut matcher);
            if let Some(score) = title {
                return Some(((true, score), place));
            }
            let words = format!("{backend} {profile} {id}");
            let score = by_place.score(Utf32Str::new(&words, &mut buffer), &mut matcher)?;
            Some(((false, score), place))
        };
        let mut found: Vec<_> = all.iter().enumerate().filter_map(fit).collect();
        found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        self.found = found.into_iter().map(|(_, place)| place).collect();
        self.chosen = 0;
    }

    fn last(&self) -> usize {
        self.found.len().saturating_sub(1)
    }
}

/// Opens the list and asks for what is in it.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    state.sessions = Some(SessionsState::default());
    vec![Effect::Tell(Command::ListSessions)]
}

/// The link tells the list.
pub(super) fn told(state: &mut State, listed: Arc<Vec<ListedSession>>) -> Vec<Effect> {
    if let Some(sessions) = &mut state.sessions {
        let chosen = sessions.chosen;
        sessions.all = Some(listed);
        sessions.look();
        sessions.chosen = chosen.min(sessions.last());
        sessions.doing = Doing::Looking;
    }
    Vec::new()
}

/// Does something with the chosen session; without the list, opens it, where the session is chosen.
pub(super) fn act(state: &mut State, action: SessionsAction) -> Vec<Effect> {
    if action == SessionsAction::New {
        return leave_for(state, None);
    }
    let Some(sessions) = state.sessions.as_mut() else { return open(state) };
    match action {
        SessionsAction::Name => begin_to_name(sessions),
        SessionsAction::Remove => ask_to_remove(state),
        SessionsAction::New => {}
    }
    Vec::new()
}

/// A key while the list is open.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let own = state.keymap.find_over(List::Sessions, key);
    let Some(sessions) = state.sessions.as_mut() else { return Vec::new() };
    let action = actions::find(Focus::Message, key);
    if matches!(action, Some(Action::App(AppAction::Stop | AppAction::Interrupt))) {
        return step_back(state);
    }
    let is_sent = action == Some(Action::Message(MessageAction::Send));
    match &mut sessions.doing {
        Doing::Looking => return in_list(state, key, own.or(action)),
        Doing::Naming(_) | Doing::Removing | Doing::RemovingFilm if is_sent => {
            return carry_out(state);
        }
        Doing::Naming(name) => {
            listing::edit(name, key, action);
        }
        Doing::Removing if own == Some(Action::Sessions(SessionsAction::Remove)) => {
            ask_to_remove_film(state);
        }
        Doing::Removing | Doing::RemovingFilm => {}
    }
    Vec::new()
}

fn in_list(state: &mut State, key: Key, action: Option<Action>) -> Vec<Effect> {
    let page = usize::from(state.size.height.saturating_sub(6)).max(1);
    let Some(sessions) = state.sessions.as_mut() else { return Vec::new() };
    match action {
        Some(Action::Sessions(action)) => return act(state, action),
        Some(Action::Message(MessageAction::Send)) => return go_on(state),
        Some(Action::App(AppAction::Sessions)) => state.sessions = None,
        action => {
            let (chosen, last) = (sessions.chosen, sessions.last());
            let moved = action.and_then(|action| listing::moved(chosen, last, action, page));
            if let Some(chosen) = moved {
                sessions.chosen = chosen;
            } else if listing::edit(&mut sessions.query, key, action) {
                sessions.look();
            }
        }
    }
    Vec::new()
}

/// Pasted words are searched for, or are the name.
pub(super) fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(sessions) = state.sessions.as_mut() else { return Vec::new() };
    let line = text.lines().next().unwrap_or_default();
    match &mut sessions.doing {
        Doing::Naming(name) => name.push_str(line),
        Doing::Looking => {
            sessions.query.push_str(line);
            sessions.look();
        }
        Doing::Removing | Doing::RemovingFilm => {}
    }
    Vec::new()
}

/// Esc: out of what is being done, then out of the list.
fn step_back(state: &mut State) -> Vec<Effect> {
    match state.sessions.as_mut() {
        Some(sessions) if sessions.doing != Doing::Looking => sessions.doing = Doing::Looking,
        _ => state.sessions = None,
    }
    Vec::new()
}

fn begin_to_name(sessions: &mut SessionsState) {
    if let Some(title) = sessions.chosen().map(|listed| listed.summary.title.clone()) {
        sessions.doing = Doing::Naming(title);
    }
}

fn ask_to_remove(state: &mut State) {
    let current = state.sessions.as_ref().and_then(SessionsState::chosen);
    let free = current.is_some_and(|listed| is_free(state, listed));
    if let Some(sessions) = state.sessions.as_mut().filter(|_| free) {
        sessions.doing = Doing::Removing;
    }
}

fn ask_to_remove_film(state: &mut State) {
    let can = can_remove_film(state);
    if let Some(sessions) = state.sessions.as_mut().filter(|_| can) {
        sessions.doing = Doing::RemovingFilm;
    }
}

/// Whether the chosen session's film lies in the studio of this run.
#[must_use]
pub fn can_remove_film(state: &State) -> bool {
    let chosen = state.sessions.as_ref().and_then(SessionsState::chosen);
    chosen.is_some_and(|listed| is_in_studio(state, &listed.summary))
}

/// Whether a session's film lies in the studio of this run.
pub(super) fn is_in_studio(state: &State, summary: &SessionSummary) -> bool {
    let studio = state.backends.at(Place::Studio);
    let studio = studio.name();
    state.status.backend == studio && summary.backend == studio
}

/// Whether nobody uses a session, this program included.
#[must_use]
pub fn is_free(state: &State, listed: &ListedSession) -> bool {
    listed.used == Used::No && !is_current(state, &listed.summary)
}

/// Whether it is the session on the screen.
#[must_use]
pub fn is_current(state: &State, summary: &SessionSummary) -> bool {
    let session = state.status.session.as_ref();
    session.is_some_and(|open| open.id == summary.id && open.backend == summary.backend)
}

fn carry_out(state: &mut State) -> Vec<Effect> {
    let Some(sessions) = state.sessions.as_mut() else { return Vec::new() };
    let doing = std::mem::take(&mut sessions.doing);
    let Some(summary) = sessions.chosen().map(|listed| &listed.summary) else { return Vec::new() };
    let session = SessionName { backend: summary.backend.clone(), id: summary.id.clone() };
    let order = match doing {
        Doing::Looking => return Vec::new(),
        Doing::Naming(name) => Command::NameSession { session, name },
        Doing::Removing => Command::RemoveSession(session),
        Doing::RemovingFilm => Command::RemoveFilm(session),
    };
    vec![Effect::Tell(order)]
}

/// Goes on with the chosen session.
fn go_on(state: &mut State) -> Vec<Effect> {
    let chosen = state.sessions.as_ref().and_then(SessionsState::chosen);
    let Some(summary) = chosen.map(|listed| listed.summary.clone()) else { return Vec::new() };
    if is_current(state, &summary) {
        state.sessions = None;
        return Vec::new();
    }
    leave_for(state, Some((&summary.backend, &summary.id)))
}

/// Whether nothing would be cut short.
pub(super) fn may_leave(state: &State) -> bool {
    state.chat.turn.is_none() && !state.jobs.any_running()
}

/// Leaves for a session, or for a new one, unless a turn would be cut short by it.
pub(super) fn leave_for(state: &mut State, session: Option<(&str, &str)>) -> Vec<Effect> {
    state.sessions = None;
    if !may_leave(state) {
        let later = choosing::of(state.language).choose_later.to_owned();
        return chat::tell(state, later);
    }
    let Some((name, id)) = session else {
        return vec![Effect::Tell(Command::Switch(SessionChoice::New))];
    };
    let choice = SessionChoice::Id(id.to_owned());
    if name == state.status.backend {
        return vec![Effect::Tell(Command::Switch(choice))];
    }
    let place = Place::ALL.into_iter().find(|place| {
        let backend = state.backends.at(*place);
        backend.name() == name
    });
    match place {
        Some(place) => backends::choose_session(state, place, choice),
        None => {
            let line = words::unreachable(state.language, name);
            chat::tell(state, line)
        }
    }
}
