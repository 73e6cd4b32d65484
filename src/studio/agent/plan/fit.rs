//! Other lengths for pieces and for the film.

use rustc_hash::FxHashSet;

use super::super::operation::{Operation, Retime, main_video};
use super::super::request::{Make, Pieces, Reference, Relength, Which};
use super::lengths::{even, share};
use super::piece::{LEAST, is_still, longest};
use super::stage::Stage;
use super::{Note, Plan, Refusal, find, make, row};
use crate::draft::{Millis, Segment, SegmentId};

/// Each piece of a kind for so long; without a film, one is made of them.
pub fn each(pieces: Pieces, length: Millis, stage: &mut Stage) -> Result<Plan, Refusal> {
    let all = Reference { pieces, which: Which::All };
    if main_video(stage.draft()).is_empty() {
        let from = if pieces == Pieces::Any { Vec::new() } else { vec![all] };
        return make::make(&Make { each: Some(length), from, ..Make::default() }, stage);
    }
    let ids: FxHashSet<SegmentId> = find::pieces(&[all], stage)?.into_iter().collect();
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let limits = limits(stage);
    let chosen = limits.iter().filter(|(segment, _)| ids.contains(&segment.id));
    let fitting = |limit: &Option<Millis>| limit.map_or(length, |limit| limit.min(length));
    let lengths: Vec<(SegmentId, Millis)> =
        chosen.map(|(segment, limit)| (segment.id.clone(), fitting(limit))).collect();
    let short = lengths.iter().filter(|(_, fitting)| *fitting < length).count();
    let notes = if short > 0 {
        vec![Note::ClipsTooShort { count: short, asked: length }]
    } else {
        Vec::new()
    };
    Ok(Plan { operations: vec![Operation::Retime(Retime { lengths })], notes })
}

/// One piece for so long.
pub fn one(of: &Reference, length: Millis, stage: &mut Stage) -> Result<Plan, Refusal> {
    // "Graph.png for 6 seconds, then setup.jpg for 3": a film that begins with this.
    if row::is_to_come(of, stage) {
        let at = main_video(stage.draft()).len();
        return Ok(vec![row::piece(of, Some(length), at, stage)?].into());
    }
    // "All three for 3 seconds", where there are three.
    let every = |count: usize| count > 1 && count == main_video(stage.draft()).len();
    if matches!(of.which, Which::AllBut(_) | Which::First(_) | Which::Last(_))
        || matches!(of.which, Which::Count(count) if every(count))
    {
        return all_of(of, length, stage);
    }
    let id = find::piece(of, stage)?;
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let limits = limits(stage);
    let Some((segment, limit)) = limits.iter().find(|(segment, _)| segment.id == id) else {
        return Err(Refusal::NoFilm);
    };
    if let Some(longest) = limit.filter(|limit| *limit < length) {
        return Err(Refusal::CannotStretch { what: segment.source.clone(), longest });
    }
    Ok(vec![Operation::Retime(Retime { lengths: vec![(id, length)] })].into())
}

/// Several for so long, as far as footage reaches.
fn all_of(of: &Reference, length: Millis, stage: &Stage) -> Result<Plan, Refusal> {
    let ids: FxHashSet<SegmentId> =
        find::pieces(std::slice::from_ref(of), stage)?.into_iter().collect();
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: ids.len(), least: LEAST });
    }
    let limits = limits(stage);
    let chosen: Vec<_> = limits.iter().filter(|(segment, _)| ids.contains(&segment.id)).collect();
    let short = chosen.iter().filter(|(_, limit)| limit.is_some_and(|most| most < length)).count();
    let lengths = chosen.into_iter().map(|(segment, limit)| {
        (segment.id.clone(), limit.map_or(length, |most| most.min(length)))
    });
    let operations = vec![Operation::Retime(Retime { lengths: lengths.collect() })];
    let note = (short > 0).then_some(Note::ClipsTooShort { count: short, asked: length });
    Ok(Plan { operations, notes: note.into_iter().collect() })
}

/// Pieces, or the film, longer or shorter than now. Of several, footage that has no more keeps what it has.
pub fn relength(of: &[Reference], by: Relength, stage: &mut Stage) -> Result<Plan, Refusal> {
    let other = |length: Millis| match by {
        Relength::More(more) => length + more,
        Relength::Less(less) => length - less,
        Relength::Times(factor) => Millis::from_secs_rounded(length.as_secs_f64() * factor),
    };
    if of.is_empty() {
        let length = stage.length();
        if length.is_zero() {
            return Err(Refusal::NoFilm);
        }
        return film(other(length), stage);
    }
    let is_one = matches!(of, [only] if !matches!(only.which, Which::All | Which::AllBut(_)));
    let ids = if is_one { vec![find::piece(&of[0], stage)?] } else { find::pieces(of, stage)? };
    let ids: FxHashSet<SegmentId> = ids.into_iter().collect();
    let mut lengths: Vec<(SegmentId, Millis)> = Vec::new();
    let (mut short, mut asked) = (0, Millis::ZERO);
    for (segment, limit) in limits(stage).into_iter().filter(|(piece, _)| ids.contains(&piece.id)) {
        let wanted = other(segment.duration);
        if wanted < LEAST {
            return Err(Refusal::TooShort { pieces: 1, least: LEAST });
        }
        match limit.filter(|limit| *limit < wanted) {
            Some(longest) if ids.len() == 1 => {
                let what = segment.source.clone();
                return Err(Refusal::CannotStretch { what, longest });
            }
            Some(longest) => {
                (short, asked) = (short + 1, wanted);
                lengths.push((segment.id.clone(), longest.max(segment.duration)));
            }
            None => lengths.push((segment.id.clone(), wanted)),
        }
    }
    let notes =
        if short > 0 { vec![Note::ClipsTooShort { count: short, asked }] } else { Vec::new() };
    Ok(Plan { operations: vec![Operation::Retime(Retime { lengths })], notes })
}

