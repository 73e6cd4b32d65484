//! The notes of a piece, before any of them sounds.

use super::grid::{Grid, Tick};
use super::harmony::Pitch;
use super::style::Style;

/// One note of one layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Note {
    /// When it is struck.
    pub start: Tick,
    /// When it is let go.
    pub end: Tick,
    /// Which note; drums have one pitch only.
    pub pitch: Pitch,
    /// How hard it is struck, 0 to 1.
    pub strength: f32,
    /// Who plays it, counted in the style's layers.
    pub layer: usize,
}

/// A piece on paper.
#[derive(Debug)]
pub struct Score {
    /// Its time.
    pub grid: Grid,
    /// Its mood.
    pub style: &'static Style,
    /// Its notes, the earliest first.
    pub notes: Vec<Note>,
    /// Where the ending begins.
    pub ending: Tick,
}
