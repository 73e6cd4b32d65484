//! What music is wanted.

use crate::draft::{Millis, Mood};

/// What music is wanted. The same brief gives the same sound, sample for sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Brief {
    /// Which mood.
    pub mood: Mood,
    /// Chooses among the pieces of that mood.
    pub seed: u64,
    /// Beats a minute; as usual in that mood where none.
    pub tempo: Option<u32>,
    /// How long; the piece ends with it, not before and not cut off.
    pub length: Millis,
}
