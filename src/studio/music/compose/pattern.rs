//! Patterns: a bar of sixteen steps written as a string.

use super::super::grid::{BAR, STEP};

/// One stroke of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// What is written there.
    pub symbol: char,
    /// Which sixteenth of the bar.
    pub step: u32,
    /// Ticks from the beginning of the bar.
    pub start: u32,
    /// Ticks until it is let go.
    pub end: u32,
}

/// The strokes of a pattern, with every second sixteenth late by `swing` ticks.
pub fn strokes(pattern: &str, swing: u32) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for (step, symbol) in (0..BAR / STEP).zip(pattern.chars()) {
        match symbol {
            '.' => {}
            '-' => hold(&mut strokes, step, swing),
            _ => strokes.push(Stroke {
                symbol,
                step,
                start: tick(step, swing),
                end: tick(step + 1, swing),
            }),
        }
    }
    strokes
}

/// How hard a stroke of that symbol is struck, on or off the beat.
pub fn strength(stroke: &Stroke) -> f32 {
    match stroke.symbol {
        'X' => 1.0,
        'x' => 0.8,
        'o' => 0.5,
        _ if stroke.step.is_multiple_of(4) => 0.9,
        _ if stroke.step.is_multiple_of(2) => 0.78,
        _ => 0.68,
    }
}

fn hold(strokes: &mut [Stroke], step: u32, swing: u32) {
    if let Some(last) = strokes.last_mut() {
        last.end = tick(step + 1, swing);
    }
}

/// Where a sixteenth falls, counted from the beginning of the bar.
pub const fn tick(step: u32, swing: u32) -> u32 {
    step * STEP + if step % 2 == 1 { swing } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_holds_the_stroke_before_it() {
        let found = strokes("x---..o-", 0);
        let spans: Vec<_> = found.iter().map(|stroke| (stroke.start, stroke.end)).collect();
        assert_eq!(spans, [(0, 24), (36, 48)]);
    }

    #[test]
    fn swing_delays_every_second_sixteenth_only() {
        let starts: Vec<u32> = strokes("xxxx", 2).iter().map(|stroke| stroke.start).collect();
        assert_eq!(starts, [0, 8, 12, 20]);
    }
}
