//! A tune: a motif, the motif again over other chords, and an answer.
//!
//! A phrase is four bars: motif, reply, motif, close. The same motif makes the same choices each
//! time it comes, and the chords bend them, which is how tunes are remembered and still go on.

use super::super::chance::Chance;
use super::super::form::{Bar, Section};
use super::super::harmony::{Direction, Pitch};
use super::super::score::Note;
use super::pattern::{Stroke, strength, strokes};
use super::piece::Player;

/// Which idea each bar of a phrase takes up.
const IDEAS: [u64; 4] = [0, 1, 0, 2];
/// How far a tune goes from where it keeps returning, in semitones.
const REACH: u8 = 9;

/// The tune of the whole piece.
pub fn melody(player: &Player<'_>, around: Pitch, rhythms: &'static [&'static str]) -> Vec<Note> {
    let mut here = around;
    let mut notes = Vec::new();
    for bar in player.playing() {
        if bar.section == Section::Ending {
            notes.push(player.note(bar.start, bar.end, last_note(bar, here), 0.9));
            continue;
        }
        let (section, idea) = (section_name(bar), bar.round * 8 + IDEAS[bar.place % IDEAS.len()]);
        let mut chance = player.chance.branch(section, idea);
        let rhythm = chance.pick(rhythms);
        for stroke in strokes(rhythm, player.style.swing) {
            here = step(bar, here, around, &stroke, &mut chance);
            notes.extend(sung(player, bar, here, &stroke));
        }
    }
    notes
}

const fn section_name(bar: &Bar) -> &'static str {
    match bar.section {
        Section::Chorus => "chorus tune",
        _ => "verse tune",
    }
}

/// The tonic nearest to where the tune is.
fn last_note(bar: &Bar, here: Pitch) -> Pitch {
    let above = here.up_to_class(bar.chord.root());
    if above.0 - here.0 > 6 { Pitch(above.0 - 12) } else { above }
}

/// The next note: on the chord for strong strokes, a step of the scale for passing ones.
fn step(bar: &Bar, here: Pitch, around: Pitch, stroke: &Stroke, chance: &mut Chance) -> Pitch {
    let leap = chance.below(8);
    let wish = chance.unit();
    let direction = direction(here, around, wish);
    match stroke.symbol {
        'o' => bar.chord.key.neighbour(here, direction),
        _ => {
            let semitones = [0, 2, 2, 3, 3, 4, 5, 7][leap];
            let aim = match direction {
                Direction::Up => Pitch(here.0 + semitones),
                Direction::Down => Pitch(here.0 - semitones),
            };
            bar.chord.nearest(within(aim, around))
        }
    }
}

/// The further away the tune is, the more it wants back.
fn direction(here: Pitch, around: Pitch, wish: f32) -> Direction {
    let away = (f32::from(here.0) - f32::from(around.0)) / f32::from(REACH);
    if wish - 0.5 > away * 0.5 { Direction::Up } else { Direction::Down }
}

fn within(pitch: Pitch, around: Pitch) -> Pitch {
    Pitch(pitch.0.clamp(around.0 - REACH, around.0 + REACH))
}

fn sung(player: &Player<'_>, bar: &Bar, pitch: Pitch, stroke: &Stroke) -> Option<Note> {
    let (start, end) = (bar.start.plus(stroke.start), bar.start.plus(stroke.end).min(bar.end));
    let strength = strength(stroke).max(0.65);
    (start < bar.end).then(|| player.note(start, end, pitch, strength))
}
