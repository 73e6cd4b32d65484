//! Sounds that are no notes: a rise before a new part, the dust of an old record.

use fundsp::prelude32::*;

/// Noise that grows and brightens for about two seconds.
pub fn riser(_: f32) -> Box<dyn AudioUnit> {
    let side = |seed: u64| {
        let sweep = lfo(|t: f32| 500.0 * exp((t * 1.35).min(2.9)));
        let louder = lfo(|t: f32| (t * 0.5).min(1.0).powi(2));
        ((white().seed(seed) | sweep) >> bandpass_q(1.2)) * louder
    };
    Box::new(side(21) | side(22))
}

/// Rare clicks and a quiet hiss.
pub fn crackle(_: f32) -> Box<dyn AudioUnit> {
    let side = |seed: u64| {
        let dust = white().seed(seed)
            >> map(|i: &Frame<f32, U1>| if i[0].abs() > 0.9996 { i[0] } else { 0.0 });
        let hiss = pink().seed(seed) * 0.012;
        ((dust >> bandpass_hz(2300.0, 0.8)) * 2.0)
            & (hiss >> highpass_hz(120.0, 0.6) >> lowpass_hz(5000.0, 0.6))
    };
    Box::new(side(31) | side(32))
}
