//! Which keys do what, for this user: the table's own keys, a preset over them, the settings over both.
//!
//! Made once, at the start, and checked then; from there on everything that presses or tells keys (the
//! panes, the footer, the help, the palette, the README's table) asks a [`Keymap`] and nothing else.
//! A key can also begin a [`Sequence`], such as `g g`. Lists that lie over the panes keep the keys of
//! the table (Enter, Esc, the arrows), so that no setting can lock a person into one; what one of them
//! has besides is a row of the table like any other.

mod error;
mod map;
mod pending;
mod preset;
mod sequence;
mod spelling;

pub use error::KeysError;
pub use map::{Keymap, Next, Read};
pub(super) use pending::{Pressed, pressed};
pub use preset::Preset;
pub use sequence::Sequence;
