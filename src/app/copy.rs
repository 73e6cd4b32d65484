//! Links to the work in a browser: told in the conversation, and copied by key.

use crate::ui::text::addresses;
use crate::ui::words::choosing;

use super::chat::{self, Body};
use super::{Effect, State};

/// The session opens at another address from now on.
pub(super) fn told(state: &mut State, address: String) -> Vec<Effect> {
    let line = choosing::opens_at(state.language, &address);
    state.chat.push(state.now, Body::Program(line));
    if let Some(session) = &mut state.status.session {
        session.link = Some(address);
    }
    Vec::new()
}

/// Puts the newest link into the clipboard, and says by which way.
pub(super) fn newest_link(state: &mut State) -> Vec<Effect> {
    let Some(address) = newest(state) else {
        let none = choosing::of(state.language).no_link.to_owned();
        return chat::tell(state, none);
    };
    let line = choosing::copied(state.language, state.look.clipboard, &address);
    state.chat.push(state.now, Body::Program(line));
    vec![Effect::Copy(address)]
}

/// The last address that the program told, else the session's own.
pub(super) fn newest(state: &State) -> Option<String> {
    let told = state.chat.entries.iter().rev().find_map(|entry| match &entry.body {
        Body::Program(text) => addresses(text).into_iter().next_back(),
        Body::Problem { what, next } => addresses(next).into_iter().chain(addresses(what)).next(),
        Body::User(_) | Body::Agent { .. } | Body::Changes(_) => None,
    });
    told.or_else(|| state.status.session.as_ref()?.link.clone())
}
