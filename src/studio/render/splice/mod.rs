//! Untouched H.264 goes into a film as it is, without decoding: only what lies around its cuts is
//! encoded anew.
//!
//! [`copies`] finds the stretches of a plan that show a source as it is and lie between places where
//! its stream can be opened and closed; everything else is rendered as usual. [`write()`] then puts
//! copied stretches and rendered pieces into one stream, picture by picture: the tables of the
//! sources say which bytes are which picture ([`track`]). A piece from elsewhere has parameter sets
//! of its own; the joined stream names all of them, told apart by their numbers ([`sets`]), so any
//! decoder plays it. ffmpeg's own ways of joining keep only the first piece's sets.

mod atoms;
mod copies;
mod counted;
mod sets;
mod track;
mod write;

pub(super) use copies::{Copy, copies};
pub(super) use counted::{Counted, counted};
pub(super) use write::{Part, write};

/// The number under which encoded pieces keep their parameter sets in a film that also has copied
/// ones. Cameras and encoders begin to count at zero and seldom go on.
pub(super) const OWN_SETS: u32 = 21;
