//! Which pieces, and in which order.

use super::super::operation::{LayVideo, Operation, Remove, Reorder, main_video};
use super::super::request::{Make, Pieces, Position, Reference, Which};
use super::piece::{STILL, footage, segment_of};
use super::stage::Stage;
use super::{Plan, Refusal, find, make, replace};
use crate::draft::{Millis, Segment, SegmentId, Transition};

/// A film of these, in this order. Pieces that lie there already are kept as they were cut.
pub fn join(named: &[Reference], stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return make::make(&Make { from: named.to_vec(), ..Make::default() }, stage);
    }
    if named.is_empty() {
        return insert(&[Reference { pieces: Pieces::Any, which: Which::All }], stage);
    }
    let (order, new) = pieces_or_files(named, There::Moves, stage)?;
    let others = main_video(stage.draft()).iter().filter(|segment| !order.contains(&segment.id));
    let ids: Vec<SegmentId> = others.map(|segment| segment.id.clone()).collect();
    let mut operations = lay_at_end(new, stage);
    if !ids.is_empty() {
        operations.push(Operation::Remove(Remove { ids }));
    }
    operations.push(Operation::Reorder(Reorder { order }));
    Ok(operations.into())
}

/// These before all others, in this order; a film of them where there is none.
pub fn open(named: &[Reference], stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return join(named, stage);
    }
    place(named, &Position::Start, There::Moves, stage)
}

/// Pieces away; what comes after them moves up.
pub fn remove(named: &[Reference], stage: &Stage) -> Result<Plan, Refusal> {
    let ids = match find::pieces(named, stage) {
        // What lies over the picture goes by its name as well.
        Err(Refusal::NotInFilm { name }) if named.len() == 1 => {
            vec![replace::over_the_picture(name, stage)?]
        }
        found => found?,
    };
    // "Both photos" where there are three: which of them is not said.
    if let [Reference { pieces, which: Which::Count(_) }] = named {
        let all = find::pieces(&[Reference { pieces: *pieces, which: Which::All }], stage)?;
        if all.len() != ids.len() {
            return Err(Refusal::WhichPiece { among: all });
        }
    }
    Ok(vec![Operation::Remove(Remove { ids })].into())
}

/// All pieces but these away.
pub fn keep_only(named: &[Reference], stage: &Stage) -> Result<Plan, Refusal> {
    let kept = find::pieces(named, stage)?;
    let others = main_video(stage.draft()).iter().filter(|segment| !kept.contains(&segment.id));
    let ids: Vec<SegmentId> = others.map(|segment| segment.id.clone()).collect();
    Ok(if ids.is_empty() {
        Plan::default()
    } else {
        vec![Operation::Remove(Remove { ids })].into()
    })
}

/// Pieces that are to stay as they are, which have to be there.
pub fn spare(named: &[Reference], stage: &Stage) -> Result<Plan, Refusal> {
    find::pieces(named, stage).map(|_| Plan::default())
}

/// Two pieces in each other's places.
pub fn swap(one: &Reference, other: &Reference, stage: &Stage) -> Result<Plan, Refusal> {
    let one_id = find::piece(one, stage)?;
    // "Swap b.jpg for c.jpg", which is not in the film yet.
    let (one, other) = match find::piece(other, stage) {
        Err(Refusal::NotInFilm { .. }) => return replace::replace(one, other, stage),
        found => (one_id, found?),
    };
    if one == other {
        return Err(Refusal::SamePiece);
    }
    let swapped = |id: &SegmentId| {
        if *id == one {
            other.clone()
        } else if *id == other {
            one.clone()
        } else {
            id.clone()
        }
    };
    let order = main_video(stage.draft()).iter().map(|segment| swapped(&segment.id)).collect();
    Ok(vec![Operation::Reorder(Reorder { order })].into())
}

/// What becomes of a file that is in the film already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum There {
    /// Its piece goes to the new place.
    Moves,
    /// Another piece of it comes.
    ComesAgain,
}

