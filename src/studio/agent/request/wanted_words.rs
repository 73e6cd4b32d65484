//! What is wanted of words on the picture: which, where, when and how they look.

use super::{Dress, Reference, Which};
use crate::draft::{Millis, TextPlace};

/// Words to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct NewText {
    /// The words.
    pub words: String,
    /// Where on the picture.
    pub place: TextPlace,
    /// When.
    pub when: When,
    /// What they are to look like.
    pub dress: Dress,
    /// What becomes of words that are there already and say just that; none where new ones are asked for.
    pub there: Option<Box<TextChange>>,
}

/// When something is seen.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum When {
    /// Not said.
    #[default]
    Unsaid,
    /// From one moment to another.
    Span(Millis, Millis),
    /// From a moment on, perhaps for so long.
    From(Millis, Option<Millis>),
    /// For so long.
    Lasting(Millis),
    /// To a moment, from when they are seen already.
    Until(Millis),
    /// At the film's start, perhaps for so long.
    Start(Option<Millis>),
    /// At the film's end, perhaps for so long.
    End(Option<Millis>),
    /// Throughout.
    Whole,
    /// While a piece is seen.
    During(Reference),
    /// Between two moments; what is not said stays.
    Between(Option<Bound>, Option<Bound>),
    /// So much longer than now.
    Longer(Millis),
    /// So much shorter.
    Shorter(Millis),
    /// So many times as long.
    Times(f64),
    /// As long, and so much later.
    Later(Millis),
    /// As long, and so much earlier.
    Earlier(Millis),
    /// Not said, as one of several texts of a sentence that follow each other.
    Shared { nth: usize, of: usize },
}

/// A side of the time in which something is seen or heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Bound {
    /// A moment of the film.
    At(Millis),
    /// So long before the film's end.
    BeforeEnd(Millis),
    /// When a piece begins.
    Start(Reference),
    /// When a piece is over.
    End(Reference),
}

/// Which words on the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct TextTarget {
    /// Those that say this.
    pub words: Option<String>,
    /// Those of this sort.
    pub place: Option<TextPlace>,
    /// Which of them.
    pub which: Which,
}

/// What becomes of words on the picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextChange {
    /// Other words.
    pub words: Option<String>,
    /// Another place.
    pub place: Option<TextPlace>,
    /// Another time.
    pub when: When,
    /// Another look.
    pub dress: Dress,
    /// What becomes of it where there are no such words yet.
    pub absent: Absent,
}

/// What becomes of new wording where there are no words of that sort yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Absent {
    /// It is told: something that is there was to be changed.
    #[default]
    Told,
    /// `make the title \"Hello\"`: then there is one.
    Added,
}
