//! Films rendered by the real ffmpeg, judged by decoding them.
//!
//! Sources are made on the spot, each test in a folder of its own. A test fails, saying so, where
//! ffmpeg is not installed.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, its helpers included")]

mod adjusting;
mod backgrounds;
mod backwards;
mod bench;
mod copying;
mod emoji;
mod encoders;
mod estimating;
mod exactness;
mod failures;
mod false_programs;
mod fields;
mod film;
mod form;
mod forms;
mod freezing;
mod handovers;
mod hdr;
mod insets;
mod lettering;
mod long;
mod looking;
mod loudness;
mod memory;
mod moves;
mod moves_above;
mod moves_playing;
mod outputs;
mod pictures;
mod presets;
mod preview;
mod sampling;
mod sound;
mod taking_up;
mod words;
