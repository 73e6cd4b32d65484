//! A piece away, and its time left empty: what editors call a lift.

use super::super::operation::{Leave, Operation};
use super::super::request::{Part, Reference, Request};
use super::stage::Stage;
use super::{Plan, Refusal, find, part};

/// Takes a piece away; nothing else moves.
pub fn lift(of: &Reference, stage: &Stage) -> Result<Plan, Refusal> {
    let id = find::piece(of, stage)?;
    Ok(vec![Operation::Leave(Leave { id, closes: false })].into())
}

/// Takes a part of the film or of a piece away; nothing else moves.
pub fn lift_part(of: Option<&Reference>, part: Part, stage: &mut Stage) -> Result<Plan, Refusal> {
    let (mut operations, ids) = part::alone(of, part, stage)?;
    let leave = |id| Operation::Leave(Leave { id, closes: false });
    operations.extend(ids.into_iter().map(leave));
    Ok(operations.into())
}

/// Whether empty time is left on purpose.
pub fn leaves_gap(request: &Request) -> bool {
    match request {
        Request::Exact(edit) => edit.leaves_gap(),
        Request::Lift(_) | Request::LiftPart { .. } => true,
        _ => false,
    }
}
