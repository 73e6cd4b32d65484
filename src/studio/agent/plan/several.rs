//! Exact edits of several clips that follow each other on a track, as one step.
//!
//! Each is done as it is to one clip, in the order in which nothing is in the way; if one cannot be done,
//! none is.

use super::super::operation::{Duplicate, Leave, Operation};
use super::exact::{Found, by_frames, fade, find, move_to, place_all, volume};
use super::stage::Stage;
use super::{Plan, Refusal};
use crate::draft::Draft;
use crate::language::edit::{Clip, Edit, Gap};

/// Plans it. `edit` says what becomes of the first of them, and `last` is the number of the last.
pub fn edit(edit: &Edit, last: usize, stage: &mut Stage) -> Result<Plan, Refusal> {
    let Some(clip) = edit.clip() else { return Ok(Plan::default()) };
    let run = run(clip, last, stage.draft())?;
    let operations = match edit {
        Edit::Delete { gap, .. } => {
            let leave = |found: &Found| {
                let id = found.segment.id.clone();
                Operation::Leave(Leave { id, closes: *gap == Gap::Close })
            };
            // From the last one on: those before it keep their places.
            run.iter().rev().map(leave).collect()
        }
        Edit::Duplicate { .. } => {
            let fresh = run.iter().map(|_| stage.fresh_id()).collect();
            let first = run[0].segment.id.clone();
            vec![Operation::Duplicate(Duplicate { first, fresh })]
        }
        Edit::Shift { frames, .. } => shift(&run, *frames, stage)?,
        Edit::Place { place, .. } => vec![place_all(&run, *place, stage)?],
        Edit::Volume { percent, .. } => {
            run.iter().map(|found| volume(found, *percent)).collect::<Result<_, _>>()?
        }
        Edit::Fade { side, length, .. } => {
            run.iter().map(|found| fade(found, *side, *length)).collect::<Result<_, _>>()?
        }
        // No other sentence is about several.
        _ => Vec::new(),
    };
    Ok(operations.into())
}

/// The clips, at least one.
fn run(first: &Clip, last: usize, draft: &Draft) -> Result<Vec<Found>, Refusal> {
    let numbers = first.number..=last.max(first.number);
    numbers.map(|number| find(&Clip { track: first.track.clone(), number }, draft)).collect()
}

/// All by as much as the first moves, so that they keep their distances.
fn shift(run: &[Found], frames: i64, stage: &Stage) -> Result<Vec<Operation>, Refusal> {
    let from = run[0].segment.start;
    let to = by_frames(from, frames, stage).ok_or(Refusal::NoRoom)?;
    let moved = |found: &Found| move_to(found, to + (found.segment.start - from));
    let moves = run.iter().map(moved);
    // The foremost in the direction goes first.
    Ok(if frames > 0 { moves.rev().collect() } else { moves.collect() })
}
