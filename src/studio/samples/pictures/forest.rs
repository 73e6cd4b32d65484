//! A beech wood in the morning: trunks before the light, beams through the leaves, a path.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, smooth, step};
use super::super::noise::{cloudy, outline, scatter, value, whole};

/// Where the light comes from.
const LIGHT: (f32, f32) = (0.86, 0.2);
const GROUND: f32 = 0.7;
/// Rows of trunks.
const ROWS: u32 = 6;

const AIR: [(f32, Colour); 4] = [
    (0.0, Colour::hex(0xfdf4c4)),
    (0.22, Colour::hex(0xe6e094)),
    (0.55, Colour::hex(0x8fb062)),
    (1.1, Colour::hex(0x3f6c48)),
];

/// The picture.
pub fn column(x: f32) -> Column {
    let trunks = trunks_near(x);
    let horizon = floor(x, 0);
    let edge = canopy_edge(x);
    Box::new(move |y| {
        let point = Point { x, y };
        let behind = air(point);
        let trunk =
            trunks.iter().find_map(|trunk| Some(trunk.colour(point)?.mix(behind, trunk.haze)));
        let scene = match trunk {
            Some(tone) => tone,
            None if y > horizon => ground(point, behind),
            None => behind,
        };
        canopy(point, edge, scene) + Colour::hex(0xfff0b4) * (beams(point) * 0.34)
    })
}

fn air(point: Point) -> Colour {
    let leaves = cloudy(point.x * 9.0, point.y * 9.0, 2, 7) - 0.5;
    gradient(&AIR, point.distance(LIGHT.0, LIGHT.1 + 0.12) + leaves * 0.12)
}

fn floor(x: f32, row: u32) -> f32 {
    GROUND + row as f32 * 0.05 + 0.02 * (outline(x * 2.0, 3, 90 + row) - 0.5)
}

/// A tree below its crown.
struct Trunk {
    foot: f32,
    ground: f32,
    half: f32,
    /// How far it leans over its height.
    lean: f32,
    /// How much of the bright air lies before it, 0 to 1.
    haze: f32,
    row: u32,
}

/// The trunks that may cover a point of a column, the nearest first.
fn trunks_near(x: f32) -> Vec<Trunk> {
    let near = |row: u32| {
        let spacing = 0.085 + 0.24 * nearness(row);
        let column = whole(x / spacing);
        (column - 1..=column + 1).map(move |tree| Trunk::grown(tree, row, spacing))
    };
    let reach = |trunk: &Trunk| trunk.half * 2.0 + trunk.lean.abs() * trunk.ground + 0.01;
    let trunks = (0..ROWS).rev().flat_map(near);
    trunks
        .filter(|trunk| trunk.leaves_the_light_free() && (x - trunk.foot).abs() < reach(trunk))
        .collect()
}

fn nearness(row: u32) -> f32 {
    row as f32 / (ROWS - 1) as f32
}

impl Trunk {
    fn grown(tree: i32, row: u32, spacing: f32) -> Self {
        let near = nearness(row);
        let chance = |index: u32| scatter(tree, row.cast_signed(), 800 + index);
        let foot = (tree as f32 + 0.5 + (chance(0) - 0.5) * 0.7) * spacing;
        Self {
            foot,
            ground: floor(foot, row),
            half: (0.0055 + 0.034 * near * near) * (0.75 + 0.5 * chance(2)),
            lean: (chance(1) - 0.5) * 0.1,
            haze: 0.78 * (1.0 - near).powf(1.1),
            row,
        }
    }

    fn leaves_the_light_free(&self) -> bool {
        (self.foot - LIGHT.0).abs() > if nearness(self.row) > 0.5 { 0.2 } else { 0.07 }
    }

    /// The colour of the bark at a point, if the trunk is there: round, and wider at its root.
    fn colour(&self, point: Point) -> Option<Colour> {
        let bend = 0.006 * (value(point.y * 5.0, 0.5, 20 + self.row) - 0.5);
        let sway = self.lean * (self.ground - point.y) + bend;
        let flare = 1.0 + 0.8 * step(self.ground - 0.09, self.ground + 0.01, point.y).powi(3);
        let across = (point.x - self.foot - sway) / (self.half * flare);
        let inside = across.abs() < 1.0 && point.y < self.ground + 0.008 * (1.0 - across * across);
        inside.then(|| bark(point, across, self.foot))
    }
}

