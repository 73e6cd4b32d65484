//! Ducking, whole tracks, and sound on a track of its own.

use super::super::operation::{Detach, Operation, Property, Set, music};
use super::super::request::{Level, Reference};
use super::sound::with_sound;
use super::stage::Stage;
use super::{Note, Plan, Refusal};

/// The music goes down while clips can be heard.
pub fn duck(by: Option<u32>, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = music(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoMusic);
    }
    if by.is_some() && with_sound(&[], stage).is_err() {
        return Err(Refusal::NothingToDuckUnder);
    }
    let set = |id: &crate::draft::SegmentId| {
        Operation::Set(Set { id: id.clone(), property: Property::Ducking(by) })
    };
    Ok(pieces.iter().map(|piece| set(&piece.id)).collect::<Vec<_>>().into())
}

/// A whole track louder or quieter.
pub fn track(label: &str, level: Level, stage: &Stage) -> Result<Plan, Refusal> {
    let draft = stage.draft();
    let found = (0..draft.tracks.len()).find(|index| draft.track_label(*index) == label);
    let index = found.ok_or_else(|| Refusal::NoSuchTrack { label: label.to_owned() })?;
    let was = draft.tracks[index].volume.unwrap_or(1.0);
    let wanted = match level {
        Level::To(volume) => volume,
        Level::Times(factor) => (was * factor * 100.0).round() / 100.0,
    };
    let notes = (wanted > 1.0).then_some(Note::Loudest).into_iter().collect();
    let operations = vec![Operation::TrackVolume(index, wanted.clamp(0.0, 1.0))];
    Ok(Plan { operations, notes })
}

/// The sound of pieces off them.
pub fn detach(named: &[Reference], stage: &mut Stage) -> Result<Plan, Refusal> {
    let ids = with_sound(named, stage)?;
    let mut operations = Vec::new();
    for id in ids {
        let fresh = stage.fresh_id();
        operations.push(Operation::Detach(Detach { id, fresh }));
    }
    Ok(operations.into())
}
