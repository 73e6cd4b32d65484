//! The event stream of a turn, in three layers: bytes to [`Frames`], frame to [`Event`], event to
//! what the link [tells](Tell).
//!
//! All three are pure: they can be cut anywhere, replayed and tested without a network. What is not
//! known is logged and passed over, never fatal; only a line that no honest server would send ends
//! the stream.

mod adk;
mod apology;
mod question;
mod recap;
mod simple;
mod telling;
mod typed;

pub use super::wire::frames::{Frame, Frames};
pub use question::Question;
pub use telling::{Tell, Teller};
pub use typed::{Event, Piece, read};
