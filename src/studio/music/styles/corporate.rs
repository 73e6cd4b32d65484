//! Corporate: muted guitars, a clean piano, a beat that does not get in the way.

use super::super::harmony::{Colour, I, II, III, IV, Mode, Pitch, V, VI};
use super::super::sound::{Kick, Sound};
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 0,
    mode: Mode::Major,
    tonics: &[0, 2, 5, 7, 9],
    colour: Colour::Ninth,
    verses: &[[I, VI, IV, V], [I, IV, VI, V], [VI, IV, I, V]],
    choruses: &[[IV, V, I, VI], [IV, I, V, VI], [I, III, IV, II]],
    cadence: V,
    room: Room { seconds: 1.8, damping: 0.4 },
    echo: Echo { beats: 0.75, feedback: 0.4 },
    tape: Tape::Clean,
    layers: &[
        Layer {
            from: Energy::Steady,
            room: 0.03,
            level: -1.0,
            ..Layer::new(
                Sound::Kick(Kick::Tight),
                Play::Beat {
                    patterns: &["X.......x.......", "X.....x.x.......", "X.......x.x....."],
                    fill: Some("X.......x...x..."),
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -6.0,
            room: 0.25,
            ..Layer::new(Sound::Clap, Play::Beat { patterns: &["....x.......x..."], fill: None })
        },
        Layer {
            from: Energy::Full,
            level: -7.0,
            room: 0.2,
            ..Layer::new(
                Sound::Snare,
                Play::Beat { patterns: &["....x.......x..."], fill: Some("....x.......xoox") },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -18.0,
            pan: 0.25,
            ..Layer::new(
                Sound::Shaker,
                Play::Beat { patterns: &["x.o.x.o.x.o.x.o.", "xoooxoooxoooxooo"], fill: None },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -3.0,
            room: 0.03,
            duck: 0.25,
            ..Layer::new(
                Sound::FingerBass,
                Play::Bass {
                    low: Pitch(31),
                    patterns: &["1---1-1-1---1-1-", "1-1-1-1-1-1-1-n-", "1-----1-1-----n-"],
                },
            )
        },
        Layer {
            level: -6.0,
            pan: -0.4,
            room: 0.2,
            echo: 0.25,
            ..Layer::new(
                Sound::MutedGuitar,
                Play::Arpeggio {
                    low: Pitch(55),
                    patterns: &["0.2.1.2.3.2.1.2.", "0.1.2.3.0.1.2.3.", "0.2.3.2.1.2.3.2."],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -9.0,
            pan: 0.45,
            room: 0.2,
            echo: 0.2,
            ..Layer::new(
                Sound::MutedGuitar,
                Play::Arpeggio {
                    low: Pitch(62),
                    patterns: &["..1...2...1...3.", "0..1..2.0..1..2."],
                },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -8.0,
            room: 0.25,
            ..Layer::new(
                Sound::Piano,
                Play::Chords {
                    low: Pitch(57),
                    patterns: &["x---------------", "x-------x-------", "x-----x---------"],
                },
            )
        },
        Layer {
            level: -15.0,
            room: 0.35,
            duck: 0.2,
            ..Layer::new(Sound::WarmPad, Play::Hold { low: Pitch(60) })
        },
        Layer {
            from: Energy::Full,
            level: -15.0,
            room: 0.3,
            ..Layer::new(Sound::Strings, Play::Hold { low: Pitch(67) })
        },
        Layer {
            from: Energy::Lifted,
            level: -5.0,
            pan: 0.1,
            room: 0.3,
            echo: 0.25,
            ..Layer::new(
                Sound::Piano,
                Play::Melody {
                    around: Pitch(76),
                    rhythms: &["x-----x---o-x---", "..x-x---x---o---", "x---o-x-----x---"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -19.0,
            room: 0.3,
            ..Layer::new(Sound::Crash, Play::Opening)
        },
    ],
};
