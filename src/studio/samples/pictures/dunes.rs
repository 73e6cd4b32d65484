//! Dunes in the morning: every crest has a lit side and a side in shadow.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, step};
use super::super::noise::{cloudy, outline, value};

const SKY: [(f32, Colour); 4] = [
    (0.0, Colour::hex(0x3f7cb8)),
    (0.25, Colour::hex(0x84b4d6)),
    (0.42, Colour::hex(0xe4d4bd)),
    (0.5, Colour::hex(0xf8dcb4)),
];

/// One dune: a long back with a ridge that winds down from its summit.
struct Dune {
    /// Where its summit is.
    summit: (f32, f32),
    /// How quickly it falls to the left and to the right.
    falls: (f32, f32),
    /// Towards where the ridge winds, as it comes down.
    winds: f32,
    /// How much of the air lies before it, 0 to 1.
    haze: f32,
    seed: u32,
}

const DUNES: [Dune; 6] = [
    Dune { summit: (1.22, 0.485), falls: (0.09, 0.12), winds: -0.8, haze: 0.72, seed: 1 },
    Dune { summit: (0.42, 0.455), falls: (0.16, 0.13), winds: 0.9, haze: 0.58, seed: 2 },
    Dune { summit: (0.98, 0.5), falls: (0.22, 0.2), winds: -1.1, haze: 0.4, seed: 3 },
    Dune { summit: (0.12, 0.58), falls: (0.2, 0.2), winds: 1.3, haze: 0.26, seed: 4 },
    Dune { summit: (1.36, 0.62), falls: (0.26, 0.3), winds: -1.7, haze: 0.13, seed: 5 },
    Dune { summit: (0.52, 0.76), falls: (0.3, 0.24), winds: 1.6, haze: 0.0, seed: 6 },
];

/// The picture.
pub fn column(x: f32) -> Column {
    let crests = DUNES.each_ref().map(|dune| dune.crest(x));
    Box::new(move |y| {
        let front = DUNES.iter().zip(crests).rev().find(|&(_, crest)| y > crest);
        let point = Point { x, y };
        front.map_or_else(|| sky(point), |(dune, crest)| dune.colour(point, y - crest))
    })
}

fn sky(point: Point) -> Colour {
    let veil = cloudy(point.x * 1.1 + point.y * 1.5, point.y * 7.0, 5, 31);
    let light = Colour::hex(0xfff1d8) * (0.24 * (-point.distance(-0.05, 0.36) * 2.2).exp());
    gradient(&SKY, point.y).mix(Colour::hex(0xfff6ea), step(0.48, 0.85, veil) * 0.55) + light
}

impl Dune {
    fn crest(&self, x: f32) -> f32 {
        let (summit, height) = self.summit;
        let fall = if x < summit { self.falls.0 } else { self.falls.1 };
        let away = (x - summit).abs();
        let back = fall * away * away / (away * 0.45 + 0.12);
        height + back + 0.02 * (outline(x * 2.2, 3, self.seed) - 0.5)
    }

    fn colour(&self, point: Point, below: f32) -> Colour {
        let meander =
            0.1 * (outline(below * 5.0, 2, self.seed + 40) - 0.5) * (below * 8.0).min(1.0);
        let ridge = self.summit.0 + below * self.winds + meander;
        let softness = 0.004 + below * 0.05;
        let in_shadow = step(-softness, softness, point.x - ridge);
        let lit = if in_shadow < 1.0 { self.lit(point, below) } else { Colour([0.0; 3]) };
        let shadow = Colour::hex(0x8f5238).mix(Colour::hex(0x5c3838), (below * 2.4).min(1.0));
        let glow = Colour::hex(0xc88050);
        let shadow = shadow.mix(glow, 0.35 * (1.0 - (below * 5.0).min(1.0)));
        lit.mix(shadow, in_shadow).mix(Colour::hex(0xf0d2ae), self.haze)
    }

    /// Sand in the sun, with the ripples of the wind where it is near enough to see them.
    fn lit(&self, point: Point, below: f32) -> Colour {
        let grazing = (below * 3.2).min(1.0);
        let sand = Colour::hex(0xf9cc86).mix(Colour::hex(0xdd9352), grazing);
        let bend = cloudy(point.x * 3.0, point.y * 5.0, 3, self.seed + 60) * 6.0;
        let rows =
            ((point.y * 150.0 - point.x * 26.0) * (1.0 - self.haze * 0.4) + bend * 2.2).sin();
        let patch = value(point.x * 4.0, point.y * 9.0, self.seed + 80);
        let strength = (0.055 - self.haze * 0.09).max(0.0) * patch * (below * 12.0).min(1.0);
        sand * (1.0 + rows * strength * 1.6)
    }
}
