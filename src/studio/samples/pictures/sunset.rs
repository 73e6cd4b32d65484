//! A sunset over the sea, with a headland and a boat.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, smooth, step};
use super::super::noise::{cloudy, outline, value};

const HORIZON: f32 = 0.6;
const SUN: (f32, f32) = (0.95, 0.545);

const SKY: [(f32, Colour); 5] = [
    (0.0, Colour::hex(0x1d285c)),
    (0.22, Colour::hex(0x4f3f86)),
    (0.42, Colour::hex(0xc45f80)),
    (0.53, Colour::hex(0xf78d5b)),
    (0.61, Colour::hex(0xffc86e)),
];

/// The picture.
pub fn column(x: f32) -> Column {
    let headland = 0.055 * smooth(1.0 - x / 0.62) * (0.55 + outline(x * 6.0, 5, 4));
    Box::new(move |y| {
        let point = Point { x, y };
        match y {
            _ if is_boat(point) => Colour::hex(0x1a122c),
            y if y > HORIZON => sea(point),
            y if y > HORIZON - headland => {
                Colour::hex(0x35234a).mix(Colour::hex(0x8a4a62), x * 0.9)
            }
            _ => sky(point),
        }
    })
}

fn sky(point: Point) -> Colour {
    let away = point.distance(SUN.0, SUN.1);
    let base = gradient(&SKY, point.y) + Colour::hex(0xffb050) * (0.42 * (-away * 4.2).exp());
    let density = cloud(point);
    if density < 0.5 {
        return base + Colour::hex(0xfff2c8) * step(0.052, 0.046, away);
    }
    let lit =
        base + Colour::hex(0xff6a58) * 0.34 + Colour::hex(0xffd080) * (0.3 * (-away * 2.5).exp());
    let shaded = base.mix(Colour::hex(0x543874), 0.55);
    let underside = step(-0.05, 0.12, density - cloud(Point { y: point.y + 0.022, ..point }));
    let clouded = base.mix(shaded.mix(lit, underside), step(0.5, 0.66, density) * 0.85);
    clouded + Colour::hex(0xfff2c8) * step(0.052, 0.046, away)
}

/// How thick the clouds are: long bands, thinning out towards the horizon.
fn cloud(point: Point) -> f32 {
    let depth = 1.0 / (HORIZON + 0.06 - point.y);
    let band = cloudy(point.x * 1.6 + 3.0, depth * 1.9, 5, 11);
    band - 0.1 * step(0.3, 0.6, point.y) + 0.03
}

fn sea(point: Point) -> Colour {
    let depth = (point.y - HORIZON) / (1.0 - HORIZON);
    let near = 1.0 / (depth + 0.03);
    let swell = value(point.x * near * 1.6, near * 5.0, 21) - 0.5;
    let ripple = value(point.x * near * 5.0 + swell, near * 15.0, 22) - 0.5;
    let tilt = swell * 0.6 + ripple * 0.5;
    let mirrored = (HORIZON - depth * 0.5 - 0.01 + tilt * 0.16).clamp(0.0, HORIZON);
    let water = gradient(&SKY, mirrored).mix(Colour::hex(0x161c46), 0.3 + 0.34 * depth);
    let path = 0.03 + depth * 0.14;
    let across = ((point.x - SUN.0) / path).powi(2);
    let glitter = (-across).exp() * step(0.02, 0.3, tilt + 0.2 * (1.0 - depth));
    water
        + Colour::hex(0xffc070) * (glitter * (0.95 - 0.45 * depth))
        + Colour::hex(0xff8a60) * (0.16 * tilt)
}

/// Two sails and a hull, left of the sun.
fn is_boat(point: Point) -> bool {
    let (x, y) = ((point.x - 0.66) / 0.05, (point.y - 0.632) / 0.05);
    let hull = (0.0..0.3).contains(&y) && x.abs() < 0.85 - y * 0.9;
    let main = x > 0.02 && y < -0.08 && y > -2.1 && x < 0.85 * (1.0 + y / 2.1) + 0.06;
    let jib = x < -0.04 && y < -0.12 && y > -1.6 && -x < 0.62 * (1.0 + y / 1.6);
    hull || main || jib
}
