//! Where in a song its music begins.

use super::super::operation::{Operation, Reposition, music};
use super::stage::Stage;
use super::{Plan, Refusal};
use crate::draft::Millis;

/// The music from that moment of its file on, for as long as there is of it.
pub fn set(from: Millis, stage: &Stage) -> Result<Plan, Refusal> {
    let found = music(stage.draft());
    let piece = match &found[..] {
        [] => return Err(Refusal::NoMusic),
        [only] => *only,
        _ => return Err(Refusal::NoRoom),
    };
    let Some(name) = &piece.source else { return Err(Refusal::NoSong) };
    let length = stage.media().iter().find(|media| media.name == *name);
    let length = length.and_then(|media| media.duration).unwrap_or_default();
    if from >= length {
        return Err(Refusal::BeyondEnd { what: Some(name.clone()), length });
    }
    let duration = piece.duration.min(length - from);
    let (id, start) = (piece.id.clone(), piece.start);
    let put = Reposition { id, start, duration, source_in: from, keeps_piece: false };
    Ok(vec![Operation::Reposition(put)].into())
}
