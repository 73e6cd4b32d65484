//! A meadow in June: clouds, hills, a tree, flowers.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, step};
use super::super::noise::{cloudy, outline, scatter, value, whole};

const SKY: [(f32, Colour); 3] =
    [(0.0, Colour::hex(0x2a76cc)), (0.3, Colour::hex(0x72b2ea)), (0.56, Colour::hex(0xd4ecf6))];

/// The picture.
pub fn column(x: f32) -> Column {
    let hills = [0, 1, 2].map(|row| hill(x, row));
    Box::new(move |y| {
        let point = Point { x, y };
        let below = hills.map(|hill| y - hill);
        tree(point).unwrap_or_else(|| match below {
            [.., near] if near > 0.0 => grass(point, near),
            [_, middle, _] if middle > 0.0 => field(point, middle, Colour::hex(0x78b840), 0.08),
            [far, ..] if far > 0.0 => field(point, far, Colour::hex(0x6aa26a), 0.42),
            _ => sky(point),
        })
    })
}

fn hill(x: f32, row: u32) -> f32 {
    match row {
        0 => 0.55 - 0.09 * outline(x * 1.4 + 2.0, 3, 40),
        1 => 0.63 - 0.11 * outline(x * 1.0 + 5.3, 2, 41),
        _ => 0.7 - 0.06 * outline(x * 0.9 + 8.1, 2, 42),
    }
}

fn sky(point: Point) -> Colour {
    let base = gradient(&SKY, point.y);
    CLOUDS.iter().fold(base, |sky, cloud| cloud.over(point, sky))
}

/// A heap of cloud with a flat underside.
struct Cloud {
    /// The middle of its underside.
    base: (f32, f32),
    /// Half its width, and its height.
    extent: (f32, f32),
    seed: u32,
}

/// The farthest first.
const CLOUDS: [Cloud; 7] = [
    Cloud { base: (0.2, 0.5), extent: (0.16, 0.035), seed: 1 },
    Cloud { base: (0.82, 0.49), extent: (0.2, 0.04), seed: 2 },
    Cloud { base: (1.42, 0.47), extent: (0.15, 0.05), seed: 3 },
    Cloud { base: (0.5, 0.42), extent: (0.2, 0.085), seed: 4 },
    Cloud { base: (1.2, 0.34), extent: (0.2, 0.1), seed: 5 },
    Cloud { base: (0.2, 0.3), extent: (0.27, 0.16), seed: 6 },
    Cloud { base: (0.92, 0.2), extent: (0.3, 0.15), seed: 7 },
];

impl Cloud {
    fn over(&self, point: Point, sky: Colour) -> Colour {
        let across = (point.x - self.base.0) / self.extent.0;
        let up = (self.base.1 - point.y) / self.extent.1;
        if across.abs() > 1.3 || !(-0.4..1.5).contains(&up) {
            return sky;
        }
        let size = 5.0 / self.extent.1.max(0.06);
        let puffs = cloudy(point.x * size * 0.2, point.y * size * 0.24, 5, 600 + self.seed * 9);
        let heap =
            1.0 - across * across - (up.max(0.0) * 0.95).powi(2) - (up.min(0.0) * 4.2).powi(2);
        let density = heap * 0.75 + (puffs - 0.5) * 2.3;
        let lit = step(-0.1, 0.75, up * 0.8 + (puffs - 0.5) * 1.5 - across * 0.2);
        let cloud = Colour::hex(0xa8bfda).mix(Colour::hex(0xfffffb), lit);
        sky.mix(cloud, step(0.08, 0.42, density) * (0.94 - 0.4 * point.y))
    }
}

fn field(point: Point, below: f32, tone: Colour, haze: f32) -> Colour {
    let strips = value(point.x * 3.0 + below * 9.0, below * 26.0, 44);
    let sown = step(0.48, 0.52, value(point.x * 2.6 - below * 5.0, below * 11.0 + point.x, 51));
    let shade = step(0.45, 0.65, cloudy(point.x * 1.2, point.y * 3.0, 2, 46)) * 0.22;
    let grown = tone.mix(Colour::hex(0xb6cc5a), strips * 0.4 + sown * 0.3);
    (grown * (1.0 - shade)).mix(Colour::hex(0xc4deea), haze)
}

