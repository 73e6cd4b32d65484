//! Text as cells: what may be drawn, how wide it is, where it breaks.
//!
//! Pure functions over strings. Every text from outside (agent, files, server) passes [`clean`] on
//! its way to a cell, so nothing in it can reach the terminal as control. Widths are ratatui's own,
//! by grapheme, so what is measured here is what is drawn.

mod address;
mod clip;
mod prose;
mod table;
mod wrap;

pub use address::addresses;
pub use clip::{clip, clip_middle, pad_left, pad_right};
pub use prose::{Prose, Row, Run, Tone, plain_rows, rows};
pub use wrap::{break_rows, is_plain, width};

pub use crate::language::clean;
