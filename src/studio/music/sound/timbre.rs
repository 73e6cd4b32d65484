//! Every instrument by name, with what a player must know of it.

use fundsp::prelude32::AudioUnit;

use super::{Kick, basses, drums, keys, noises, pads, voices};

/// An instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sound {
    /// A soft upright piano.
    Piano,
    /// Tines and a slow tremolo.
    ElectricPiano,
    /// Small bells.
    Celesta,
    /// Plucked metal tongues on wood.
    Kalimba,
    /// Steel strings, plucked.
    Guitar,
    /// The same under the palm.
    MutedGuitar,
    /// Slow and warm.
    WarmPad,
    /// Slow and clear.
    GlassPad,
    /// An ensemble, bowed.
    Strings,
    /// Horns, swelling.
    Brass,
    /// Many saws side by side.
    SuperSaw,
    /// A short bright synthetic note.
    SynthPluck,
    /// A singing synthesiser.
    Lead,
    /// Breath and a pipe.
    Flute,
    /// The lowest, almost a sine.
    SubBass,
    /// Growling.
    SynthBass,
    /// Wood and gut, plucked.
    UprightBass,
    /// Electric, with the fingers.
    FingerBass,
    /// The foot of a drum set.
    Kick(Kick),
    /// A snare drum.
    Snare,
    /// A stick on the edge.
    Rim,
    /// Hands.
    Clap,
    /// A hi-hat, closed.
    ClosedHat,
    /// A hi-hat, open.
    OpenHat,
    /// Seeds in a tube.
    Shaker,
    /// The largest drum of an orchestra.
    GreatDrum,
    /// A large cymbal.
    Crash,
    /// Noise that rises.
    Riser,
    /// Dust in the groove of a record.
    Crackle,
}

/// How an instrument is handled, and the graph that makes one note of it.
pub struct Timbre {
    /// Seconds to its full loudness.
    pub attack: f32,
    /// Seconds from letting go to silence.
    pub release: f32,
    /// Seconds after which nothing is left of it.
    pub longest: f32,
    /// Makes the graph for a frequency in hertz: no inputs, one or two outputs.
    pub graph: fn(f32) -> Box<dyn AudioUnit>,
}

impl Sound {
    /// How it is handled.
    pub fn timbre(self) -> Timbre {
        let timbre = |attack, release, longest, graph| Timbre { attack, release, longest, graph };
        match self {
            Self::Piano => timbre(0.003, 0.25, 4.0, keys::piano),
            Self::ElectricPiano => timbre(0.004, 0.3, 4.0, keys::electric_piano),
            Self::Celesta => timbre(0.002, 0.8, 2.5, keys::celesta),
            Self::Kalimba => timbre(0.002, 0.5, 1.5, keys::kalimba),
            Self::Guitar => timbre(0.002, 0.3, 3.0, keys::guitar),
            Self::MutedGuitar => timbre(0.002, 0.08, 0.5, keys::muted_guitar),
            Self::WarmPad => timbre(0.5, 1.2, 30.0, pads::warm),
            Self::GlassPad => timbre(0.8, 1.8, 30.0, pads::glass),
            Self::Strings => timbre(0.28, 0.7, 30.0, pads::strings),
            Self::Brass => timbre(0.12, 0.5, 30.0, pads::brass),
            Self::SuperSaw => timbre(0.006, 0.15, 30.0, pads::super_saw),
            Self::SynthPluck => timbre(0.002, 0.2, 0.9, voices::pluck),
            Self::Lead => timbre(0.015, 0.15, 30.0, voices::lead),
            Self::Flute => timbre(0.06, 0.2, 30.0, voices::flute),
            Self::SubBass => timbre(0.008, 0.08, 30.0, basses::sub),
            Self::SynthBass => timbre(0.004, 0.06, 30.0, basses::synth),
            Self::UprightBass => timbre(0.006, 0.12, 2.5, basses::upright),
            Self::FingerBass => timbre(0.005, 0.08, 3.0, basses::finger),
            Self::Kick(kick) => timbre(0.001, 0.1, kick.seconds(), kick.graph()),
            Self::Snare => timbre(0.001, 0.1, 0.35, drums::snare),
            Self::Rim => timbre(0.001, 0.05, 0.12, drums::rim),
            Self::Clap => timbre(0.001, 0.1, 0.35, drums::clap),
            Self::ClosedHat => timbre(0.001, 0.03, 0.12, drums::closed_hat),
            Self::OpenHat => timbre(0.001, 0.05, 0.45, drums::open_hat),
            Self::Shaker => timbre(0.012, 0.05, 0.16, drums::shaker),
            Self::GreatDrum => timbre(0.002, 0.3, 1.8, drums::great_drum),
            Self::Crash => timbre(0.002, 0.5, 2.6, drums::crash),
            Self::Riser => timbre(0.05, 0.12, 30.0, noises::riser),
            Self::Crackle => timbre(0.05, 0.05, 30.0, noises::crackle),
        }
    }

    /// Whether letting go damps it. Drums ring as they will.
    pub const fn is_damped(self) -> bool {
        !matches!(
            self,
            Self::Kick(_)
                | Self::Snare
                | Self::Rim
                | Self::Clap
                | Self::ClosedHat
                | Self::OpenHat
                | Self::Shaker
                | Self::GreatDrum
                | Self::Crash
        )
    }
}
