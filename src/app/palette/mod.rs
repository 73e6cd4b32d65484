//! The list of everything that can be done, searched by name.
//!
//! Every row of the table of actions is in it once, and the two places where a film can be made. What
//! makes no sense now is listed all the same, says so, and does nothing: a person who looks for a word
//! learns that the program knows it. So are edits that are said and not pressed, and settings. Searching happens in the update, at each letter, never while
//! drawing.

mod elsewhere;
mod entries;
mod search;
mod state;

pub use elsewhere::{Sentence, Setting};
pub use entries::{PaletteEntry, Pick};
pub use search::Found;
pub use state::{Listing, PaletteState};

pub(super) use entries::is_possible;
pub(super) use state::{do_listed, found, open, open_backends, open_themes, pasted, pressed, step};
