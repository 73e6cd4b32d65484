//! Struck and plucked: piano, bells, guitar. All of them fade from the moment they are struck.

use fundsp::prelude32::*;

/// Two strings a hair apart behind a felt hammer: bright at first, then round.
pub fn piano(f: f32) -> Box<dyn AudioUnit> {
    let string = |detune: f32| (soft_saw_hz(f * detune) | brightness(f)) >> lowpass_q(0.6);
    let body =
        move |t: f32| 0.62 * exp(-t * (2.0 + f / 300.0)) + 0.38 * exp(-t * (0.5 + f / 900.0));
    let hammer = || (white() * envelope(|t| exp(-t * 90.0) * 0.05)) >> lowpass_hz(1800.0, 0.7);
    let left = ((string(0.9992) & string(1.0004)) * envelope(body)) & hammer();
    let right = ((string(0.9996) & string(1.0008)) * envelope(body)) & hammer();
    Box::new(left | right)
}

/// The cutoff that closes as a string dies away.
fn brightness(f: f32) -> An<impl AudioNode<Inputs = U0, Outputs = U1>> {
    envelope(move |t| (f * (2.0 + 7.0 * exp(-t * 5.0)) + 300.0).min(9000.0))
}

/// A tine: frequency modulation that mellows, a chime at the attack, tremolo from side to side. A
/// carrier modulated by its own frequency leans to one side of zero, which is taken off again.
pub fn electric_piano(f: f32) -> Box<dyn AudioUnit> {
    let index = move |t: f32| f * (0.25 + 1.1 * exp(-t * 3.0));
    let body = (sine_hz(f).phase(0.0) * envelope(index) + f) >> sine().phase(0.0);
    let chime = sine_hz((f * 7.0).min(9000.0)).phase(0.0) * envelope(|t| 0.09 * exp(-t * 18.0));
    let fading = (body & chime) * envelope(move |t| exp(-t * (0.9 + f / 900.0)));
    let side = |phase: f32| pass() * lfo(move |t| 1.0 + 0.16 * sin_hz(4.6, t + phase));
    Box::new(fading >> dcblock_hz(18.0) >> (side(0.0) ^ side(0.109)))
}

/// Small bells: few partials, soon gone the higher they are.
pub fn celesta(f: f32) -> Box<dyn AudioUnit> {
    let partial = |ratio: f32, level: f32, decay: f32| {
        sine_hz(f * ratio).phase(0.0) * envelope(move |t| level * exp(-t * decay))
    };
    let upper = if f * 6.0 < 16_000.0 { 0.08 } else { 0.0 };
    Box::new(partial(1.0, 0.8, 2.2) & partial(3.0, 0.16, 5.0) & partial(5.95, upper, 14.0))
}

/// A metal tongue: a sine, an overtone of a bar, and the thumb's tap.
pub fn kalimba(f: f32) -> Box<dyn AudioUnit> {
    let tongue = sine_hz(f).phase(0.0) * envelope(|t| exp(-t * 4.0));
    let overtone = sine_hz((f * 5.4).min(15_000.0)).phase(0.0);
    let thumb = (white() * envelope(|t| 0.2 * exp(-t * 130.0))) >> bandpass_hz(900.0, 1.0);
    Box::new(tongue & (overtone * envelope(|t| 0.12 * exp(-t * 22.0))) & thumb)
}

/// Two takes of a plucked string, left and right.
pub fn guitar(f: f32) -> Box<dyn AudioUnit> {
    let take = |detune: f32| zero() >> pluck(f * detune, 0.35, 0.55) >> lowpass_hz(4200.0, 0.6);
    Box::new((take(0.9994) | take(1.0006)) >> (highpass_hz(90.0, 0.7) | highpass_hz(90.0, 0.7)))
}

/// The same, stopped by the palm at once.
pub fn muted_guitar(f: f32) -> Box<dyn AudioUnit> {
    let take = |detune: f32| {
        (zero() >> pluck(f * detune, 0.02, 0.8) >> lowpass_hz(2600.0, 0.6))
            * envelope(|t| exp(-t * 9.0))
    };
    Box::new(take(0.9992) | take(1.0008))
}
