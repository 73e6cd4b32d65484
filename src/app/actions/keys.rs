//! Keys in few letters, so that a row of the table stays one line.

use crossterm::event::{KeyCode, KeyModifiers};

use crate::app::Key;

pub(super) const fn k(code: KeyCode) -> Key {
    Key::plain(code)
}

pub(super) const fn shift(code: KeyCode) -> Key {
    Key::with(KeyModifiers::SHIFT, code)
}

pub(super) const fn alt(code: KeyCode) -> Key {
    Key::with(KeyModifiers::ALT, code)
}

pub(super) const fn ctrl(code: KeyCode) -> Key {
    Key::with(KeyModifiers::CONTROL, code)
}
