//! A piece being played: notes are struck, layers mixed, room and echo added.

use super::super::grid::{SAMPLE_RATE, Tick};
use super::super::score::{Note, Score};
use super::super::sound::Sound;
use super::super::sound::bank::{Bank, smooth};
use super::super::style::{Layer, Tape};
use super::effect::{BLOCK, Block, Effect, SILENCE};
use super::voice::Voice;

/// How long a ducked layer takes to step back, in samples.
const STEP_BACK: u64 = SAMPLE_RATE as u64 / 100;
/// How much of the ending rings before it fades.
const RINGS: f32 = 0.3;

/// A piece, as far as it has been played.
pub struct Performance<'a> {
    score: &'a Score,
    bank: &'a Bank,
    position: u64,
    next_note: usize,
    layers: Vec<Vec<Voice<'a>>>,
    kicks: Vec<u64>,
    room: Effect,
    echo: Effect,
    tape: Option<Effect>,
}

impl<'a> Performance<'a> {
    /// Before the first note.
    pub fn new(score: &'a Score, bank: &'a Bank) -> Self {
        let style = score.style;
        Self {
            score,
            bank,
            position: 0,
            next_note: 0,
            layers: style.layers.iter().map(|_| Vec::new()).collect(),
            kicks: kicks(score),
            room: Effect::room(style.room),
            echo: Effect::echo(style.echo, score.grid.beat_seconds()),
            tape: (style.tape == Tape::Worn).then(Effect::worn_tape),
        }
    }

    /// The next moments. After the end there is silence.
    pub fn block(&mut self) -> Block {
        self.strike();
        let (mut dry, mut to_room, mut to_echo) = (SILENCE, SILENCE, SILENCE);
        for (index, layer) in self.score.style.layers.iter().enumerate() {
            let Some(block) = self.layer(index, layer) else { continue };
            add(&mut dry, &block, 1.0);
            add(&mut to_room, &block, layer.room);
            add(&mut to_echo, &block, layer.echo);
        }
        let echo = self.echo.process(&to_echo);
        add(&mut to_room, &echo, 0.3);
        add(&mut dry, &echo, 1.0);
        add(&mut dry, &self.room.process(&to_room), 1.0);
        let mut mixed = self.tape.as_mut().map_or(dry, |tape| tape.process(&dry));
        self.fade(&mut mixed);
        self.position += BLOCK as u64;
        mixed
    }

    /// Strikes the notes that begin in this block.
    fn strike(&mut self) {
        let end = self.position + BLOCK as u64;
        while let Some(note) = self.score.notes.get(self.next_note) {
            let start = self.score.grid.sample(note.start);
            if start >= end {
                break;
            }
            self.next_note += 1;
            self.strike_note(note, start);
        }
    }

    fn strike_note(&mut self, note: &Note, start: u64) {
        let layer = &self.score.style.layers[note.layer];
        let held = self.score.grid.sample(note.end).saturating_sub(start);
        let [delay, held] = [start.saturating_sub(self.position), held]
            .map(|samples| usize::try_from(samples).unwrap_or(usize::MAX));
        if let Some(recording) = self.bank.get(layer.sound, note.pitch) {
            let voice = Voice::strike(recording, layer, note.strength, delay, held);
            self.layers[note.layer].push(voice);
        }
    }

    /// What one layer sounds like in this block, if it sounds at all.
    fn layer(&mut self, index: usize, layer: &Layer) -> Option<Block> {
        if self.layers[index].is_empty() {
            return None;
        }
        let mut block = SILENCE;
        self.layers[index].retain_mut(|voice| voice.add_to(&mut block));
        if layer.duck > 0.0 {
            self.duck(&mut block, layer.duck);
        }
        Some(block)
    }

    /// Steps back around the strokes of the bass drum.
    fn duck(&self, block: &mut Block, depth: f32) {
        let (from, to) =
            (self.room_for_kick(self.position), self.room_for_kick(self.position + BLOCK as u64));
        for (index, frame) in block.iter_mut().enumerate() {
            let held_back = from + (to - from) * index as f32 / BLOCK as f32;
            *frame = frame.map(|side| side * (1.0 - depth * held_back));
        }
    }

    /// How much room the bass drum takes at a moment, 0 to 1.
    fn room_for_kick(&self, position: u64) -> f32 {
        let next = self.kicks.partition_point(|&kick| kick <= position);
        let recovery = self.score.grid.beat_seconds() * 0.7 * SAMPLE_RATE as f32;
        let after = next
            .checked_sub(1)
            .map_or(0.0, |last| 1.0 - smooth((position - self.kicks[last]) as f32 / recovery));
        let before = self
            .kicks
            .get(next)
            .map_or(0.0, |&kick| 1.0 - (kick - position) as f32 / STEP_BACK as f32);
        after.max(before)
    }

    /// Lets the ending ring, then fades it so that the last sample is silent.
    fn fade(&self, block: &mut Block) {
        let end = self.score.grid.samples();
        let ending = self.score.grid.sample(self.score.ending);
        let length = (end - ending) as f32;
        if self.position + (BLOCK as u64) < ending {
            return;
        }
        for (position, frame) in (self.position..).zip(block) {
            let left = (end.saturating_sub(position + 1)) as f32 / length;
            let gain = smooth(left / (1.0 - RINGS));
            *frame = frame.map(|side| side * gain);
        }
    }
}

/// When the bass drum is struck.
fn kicks(score: &Score) -> Vec<u64> {
    let is_kick = |note: &&Note| matches!(score.style.layers[note.layer].sound, Sound::Kick(_));
    let starts = score.notes.iter().filter(is_kick).map(|note: &Note| note.start);
    starts.map(|start: Tick| score.grid.sample(start)).collect()
}

fn add(sum: &mut Block, block: &Block, gain: f32) {
    if gain == 0.0 {
        return;
    }
    for (into, frame) in sum.iter_mut().zip(block) {
        into[0] += frame[0] * gain;
        into[1] += frame[1] * gain;
    }
}
