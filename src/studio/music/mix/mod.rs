//! From notes to sound: the layers are mixed, put in a room, and brought to the usual loudness.
//!
//! A piece is played block by block, first to measure it and then to be heard. A short one is kept
//! in between; a long one is played again, so that ten minutes take no more room than two.

mod effect;
mod loudness;
mod master;
mod performance;
mod voice;

pub use loudness::Meter;
pub use master::mixdown;
