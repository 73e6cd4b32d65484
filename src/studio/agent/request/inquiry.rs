//! What somebody wants to know: `how loud is the music`, `第二段多长`.

use super::super::words::Question;
use super::Reference;

/// What somebody wants to know, and of what.
#[derive(Debug, Clone, PartialEq)]
pub struct Inquiry {
    /// What.
    pub question: Question,
    /// Of these pieces; of the film where nothing is named.
    pub of: Vec<Reference>,
    /// Of the music.
    pub music: bool,
    /// Of the words on the picture.
    pub words: bool,
}
