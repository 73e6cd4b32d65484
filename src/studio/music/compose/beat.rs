//! Drums, and the sounds that mark where a phrase begins and ends.

use super::super::form::{Bar, Section};
use super::super::harmony::Pitch;
use super::super::score::Note;
use super::super::sound::Sound;
use super::pattern::{strength, strokes};
use super::piece::Player;

/// The pitch of what has none.
pub const UNPITCHED: Pitch = Pitch(60);

/// A drum in a bar; at the end only what marks the last stroke.
pub fn beat(
    player: &Player<'_>,
    bar: &Bar,
    patterns: &'static [&'static str],
    fill: Option<&'static str>,
) -> Vec<Note> {
    if bar.section == Section::Ending {
        return last_stroke(player, bar);
    }
    let usual = player.pattern(bar, patterns);
    let pattern = if bar.closes { fill.unwrap_or(usual) } else { usual };
    let strokes = strokes(pattern, player.style.swing).into_iter();
    let inside = strokes.filter(|stroke| bar.start.plus(stroke.start) < bar.end);
    let notes = inside.map(|stroke| {
        let (start, end) = (bar.start.plus(stroke.start), bar.start.plus(stroke.end));
        player.note(start, end, UNPITCHED, strength(&stroke))
    });
    notes.collect()
}

fn last_stroke(player: &Player<'_>, bar: &Bar) -> Vec<Note> {
    match player.layer.sound {
        Sound::Kick(_) | Sound::GreatDrum => {
            vec![player.note(bar.start, bar.end, UNPITCHED, 1.0)]
        }
        _ => Vec::new(),
    }
}

/// Once where a phrase begins, and at the end.
pub fn opening(player: &Player<'_>, bar: &Bar) -> Vec<Note> {
    let opens =
        bar.section == Section::Ending || (bar.place == 0 && bar.section != Section::Introduction);
    if opens { vec![player.note(bar.start, bar.end, UNPITCHED, 0.9)] } else { Vec::new() }
}

/// Through the bar that closes a phrase.
pub fn swell(player: &Player<'_>, bar: &Bar) -> Vec<Note> {
    let swells = bar.closes && bar.section != Section::Ending;
    if swells { vec![player.note(bar.start, bar.end, UNPITCHED, 0.9)] } else { Vec::new() }
}
