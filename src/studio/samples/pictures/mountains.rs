//! Ridge behind ridge in the morning mist, and firs in front.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, step};
use super::super::noise::{cloudy, outline, scatter, value, whole};

const SKY: [(f32, Colour); 4] = [
    (0.0, Colour::hex(0x7fa6c4)),
    (0.25, Colour::hex(0xbfcfd6)),
    (0.42, Colour::hex(0xf6dcc4)),
    (0.6, Colour::hex(0xfbe8d2)),
];
const MIST: Colour = Colour::hex(0xf0e2d4);
/// How many ridges there are before the firs.
const RIDGES: usize = 6;

/// The picture.
pub fn column(x: f32) -> Column {
    let crests: [f32; RIDGES] = std::array::from_fn(|ridge| crest(ridge as u32, x));
    let grounds: [f32; 3] = std::array::from_fn(|row| ground(row, x));
    Box::new(move |y| {
        let point = Point { x, y };
        let ridge = || (0..RIDGES).rev().find(|&ridge| y > crests[ridge]);
        let landscape = |ridge: usize| slope(ridge as u32, point, y - crests[ridge]);
        firs(point, &grounds).unwrap_or_else(|| ridge().map_or_else(|| sky(point), landscape))
    })
}

fn sky(point: Point) -> Colour {
    let away = point.distance(1.05, 0.27);
    let glow = Colour::hex(0xffe2b0) * (0.45 * (-away * 4.0).exp());
    let sun = Colour::hex(0xfffae8) * (0.5 * step(0.056, 0.05, away));
    let veil = cloudy(point.x * 1.3, point.y * 6.0, 4, 5);
    gradient(&SKY, point.y).mix(Colour::hex(0xfff4ea), step(0.5, 0.8, veil) * 0.4) + glow + sun
}

/// The height of a ridge: sharp tops far away, rounder hills near.
fn crest(ridge: u32, x: f32) -> f32 {
    let near = ridge as f32 / (RIDGES - 1) as f32;
    let range = outline(x * (1.9 + near) + ridge as f32 * 9.1, 2, 100 + ridge);
    let rough = outline(x * (6.0 - near) + ridge as f32 * 5.7, 5, 130 + ridge);
    let sharp = 1.0 - (2.0 * rough - 1.0).abs();
    let shape = range * 0.6 + (sharp + (rough - sharp) * near) * 0.42;
    0.45 + near * 0.35 - shape * (0.3 - 0.1 * near)
}

fn slope(ridge: u32, point: Point, below: f32) -> Colour {
    let near = ridge as f32 / (RIDGES - 1) as f32;
    let far = Colour::hex(0xa6bccb).mix(Colour::hex(0xcfc4c4), step(0.5, 1.3, point.x));
    let tone = far.mix(Colour::hex(0x234a56), near.powf(0.85));
    let relief = value(point.x * 26.0 - point.y * 18.0, point.y * 30.0, 9) - 0.5;
    let drift = cloudy(point.x * 2.4 + ridge as f32, point.y * 7.0, 4, 200 + ridge);
    let mist =
        step(0.015, 0.15 + 0.06 * near, below) * (0.62 + 0.6 * (drift - 0.5)) * (1.0 - near * 0.35);
    (tone * (1.0 + relief * 0.07 * (0.4 + near))).mix(MIST, mist.clamp(0.0, 0.95))
}

/// The wood in front: three rows of firs, the nearest the darkest and tallest.
fn firs(point: Point, grounds: &[f32; 3]) -> Option<Colour> {
    let rows = [
        (0.028, 0.16, Colour::hex(0x0c2026)),
        (0.021, 0.12, Colour::hex(0x17333a)),
        (0.015, 0.085, Colour::hex(0x2b4c54)),
    ];
    let covers = |row: &usize| {
        let (ground, (spacing, height, _)) = (grounds[*row], rows[*row]);
        point.y > ground || is_fir(point, ground, spacing, height, 300 + *row as u32)
    };
    let row = (0..rows.len()).find(covers)?;
    let veil = cloudy(point.x * 2.0, point.y * 6.0, 3, 12) * 0.5;
    Some(rows[row].2.mix(MIST, veil * (0.1 + 0.16 * row as f32)))
}

/// Where a row of firs stands.
fn ground(row: usize, x: f32) -> f32 {
    let level = [0.985, 0.93, 0.885][row];
    level + 0.06 * (outline(x * 1.7, 2, 70 + row as u32) - 0.5)
}

/// Whether a point is in one of the trees around it: a cone of drooping branches.
fn is_fir(point: Point, ground: f32, spacing: f32, height: f32, seed: u32) -> bool {
    if point.y < ground - height {
        return false;
    }
    let column = whole(point.x / spacing);
    (column - 2..=column + 2).any(|tree| {
        let chance = |index: u32| scatter(tree, 3, seed + index * 31);
        let middle = (tree as f32 + 0.5 + (chance(0) - 0.5) * 0.9) * spacing;
        let tall = height * (0.55 + 0.45 * chance(1));
        let up = (ground - point.y) / tall;
        let whorl = (up * (11.0 + 3.0 * chance(2))).fract();
        let wide = (1.0 - up) * tall * 0.2 * (0.55 + 0.55 * (1.0 - whorl));
        (0.0..1.0).contains(&up) && (point.x - middle).abs() < wide.max(0.0008)
    })
}
