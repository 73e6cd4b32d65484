//! The drafts of the store: asked for once, the first time that somebody goes back or compares.

use crate::link::{Command, PastFilm};

use super::super::{Effect, State};
use super::state::Past;
use super::walk::{compare_again, older};

/// Asks for them, unless that was done.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    if state.history.past != Past::Unread || !state.status.has_session() {
        return Vec::new();
    }
    state.history.past = Past::Asked { older: false };
    vec![Effect::Tell(Command::ListDrafts)]
}

/// They have come. Who stood at the oldest draft and wanted the one before it sees that now.
pub(crate) fn told(state: &mut State, film: &PastFilm) -> Vec<Effect> {
    let Past::Asked { older: wants_older } = state.history.past else { return Vec::new() };
    state.history.put_before(&film.drafts, film.gone);
    compare_again(state);
    if wants_older { older(state) } else { Vec::new() }
}
