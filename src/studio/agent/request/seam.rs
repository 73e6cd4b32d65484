//! How pieces take over from each other, and how picture and sound come and go, as it is asked for.

use super::Reference;
use crate::draft::Millis;

/// Which transition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Style {
    /// Not said.
    Unsaid,
    /// This one, by the name that drafts use.
    Named(&'static str),
    /// A plain cut.
    None,
}

/// Which seams between pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seam {
    /// All of them, or those between the pieces named.
    Between,
    /// The one before the piece named.
    Before,
    /// The one after the piece named.
    After,
    /// The one that lies there.
    At(Millis),
    /// Those that are more than a cut already; all, where none is.
    There,
}

/// What fades.
#[derive(Debug, Clone, PartialEq)]
pub enum Fading {
    /// The picture of the whole film.
    Film,
    /// The music.
    Music,
    /// One piece.
    Piece(Reference),
}

/// Where something fades.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// At the start.
    pub rise: bool,
    /// At the end.
    pub fall: bool,
    /// Whether the fades are wanted or to go.
    pub wanted: bool,
}
