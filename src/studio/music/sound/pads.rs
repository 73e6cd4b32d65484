//! Held sounds: they stay until they are let go. Left and right are tuned a hair apart, for width.

use fundsp::prelude32::*;

/// Soft saws behind a filter that breathes.
pub fn warm(f: f32) -> Box<dyn AudioUnit> {
    let side = |detune: f32, phase: f32| {
        let saws = soft_saw_hz(f * (1.0 - detune)) & soft_saw_hz(f * (1.0 + 0.7 * detune));
        let cutoff = lfo(move |t| (f * (2.6 + 0.7 * sin_hz(0.13, t + phase))).clamp(300.0, 2600.0));
        (saws | cutoff) >> lowpass_q(0.6)
    };
    Box::new(side(0.0028, 0.0) | side(0.0036, 2.1))
}

/// Sines in octaves and a fifth, beating slowly.
pub fn glass(f: f32) -> Box<dyn AudioUnit> {
    let side = |detune: f32, rate: f32| {
        let shimmer =
            sine_hz(f * 2.0 * (1.0 + detune)) * lfo(move |t| 0.16 + 0.1 * sin_hz(rate, t));
        sine_hz(f * (1.0 - detune)) & (triangle_hz(f * (1.0 + detune)) * 0.35) & shimmer
    };
    Box::new(side(0.0015, 0.21) | side(0.0021, 0.17))
}

/// Saws with a player's vibrato, two desks a side.
pub fn strings(f: f32) -> Box<dyn AudioUnit> {
    let desk = |detune: f32, rate: f32| {
        let depth = move |t: f32| 0.0028 * (t * 2.0).min(1.0) * sin_hz(rate, t);
        lfo(move |t| f * detune * (1.0 + depth(t))) >> saw()
    };
    let body = || highpass_hz(130.0, 0.6) >> lowpass_hz((f * 6.0).clamp(1400.0, 3600.0), 0.5);
    let left = (desk(0.9975, 5.1) & desk(1.0021, 4.7)) >> body();
    let right = (desk(0.9981, 4.9) & desk(1.0028, 5.3)) >> body();
    Box::new(left | right)
}

/// Saws that open as the breath grows.
pub fn brass(f: f32) -> Box<dyn AudioUnit> {
    let side = |detune: f32| {
        let cutoff = lfo(move |t| (f * (1.5 + 4.5 * (1.0 - exp(-t * 2.6)))).min(3200.0));
        (saw_hz(f * detune) | cutoff) >> lowpass_q(0.6)
    };
    Box::new((side(0.9985) & side(1.001)) | (side(0.999) & side(1.0017)))
}

/// The chord of a dance floor: it bites, then settles.
pub fn super_saw(f: f32) -> Box<dyn AudioUnit> {
    let side = |detune: f32| {
        let saws = saw_hz(f * (1.0 - detune)) & saw_hz(f) & saw_hz(f * (1.0 + detune));
        let cutoff = lfo(|t| 1500.0 + 4500.0 * exp(-t * 6.0));
        ((saws >> highpass_hz(180.0, 0.6)) | cutoff) >> lowpass_q(0.7)
    };
    Box::new(side(0.0052) | side(0.0067))
}
