//! The files of a session: what they are, and how they come in.
//!
//! Bytes arrive from a stream whose sender is not trusted, and a [`Media`] that certainly decodes
//! comes out: [`Incoming`] keeps the bytes beside their final place while it counts and hashes them,
//! [`probe()`] judges the whole file by its content, and [`safe_name`] makes a name that stays where
//! it is put. Which session a file belongs to and where it finally lies is written in
//! [`library`](crate::studio::library).
//!
//! A file is judged damaged when its container ends early (MP4, MOV, WebP, JPEG) or when no first
//! frame of picture or sound can be decoded. Damage further on is found by the render, which goes on
//! with what can be read.

mod decode;
mod error;
mod incoming;
mod item;
mod kept;
mod lying;
mod moving_webp;
mod name;
mod probe;
mod report;
mod subtitles;
mod thumbnail;
mod upright;
mod waveform;
mod whole;

pub use error::Error;
pub(crate) use error::write_problem;
pub use incoming::{Arrived, Incoming, remove_abandoned};
pub use item::Media;
pub use lying::lying;
pub use name::{numbered, safe_name};
pub use probe::{Facts, probe};
pub use subtitles::{Cue, Subtitles};
pub use thumbnail::thumbnail;
pub use waveform::{PEAKS_PER_SECOND, music_waveform, waveform};