fn bark(point: Point, across: f32, foot: f32) -> Colour {
    let towards_light = if foot < LIGHT.0 { across } else { -across };
    let grain = value(point.x * 190.0, point.y * 16.0, 33) * 0.5
        + value(point.x * 60.0, point.y * 40.0, 34) * 0.5;
    let tone = Colour::hex(0x2a261c).mix(Colour::hex(0x4c4430), grain);
    let rim = step(0.45, 1.0, towards_light) * 0.55;
    let moss =
        step(0.5, 0.75, value(point.x * 30.0, point.y * 12.0, 35)) * step(0.35, 0.8, point.y) * 0.5;
    tone.mix(Colour::hex(0x4a6a2a), moss).mix(Colour::hex(0xe8d88c), rim)
}

/// How far down the leaves hang.
fn canopy_edge(x: f32) -> f32 {
    0.2 + 0.16 * outline(x * 2.2, 3, 61) - 0.12 * (-(x - LIGHT.0).powi(2) * 9.0).exp()
}

/// Leaves overhead: dark near us, bright before the light.
fn canopy(point: Point, edge: f32, scene: Colour) -> Colour {
    if point.y > edge + 0.4 {
        return scene;
    }
    let clumps = cloudy(point.x * 7.0, point.y * 8.0, 4, 62);
    let thick = step(0.42, 0.62, clumps + (edge - point.y) * 1.5);
    let sprays = cloudy(point.x * 30.0, point.y * 30.0, 2, 63);
    let lit = (-point.distance(LIGHT.0, LIGHT.1) * 2.6).exp();
    let leaf = Colour::hex(0x24441e)
        .mix(Colour::hex(0xb8c84a), (lit * 0.9 + (sprays - 0.5) * 0.7).clamp(0.0, 1.0));
    scene.mix(leaf, thick * (0.92 - 0.35 * lit))
}

/// Moss and fallen leaves, and a path that leads to the light.
fn ground(point: Point, behind: Colour) -> Colour {
    let depth = ((point.y - GROUND) / (1.0 - GROUND)).clamp(0.0, 1.0);
    let size = 1.0 / (0.25 + depth);
    let litter = cloudy(point.x * 22.0 * size, point.y * 46.0 * size, 3, 41);
    let moss = Colour::hex(0x3c5c26).mix(Colour::hex(0x8a9c3e), litter);
    let leaf = Colour::hex(0x6c4824).mix(Colour::hex(0xb07c3a), litter);
    let floor = moss.mix(leaf, step(0.42, 0.62, cloudy(point.x * 4.0, point.y * 9.0, 3, 42)));
    let middle = LIGHT.0 - 0.02 + 0.1 * (depth * 3.0).sin() * depth;
    let off_path = (point.x - middle).abs() / (0.035 + 0.26 * depth);
    let path = Colour::hex(0xa68a58).mix(Colour::hex(0xd6bd84), litter);
    let trodden = floor.mix(path, smooth(1.25 - off_path + (litter - 0.5) * 0.6));
    let light = (-point.distance(LIGHT.0, GROUND) * 2.4).exp();
    (trodden * (0.5 + 0.75 * light)).mix(behind, 0.6 * (1.0 - step(0.0, 0.3, depth)))
}

/// Beams that fan out from the light, broken by the leaves.
fn beams(point: Point) -> f32 {
    let (dx, dy) = (point.x - LIGHT.0, point.y - LIGHT.1 + 0.25);
    let angle = dx.atan2(dy);
    let fan = cloudy(angle * 11.0, 0.5, 3, 52);
    let fade = (-(dx * dx + dy * dy).sqrt() * 1.3).exp() * step(0.05, 0.3, dy);
    step(0.42, 0.72, fan) * fade * 1.7
}
