//! Lines below and around the tune: basses and arpeggios.

use super::super::form::{Bar, Section};
use super::super::harmony::{Direction, Pitch};
use super::super::score::Note;
use super::pattern::{Stroke, strength, strokes, tick};
use super::piece::Player;

/// The bass of a bar; at the end, the root.
pub fn bass(
    player: &Player<'_>,
    bar: &Bar,
    low: Pitch,
    patterns: &'static [&'static str],
) -> Vec<Note> {
    if bar.section == Section::Ending {
        let root = low.up_to_class(bar.chord.root());
        return vec![player.note(bar.start, bar.end, root, 1.0)];
    }
    let pitch = |stroke: &Stroke| bass_pitch(bar, low, stroke.symbol);
    line(player, bar, player.pattern(bar, patterns), pitch)
}

fn bass_pitch(bar: &Bar, low: Pitch, symbol: char) -> Pitch {
    let root = low.up_to_class(bar.chord.root());
    match symbol {
        '5' => root.up_to_class(bar.chord.fifth()),
        '3' => root.up_to_class(bar.chord.third()),
        '8' => root.octaves_up(1),
        'n' => approach(bar, low),
        _ => root,
    }
}

/// The note of the scale next to the coming root, on the side of the present one.
fn approach(bar: &Bar, low: Pitch) -> Pitch {
    let (here, there) = (low.up_to_class(bar.chord.root()), low.up_to_class(bar.next.root()));
    let from = if here > there { Direction::Up } else { Direction::Down };
    bar.chord.key.neighbour(there, from)
}

/// The chord of a bar note by note; at the end it is rolled upward once and left to ring.
pub fn arpeggio(
    player: &Player<'_>,
    bar: &Bar,
    low: Pitch,
    patterns: &'static [&'static str],
) -> Vec<Note> {
    let notes = bar.chord.voicing(low);
    if bar.section == Section::Ending {
        return roll(player, bar, &notes);
    }
    let pitch = |stroke: &Stroke| {
        let index = stroke.symbol.to_digit(16).unwrap_or(0) as usize;
        notes[index % notes.len()].octaves_up(index / notes.len())
    };
    line(player, bar, player.pattern(bar, patterns), pitch)
}

fn roll(player: &Player<'_>, bar: &Bar, notes: &[Pitch]) -> Vec<Note> {
    let rolled = (0..).zip(notes).map(|(index, &pitch)| {
        let start = bar.start.plus(tick(index, player.style.swing)).min(bar.end);
        player.note(start, bar.end, pitch, 0.8)
    });
    rolled.collect()
}

/// One note for every stroke of a pattern.
fn line(
    player: &Player<'_>,
    bar: &Bar,
    pattern: &str,
    pitch: impl Fn(&Stroke) -> Pitch,
) -> Vec<Note> {
    let strokes = strokes(pattern, player.style.swing).into_iter();
    let inside = strokes.filter(|stroke| bar.start.plus(stroke.start) < bar.end);
    let notes = inside.map(|stroke| {
        let (start, end) = (bar.start.plus(stroke.start), bar.start.plus(stroke.end).min(bar.end));
        player.note(start, end, pitch(&stroke), strength(&stroke))
    });
    notes.collect()
}
