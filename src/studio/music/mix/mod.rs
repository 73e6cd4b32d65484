//! From notes to sound: the layers are mixed, put in a room, and brought to the usual loudness.
//!
//! A piece is never whole in memory. It is played once to measure it and once more to be heard,
//! block by block, so that ten minutes take no more room than ten seconds.

mod effect;
mod loudness;
mod master;
mod performance;
mod voice;

pub use master::mixdown;
