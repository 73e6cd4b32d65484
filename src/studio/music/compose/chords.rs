//! Chords: held through the bar, or struck in a pattern.

use super::super::form::{Bar, Section};
use super::super::harmony::Pitch;
use super::super::score::Note;
use super::pattern::{Stroke, strength, strokes};
use super::piece::Player;

/// The chord from the beginning of the bar to its end.
pub fn hold(player: &Player<'_>, bar: &Bar, low: Pitch) -> Vec<Note> {
    let notes = bar.chord.voicing(low).into_iter();
    notes.map(|pitch| player.note(bar.start, bar.end, pitch, 0.9)).collect()
}

/// The chord at every stroke of the pattern; at the end, once.
pub fn strike(
    player: &Player<'_>,
    bar: &Bar,
    low: Pitch,
    patterns: &'static [&'static str],
) -> Vec<Note> {
    if bar.section == Section::Ending {
        return hold(player, bar, low);
    }
    let pattern = player.pattern(bar, patterns);
    let strokes = strokes(pattern, player.style.swing).into_iter();
    strokes.flat_map(|stroke| chord(player, bar, low, &stroke)).collect()
}

fn chord(player: &Player<'_>, bar: &Bar, low: Pitch, stroke: &Stroke) -> Vec<Note> {
    let (start, end) = (bar.start.plus(stroke.start), bar.start.plus(stroke.end).min(bar.end));
    if start >= bar.end {
        return Vec::new();
    }
    let notes = bar.chord.voicing(low).into_iter();
    notes.map(|pitch| player.note(start, end, pitch, strength(stroke))).collect()
}
