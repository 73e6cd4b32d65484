//! Calm: glass and felt, long chords, few notes, much room.

use super::super::harmony::{Colour, I, II, III, IV, Mode, Pitch, V, VI};
use super::super::sound::Sound;
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 0,
    mode: Mode::Major,
    tonics: &[0, 2, 3, 5, 10],
    colour: Colour::Ninth,
    verses: &[[I, IV, I, V], [I, VI, IV, V], [I, III, IV, V]],
    choruses: &[[IV, V, VI, I], [VI, IV, I, V], [IV, I, II, V]],
    cadence: IV,
    room: Room { seconds: 3.4, damping: 0.45 },
    echo: Echo { beats: 1.5, feedback: 0.35 },
    tape: Tape::Clean,
    layers: &[
        Layer {
            level: -11.0,
            room: 0.4,
            ..Layer::new(Sound::WarmPad, Play::Hold { low: Pitch(53) })
        },
        Layer {
            from: Energy::Steady,
            level: -13.0,
            room: 0.5,
            ..Layer::new(Sound::GlassPad, Play::Hold { low: Pitch(65) })
        },
        Layer {
            from: Energy::Steady,
            level: -3.0,
            room: 0.1,
            ..Layer::new(
                Sound::SubBass,
                Play::Bass { low: Pitch(34), patterns: &["1---------------", "1-----------5---"] },
            )
        },
        Layer {
            level: -2.0,
            pan: -0.15,
            room: 0.4,
            echo: 0.15,
            ..Layer::new(
                Sound::Piano,
                Play::Arpeggio {
                    low: Pitch(55),
                    patterns: &["0---1---2---3---", "0-1-2-3-2-1-----", "0---2---1---3---"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -12.0,
            pan: 0.35,
            room: 0.4,
            echo: 0.4,
            ..Layer::new(
                Sound::Kalimba,
                Play::Arpeggio {
                    low: Pitch(67),
                    patterns: &["..0...2...1...3.", "....3...2...1..."],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -15.0,
            room: 0.45,
            ..Layer::new(Sound::Strings, Play::Hold { low: Pitch(62) })
        },
        Layer {
            from: Energy::Steady,
            level: -4.0,
            pan: 0.1,
            room: 0.45,
            echo: 0.3,
            ..Layer::new(
                Sound::Celesta,
                Play::Melody {
                    around: Pitch(76),
                    rhythms: &["x-------x---o---", "....x---o---x---", "x-----o-x-------"],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -10.0,
            pan: -0.1,
            room: 0.5,
            echo: 0.15,
            ..Layer::new(
                Sound::Flute,
                Play::Melody {
                    around: Pitch(72),
                    rhythms: &["x-------------o-", "x-------x-------", "x-----------o---"],
                },
            )
        },
    ],
};
