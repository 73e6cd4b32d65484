//! Box drawing and blocks as rectangles of a cell, so that neighbours meet without a seam.

/// A rectangle within a cell, in pixels: left, top, right, bottom.
pub type Rectangle = [u32; 4];

/// A stroke's thickness: none, light, heavy.
type Arms = [u8; 4];

/// What a sign is made of, and how strongly it covers, from 0 to 255; nothing for a sign that fonts draw.
pub fn of(sign: char, width: u32, height: u32) -> Option<(Vec<Rectangle>, u8)> {
    if let Some(arms) = arms(sign) {
        return Some((cross(arms, width, height), 255));
    }
    if let Some(rectangles) = dashes(sign, width, height) {
        return Some((rectangles, 255));
    }
    let code = u32::from(sign);
    let part = |length: u32, eighths: u32| (length * eighths + 4) / 8;
    let (middle, half) = (width / 2, height / 2);
    let rectangle = match code {
        0x2580 => [0, 0, width, half],
        0x2581..=0x2588 => [0, height - part(height, code - 0x2580).max(1), width, height],
        0x2589..=0x258f => [0, 0, part(width, 0x2590 - code).max(1), height],
        0x2590 => [middle, 0, width, height],
        0x2591..=0x2593 => {
            let share = [64, 110, 170][usize::try_from(code - 0x2591).ok()?];
            return Some((vec![[0, 0, width, height]], share));
        }
        0x2594 => [0, 0, width, part(height, 1).max(1)],
        0x2595 => [width - part(width, 1).max(1), 0, width, height],
        0x2596..=0x259f => return Some((quadrants(code, width, height), 255)),
        _ => return None,
    };
    Some((vec![rectangle], 255))
}

/// The arms of a sign: up, right, down, left.
fn arms(sign: char) -> Option<Arms> {
    Some(match sign {
        '─' => [0, 1, 0, 1],
        '━' => [0, 2, 0, 2],
        '│' => [1, 0, 1, 0],
        '┃' => [2, 0, 2, 0],
        '┌' | '╭' => [0, 1, 1, 0],
        '┐' | '╮' => [0, 0, 1, 1],
        '└' | '╰' => [1, 1, 0, 0],
        '┘' | '╯' => [1, 0, 0, 1],
        '├' => [1, 1, 1, 0],
        '┤' => [1, 0, 1, 1],
        '┬' => [0, 1, 1, 1],
        '┴' => [1, 1, 0, 1],
        '┼' => [1, 1, 1, 1],
        '╵' => [1, 0, 0, 0],
        '╶' => [0, 1, 0, 0],
        '╷' => [0, 0, 1, 0],
        '╴' => [0, 0, 0, 1],
        _ => return None,
    })
}

fn cross([up, right, down, left]: Arms, width: u32, height: u32) -> Vec<Rectangle> {
    let light = (width / 10).max(1);
    // A stroke lies around the middle; `from` and `to` are its edges across.
    let across = |arm: u8, length: u32| {
        let thick = light * u32::from(arm) + u32::from(arm / 2);
        let from = (length - thick) / 2;
        (from, from + thick)
    };
    let mut found = Vec::new();
    let widest = up.max(down);
    let highest = left.max(right);
    let (meets_left, meets_right) = across(widest.max(1), width);
    let (meets_top, meets_bottom) = across(highest.max(1), height);
    if left > 0 {
        let (top, bottom) = across(left, height);
        found.push([0, top, meets_right, bottom]);
    }
    if right > 0 {
        let (top, bottom) = across(right, height);
        found.push([meets_left, top, width, bottom]);
    }
    if up > 0 {
        let (from, to) = across(up, width);
        found.push([from, 0, to, meets_bottom]);
    }
    if down > 0 {
        let (from, to) = across(down, width);
        found.push([from, meets_top, to, height]);
    }
    found
}

/// Broken strokes: `┈` along, `┊` down.
fn dashes(sign: char, width: u32, height: u32) -> Option<Vec<Rectangle>> {
    let light = (width / 10).max(1);
    let dash = |at: u32, length: u32| (at * length / 4, at * length / 4 + (length / 8).max(1));
    let (row, column) = ((height - light) / 2, (width - light) / 2);
    Some(match sign {
        '┈' => (0..4)
            .map(|at| (dash(at, width), row))
            .map(|((from, to), row)| [from, row, to, row + light])
            .collect(),
        '┊' => (0..4)
            .map(|at| dash(at, height))
            .map(|(from, to)| [column, from, column + light, to])
            .collect(),
        _ => return None,
    })
}

/// The quarters of a cell that a sign fills.
fn quadrants(code: u32, width: u32, height: u32) -> Vec<Rectangle> {
    let quarters: &[(u32, u32)] = match code {
        0x2596 => &[(0, 1)],
        0x2597 => &[(1, 1)],
        0x2598 => &[(0, 0)],
        0x2599 => &[(0, 0), (0, 1), (1, 1)],
        0x259a => &[(0, 0), (1, 1)],
        0x259b => &[(0, 0), (1, 0), (0, 1)],
        0x259c => &[(0, 0), (1, 0), (1, 1)],
        0x259d => &[(1, 0)],
        0x259e => &[(1, 0), (0, 1)],
        _ => &[(1, 0), (0, 1), (1, 1)],
    };
    let edge = |half: u32, length: u32| half * length / 2 + if half == 2 { length % 2 } else { 0 };
    quarters
        .iter()
        .map(|(x, y)| [edge(*x, width), edge(*y, height), edge(x + 1, width), edge(y + 1, height)])
        .collect()
}
