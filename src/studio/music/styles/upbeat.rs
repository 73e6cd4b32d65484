//! Upbeat: four on the floor, strummed off-beats, bells on top.

use super::super::harmony::{Colour, I, II, III, IV, Mode, Pitch, V, VI};
use super::super::sound::{Kick, Sound};
use super::super::style::{Echo, Energy, Layer, Play, Room, Style, Tape};

pub const STYLE: Style = Style {
    swing: 0,
    mode: Mode::Major,
    tonics: &[0, 2, 4, 7, 9],
    colour: Colour::Triad,
    verses: &[[I, V, VI, IV], [I, IV, VI, V], [I, III, VI, IV]],
    choruses: &[[IV, I, V, VI], [VI, IV, I, V], [I, V, II, IV]],
    cadence: V,
    room: Room { seconds: 1.4, damping: 0.5 },
    echo: Echo { beats: 0.75, feedback: 0.3 },
    tape: Tape::Clean,
    layers: &[
        Layer {
            from: Energy::Steady,
            room: 0.03,
            ..Layer::new(
                Sound::Kick(Kick::Tight),
                Play::Beat {
                    patterns: &["X...x...X...x...", "X...x...X..xx...", "X...x.x.X...x..."],
                    fill: Some("X...x...X...x.x."),
                },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -3.0,
            room: 0.2,
            ..Layer::new(
                Sound::Clap,
                Play::Beat { patterns: &["....x.......x..."], fill: Some("....x.......x..x") },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -5.0,
            room: 0.15,
            ..Layer::new(
                Sound::Snare,
                Play::Beat { patterns: &["....x.......x..."], fill: Some("....x..o..o.xoxX") },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -17.0,
            pan: 0.2,
            ..Layer::new(
                Sound::ClosedHat,
                Play::Beat {
                    patterns: &["x.o.x.o.x.o.x.o.", "x.ooxooox.ooxooo"],
                    fill: Some("x.ooxoooxoooxxxx"),
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -18.0,
            pan: 0.25,
            ..Layer::new(Sound::OpenHat, Play::Beat { patterns: &["..x...x...x...x."], fill: None })
        },
        Layer {
            level: -15.0,
            pan: -0.35,
            ..Layer::new(
                Sound::Shaker,
                Play::Beat { patterns: &["xoxoxoxoxoxoxoxo", "o.xoo.xoo.xoo.xo"], fill: None },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -1.0,
            room: 0.03,
            duck: 0.35,
            ..Layer::new(
                Sound::FingerBass,
                Play::Bass {
                    low: Pitch(31),
                    patterns: &["1-.1..1-1-.1..n-", "1.1.1.1.1.1.8.n.", "1--.1-8-..1-1-n-"],
                },
            )
        },
        Layer {
            level: -8.0,
            pan: -0.15,
            room: 0.22,
            duck: 0.15,
            ..Layer::new(
                Sound::Piano,
                Play::Chords {
                    low: Pitch(57),
                    patterns: &["x--x--x---x--x--", "x-----x---x-x---", "x--x---x--x---x-"],
                },
            )
        },
        Layer {
            from: Energy::Steady,
            level: -10.0,
            pan: 0.4,
            room: 0.15,
            echo: 0.1,
            ..Layer::new(
                Sound::MutedGuitar,
                Play::Arpeggio {
                    low: Pitch(52),
                    patterns: &["0.2.1.2.0.2.1.2.", "0.1.2.3.2.1.2.1.", "0.02.1.20.02.1.2"],
                },
            )
        },
        Layer {
            from: Energy::Lifted,
            level: -15.0,
            room: 0.3,
            duck: 0.4,
            ..Layer::new(Sound::WarmPad, Play::Hold { low: Pitch(60) })
        },
        Layer {
            to: Energy::Lifted,
            level: -9.0,
            pan: 0.3,
            room: 0.25,
            echo: 0.3,
            ..Layer::new(
                Sound::Kalimba,
                Play::Arpeggio {
                    low: Pitch(67),
                    patterns: &["0..1..2.0..1..2.", "2..1..0...1.2..."],
                },
            )
        },
        Layer {
            from: Energy::Full,
            level: -6.0,
            pan: 0.1,
            room: 0.25,
            echo: 0.25,
            ..Layer::new(
                Sound::Celesta,
                Play::Melody {
                    around: Pitch(79),
                    rhythms: &["x-.x-.x-x---o-x-", "x---x-o-x-.x----", "..x-x-x-o-x-x---"],
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
            from: Energy::Lifted,
            level: -19.0,
            room: 0.2,
            ..Layer::new(Sound::Riser, Play::Swell)
        },
    ],
};