/// Pieces to a place; files that are not in the film yet come into it there.
pub fn place(
    what: &[Reference],
    at: &Position,
    there: There,
    stage: &mut Stage,
) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return Err(Refusal::NoFilm);
    }
    let anchor = match at {
        Position::Before(reference) | Position::After(reference) => {
            Some(find::piece(reference, stage)?)
        }
        _ => None,
    };
    let (moved, new) = pieces_or_files(what, there, stage)?;
    let mut order: Vec<SegmentId> =
        main_video(stage.draft()).iter().map(|segment| segment.id.clone()).collect();
    order.retain(|id| !moved.contains(id));
    let index = index(at, anchor.as_ref(), &order, moved.len())?;
    order.splice(index..index, moved);
    let mut operations = lay_at_end(new, stage);
    operations.push(Operation::Reorder(Reorder { order }));
    Ok(operations.into())
}

fn index(
    at: &Position,
    anchor: Option<&SegmentId>,
    others: &[SegmentId],
    moved: usize,
) -> Result<usize, Refusal> {
    let beside =
        anchor.map(|anchor| others.iter().position(|id| id == anchor).ok_or(Refusal::SamePiece));
    match at {
        Position::Start => Ok(0),
        Position::End => Ok(others.len()),
        Position::Nth(number) => {
            let have = others.len() + moved;
            let place = find::nth(*number, have);
            let place = place.ok_or(Refusal::NoSuchPiece {
                asked: *number,
                have,
                pieces: Pieces::Any,
                last: None,
            })?;
            Ok(place.min(others.len()))
        }
        Position::Before(_) => beside.unwrap_or(Ok(0)),
        Position::After(_) => Ok(beside.unwrap_or(Ok(0))? + 1),
    }
}

/// Files into the film, after what is there; those already in it only if named one by one.
pub fn insert(named: &[Reference], stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return make::make(&Make { from: named.to_vec(), ..Make::default() }, stage);
    }
    let files = find::files(named, stage)?;
    let is_plural = named.iter().all(|reference| matches!(reference.which, Which::All));
    let is_there = |file: &usize| {
        let name = stage.media().get(*file).map(|media| &media.name);
        main_video(stage.draft()).iter().any(|segment| segment.source.as_ref() == name)
    };
    let files: Vec<usize> =
        files.into_iter().filter(|file| !(is_plural && is_there(file))).collect();
    let new = files.into_iter().map(|file| new_piece(file, stage)).collect();
    Ok(lay_at_end(new, stage).into())
}

/// What references name, in order: pieces of the film where they can be, new ones of files else.
fn pieces_or_files(
    named: &[Reference],
    there: There,
    stage: &mut Stage,
) -> Result<(Vec<SegmentId>, Vec<Segment>), Refusal> {
    let (mut order, mut new) = (Vec::new(), Vec::new());
    for reference in named {
        let found = match (find::pieces(std::slice::from_ref(reference), stage), &reference.which) {
            (found, Which::Named(file))
                if there == There::ComesAgain
                    || matches!(found, Err(Refusal::NotInFilm { .. })) =>
            {
                let segment = new_piece(*file, stage);
                let id = segment.id.clone();
                new.push(segment);
                vec![id]
            }
            (found, _) => found?,
        };
        order.extend(found.into_iter().filter(|id| !order.contains(id)).collect::<Vec<_>>());
    }
    Ok((order, new))
}

fn new_piece(file: usize, stage: &mut Stage) -> Segment {
    let id = stage.fresh_id();
    match stage.media().get(file) {
        Some(media) => segment_of(media, id, footage(media).unwrap_or(STILL)),
        None => Segment::new(id, Millis::ZERO, STILL),
    }
}

/// New pieces take over as all the others do, where these agree.
fn lay_at_end(mut new: Vec<Segment>, stage: &Stage) -> Vec<Operation> {
    if new.is_empty() {
        return Vec::new();
    }
    let usual = usual_transition(main_video(stage.draft()));
    new.iter_mut().for_each(|segment| segment.transition.clone_from(&usual));
    let at = main_video(stage.draft()).len();
    vec![Operation::LayVideo(LayVideo { at, segments: new })]
}

fn usual_transition(segments: &[Segment]) -> Option<Transition> {
    let mut seams = segments.iter().skip(1).map(|segment| &segment.transition);
    let first = seams.next()?;
    if seams.all(|seam| seam == first) { first.clone() } else { None }
}
