//! Drums and cymbals: falling sines for the skins, filtered noise for the rest.

use fundsp::prelude32::*;

/// Kinds of bass drum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kick {
    /// Short, with a click.
    Tight,
    /// Round and dull.
    Soft,
    /// Long and low.
    Deep,
}

impl Kick {
    /// Seconds until nothing is left of it.
    pub const fn seconds(self) -> f32 {
        match self {
            Self::Tight => 0.3,
            Self::Soft => 0.32,
            Self::Deep => 0.45,
        }
    }

    /// The graph of one stroke; a drum has no pitch to choose.
    pub fn graph(self) -> fn(f32) -> Box<dyn AudioUnit> {
        match self {
            Self::Tight => |_| skin(52.0, 190.0, 32.0, 12.0, 0.22),
            Self::Soft => |_| skin(48.0, 90.0, 26.0, 11.0, 0.05),
            Self::Deep => |_| skin(44.0, 230.0, 26.0, 8.0, 0.16),
        }
    }
}

/// A falling sine with the beater's click: `base` and `fall` in hertz, the rest per second.
fn skin(base: f32, fall: f32, settle: f32, fade: f32, click: f32) -> Box<dyn AudioUnit> {
    let tone = lfo(move |t| base + fall * exp(-t * settle)).interval(0.0005) >> sine().phase(0.0);
    let beater = (white() * envelope(move |t| click * exp(-t * 160.0))) >> lowpass_hz(3500.0, 0.7);
    Box::new((tone * envelope(move |t| exp(-t * fade))) & beater)
}

/// A skin with wires under it.
pub fn snare(_: f32) -> Box<dyn AudioUnit> {
    let skin = (lfo(|t| 185.0 + 60.0 * exp(-t * 40.0)) >> sine().phase(0.0))
        * envelope(|t| 0.5 * exp(-t * 22.0));
    let wires = |seed: u64| {
        (white().seed(seed) >> highpass_hz(1400.0, 0.6) >> lowpass_hz(8500.0, 0.6))
            * envelope(|t| 0.6 * exp(-t * 17.0))
    };
    Box::new((skin.clone() & wires(1)) | (skin & wires(2)))
}

/// A stick across the edge.
pub fn rim(_: f32) -> Box<dyn AudioUnit> {
    let stick = (sine_hz(1720.0).phase(0.0) & (sine_hz(815.0).phase(0.0) * 0.7))
        * envelope(|t| exp(-t * 75.0));
    let click = (white() * envelope(|t| 0.4 * exp(-t * 120.0))) >> bandpass_hz(2600.0, 1.0);
    Box::new(stick & click)
}

/// Several hands, not quite together.
pub fn clap(_: f32) -> Box<dyn AudioUnit> {
    let hands = |t: f32| {
        let burst = |at: f32| if t >= at { exp(-(t - at) * 190.0) } else { 0.0 };
        burst(0.0) * 0.7
            + burst(0.011) * 0.8
            + burst(0.023)
            + if t >= 0.026 { exp(-(t - 0.026) * 19.0) * 0.5 } else { 0.0 }
    };
    let side = |seed: u64| {
        (white().seed(seed) >> bandpass_hz(1350.0, 0.9) >> highpass_hz(600.0, 0.6))
            * envelope(hands).interval(0.001)
    };
    Box::new(side(3) | side(4))
}

/// A cymbal pair pressed shut.
pub fn closed_hat(_: f32) -> Box<dyn AudioUnit> {
    Box::new(hat(5, 55.0) | hat(6, 55.0))
}

/// The same, let open.
pub fn open_hat(_: f32) -> Box<dyn AudioUnit> {
    Box::new(hat(7, 11.0) | hat(8, 11.0))
}

fn hat(seed: u64, fade: f32) -> An<impl AudioNode<Inputs = U0, Outputs = U1>> {
    (white().seed(seed) >> highpass_hz(7200.0, 0.8) >> lowpass_hz(13_500.0, 0.6))
        * envelope(move |t| exp(-t * fade))
}

/// Seeds that fall in a tube: soft at both ends.
pub fn shaker(_: f32) -> Box<dyn AudioUnit> {
    let swing = |t: f32| (t * 30.0).min(1.0) * exp(-t * 32.0);
    let side = |seed: u64| (white().seed(seed) >> bandpass_hz(6200.0, 0.7)) * envelope(swing);
    Box::new(side(9) | side(10))
}

/// A great drum: the skin, its deep second tone, and the mallet.
pub fn great_drum(_: f32) -> Box<dyn AudioUnit> {
    let skin =
        (lfo(|t| 58.0 + 45.0 * exp(-t * 14.0)) >> sine().phase(0.0)) * envelope(|t| exp(-t * 3.2));
    let upper = (lfo(|t| 104.0 + 30.0 * exp(-t * 20.0)) >> sine().phase(0.0))
        * envelope(|t| 0.4 * exp(-t * 7.0));
    let mallet = (white() * envelope(|t| 0.35 * exp(-t * 35.0))) >> lowpass_hz(900.0, 0.7);
    Box::new(skin & upper & mallet)
}

/// A large cymbal.
pub fn crash(_: f32) -> Box<dyn AudioUnit> {
    let side = |seed: u64| {
        (white().seed(seed) >> highpass_hz(3200.0, 0.5) >> lowpass_hz(11_500.0, 0.5))
            * envelope(|t| 0.7 * exp(-t * 3.4) + 0.3 * exp(-t * 1.3))
    };
    Box::new(side(11) | side(12))
}
