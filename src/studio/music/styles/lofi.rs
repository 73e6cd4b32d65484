//! Lo-fi: sevenths on an electric piano, a lazy drum set, dust and an old cassette.

use super::super::harmony::{Colour, I, II, III, IV, Mode, Pitch, V, VI};
use super::super::sound::{Kick, Sound};
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 2,
    mode: Mode::Major,
    tonics: &[0, 3, 5, 8, 10],
    colour: Colour::SeventhNinth,
    verses: &[[II, V, I, VI], [IV, III, II, I], [I, VI, II, V]],
    choruses: &[[IV, V, III, VI], [IV, III, VI, II], [II, V, III, VI]],
    cadence: V,
    room: Room { seconds: 1.1, damping: 0.7 },
    echo: Echo { beats: 0.75, feedback: 0.35 },
    tape: Tape::Worn,
    layers: &[
        Layer {
            from: Energy::Steady,
            level: 0.0,
            room: 0.05,
            ..Layer::new(
                Sound::Kick(Kick::Soft),
                Play::Beat {
                    patterns: &["X.....x...x.....", "X..o......x.....", "X......x..x....o"],
                    fill: Some("X.....x...x...x."),
                },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -5.0,
            room: 0.15,
            ..Layer::new(
                Sound::Snare,
                Play::Beat {
                    patterns: &["....x.......x...", "....x.......x..o"],
                    fill: Some("....x..o....x.oo"),
                },
            )
        },
        Layer {
            to: Energy::Lifted,
            level: -9.0,
            pan: -0.2,
            room: 0.2,
            ..Layer::new(
                Sound::Rim,
                Play::Beat { patterns: &["....x.......x...", "....x.....o.x..."], fill: None },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -17.0,
            pan: 0.25,
            room: 0.1,
            ..Layer::new(
                Sound::ClosedHat,
                Play::Beat {
                    patterns: &["x.o.x.oox.o.x.o.", "x.o.x.o.xoo.x.o."],
                    fill: Some("x.o.x.oox.oox..."),
                },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -2.0,
            room: 0.04,
            duck: 0.2,
            ..Layer::new(
                Sound::UprightBass,
                Play::Bass {
                    low: Pitch(31),
                    patterns: &["1-----..1-5---n-", "1---..5-8---..n-", "1-----1---5-..n-"],
                },
            )
        },
        Layer {
            level: -6.0,
            room: 0.25,
            echo: 0.08,
            duck: 0.2,
            ..Layer::new(
                Sound::ElectricPiano,
                Play::Chords {
                    low: Pitch(55),
                    patterns: &["x-------..x-----", "x-----x---------", "x---..x---..o---"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -17.0,
            room: 0.3,
            duck: 0.3,
            ..Layer::new(Sound::WarmPad, Play::Hold { low: Pitch(60) })
        },
        Layer {
            level: -9.0,
            pan: 0.35,
            room: 0.25,
            echo: 0.2,
            ..Layer::new(
                Sound::Guitar,
                Play::Arpeggio {
                    low: Pitch(62),
                    patterns: &["..0---2---....3-", "....3---2---0---", "0---..1---..2---"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -5.0,
            pan: -0.1,
            room: 0.3,
            echo: 0.3,
            ..Layer::new(
                Sound::Kalimba,
                Play::Melody {
                    around: Pitch(74),
                    rhythms: &["..x-x-o-x---....", "x---..x-o-x-----", "....x-x-..o-x---"],
                },
            )
        },
        Layer { level: -27.0, room: 0.0, ..Layer::new(Sound::Crackle, Play::Bed) },
    ],
};
