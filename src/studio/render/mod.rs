//! From a draft to a film.
//!
//! Four steps, each its own folder: sources are looked at ([`footage`]); draft and sources are
//! resolved to what is seen and heard when ([`plan`], pure values); that becomes ffmpeg's arguments
//! ([`graph`], still pure); and only [`job`] runs processes, checks the film and gives it its name.
//! Words are drawn here ([`text`]), not by ffmpeg. Nothing half-done is left behind on any way out;
//! finished pieces of picture stay for a while ([`kept_chunks`]), so that a render is taken up where
//! it was. A look at one moment ([`preview`]) goes the same way for the one frame that is wanted.

mod diagnose;
mod error;
mod estimate;
mod footage;
mod form;
mod graph;
mod job;
mod kept_chunks;
mod kept_film;
mod looks;
mod loud;
mod machine;
mod measured;
mod moves;
mod order;
mod pieces;
mod plan;
mod prepare;
mod preset;
mod preview;
mod problem;
mod progress;
mod splice;
mod squeeze;
mod still;
mod text;
mod turned;
mod verify;
mod work_folder;

pub use error::{Error, Mismatch};
pub use estimate::{Estimate, Span};
pub use footage::Size;
pub use form::Form;
pub use job::{estimate, render};
pub use looks::Looks;
pub use machine::{Encoder, Machine};
pub use order::{Order, Quality, Rendered, Warning, Wish};
pub use preset::{Concern, PRESETS, Preset};
pub use preview::{Glimpse, Moment, glimpse};
pub use progress::{Stage, Told};
pub use squeeze::{TooSmall, check_size};
pub use text::missing_scripts;
