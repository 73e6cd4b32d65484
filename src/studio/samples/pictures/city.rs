//! A city at night across the water.

use super::super::canvas::{Column, Point};
use super::super::colour::{Colour, gradient, step};
use super::super::noise::{cloudy, scatter, value, whole};

const SHORE: f32 = 0.66;

const SKY: [(f32, Colour); 4] = [
    (0.0, Colour::hex(0x080c24)),
    (0.3, Colour::hex(0x181d4a)),
    (0.52, Colour::hex(0x4a2f6a)),
    (0.67, Colour::hex(0xc05a6e)),
];

/// The picture.
pub fn column(x: f32) -> Column {
    Box::new(move |y| {
        let point = Point { x, y };
        if y < SHORE { land(point) } else { water(point) }
    })
}

/// Rows of houses, the farthest first.
struct Row {
    /// How wide a plot is.
    plot: f32,
    /// The lowest and highest roofs above the shore.
    roofs: (f32, f32),
    wall: Colour,
    /// Size of a window.
    window: (f32, f32),
    /// How many windows are lit, and how brightly.
    lit: (f32, f32),
    seed: u32,
}

const ROWS: [Row; 3] = [
    Row {
        plot: 0.034,
        roofs: (0.1, 0.3),
        wall: Colour::hex(0x4b3668),
        window: (0.0052, 0.0062),
        lit: (0.3, 0.4),
        seed: 1,
    },
    Row {
        plot: 0.062,
        roofs: (0.09, 0.42),
        wall: Colour::hex(0x24204a),
        window: (0.0072, 0.0092),
        lit: (0.52, 0.85),
        seed: 2,
    },
    Row {
        plot: 0.085,
        roofs: (0.04, 0.22),
        wall: Colour::hex(0x10102a),
        window: (0.0098, 0.0118),
        lit: (0.54, 1.0),
        seed: 3,
    },
];

fn land(point: Point) -> Colour {
    let front = ROWS.iter().rev().find_map(|row| row.colour(point));
    let haze = Colour::hex(0xff8c70) * (0.2 * step(SHORE - 0.16, SHORE, point.y));
    front.map_or_else(|| sky(point), |tone| tone + haze * 0.6)
}

fn sky(point: Point) -> Colour {
    let away = point.distance(0.56, 0.14);
    if away < 0.0465 {
        let seas = step(0.4, 0.62, cloudy(point.x * 22.0, point.y * 22.0, 3, 8));
        return Colour::hex(0xfaf2dc).mix(Colour::hex(0xc9c3c4), seas * 0.7);
    }
    let halo = Colour::hex(0x8c96d8) * (0.34 * (-away * 7.0).exp());
    let veil = step(0.5, 0.8, cloudy(point.x * 1.5 + 4.0, point.y * 5.0, 4, 15));
    let tone =
        gradient(&SKY, point.y).mix(Colour::hex(0x6c4c80), veil * 0.4 * step(0.05, 0.5, point.y));
    tone + halo + stars(point) * (1.0 - veil)
}

fn stars(point: Point) -> Colour {
    let (column, row) = (whole(point.x * 130.0), whole(point.y * 130.0));
    let bright = scatter(column, row, 51);
    let place =
        |seed: u32, cell: i32| (cell as f32 + 0.25 + 0.5 * scatter(column, row, seed)) / 130.0;
    let away = point.distance(place(52, column), place(53, row));
    let shines = step(0.955, 1.0, bright) * step(0.0014, 0.0004, away) * step(0.45, 0.1, point.y);
    Colour::hex(0xfffbf0) * shines
}

impl Row {
    /// What this row shows at a point: wall or window, or nothing above the roofs.
    fn colour(&self, point: Point) -> Option<Colour> {
        let plot = whole(point.x / self.plot);
        let across = point.x - plot as f32 * self.plot;
        let chance = |index: u32| scatter(plot, 7, self.seed * 97 + index);
        let roof = SHORE - self.roof(plot, across);
        if point.y < roof {
            return self.beacon(point, plot, roof);
        }
        let warmth = chance(4);
        let lamp = Colour::hex(0xffc46a).mix(Colour::hex(0xbfdcff), step(0.62, 0.8, warmth));
        let top_down = (point.y - roof).min(0.5);
        let wall = self
            .wall
            .mix(Colour::hex(0x7a4672), 0.16 * chance(5) + 0.3 * (top_down - 0.2).max(0.0));
        Some(wall.mix(lamp, self.light(point, plot, across)))
    }

    /// The height of the roof, with a narrower storey on some towers.
    fn roof(&self, plot: i32, across: f32) -> f32 {
        let tall = scatter(plot, 1, self.seed).powi(2);
        let height = self.roofs.0 + (self.roofs.1 - self.roofs.0) * tall;
        let edge = (across / self.plot - 0.5).abs();
        let tower = scatter(plot, 2, self.seed);
        match tower {
            _ if edge > 0.47 => height * 0.55,
            _ if tower > 0.55 && edge > 0.3 => height * 0.86,
            _ => height,
        }
    }

    /// How bright the window at a point is.
    fn light(&self, point: Point, plot: i32, across: f32) -> f32 {
        let (wide, high) = self.window;
        let (column, storey) = (whole(across / wide), whole((SHORE - point.y) / high));
        let inside =
            |at: f32, size: f32, share: f32| ((at / size).fract() - 0.5).abs() < share / 2.0;
        let is_window = inside(across, wide, 0.56) && inside(SHORE - point.y, high, 0.5);
        let tenant = scatter(plot * 64 + column, storey, self.seed + 20);
        let margins = across < wide || across > self.plot - wide * 1.4 || storey == 0;
        let shines = is_window && !margins && tenant < self.lit.0;
        if shines {
            self.lit.1 * (0.45 + 0.55 * scatter(storey, plot * 64 + column, 9))
        } else {
            0.0
        }
    }

    /// A red lamp on a mast, on the highest towers.
    fn beacon(&self, point: Point, plot: i32, roof: f32) -> Option<Colour> {
        let is_high = self.seed == 2 && scatter(plot, 1, self.seed) > 0.72;
        let middle = (plot as f32 + 0.5) * self.plot;
        let mast = (point.x - middle).abs() < 0.0011 && point.y > roof - 0.05;
        let lamp = point.distance(middle, roof - 0.052) < 0.0032;
        match (is_high, lamp, mast) {
            (true, true, _) => Some(Colour::hex(0xff5a4c)),
            (true, false, true) => Some(self.wall),
            _ => None,
        }
    }
}

/// The city upside down, torn into streaks that lengthen towards us.
fn water(point: Point) -> Colour {
    let depth = (point.y - SHORE) / (1.0 - SHORE);
    let near = 1.0 / (depth + 0.08);
    let ripple = value(point.x * near * 2.2, near * 26.0, 61) - 0.5;
    let mut sum = Colour([0.0; 3]);
    for sample in 0..3 {
        let stretch = (sample as f32 - 1.0) * (0.008 + 0.05 * depth);
        let mirrored =
            SHORE - (point.y - SHORE) * 1.15 - 0.004 - stretch.abs() * 0.5 + stretch * 0.4;
        let shifted =
            Point { x: point.x + ripple * (0.006 + 0.03 * depth), y: mirrored.min(SHORE - 0.001) };
        sum = sum + land(shifted) * (1.0 / 3.0);
    }
    let deep = Colour::hex(0x0b0f2a).mix(Colour::hex(0x2b2048), 0.5 - 0.5 * depth);
    sum.mix(deep, 0.34 + 0.3 * depth) * (1.0 + ripple * 0.4)
}
