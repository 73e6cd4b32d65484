//! Footage backwards, or forwards again.

use super::super::operation::{Operation, Reverse, Trim, main_video};
use super::super::request::{Pieces, Reference};
use super::piece::{footage, is_still};
use super::stage::Stage;
use super::{Plan, Refusal, treat};
use crate::draft::{Millis, Segment, SegmentId};

/// The pieces named play the other way round. A film that is meant as a whole ends with what it began
/// with, so its pieces change places too; of stills alone only that is left.
pub fn play(of: &[Reference], wanted: bool, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = treat::meant(of, stage)?;
    let footage: Vec<&Segment> =
        pieces.iter().filter(|piece| !is_still(piece, stage.media())).collect();
    let film = of.is_empty() && main_video(stage.draft()).len() > 1;
    let others: Vec<&&Segment> = footage.iter().filter(|piece| piece.reversed != wanted).collect();
    if footage.is_empty() && !film {
        return Err(Refusal::NoneOfKind(Pieces::Footage));
    }
    let mut plan = Plan::default();
    if film && (footage.is_empty() || !others.is_empty()) {
        plan.operations.extend(treat::reverse(stage)?.operations);
    }
    let ids: Vec<SegmentId> = others.iter().map(|piece| piece.id.clone()).collect();
    if !ids.is_empty() {
        plan.operations.push(Operation::Reverse(Reverse { ids }));
        let mut trial = stage.clone();
        trial.apply(&plan.operations)?;
        plan.operations.extend(seamless(&trial));
    }
    Ok(plan)
}

/// Under the crossing after it a piece plays on, also backwards: where its source has nothing more that
/// way and something left on the other, it begins a little earlier.
fn seamless(stage: &Stage) -> Vec<Operation> {
    let pairs = main_video(stage.draft()).windows(2);
    let shifted = pairs.filter_map(|pair| {
        let [one, next] = pair else { return None };
        let crossing = next.transition.as_ref().filter(|_| one.reversed)?.duration;
        let needed = Millis::from_secs_rounded(crossing.as_secs_f64() * one.speed);
        let missing = needed - one.source_out();
        let media = stage.media().iter().find(|media| Some(&media.name) == one.source.as_ref())?;
        let shift = missing.min(footage(media)? - one.source_in);
        (!shift.is_zero()).then(|| {
            let source_in = one.source_in + shift;
            Operation::Trim(Trim { id: one.id.clone(), source_in, duration: one.duration })
        })
    });
    shifted.collect()
}
