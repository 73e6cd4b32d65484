//! A key that is pressed: alone, or as the next of a sequence.

use crossterm::event::KeyCode;

use super::super::actions::Action;
use super::super::{Key, State};
use super::Read;

/// What a key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Pressed {
    /// It does this.
    Does(Action),
    /// It went into a sequence: begun, led on, or dropped.
    Taken,
    /// It has no meaning here.
    Unknown,
}

/// Reads a key with those before it, which are kept in the state. Esc drops them, and so does a key
/// that leads nowhere: it does nothing else then, since it was meant as a part of them.
pub(in crate::app) fn pressed(state: &mut State, key: Key) -> Pressed {
    let before = std::mem::take(&mut state.pending);
    if !before.is_empty() && key == Key::plain(KeyCode::Esc) {
        return Pressed::Taken;
    }
    match state.keymap.read(state.focus, &before, key) {
        Read::Does(action) => Pressed::Does(action),
        Read::Begins => {
            state.pending = before;
            state.pending.push(key);
            Pressed::Taken
        }
        Read::Nothing if before.is_empty() => Pressed::Unknown,
        Read::Nothing => Pressed::Taken,
    }
}
