//! Single voices that carry a tune.

use fundsp::prelude32::*;

/// A saw and a square whose filter snaps shut.
pub fn pluck(f: f32) -> Box<dyn AudioUnit> {
    let cutoff = envelope(move |t| (f * (1.2 + 9.0 * exp(-t * 14.0))).min(9000.0));
    let source = saw_hz(f * 1.002).phase(0.0) & (square_hz(f * 0.998).phase(0.0) * 0.5);
    Box::new(((source | cutoff) >> lowpass_q(0.9)) * envelope(|t| exp(-t * 5.5)))
}

/// Triangle and a soft saw; vibrato comes when the note is held.
pub fn lead(f: f32) -> Box<dyn AudioUnit> {
    let bent =
        move |t: f32| f * (1.0 + 0.0045 * ((t - 0.25) * 2.0).clamp(0.0, 1.0) * sin_hz(5.4, t));
    let source = (lfo(bent) >> triangle()) & ((lfo(move |t| bent(t) * 1.003) >> soft_saw()) * 0.5);
    Box::new(source >> lowpass_hz((f * 5.0).clamp(1800.0, 5000.0), 0.7))
}

/// A sine with a little of its overtones, and breath around it.
pub fn flute(f: f32) -> Box<dyn AudioUnit> {
    let bent = move |t: f32| f * (1.0 + 0.004 * ((t - 0.3) * 2.0).clamp(0.0, 1.0) * sin_hz(4.8, t));
    let pipe = (lfo(bent) >> sine()) & ((lfo(move |t| bent(t) * 2.0) >> sine()) * 0.18);
    let breath = (white() >> bandpass_hz((f * 2.0).min(6000.0), 2.0)) * 0.05;
    Box::new(pipe & breath)
}
