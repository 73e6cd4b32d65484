//! Colours as a painter mixes them: three parts from 0 to 1, as the screen shows them.

use std::ops::{Add, Mul};

use image::Rgb;

/// A colour. Parts may pass 1 while light is added; they are cut when the picture is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour(pub [f32; 3]);

impl Colour {
    /// From its six hexadecimal digits.
    pub const fn hex(digits: u32) -> Self {
        let [_, red, green, blue] = digits.to_be_bytes();
        Self([red as f32 / 255.0, green as f32 / 255.0, blue as f32 / 255.0])
    }

    /// Between this colour (0) and another (1).
    pub fn mix(self, other: Self, amount: f32) -> Self {
        self * (1.0 - amount) + other * amount
    }

    /// The eight-bit colour; `grain` between 0 and 1 decides how a step between two is rounded, so
    /// that gradients do not show bands.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    pub fn quantised(self, grain: f32) -> Rgb<u8> {
        Rgb(self.0.map(|part| (part.clamp(0.0, 1.0) * 254.5 + grain) as u8))
    }
}

impl Add for Colour {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(std::array::from_fn(|part| self.0[part] + other.0[part]))
    }
}

impl Mul<f32> for Colour {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self(self.0.map(|part| part * factor))
    }
}

/// The colour at a position of a gradient; the stops are in order.
pub fn gradient(stops: &[(f32, Colour)], position: f32) -> Colour {
    let next = stops.partition_point(|(at, _)| *at <= position);
    match (next.checked_sub(1).map(|before| stops[before]), stops.get(next)) {
        (Some((from, start)), Some(&(to, end))) => {
            start.mix(end, smooth((position - from) / (to - from)))
        }
        (Some((_, only)), None) | (None, Some(&(_, only))) => only,
        (None, None) => Colour([0.0; 3]),
    }
}

/// From 0 to 1 without a corner.
pub fn smooth(position: f32) -> f32 {
    let position = position.clamp(0.0, 1.0);
    position * position * (3.0 - 2.0 * position)
}

/// From 0 at one edge to 1 at the other, without a corner.
pub fn step(from: f32, to: f32, at: f32) -> f32 {
    smooth((at - from) / (to - from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gradient_meets_its_stops_and_stays_at_its_ends() {
        let (red, blue) = (Colour::hex(0xff0000), Colour::hex(0x0000ff));
        let stops = [(0.2, red), (0.8, blue)];
        for (position, colour) in [(0.0, red), (0.2, red), (0.8, blue), (1.0, blue)] {
            assert_eq!(gradient(&stops, position), colour);
        }
        assert_eq!(gradient(&stops, 0.5), red.mix(blue, 0.5));
    }

    #[test]
    fn grain_decides_between_two_steps() {
        let grey = Colour([0.5; 3]);
        assert_eq!(grey.quantised(0.0), Rgb([127; 3]));
        assert_eq!(grey.quantised(0.99), Rgb([128; 3]));
        assert_eq!(Colour([9.0; 3]).quantised(0.99), Rgb([255; 3]));
    }
}
