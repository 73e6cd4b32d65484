//! How fast the music goes: the same piece, composed anew.

use super::super::operation::{Operation, Property, Set, music};
use super::super::request::{Music, TempoWish};
use super::stage::Stage;
use super::{Note, Plan, Refusal, sound};
use crate::draft::{Generated, Segment};

/// Other beats a minute for the music there is; where there is none, new music of so many.
pub fn set(wish: TempoWish, stage: &mut Stage) -> Result<Plan, Refusal> {
    let pieces: Vec<Segment> = music(stage.draft()).into_iter().cloned().collect();
    if let (TempoWish::Beats(beats), true) = (wish, pieces.is_empty()) {
        return sound::add(&Music { tempo: Some(beats), ..Music::default() }, stage);
    }
    if pieces.is_empty() {
        return Err(Refusal::NoMusic);
    }
    let mut plan = Plan::default();
    for piece in &pieces {
        let Some(Generated::Music { mood, tempo, .. }) = &piece.generated else { continue };
        let was = mood.tempo(*tempo);
        let wanted = match wish {
            TempoWish::Beats(beats) => beats,
            TempoWish::Times(factor) => times(was, factor),
        };
        let beats = mood.tempo(Some(wanted));
        let note = beyond(piece, wanted).filter(|note| !plan.notes.contains(note));
        plan.notes.extend(note);
        if beats != was {
            let property = Property::Tempo(beats);
            plan.operations.push(Operation::Set(Set { id: piece.id.clone(), property }));
        }
    }
    let made = pieces.iter().any(|piece| piece.generated.is_some());
    if made { Ok(plan) } else { Err(Refusal::UnknownBeats) }
}

/// What is to be told where a mood cannot go that fast or that slowly.
pub fn beyond(piece: &Segment, wanted: u32) -> Option<Note> {
    let Some(Generated::Music { mood, .. }) = &piece.generated else { return None };
    let (slowest, fastest) = mood.tempos();
    let is_beyond = !(slowest..=fastest).contains(&wanted);
    is_beyond.then_some(Note::TempoBeyond { mood: *mood })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred")]
fn times(beats: u32, factor: f64) -> u32 {
    (f64::from(beats) * factor).round().clamp(1.0, 1000.0) as u32
}
