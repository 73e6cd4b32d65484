//! What is done to pieces as they lie: looks, fit, speed, splitting, doubling, the opposite order.

use rustc_hash::FxHashSet;

use super::super::operation::{
    Duplicate, Operation, Pace, Property, Reorder, Set, Split, main_video, segment,
};
use super::super::request::{Moment, Pieces, Reference, Request, Way, Which};
use super::piece::is_still;
use super::stage::Stage;
use super::{Plan, Refusal, find, seams};
use crate::draft::{Fit, Fx, Millis, Segment, SegmentId};

/// What pictures look like; other effects of theirs stay.
pub fn look(
    of: &[Reference],
    effect: Option<&'static str>,
    wanted: bool,
    stage: &Stage,
) -> Result<Plan, Refusal> {
    let changed = |piece: &Segment| {
        let mut effects = piece.effects.clone();
        effects.retain(|known| effect.is_some_and(|name| known.name != name));
        if let Some(name) = effect.filter(|_| wanted) {
            effects.push(Fx::named(name));
        }
        Operation::Set(Set { id: piece.id.clone(), property: Property::Effects(effects) })
    };
    let pieces = meant(of, stage)?;
    let differs = |piece: &&Segment| {
        let has = piece.effects.iter().any(|known| effect.is_none_or(|name| known.name == name));
        has != wanted
    };
    Ok(pieces.iter().filter(differs).map(changed).collect::<Vec<_>>().into())
}

/// How pictures meet the canvas.
pub fn fit(of: &[Reference], fit: Fit, stage: &Stage) -> Result<Plan, Refusal> {
    let set = |piece: &Segment| {
        Operation::Set(Set { id: piece.id.clone(), property: Property::Fit(fit) })
    };
    Ok(meant(of, stage)?.iter().map(set).collect::<Vec<_>>().into())
}

/// How fast footage plays. Stills named by themselves are refused; among others they stay.
pub fn pace(of: &[Reference], speed: f64, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = meant(of, stage)?;
    let footage = pieces.iter().filter(|piece| !is_still(piece, stage.media()));
    let ids: Vec<SegmentId> = footage.map(|piece| piece.id.clone()).collect();
    if ids.is_empty() {
        return Err(Refusal::NoneOfKind(Pieces::Footage));
    }
    Ok(vec![Operation::Pace(Pace { ids, speed })].into())
}

/// The fastest and slowest that a wish for a length may come to.
const PACES: (f64, f64) = (0.25, 4.0);

/// Footage at such a pace that it, with the stills among it, lasts so long. Faster never makes it longer.
pub fn hasten(of: &[Reference], to: Millis, way: Way, stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = meant(of, stage)?;
    let (stills, footage): (Vec<Segment>, Vec<Segment>) =
        pieces.into_iter().partition(|piece| is_still(piece, stage.media()));
    let long = |pieces: &[Segment]| pieces.iter().map(|piece| piece.duration.as_secs_f64()).sum();
    let (still, moving): (f64, f64) = (long(&stills), long(&footage));
    if footage.is_empty() {
        return Err(Refusal::NoneOfKind(Pieces::Footage));
    }
    let length = Millis::from_secs_rounded(still + moving);
    let factor = moving / (to.as_secs_f64() - still);
    if way == Way::Faster && to >= length {
        return Err(Refusal::ShortAlready { what: None, length });
    }
    let least = Millis::from_secs_rounded(still + moving / PACES.1);
    let slower = way == Way::Slower;
    if to < least || (slower && to <= length) {
        let least = if slower { length } else { least };
        return Err(Refusal::TooShort { pieces: footage.len() + stills.len(), least });
    }
    if factor < PACES.0 {
        let longest = Millis::from_secs_rounded(still + moving / PACES.0);
        return Err(Refusal::CannotStretch { what: None, longest });
    }
    let play = |piece: &Segment| {
        Operation::Pace(Pace { ids: vec![piece.id.clone()], speed: piece.speed * factor })
    };
    Ok(footage.iter().map(play).collect::<Vec<_>>().into())
}

