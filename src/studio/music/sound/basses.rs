//! What the rest stands on. All of them are in the middle, where a bass belongs.

use fundsp::prelude32::*;

/// Almost a sine, with enough overtones to be heard on small loudspeakers.
pub fn sub(f: f32) -> Box<dyn AudioUnit> {
    let overtones = (sine_hz(f * 2.0).phase(0.0) * 0.22) & (sine_hz(f * 3.0).phase(0.0) * 0.09);
    Box::new(sine_hz(f).phase(0.0) & overtones)
}

/// A saw behind a closing filter, on a sine.
pub fn synth(f: f32) -> Box<dyn AudioUnit> {
    let cutoff = envelope(move |t| f * 2.2 + 1300.0 * exp(-t * 11.0));
    let growl = (saw_hz(f).phase(0.0) | cutoff) >> lowpass_q(1.1);
    Box::new((growl * 0.8) & (sine_hz(f).phase(0.0) * 0.7))
}

/// A plucked gut string: a thump, then a round tone.
pub fn upright(f: f32) -> Box<dyn AudioUnit> {
    let string = triangle_hz(f).phase(0.0)
        & (sine_hz(f * 2.0).phase(0.0) * envelope(|t| 0.4 * exp(-t * 9.0)));
    let finger = (white() * envelope(|t| 0.12 * exp(-t * 70.0))) >> lowpass_hz(700.0, 0.7);
    Box::new((string * envelope(|t| exp(-t * 2.2))) & finger)
}

/// An electric bass: two overtones and a filter that closes under the finger.
pub fn finger(f: f32) -> Box<dyn AudioUnit> {
    let cutoff = envelope(move |t| f * 3.0 + 900.0 * exp(-t * 7.0));
    let string = (soft_saw_hz(f).phase(0.0) | cutoff) >> lowpass_q(0.7);
    Box::new((string & (sine_hz(f).phase(0.0) * 0.5)) * envelope(|t| exp(-t * 1.1)))
}
