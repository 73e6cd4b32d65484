//! Why something came out otherwise than it was asked for. The lengths told are read off the film.

use super::Refusal;
use crate::draft::{Canvas, Millis, Mood};

/// Something to say beside what changed.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Note {
    /// A film was there before.
    Replaced,
    /// The footage is shorter than what was asked for.
    FootageTooShort { asked: Millis },
    /// Some clips are shorter than what was asked for each.
    ClipsTooShort { count: usize, asked: Millis },
    /// Transitions were made shorter, so that they do not take more than a third of a piece.
    TransitionsShortened { asked: Millis },
    /// The music ends before the film.
    MusicEndsEarly { name: String, length: Millis },
    /// Louder was asked for than there is.
    Loudest,
    /// Music of this mood goes neither so fast nor so slowly as was asked for.
    TempoBeyond { mood: Mood },
    /// A time reached beyond the end and was cut there.
    CutAtEnd { length: Millis },
    /// The film is too short for all the entries of a file.
    SubtitlesCut { left_out: usize, length: Millis },
    /// So many entries of a file could not be read.
    EntriesUnread { name: String, count: usize },
    /// What came into a piece's place is shorter.
    ReplacementShorter { name: String, length: Millis },
    /// Words were placed after others of the same place.
    AfterOthers,
    /// The words are the names of the files, as none were said.
    WordsFromNames,
    /// No day is known of the files.
    NoDates,
    /// Words were asked for, but not which.
    WordsMissing,
    /// Part of what a new film was to have cannot be.
    Without(Refusal),
    /// A new film has the picture of its footage.
    AsFilmed(Canvas),
    /// What lies on these tracks keeps its place on the timeline while the main track moves.
    OthersStay {
        /// Whether words do.
        words: bool,
        /// Other tracks, by their labels.
        tracks: Vec<String>,
    },
}
