//! Pieces one after the other, some of them for so long.

use super::super::operation::{LayVideo, Operation, Retime, main_video};
use super::super::request::{Reference, Which};
use super::piece::{LEAST, STILL, footage, segment_of};
use super::stage::Stage;
use super::{Plan, Refusal, arrange, find, fit};
use crate::draft::Millis;

/// A film of these, or, where there is one, these in this order and so long.
pub fn lay(items: &[(Reference, Option<Millis>)], stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        let mut plan = Plan::default();
        for (at, (of, length)) in items.iter().enumerate() {
            plan.operations.push(piece(of, *length, at, stage)?);
        }
        return Ok(plan);
    }
    if items.iter().all(|(_, length)| length.is_some()) {
        return lengths(items, stage);
    }
    let named: Vec<Reference> = items.iter().map(|(of, _)| of.clone()).collect();
    let mut plan = arrange::join(&named, stage)?;
    let mut trial = stage.clone();
    trial.apply(&plan.operations)?;
    plan.operations.extend(lengths(items, &trial)?.operations);
    Ok(plan)
}

fn lengths(items: &[(Reference, Option<Millis>)], stage: &Stage) -> Result<Plan, Refusal> {
    let mut all = Vec::new();
    for (of, length) in items {
        let Some(length) = length else { continue };
        for operation in fit::one(of, *length, &mut stage.clone())?.operations {
            if let Operation::Retime(Retime { lengths }) = operation {
                all.extend(lengths);
            }
        }
    }
    Ok(vec![Operation::Retime(Retime { lengths: all })].into())
}

/// A file as a new piece at a place of the main track, for so long if said.
pub fn piece(
    of: &Reference,
    length: Option<Millis>,
    at: usize,
    stage: &mut Stage,
) -> Result<Operation, Refusal> {
    let id = stage.fresh_id();
    let files = find::files(std::slice::from_ref(of), stage)?;
    let media = files.first().and_then(|file| stage.media().get(*file)).ok_or(Refusal::NoMedia)?;
    let longest = footage(media);
    let length = length.or(longest).unwrap_or(STILL);
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    if let Some(longest) = longest.filter(|longest| *longest < length) {
        return Err(Refusal::CannotStretch { what: Some(media.name.clone()), longest });
    }
    let segments = vec![segment_of(media, id, length)];
    Ok(Operation::LayVideo(LayVideo { at, segments }))
}

/// Whether a reference is a file that a film made in this turn does not have yet.
pub fn is_to_come(of: &Reference, stage: &Stage) -> bool {
    stage.was_empty()
        && matches!(of.which, Which::Named(_))
        && (main_video(stage.draft()).is_empty()
            || matches!(
                find::pieces(std::slice::from_ref(of), stage),
                Err(Refusal::NotInFilm { .. })
            ))
}
