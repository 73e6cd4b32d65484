//! Electronic: a deep drum on every beat, everything else breathing around it.

use super::super::harmony::{Colour, I, III, IV, Mode, Pitch, V, VI, VII};
use super::super::sound::{Kick, Sound};
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 0,
    mode: Mode::Minor,
    tonics: &[0, 2, 4, 5, 7, 9],
    colour: Colour::Triad,
    verses: &[[I, VI, III, VII], [I, VII, VI, VII], [I, III, VII, IV]],
    choruses: &[[VI, VII, I, III], [I, VI, III, VII], [VI, I, VII, V]],
    cadence: VII,
    room: Room { seconds: 1.9, damping: 0.35 },
    echo: Echo { beats: 0.75, feedback: 0.45 },
    tape: Tape::Clean,
    layers: &[
        Layer {
            from: Energy::Steady,
            level: 1.0,
            room: 0.02,
            ..Layer::new(
                Sound::Kick(Kick::Deep),
                Play::Beat { patterns: &["X...X...X...X..."], fill: Some("X...X...X...X.x.") },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -4.0,
            room: 0.2,
            ..Layer::new(
                Sound::Clap,
                Play::Beat { patterns: &["....x.......x..."], fill: Some("....x.......x.xx") },
            )
        },
        Layer {
            level: -17.0,
            pan: 0.2,
            ..Layer::new(
                Sound::ClosedHat,
                Play::Beat {
                    patterns: &["o.oxo.oxo.oxo.ox", "oooxoooxoooxooox"],
                    fill: Some("ooxoooxoooxoxxxx"),
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -15.0,
            pan: -0.15,
            ..Layer::new(Sound::OpenHat, Play::Beat { patterns: &["..x...x...x...x."], fill: None })
        },
        Layer {
            from: Energy::Steady,
            level: -2.0,
            room: 0.02,
            duck: 0.75,
            ..Layer::new(
                Sound::SynthBass,
                Play::Bass {
                    low: Pitch(29),
                    patterns: &["..1-..1-..1-..1-", ".111.111.111.118", "..1-..8-..1-..n-"],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -10.0,
            room: 0.2,
            echo: 0.1,
            duck: 0.65,
            ..Layer::new(
                Sound::SuperSaw,
                Play::Chords {
                    low: Pitch(57),
                    patterns: &["x--x--x--x--x-x-", "x-----x--x--x---", "x--x--x-..x-x-x-"],
                },
            )
        },
        Layer {
            level: -13.0,
            room: 0.35,
            duck: 0.6,
            ..Layer::new(Sound::WarmPad, Play::Hold { low: Pitch(57) })
        },
        Layer {
            level: -9.0,
            pan: 0.25,
            room: 0.2,
            echo: 0.4,
            duck: 0.25,
            ..Layer::new(
                Sound::SynthPluck,
                Play::Arpeggio {
                    low: Pitch(64),
                    patterns: &["0.1.2.3.2.1.2.3.", "012301230123012.", "0.21.20.1.20.1.2"],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -6.0,
            pan: -0.1,
            room: 0.25,
            echo: 0.35,
            duck: 0.2,
            ..Layer::new(
                Sound::Lead,
                Play::Melody {
                    around: Pitch(74),
                    rhythms: &["x--x--x-x---o-x-", "x---..x-x-o-x---", "x-x-.x--o-x-----"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -16.0,
            room: 0.3,
            ..Layer::new(Sound::Crash, Play::Opening)
        },
        Layer {
            from: Energy::Steady,
            level: -16.0,
            room: 0.25,
            ..Layer::new(Sound::Riser, Play::Swell)
        },
    ],
};
