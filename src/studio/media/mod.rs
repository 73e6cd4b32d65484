//! The files of a session: what they are, and where the studio keeps them.

mod item;

pub use item::Media;
