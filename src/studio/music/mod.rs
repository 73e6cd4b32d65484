//! Background music made on the spot: a brief in, a sound file out.
//!
//! ```text
//! Brief -> compose (form, harmony, who plays what) -> Score -> mix (sounds, room, loudness) -> WAV
//! ```
//!
//! Composing is pure and works on paper alone; the sounds are synthesised with fundsp. The same brief
//! gives the same samples on the same kind of machine. A piece fits its length exactly: the tempo
//! bends until whole bars fill it, and the last bar is the ending. It knows nothing of drafts but
//! [`crate::draft::Mood`] and [`crate::draft::Millis`].

mod beats;
mod brief;
mod chance;
mod compose;
mod form;
mod grid;
mod harmony;
mod mix;
mod score;
mod shape;
mod sound;
mod style;
mod styles;
mod wav;

pub use beats::beats;
pub use brief::Brief;
pub(crate) use mix::Meter;
pub(crate) use shape::shape;
pub(crate) use wav::refused;
pub use wav::{render, write_wav};