/// The film for so long: pieces get shorter in proportion; when it gets longer, stills do. Without a
/// film, one is made.
pub fn film(to: Millis, stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return make::make(&Make { length: Some(to), ..Make::default() }, stage);
    }
    let stage = &*stage;
    let segments = main_video(stage.draft());
    let used = Millis(segments.iter().map(|segment| segment.duration.0).sum());
    // Gaps keep their length.
    let wanted = to - (stage.length() - used);
    let least = Millis(LEAST.0 * segments.len() as u64);
    if wanted < least {
        return Err(Refusal::TooShort { pieces: segments.len(), least });
    }
    let lengths =
        if wanted <= used { shrunk(segments, used, wanted) } else { grown(stage, wanted)? };
    let lengths = segments.iter().map(|segment| segment.id.clone()).zip(lengths).collect();
    Ok(vec![Operation::Retime(Retime { lengths })].into())
}

/// Every piece as long as the others, as far as footage reaches; the film as long as it was, if nothing
/// else is said. Without a film, one is made.
pub fn evenly(to: Option<Millis>, stage: &mut Stage) -> Result<Plan, Refusal> {
    if main_video(stage.draft()).is_empty() {
        return make::make(&Make { length: to, ..Make::default() }, stage);
    }
    let limits = limits(stage);
    let used = Millis(limits.iter().map(|(segment, _)| segment.duration.0).sum());
    let wanted = to.map_or(used, |to| to - (stage.length() - used));
    let longest: Vec<Option<Millis>> = limits.iter().map(|(_, limit)| *limit).collect();
    let least = Millis(LEAST.0 * longest.len() as u64);
    if wanted < least {
        return Err(Refusal::TooShort { pieces: longest.len(), least });
    }
    let lengths =
        even(&longest, wanted).map_err(|longest| Refusal::CannotStretch { what: None, longest })?;
    let lengths = limits.iter().map(|(segment, _)| segment.id.clone()).zip(lengths).collect();
    Ok(vec![Operation::Retime(Retime { lengths })].into())
}

fn shrunk(segments: &[Segment], used: Millis, wanted: Millis) -> Vec<Millis> {
    let lengths: Vec<Millis> = segments.iter().map(|segment| segment.duration).collect();
    scaled(&lengths, used, wanted)
}

/// In proportion, to the millisecond; the longest takes the rest.
fn scaled(lengths: &[Millis], used: Millis, wanted: Millis) -> Vec<Millis> {
    let scale = |length: &Millis| {
        let scaled = u128::from(length.0) * u128::from(wanted.0) / u128::from(used.0.max(1));
        Millis(u64::try_from(scaled).unwrap_or(length.0).max(1))
    };
    let mut scaled: Vec<Millis> = lengths.iter().map(scale).collect();
    let total = Millis(scaled.iter().map(|length| length.0).sum());
    if let Some(last) = scaled.iter_mut().rev().max_by_key(|length| length.0) {
        *last += wanted - total;
    }
    scaled
}

fn grown(stage: &Stage, wanted: Millis) -> Result<Vec<Millis>, Refusal> {
    let limits = limits(stage);
    let is_free = |limit: &Option<Millis>| limit.is_none();
    let fixed = Millis(
        limits
            .iter()
            .filter(|(_, limit)| !is_free(limit))
            .map(|(segment, _)| segment.duration.0)
            .sum(),
    );
    let free: Vec<Millis> = limits
        .iter()
        .filter(|(_, limit)| is_free(limit))
        .map(|(segment, _)| segment.duration)
        .collect();
    if free.is_empty() {
        let all: Vec<Option<Millis>> = limits.iter().map(|(_, limit)| *limit).collect();
        let longest = Millis(all.iter().flatten().map(|limit| limit.0).sum());
        if longest < wanted {
            return Err(Refusal::CannotStretch { what: None, longest });
        }
        return share(&all, wanted).map_err(|least| Refusal::TooShort { pieces: all.len(), least });
    }
    let used = Millis(free.iter().map(|length| length.0).sum());
    let mut stretched = scaled(&free, used, wanted - fixed).into_iter();
    let length = |(segment, limit): &(&Segment, Option<Millis>)| match limit {
        Some(_) => segment.duration,
        None => stretched.next().unwrap_or(segment.duration),
    };
    Ok(limits.iter().map(length).collect())
}

/// Every piece with the length that its footage allows, less what the transition after it needs.
pub fn limits<'a>(stage: &'a Stage) -> Vec<(&'a Segment, Option<Millis>)> {
    let segments = main_video(stage.draft());
    let after = segments
        .iter()
        .skip(1)
        .map(|segment| segment.transition.as_ref().map(|found| found.duration));
    let handles = after.map(Option::unwrap_or_default).chain([Millis::ZERO]);
    let limit = |(segment, handle): (&'a Segment, Millis)| {
        let limit =
            if is_still(segment, stage.media()) { None } else { longest(segment, stage.media()) };
        (segment, limit.map(|limit| limit - handle))
    };
    segments.iter().zip(handles).map(limit).collect()
}