/// One piece into two, at a moment of the film; within a piece that is named, also counted from its own
/// start where the film's time cannot be meant.
pub fn split(of: Option<&Reference>, at: Moment, stage: &mut Stage) -> Result<Plan, Refusal> {
    let (piece, at) = match (of, at) {
        (_, Moment::Unsaid) => return Err(Refusal::WhereToCut),
        (Some(of), at) => (find::piece(of, stage)?, at),
        (None, Moment::At(at)) => (piece_at(at, stage)?, Moment::At(at)),
        (None, Moment::Middle) => {
            let middle = Millis(stage.length().0 / 2);
            (piece_at(middle, stage)?, Moment::At(middle))
        }
    };
    let found = segment(stage.draft(), &piece).cloned().ok_or(Refusal::NoFilm)?;
    let (from, to) = (found.start, found.end());
    let at = match at {
        Moment::At(at) if from < at && at < to => at,
        Moment::At(at) if of.is_some() && at < found.duration => from + at,
        Moment::At(at) => at,
        Moment::Middle | Moment::Unsaid => from + Millis(found.duration.0 / 2),
    };
    if at <= from || to <= at {
        return Err(Refusal::OutsideClip { from, to });
    }
    seams::check_split(&found, at)?;
    let moves = !is_still(&found, stage.media());
    let fresh = stage.fresh_id();
    stage.part(piece.clone(), fresh.clone());
    Ok(vec![Operation::Split(Split { id: piece, at, moves, fresh })].into())
}

fn piece_at(at: Millis, stage: &Stage) -> Result<SegmentId, Refusal> {
    let pieces = main_video(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoFilm);
    }
    let shown = pieces.iter().find(|piece| piece.contains(at)).map(|piece| piece.id.clone());
    shown.ok_or(Refusal::BeyondEnd { what: None, length: stage.length() })
}

/// A piece once more, right after it.
pub fn duplicate(of: &Reference, stage: &mut Stage) -> Result<Plan, Refusal> {
    let id = find::piece(of, stage)?;
    let fresh = stage.fresh_id();
    stage.part(id.clone(), fresh.clone());
    Ok(vec![Operation::Duplicate(Duplicate::of_one(id, fresh))].into())
}

/// `Duplicate the first picture and put the copy at the end`: of two that are alike the later one goes there.
pub fn of_the_copy(request: &Request, before: &[&Request], stage: &Stage) -> Option<Request> {
    let (Request::Place { what, at }, Some(Request::Duplicate(of))) = (request, before.last())
    else {
        return None;
    };
    let same = matches!(&what[..], [only] if only == of || only.which == Which::It);
    let there = find::pieces(std::slice::from_ref(of), stage).ok().filter(|_| same)?;
    let pieces = main_video(stage.draft());
    let first = pieces.iter().position(|piece| there.first() == Some(&piece.id))?;
    let copy = pieces.get(first + 1)?.id.clone();
    let copy = Reference { pieces: Pieces::Any, which: Which::Known(vec![copy]) };
    Some(Request::Place { what: vec![copy], at: at.clone() })
}

/// The pieces in the opposite order; each still plays forwards.
pub fn reverse(stage: &Stage) -> Result<Plan, Refusal> {
    let pieces = main_video(stage.draft());
    if pieces.is_empty() {
        return Err(Refusal::NoFilm);
    }
    let order = pieces.iter().rev().map(|piece| piece.id.clone()).collect();
    Ok(vec![Operation::Reorder(Reorder { order })].into())
}

/// The pieces named, all where none are.
pub fn meant(of: &[Reference], stage: &Stage) -> Result<Vec<Segment>, Refusal> {
    let everything = [Reference { pieces: Pieces::Any, which: Which::All }];
    let ids = find::pieces(if of.is_empty() { &everything } else { of }, stage)?;
    let ids: FxHashSet<SegmentId> = ids.into_iter().collect();
    let pieces = main_video(stage.draft()).iter();
    Ok(pieces.filter(|piece| ids.contains(&piece.id)).cloned().collect())
}
