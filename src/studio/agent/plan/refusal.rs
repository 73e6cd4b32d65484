//! Why a request cannot be met, with what its sentence needs to say so and to offer the nearest thing.

use super::super::operation::Misfit;
use super::super::request::Pieces;
use crate::draft::{Millis, SegmentId};

/// Why a request cannot be met.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Refusal {
    /// The session has no pictures or clips.
    NoMedia,
    /// The session has none of this kind.
    NoneOfKind(Pieces),
    /// The timeline is empty.
    NoFilm,
    /// No piece has this number.
    NoSuchPiece { asked: i32, have: usize, pieces: Pieces, last: Option<String> },
    /// Fewer pieces than that.
    TooFew { asked: usize, have: usize, pieces: Pieces },
    /// No file has this name.
    NoSuchFile { name: String, nearest: Option<String> },
    /// A file of the session that is not on the timeline.
    NotInFilm { name: String },
    /// The words could mean several pieces.
    WhichPiece { among: Vec<SegmentId> },
    /// The words could mean several files.
    WhichFile { among: Vec<String> },
    /// Words were asked for, and not said which.
    NoWordsSaid,
    /// Where it is to be cut was not said.
    WhereToCut,
    /// There are no words of that sort on the picture.
    NoSuchText { words: Option<String>, have: Vec<String> },
    /// The words could mean several texts.
    WhichText { have: Vec<String>, among: Vec<SegmentId> },
    /// There is no music.
    NoMusic,
    /// Music that is made here is no song with a beginning to skip.
    NoSong,
    /// Nothing on the timeline can be heard.
    NoSound,
    /// No entry of this file could be read.
    NoSubtitles { name: String },
    /// The session has no file of subtitles.
    NoSubtitleFile,
    /// All entries of a file come after the film's end.
    SubtitlesBehindEnd { name: String, from: Millis, length: Millis },
    /// Nothing lies over that colour.
    NoBackdrop,
    /// A file of subtitles, which has times of its own.
    NotAPicture { name: String },
    /// A file that is no sound.
    NotSound { name: String },
    /// It is that short already.
    ShortAlready { what: Option<String>, length: Millis },
    /// Footage lasts only so long.
    CannotStretch { what: Option<String>, longest: Millis },
    /// So many pieces need at least so long.
    TooShort { pieces: usize, least: Millis },
    /// Lengths that contradict each other.
    LengthsDisagree { pieces: usize, each: Millis, total: Millis, asked: Millis },
    /// A time beyond the end.
    BeyondEnd { what: Option<String>, length: Millis },
    /// A stretch of time that ends before it starts.
    EndBeforeStart,
    /// Other words stand there throughout.
    PlaceTaken,
    /// Nothing would be left.
    NothingLeft,
    /// A transition needs two pieces.
    OnePiece,
    /// The pieces named do not touch.
    NotNeighbours,
    /// No two pieces meet at that moment; they do at the nearest.
    NoSeamThere { nearest: Millis },
    /// The same piece twice.
    SamePiece,
    /// A shape that films are not made in here.
    OtherShape { width: u32, height: u32 },
    /// No clip can be heard that music could go down under.
    NothingToDuckUnder,
    /// No film has so many frames a second.
    OtherRate,
    /// Nobody has told where the beats of that music are.
    UnknownBeats,
    /// Nothing lies over the picture.
    NoInset,
    /// Pictures are turned by quarters only.
    OtherAngle,
    /// No track has this letter and number.
    NoSuchTrack { label: String },
    /// No clip of that track has this number.
    NoSuchClip { label: String, asked: usize, have: usize },
    /// A moment that is not within the clip.
    OutsideClip { from: Millis, to: Millis },
    /// A moment while the clip takes over from the one before it.
    InTransition { until: Millis },
    /// Something else lies there, or the film begins.
    NoRoom,
    /// Clips of this track have times, not an order.
    OnlyMain { label: String },
    /// What lies on that track says nothing.
    NoWords { label: String },
    /// Two fades that would meet.
    FadeTooLong { longest: Millis },
    /// No earlier film has this number and mark.
    NoSuchVersion { version: usize },
    /// Going back or forward was asked for after something else.
    HistoryLate,
    /// There is nothing to go back to.
    NothingToUndo,
    /// There is nothing to go forward to.
    NothingToRedo,
    /// An operation did not fit the film; a fault of the plan, told as such.
    Misfit(Misfit),
}

impl From<Misfit> for Refusal {
    fn from(misfit: Misfit) -> Self {
        Self::Misfit(misfit)
    }
}
