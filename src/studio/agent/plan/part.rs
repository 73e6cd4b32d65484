//! A part of the film or of a piece made pieces of its own, for what is done to that part alone: `bikes from 2s to 4s at
//! half speed`, `lift 0:12 to 0:14 and leave the gap`.

use super::super::operation::{Operation, Pace, Split, apply_all, main_video, segment};
use super::super::request::{Part, Pieces, Reference};
use super::cut::Span;
use super::piece::is_still;
use super::stage::Stage;
use super::{Plan, Refusal, find, seams};
use crate::draft::{Draft, Millis, Segment, SegmentId};

/// What parts the film where the part begins and ends, and the pieces that it is of then.
pub fn alone(
    of: Option<&Reference>,
    part: Part,
    stage: &mut Stage,
) -> Result<(Vec<Operation>, Vec<SegmentId>), Refusal> {
    let (from, to) = moments(of, part, stage)?;
    let mut draft = stage.draft().clone();
    let mut operations = Vec::new();
    for at in [from, to] {
        if let Some(split) = split(at, &draft, stage)? {
            apply_all(std::slice::from_ref(&split), &mut draft)?;
            operations.push(split);
        }
    }
    let within = |piece: &&Segment| from <= piece.start && piece.end() <= to;
    let ids = main_video(&draft).iter().filter(within).map(|piece| piece.id.clone()).collect();
    Ok((operations, ids))
}

/// How fast that part plays.
pub fn pace(
    of: Option<&Reference>,
    part: Part,
    speed: f64,
    stage: &mut Stage,
) -> Result<Plan, Refusal> {
    let (mut operations, mut ids) = alone(of, part, stage)?;
    let mut trial = stage.clone();
    trial.apply(&operations)?;
    let moves = |id: &SegmentId| {
        segment(trial.draft(), id).is_some_and(|piece| !is_still(piece, stage.media()))
    };
    ids.retain(moves);
    if ids.is_empty() {
        return Err(Refusal::NoneOfKind(Pieces::Footage));
    }
    operations.push(Operation::Pace(Pace { ids, speed }));
    Ok(operations.into())
}

/// Where the part begins and ends in the film.
fn moments(of: Option<&Reference>, part: Part, stage: &Stage) -> Result<(Millis, Millis), Refusal> {
    let Some(of) = of else {
        let span = Span::of(part, None, stage.length())?;
        return Ok((span.from, span.to));
    };
    let id = find::piece(of, stage)?;
    let piece = segment(stage.draft(), &id).ok_or(Refusal::NoFilm)?;
    let span = Span::of(part, Some(piece), piece.duration)?;
    Ok((piece.start + span.from, piece.start + span.to))
}

/// What parts the piece that is seen at a moment; none where no piece goes on over it.
fn split(at: Millis, draft: &Draft, stage: &mut Stage) -> Result<Option<Operation>, Refusal> {
    let over = |piece: &&Segment| piece.start < at && at < piece.end();
    let Some(piece) = main_video(draft).iter().find(over) else { return Ok(None) };
    seams::check_split(piece, at)?;
    let moves = !is_still(piece, stage.media());
    let (id, fresh) = (piece.id.clone(), stage.fresh_id());
    Ok(Some(Operation::Split(Split { id, at, moves, fresh })))
}
