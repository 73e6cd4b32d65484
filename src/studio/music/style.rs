//! What makes a mood: its tempo, its harmony, and the layers that play it.
//!
//! A style is data. The tables are in [`super::styles`], one file a mood; what a layer plays is
//! worked out in [`super::compose`], what it sounds like in [`super::sound`], and where it stands in
//! [`super::mix`].

use super::harmony::{Colour, Degree, Mode, Pitch};
use super::sound::Sound;

/// A mood as a table.
#[derive(Debug)]
pub struct Style {
    /// Ticks by which every second sixteenth is late.
    pub swing: u32,
    /// Which notes belong.
    pub mode: Mode,
    /// The tonics that suit its instruments.
    pub tonics: &'static [u8],
    /// What is stacked on its chords.
    pub colour: Colour,
    /// Chords of four bars, for the telling parts.
    pub verses: &'static [[Degree; 4]],
    /// Chords of four bars, for the singing parts.
    pub choruses: &'static [[Degree; 4]],
    /// The chord before the last.
    pub cadence: Degree,
    /// Who plays, from the ground up.
    pub layers: &'static [Layer],
    /// The room that they play in.
    pub room: Room,
    /// The echo that answers them.
    pub echo: Echo,
    /// What it was recorded on.
    pub tape: Tape,
}

/// How much is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Energy {
    /// A beginning, or a breath in the middle.
    Bare,
    /// The first telling.
    Steady,
    /// The second.
    Lifted,
    /// Everyone.
    Full,
}

/// One player: a sound, what it plays, when, and where it stands.
#[derive(Debug)]
pub struct Layer {
    /// Its instrument.
    pub sound: Sound,
    /// What it plays.
    pub plays: Play,
    /// From how much energy it takes part.
    pub from: Energy,
    /// Up to how much energy it takes part.
    pub to: Energy,
    /// Its loudness, in decibels from the common level.
    pub level: f32,
    /// -1 is left, 1 is right.
    pub pan: f32,
    /// How much of it the room answers, 0 to 1.
    pub room: f32,
    /// How much of it the echo answers, 0 to 1.
    pub echo: f32,
    /// How far it steps back at each beat of the bass drum, 0 to 1.
    pub duck: f32,
}

impl Layer {
    /// A layer that always plays, in the middle, in a little room.
    pub const fn new(sound: Sound, plays: Play) -> Self {
        Self {
            sound,
            plays,
            from: Energy::Bare,
            to: Energy::Full,
            level: 0.0,
            pan: 0.0,
            room: 0.15,
            echo: 0.0,
            duck: 0.0,
        }
    }
}

/// What a layer plays. Patterns are bars of sixteen steps; `.` is silence and `-` holds the note
/// before it. In drums and chords `X`, `x` and `o` are loud, usual and soft.
#[derive(Debug)]
pub enum Play {
    /// The chord of each bar, held.
    Hold {
        /// The lowest note that it may use.
        low: Pitch,
    },
    /// The chord, struck in a pattern.
    Chords {
        /// The lowest note that it may use.
        low: Pitch,
        /// The piece picks among these.
        patterns: &'static [&'static str],
    },
    /// The notes of the chord one by one; a digit is a note, counted from the lowest.
    Arpeggio {
        /// The lowest note that it may use.
        low: Pitch,
        /// The piece picks among these.
        patterns: &'static [&'static str],
    },
    /// `1` the root, `5` the fifth, `8` the octave, `n` a step on the way to the next root.
    Bass {
        /// The lowest note that it may use.
        low: Pitch,
        /// The piece picks among these.
        patterns: &'static [&'static str],
    },
    /// A tune: `x` stands on the chord, `o` passes between.
    Melody {
        /// The note that it keeps returning to.
        around: Pitch,
        /// The rhythms that it is made of.
        rhythms: &'static [&'static str],
    },
    /// A drum.
    Beat {
        /// The piece picks among these.
        patterns: &'static [&'static str],
        /// The last bar of every phrase, where it is another.
        fill: Option<&'static str>,
    },
    /// Once at the beginning of every phrase, and at the end of the piece.
    Opening,
    /// Swelling through the last bar of every phrase.
    Swell,
    /// A sound without notes, all the time.
    Bed,
}

/// A room.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Seconds until it is quiet.
    pub seconds: f32,
    /// How soon it swallows the treble, 0 to 1.
    pub damping: f32,
}

/// An echo in time with the piece, from side to side.
#[derive(Debug, Clone, Copy)]
pub struct Echo {
    /// Beats between one and the next.
    pub beats: f32,
    /// How much of each is left in the next, 0 to 1.
    pub feedback: f32,
}

/// What the piece seems to be recorded on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tape {
    /// Nothing that is heard.
    Clean,
    /// An old cassette: duller, and not quite steady.
    Worn,
}
