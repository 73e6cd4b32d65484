//! What is around pictures away, where it is there.

use super::super::operation::{Operation, Property, Set};
use super::super::request::Reference;
use super::stage::Stage;
use super::treat::meant;
use super::{Plan, Refusal};
use crate::draft::{Fit, Segment};

/// Without the blur black is left, and without a colour the blur comes back.
pub fn remove(of: &[Reference], fit: Fit, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = meant(of, stage)?;
    let to = if fit == Fit::Blur { Fit::Contain } else { Fit::Blur };
    let set =
        |piece: &Segment| Operation::Set(Set { id: piece.id.clone(), property: Property::Fit(to) });
    let has_it = |piece: &&Segment| piece.fit == fit;
    let operations: Vec<Operation> = pieces.iter().filter(has_it).map(set).collect();
    // That nothing is blurred is no complaint; that nothing is green may be one about the picture itself.
    if operations.is_empty() && fit != Fit::Blur {
        return Err(Refusal::NoBackdrop);
    }
    Ok(operations.into())
}