/// Grass that grows larger towards us, with flowers in it.
fn grass(point: Point, below: f32) -> Colour {
    let near = (below / 0.34).clamp(0.0, 1.0);
    let size = 0.0035 + 0.02 * near;
    let lean = (value(point.x * 5.0, point.y * 9.0, 47) - 0.5) * 0.7;
    let blades = value((point.x + lean * below) / size * 2.6, point.y / size * 0.42, 48);
    let clumps = cloudy(point.x * 5.0, point.y * 10.0, 3, 49);
    let dark = Colour::hex(0x4c942c).mix(Colour::hex(0x1d4f1c), near);
    let light = Colour::hex(0xa2cc48).mix(Colour::hex(0x7fbb36), near);
    let green = dark.mix(light, blades * 0.7 + clumps * 0.5 - 0.1);
    flowers(point, near).unwrap_or(green)
}

/// The nearest flower that covers a point.
fn flowers(point: Point, near: f32) -> Option<Colour> {
    (0..4).find_map(|layer: u32| {
        let row_height = 0.014 + 0.011 * layer as f32;
        let row = whole(point.y / row_height);
        (row - 1..=row + 1).find_map(|row| flower(point, near, row, row_height, layer))
    })
}

fn flower(point: Point, near: f32, row: i32, row_height: f32, layer: u32) -> Option<Colour> {
    let radius = row_height * (0.2 + 0.26 * near);
    let column = whole(point.x / row_height);
    let chance = |index: u32, column: i32| scatter(column, row, 500 + layer * 10 + index);
    (column - 1..=column + 1).find_map(|column| {
        let x = (column as f32 + chance(0, column)) * row_height;
        let y = (row as f32 + chance(1, column)) * row_height;
        let (dx, dy) = (point.x - x, (point.y - y) * 1.45);
        let away = (dx * dx + dy * dy).sqrt() / radius;
        let thicket = chance(2, column);
        if away > 1.0 || thicket > 0.4 || near < 0.06 + 0.2 * layer as f32 {
            return None;
        }
        let petals = 0.8 + 0.2 * (dy.atan2(dx) * 5.0 + chance(4, column) * 6.0).sin();
        let grows = thicket < 0.4 * step(0.36, 0.7, value(x * 4.0, y * 7.0, 60 + layer));
        (grows && away < petals).then(|| bloom(chance(3, column), away, layer))
    })
}

fn bloom(kind: f32, away: f32, layer: u32) -> Colour {
    let (petal, heart) = match (layer, kind) {
        (0 | 2, kind) if kind < 0.55 => (0xfbf8f0, 0xf4c230),
        (_, kind) if kind < 0.7 => (0xe23a32, 0x381418),
        (_, kind) if kind < 0.86 => (0xf8d038, 0xd88a1c),
        _ => (0x8a6cd8, 0xf0e090),
    };
    let petal = Colour::hex(petal) * (1.0 - 0.22 * away);
    petal.mix(Colour::hex(heart), step(0.42, 0.3, away))
}

/// A lone tree on the hill.
fn tree(point: Point) -> Option<Colour> {
    let (foot, top) = ((1.16, hill(1.16, 1) + 0.012), 0.36);
    let crown = (1.16, top + 0.075);
    if (point.x - foot.0).abs() > 0.17 || !(top - 0.1..foot.1).contains(&point.y) {
        return None;
    }
    let ragged = cloudy(point.x * 24.0, point.y * 24.0, 4, 74) - 0.5;
    let away = ((point.x - crown.0) / 0.105).powi(2) + ((point.y - crown.1) / 0.088).powi(2);
    if away.sqrt() + ragged * 0.75 < 0.93 {
        let light =
            step(1.5, -1.9, (point.x - crown.0) / 0.1 + (point.y - crown.1) / 0.09 + ragged * 2.4);
        return Some(Colour::hex(0x1c4222).mix(Colour::hex(0x86b03c), light));
    }
    let trunk = (point.x - foot.0).abs() < 0.0075 + 0.004 * step(foot.1 - 0.03, foot.1, point.y);
    (trunk && (crown.1..foot.1).contains(&point.y)).then(|| Colour::hex(0x3e2e22))
}
