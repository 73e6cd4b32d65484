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
    let grid = Grid::fit(brief.length, style.tempo);
    let bars = form(&grid, style, &chance);
    let mut notes: Vec<Note> = Vec::new();
    for index in 0..style.layers.len() {
        notes.extend(Player::new(style, index, &bars, &chance).notes());
    }
    notes.retain(|note| note.start < grid.end());
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
