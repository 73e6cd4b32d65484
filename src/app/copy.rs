//! Links to the work in a browser, told in the conversation and copied by key; and what is said of a
//! copy: by which way it went, and never that it has arrived, which no terminal tells.

use crate::terminal::Clipboard;
use crate::ui::text::addresses;
use crate::ui::words::choosing;

use super::chat::{self, Body};
use super::{Effect, Focus, State};

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
    send(state, address)
}

/// Puts a text into the clipboard, and says in the conversation by which way.
pub(super) fn send(state: &mut State, text: String) -> Vec<Effect> {
    if !Clipboard::takes(&text) {
        return chat::tell(state, choosing::too_long(state.language).to_owned());
    }
    let line = choosing::copied(state.language, state.look.clipboard, &text);
    state.chat.push(state.now, Body::Program(line));
    vec![Effect::Copy(text)]
}

/// tmux took a text, or did not; then it goes as OSC 52, which is said as well.
pub(super) fn handed_to_tmux(state: &mut State, handed: Result<(), String>) -> Vec<Effect> {
    let line = choosing::tmux_said(state.language, handed.is_ok()).to_owned();
    if state.focus == Focus::Chat && state.chat.told_below.is_some() {
        state.chat.told_below = Some(line);
    } else {
        state.chat.push(state.now, Body::Program(line));
    }
    handed.err().map(Effect::CopyByEscape).into_iter().collect()
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
