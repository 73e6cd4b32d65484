//! Edits said exactly: one sentence for each, in both languages, and each sentence back into its edit.
//!
//! The editor's keys make these sentences, and whoever edits the film hears them like any other. They
//! name a clip by its number on its track and every time to the millisecond, so that they can be
//! carried out and checked without guessing. Saying and reading use one table ([`wording`]), so that
//! neither can know a sentence that the other does not. [`calls`] makes of the same table what a program
//! can call by name.

mod calls;
mod reading;
mod wording;

use crate::draft::Millis;

pub use calls::{Call, Place, calls};

/// A clip as the screen counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    /// `V1`, `A1`, `T1`.
    pub track: String,
    /// From 1, in the order of the track.
    pub number: usize,
}

/// One of the two ends of a clip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Its first moment.
    Start,
    /// One past its last.
    End,
}

/// What becomes of the time that a clip leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// What follows on the track moves up.
    Close,
    /// Nothing else moves.
    Leave,
}

/// An edit in the terms of the screen. All times are moments of the film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// One clip becomes two.
    Split {
        /// Which clip.
        clip: Clip,
        /// Where.
        at: Millis,
    },
    /// What lies before (or after) a moment of the clip goes.
    Cut {
        /// Which clip.
        clip: Clip,
        /// Which end of it goes.
        side: Side,
        /// Up to (or from) which moment.
        at: Millis,
    },
    /// An end moves by frames: inwards where positive, outwards where negative.
    Trim {
        /// Which clip.
        clip: Clip,
        /// Which end.
        side: Side,
        /// By how many frames.
        frames: i64,
    },
    /// The clip moves by frames: later where positive.
    Shift {
        /// Which clip.
        clip: Clip,
        /// By how many frames.
        frames: i64,
    },
    /// The clip begins then.
    MoveTo {
        /// Which clip.
        clip: Clip,
        /// When.
        at: Millis,
    },
    /// The clip gets another number on its track.
    Place {
        /// Which clip.
        clip: Clip,
        /// Its number afterwards.
        place: usize,
    },
    /// The clip goes.
    Delete {
        /// Which clip.
        clip: Clip,
        /// What becomes of its time.
        gap: Gap,
    },
    /// A stretch of time goes, on every track.
    Extract {
        /// The first moment that goes.
        from: Millis,
        /// The first moment after it that stays.
        to: Millis,
    },
    /// A file of the session comes into the film: pictures in the main track, whose pieces make room,
    /// sound on a track of its own kind.
    Insert {
        /// Which file.
        name: String,
        /// When it begins.
        at: Millis,
    },
    /// The same once more, right after it.
    Duplicate {
        /// Which clip.
        clip: Clip,
    },
    /// How loud it is.
    Volume {
        /// Which clip.
        clip: Clip,
        /// In percent.
        percent: u32,
    },
    /// How long it rises or falls.
    Fade {
        /// Which clip.
        clip: Clip,
        /// At which end.
        side: Side,
        /// For how long.
        length: Millis,
    },
    /// What it says.
    Words {
        /// Which clip.
        clip: Clip,
        /// The words.
        words: String,
    },
    /// The same with a run of clips that follow each other on their track.
    Several {
        /// What is done, with the first of them.
        edit: Box<Self>,
        /// The number of the last of them.
        last: usize,
    },
    /// The last change is taken back.
    Undo,
    /// What was taken back comes again.
    Redo,
    /// An earlier film comes back.
    GoBack {
        /// Its number, for people.
        version: usize,
        /// What marks exactly this film: [`crate::draft::fingerprint`].
        mark: String,
    },
}

impl Edit {
    /// The clip that it is about, if it is about one.
    #[must_use]
    pub fn clip(&self) -> Option<&Clip> {
        match self {
            Self::Split { clip, .. }
            | Self::Cut { clip, .. }
            | Self::Trim { clip, .. }
            | Self::Shift { clip, .. }
            | Self::MoveTo { clip, .. }
            | Self::Place { clip, .. }
            | Self::Delete { clip, .. }
            | Self::Duplicate { clip }
            | Self::Volume { clip, .. }
            | Self::Fade { clip, .. }
            | Self::Words { clip, .. } => Some(clip),
            Self::Several { edit, .. } => edit.clip(),
            Self::Insert { .. }
            | Self::Extract { .. }
            | Self::Undo
            | Self::Redo
            | Self::GoBack { .. } => None,
        }
    }

    /// What is done to each clip.
    #[must_use]
    pub fn one(&self) -> &Self {
        if let Self::Several { edit, .. } = self { edit.one() } else { self }
    }

    /// The number of the last clip that it is about.
    #[must_use]
    pub fn last(&self) -> Option<usize> {
        match self {
            Self::Several { last, .. } => Some(*last),
            _ => self.clip().map(|clip| clip.number),
        }
    }

    /// The same with every clip from the one that it is about to the one of this number. Not everything can
    /// be done to several at once.
    #[must_use]
    pub fn up_to(self, last: usize) -> Self {
        let is_run = self.clip().is_some_and(|clip| clip.number < last);
        if is_run { Self::Several { edit: Box::new(self), last } } else { self }
    }

    /// Whether empty time is left on purpose.
    #[must_use]
    pub fn leaves_gap(&self) -> bool {
        matches!(self.one(), Self::Delete { gap: Gap::Leave, .. })
    }
}
