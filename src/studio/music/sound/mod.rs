//! The instruments: every sound of every note, synthesised with fundsp.
//!
//! A sound and a pitch come in, a graph of oscillators, filters and envelopes goes out. A note is
//! rendered once and then struck as often as the score asks ([`bank`]), so that the cost of a piece
//! does not grow with its repetitions.

pub mod bank;
mod basses;
mod drums;
mod keys;
mod noises;
mod pads;
mod timbre;
mod voices;

pub use drums::Kick;
pub use timbre::Sound;
