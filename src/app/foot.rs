//! What the program says while the conversation is not seen: it stands in the bottom line until the next key.

use super::{Body, State};

/// Takes the last of what the program has said since there were so many entries, where nobody sees it.
pub(super) fn note(state: &mut State, before: usize) {
    let Some(said) = state.chat.entries.get(before..).and_then(<[_]>::last) else { return };
    // What was said in an earlier run is read when somebody looks for it.
    if said.at != state.now.wall || !state.areas().chat.is_empty() {
        return;
    }
    match &said.body {
        Body::Program(line) => state.foot = Some(line.clone()),
        Body::Problem { what, next } => state.foot = Some(format!("{what} {next}")),
        Body::User(_) | Body::Agent { .. } | Body::Changes(_) => {}
    }
}
