//! Cinematic: strings that gather, low drums, horns when everyone is there.

use super::super::harmony::{Colour, I, III, IV, Mode, Pitch, V, VI, VII};
use super::super::sound::Sound;
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 0,
    mode: Mode::Minor,
    tonics: &[0, 2, 4, 7, 9],
    colour: Colour::Triad,
    verses: &[[I, VI, III, VII], [I, VI, IV, V], [I, III, VI, IV]],
    choruses: &[[VI, VII, I, III], [I, VI, III, VII], [IV, VI, I, VII]],
    cadence: VII,
    room: Room { seconds: 3.0, damping: 0.5 },
    echo: Echo { beats: 0.75, feedback: 0.3 },
    tape: Tape::Clean,
    layers: &[
        Layer {
            from: Energy::Steady,
            level: -1.0,
            room: 0.3,
            ..Layer::new(
                Sound::GreatDrum,
                Play::Beat {
                    patterns: &["X.........x.....", "X.......x.......", "X.....x...x....."],
                    fill: Some("X.....x.X...x.xX"),
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -8.0,
            room: 0.35,
            ..Layer::new(
                Sound::Snare,
                Play::Beat {
                    patterns: &["....x..o....x.oo", "..oox.....oox..."],
                    fill: Some("x.oox.oox.oxxxxX"),
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -17.0,
            pan: 0.25,
            room: 0.3,
            ..Layer::new(Sound::Shaker, Play::Beat { patterns: &["x.xox.xox.xox.xo"], fill: None })
        },
        Layer {
            level: -6.0,
            room: 0.1,
            ..Layer::new(
                Sound::SubBass,
                Play::Bass { low: Pitch(31), patterns: &["1---------------"] },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -7.0,
            pan: 0.2,
            room: 0.3,
            ..Layer::new(
                Sound::Strings,
                Play::Bass {
                    low: Pitch(38),
                    patterns: &["1-1-1-1-1-1-1-1-", "1-1-8-1-1-1-8-1-", "1-118-111-118-5-"],
                },
            )
        },
        Layer {
            level: -11.0,
            room: 0.4,
            ..Layer::new(Sound::Strings, Play::Hold { low: Pitch(55) })
        },
        Layer {
            to: Energy::Steady,
            level: -13.0,
            room: 0.4,
            ..Layer::new(Sound::GlassPad, Play::Hold { low: Pitch(67) })
        },
        Layer {
            level: -5.0,
            pan: -0.2,
            room: 0.35,
            echo: 0.2,
            ..Layer::new(
                Sound::Piano,
                Play::Arpeggio {
                    low: Pitch(60),
                    patterns: &["0-1-2-1-3-1-2-1-", "0-2-1-2-0-2-1-2-", "0---1---2---1---"],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -9.0,
            pan: -0.1,
            room: 0.4,
            ..Layer::new(Sound::Brass, Play::Hold { low: Pitch(48) })
        },
        Layer {
            from: Energy::Lifted,
            level: -4.0,
            pan: 0.1,
            room: 0.45,
            ..Layer::new(
                Sound::Strings,
                Play::Melody {
                    around: Pitch(76),
                    rhythms: &["x-------x---o---", "x-----o-x-------", "x---x-------o-o-"],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -8.0,
            room: 0.45,
            ..Layer::new(
                Sound::Brass,
                Play::Melody {
                    around: Pitch(64),
                    rhythms: &["x-------x---o---", "x-----o-x-------", "x---x-------o-o-"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -14.0,
            room: 0.35,
            ..Layer::new(Sound::Crash, Play::Opening)
        },
        Layer {
            from: Energy::Steady,
            level: -18.0,
            room: 0.3,
            ..Layer::new(Sound::Riser, Play::Swell)
        },
    ],
};
