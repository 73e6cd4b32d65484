//! A picture over the picture: a logo, or one clip in the corner of another.

use super::TextPlace;

/// Where something lies over the picture, and how large and how solid it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inset {
    /// Where.
    pub place: TextPlace,
    /// Percent of the canvas's width.
    pub size: u32,
    /// Percent; 100 hides what is behind it.
    pub opacity: u32,
}
