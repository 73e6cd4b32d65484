//! The whole score, layer by layer.

use super::super::brief::Brief;
use super::super::chance::Chance;
use super::super::form::{Bar, Section, form};
use super::super::grid::{Grid, Tick};
use super::super::harmony::Pitch;
use super::super::score::{Note, Score};
use super::super::style::{Layer, Play, Style};
use super::super::styles;
use super::{beat, chords, line, melody};

/// Composes the piece of a brief.
pub fn compose(brief: &Brief) -> Score {
    let style = styles::of(brief.mood);
    let chance = Chance::new(brief.seed);
    let grid = Grid::fit(brief.length, f64::from(brief.mood.tempo(brief.tempo)));
    let bars = form(&grid, style, &chance);
    let mut notes: Vec<Note> = Vec::new();
    for index in 0..style.layers.len() {
        notes.extend(Player::new(style, index, &bars, &chance).notes());
    }
    notes.retain(|note| note.start < grid.end() && note.start < note.end);
    notes.sort_by_key(|note| note.start);
    let ending = bars.last().map_or(grid.end(), |bar| bar.start);
    Score { grid, style, notes, ending }
}

/// One layer with what it must know to play.
pub struct Player<'a> {
    /// The mood.
    pub style: &'static Style,
    /// The layer.
    pub layer: &'static Layer,
    /// The bars of the piece.
    pub bars: &'a [Bar],
    /// Its own choices.
    pub chance: Chance,
    index: usize,
}

impl<'a> Player<'a> {
    fn new(style: &'static Style, index: usize, bars: &'a [Bar], chance: &Chance) -> Self {
        let chance = chance.branch("layer", index as u64);
        Self { style, layer: &style.layers[index], bars, chance, index }
    }

    /// What the layer plays in the whole piece, each note a little softer than written by chance.
    fn notes(&self) -> Vec<Note> {
        let mut notes = match &self.layer.plays {
            Play::Melody { around, rhythms } => melody::melody(self, *around, rhythms),
            _ => self.playing().flat_map(|bar| self.bar(bar)).collect(),
        };
        let mut hand = self.chance.branch("strength", 0);
        for note in &mut notes {
            note.strength *= hand.between(0.9, 1.0);
        }
        notes
    }

    fn bar(&self, bar: &Bar) -> Vec<Note> {
        match &self.layer.plays {
            Play::Hold { low } => chords::hold(self, bar, *low),
            Play::Chords { low, patterns } => chords::strike(self, bar, *low, patterns),
            Play::Arpeggio { low, patterns } => line::arpeggio(self, bar, *low, patterns),
            Play::Bass { low, patterns } => line::bass(self, bar, *low, patterns),
            Play::Beat { patterns, fill } => beat::beat(self, bar, patterns, *fill),
            Play::Opening => beat::opening(self, bar),
            Play::Swell => beat::swell(self, bar),
            Play::Bed => vec![self.note(bar.start, bar.end, beat::UNPITCHED, 1.0)],
            Play::Melody { .. } => Vec::new(),
        }
    }

    /// The bars in which the layer takes part. Everyone is there at the end.
    pub fn playing(&self) -> impl Iterator<Item = &'a Bar> {
        let energies = self.layer.from..=self.layer.to;
        let playing =
            move |bar: &&Bar| bar.section == Section::Ending || energies.contains(&bar.energy);
        self.bars.iter().filter(playing)
    }

    /// The pattern for a bar: the same throughout a section, another the next time round.
    pub fn pattern(&self, bar: &Bar, patterns: &'static [&'static str]) -> &'static str {
        let section = match bar.section {
            Section::Chorus => "chorus",
            _ => "verse",
        };
        self.chance.branch(section, bar.round).pick(patterns)
    }

    /// A note of this layer.
    pub fn note(&self, start: Tick, end: Tick, pitch: Pitch, strength: f32) -> Note {
        Note { start, end, pitch, strength, layer: self.index }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::STEP;
    use super::*;
    use crate::draft::{Millis, Mood};

    fn score(mood: Mood, seed: u64, seconds: u64) -> Score {
        compose(&Brief { mood, seed, tempo: None, length: Millis::from_secs(seconds) })
    }

    fn every_mood() -> impl Iterator<Item = Score> {
        Mood::ALL.into_iter().flat_map(|mood| [7, 20, 61].map(|seconds| score(mood, 3, seconds)))
    }

    #[test]
    fn the_same_brief_gives_the_same_notes() {
        for mood in Mood::ALL {
            assert_eq!(score(mood, 5, 30).notes, score(mood, 5, 30).notes);
        }
    }

    #[test]
    fn another_seed_gives_another_piece() {
        for mood in Mood::ALL {
            assert_ne!(score(mood, 1, 30).notes, score(mood, 2, 30).notes, "{mood:?}");
        }
    }

    #[test]
    fn every_note_is_struck_on_a_sixteenth_swung_where_the_mood_swings() {
        for score in every_mood() {
            let swing = score.style.swing;
            for note in &score.notes {
                let (step, off) = (note.start.0 / STEP, note.start.0 % STEP);
                assert_eq!(off, if step % 2 == 1 { swing } else { 0 }, "{note:?}");
            }
        }
    }

    #[test]
    fn notes_come_in_order_and_stay_within_the_piece() {
        for score in every_mood() {
            assert!(score.notes.windows(2).all(|pair| pair[0].start <= pair[1].start));
            assert!(score.notes.iter().all(|note| note.start < note.end));
            let tuned =
                |note: &&Note| !matches!(score.style.layers[note.layer].plays, Play::Beat { .. });
            assert!(score.notes.iter().filter(tuned).all(|note| note.end <= score.grid.end()));
        }
    }

    #[test]
    fn every_tuned_note_belongs_to_the_key() {
        for score in every_mood() {
            let chance = Chance::new(3);
            let bars = form(&score.grid, score.style, &chance);
            let key = bars[0].chord.key;
            let drums = [Play::Opening, Play::Swell, Play::Bed];
            let is_drum = |play: &Play| {
                matches!(play, Play::Beat { .. })
                    || drums
                        .iter()
                        .any(|drum| std::mem::discriminant(drum) == std::mem::discriminant(play))
            };
            for note in &score.notes {
                let layer = &score.style.layers[note.layer];
                assert!(is_drum(&layer.plays) || key.has(note.pitch), "{:?}", layer.sound);
            }
        }
    }

    #[test]
    fn the_last_bar_is_one_chord_that_rings_to_the_last_moment() {
        for score in every_mood() {
            let end = score.grid.end();
            let last: Vec<&Note> =
                score.notes.iter().filter(|note| note.start >= score.ending).collect();
            assert!(last.iter().filter(|note| note.end == end).count() >= 3);
            assert!(last.iter().any(|note| note.start == score.ending));
        }
    }

    #[test]
    fn something_is_heard_in_every_bar_even_of_the_shortest_pieces() {
        for mood in Mood::ALL {
            for millis in [1, 300, 1000, 2500, 4000] {
                let brief = Brief { mood, seed: 9, tempo: None, length: Millis(millis) };
                assert!(!compose(&brief).notes.is_empty(), "{mood:?} {millis} ms");
            }
        }
    }
}
