//! The studio's agent: a sentence and a film in, words and a changed film out.
//!
//! Text → requests → operations → draft, each a pure step. Nothing here reads a file, a clock or the
//! network, and everything that an answer claims is read off the change itself.

use crate::draft::Draft;
use crate::language::Language;
use crate::studio::media::Media;

/// What a turn starts from, and what it leaves behind.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// The film.
    pub draft: Draft,
    /// What it was before, oldest first, and what was undone, newest first.
    pub history: History,
    /// The session's files, in the order in which they came.
    pub media: Vec<Media>,
    /// The language of the session, for sentences that do not show one.
    pub language: Language,
}

/// Earlier and undone films.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// What undo goes back to; the last one first.
    pub past: Vec<Draft>,
    /// What redo goes forward to; the last one first.
    pub future: Vec<Draft>,
}

/// What a turn said and did.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The words, in the language of the sentence. Never empty.
    pub text: String,
    /// Whether the film in the scene is another one now.
    pub changed: bool,
}

/// Does what a sentence asks for, as far as it is understood, as one step that can be undone.
pub fn take_turn(_sentence: &str, scene: &mut Scene) -> Answer {
    let _ = &scene.media;
    Answer { text: String::new(), changed: false }
}
