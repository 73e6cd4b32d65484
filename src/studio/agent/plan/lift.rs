//! A piece away, and its time left empty: what editors call a lift.

use super::super::operation::{Leave, Operation};
use super::super::request::{Reference, Request};
use super::stage::Stage;
use super::{Plan, Refusal, find};

/// Takes a piece away; nothing else moves.
pub fn lift(of: &Reference, stage: &Stage) -> Result<Plan, Refusal> {
    let id = find::piece(of, stage)?;
    Ok(vec![Operation::Leave(Leave { id, closes: false })].into())
}

/// Whether empty time is left on purpose.
pub fn leaves_gap(request: &Request) -> bool {
    match request {
        Request::Exact(edit) => edit.leaves_gap(),
        Request::Lift(_) => true,
        _ => false,
    }
}
