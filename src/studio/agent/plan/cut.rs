//! Parts of the film, or of one piece, taken away.

use super::super::operation::{Extract, Operation, Reach, Trim, main_video, segment};
use super::super::request::{Part, Reference, Which};
use super::piece::{LEAST, is_still};
use super::stage::Stage;
use super::{Note, Plan, Refusal, find, inset, replace};
use crate::draft::{Millis, Segment, SegmentId};

/// The film no longer than this.
pub fn film_to(to: Millis, stage: &mut Stage) -> Result<Plan, Refusal> {
    let length = film(stage)?;
    if to >= length {
        return Err(Refusal::ShortAlready { what: None, length });
    }
    if to < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let end = stage.draft().duration().max(length);
    Ok(vec![extract(to, end, Reach::Film, stage)].into())
}

/// A part away.
pub fn cut(of: Option<&Reference>, part: Part, stage: &mut Stage) -> Result<Plan, Refusal> {
    match of {
        None => {
            let span = Span::of(part, None, film(stage)?)?;
            let operations = vec![extract(span.from, span.to, Reach::Film, stage)];
            let notes = span.notes();
            if span.to - span.from >= span.length {
                Err(Refusal::NothingLeft)
            } else {
                Ok(Plan { operations, notes })
            }
        }
        Some(of) if is_many(of) => {
            of_each(of, stage, |segment, stage| cut_piece(&segment.id, part, stage))
        }
        Some(of) => match find::piece(of, stage) {
            Err(Refusal::NotInFilm { name }) => unseen(name, part, stage),
            found => cut_piece(&found?, part, stage),
        },
    }
}

/// `take the logo off after 10s`: what lies over the picture is seen for the rest of the time.
fn unseen(name: String, part: Part, stage: &Stage) -> Result<Plan, Refusal> {
    let piece = found(stage, &replace::over_the_picture(name, stage)?)?;
    let span = Span::of(part, None, film(stage)?)?;
    let (from, to) = (span.from.max(piece.start), span.to.min(piece.end()));
    let (start, end) = if from == piece.start { (to, piece.end()) } else { (piece.start, from) };
    let both_sides = from > piece.start && to < piece.end();
    if both_sides || start >= end {
        return Err(Refusal::NothingLeft);
    }
    Ok(vec![inset::seen(&piece, start, end - start)].into())
}

/// `show the logo from 5s to 10s`: what lies over the picture is seen then.
fn seen(name: String, part: Part, stage: &Stage) -> Result<Plan, Refusal> {
    let piece = found(stage, &replace::over_the_picture(name, stage)?)?;
    let span = Span::of(part, None, film(stage)?)?;
    let notes = span.notes();
    Ok(Plan { operations: vec![inset::seen(&piece, span.from, span.to - span.from)], notes })
}

/// All but a part away.
pub fn keep(of: Option<&Reference>, part: Part, stage: &mut Stage) -> Result<Plan, Refusal> {
    match of {
        None => keep_of_film(part, stage),
        Some(of) if is_many(of) => {
            of_each(of, stage, |segment, stage| keep_of(segment, part, stage))
        }
        Some(of) => match find::piece(of, stage) {
            Err(Refusal::NotInFilm { name }) => seen(name, part, stage),
            id => keep_of(&found(stage, &id?)?, part, stage),
        },
    }
}

fn keep_of(segment: &Segment, part: Part, stage: &Stage) -> Result<Plan, Refusal> {
    let span = Span::of(part, Some(segment), segment.duration)?;
    let notes = span.notes();
    Ok(Plan { operations: vec![trim(segment, span.from, span.to, stage)], notes })
}

fn is_many(of: &Reference) -> bool {
    matches!(
        of.which,
        Which::All | Which::First(_) | Which::Last(_) | Which::Every { .. } | Which::AllBut(_)
    )
}

/// The same done to each of several pieces. What parts a piece in two is not done to many at once.
fn of_each(
    of: &Reference,
    stage: &mut Stage,
    plan: impl Fn(&Segment, &mut Stage) -> Result<Plan, Refusal>,
) -> Result<Plan, Refusal> {
    let mut all = Plan::default();
    for id in find::pieces(std::slice::from_ref(of), stage)? {
        let one = plan(&found(stage, &id)?, stage)?;
        if !one.operations.iter().all(|operation| matches!(operation, Operation::Trim(_))) {
            return Err(Refusal::WhichPiece { among: Vec::new() });
        }
        all.operations.extend(one.operations);
        all.notes.extend(one.notes);
    }
    Ok(all)
}

fn keep_of_film(part: Part, stage: &mut Stage) -> Result<Plan, Refusal> {
    let span = Span::of(part, None, film(stage)?)?;
    let end = stage.draft().duration().max(span.length);
    let mut operations = Vec::new();
    if span.to < end {
        operations.push(extract(span.to, end, Reach::Film, stage));
    }
    if !span.from.is_zero() {
        operations.push(extract(Millis::ZERO, span.from, Reach::Film, stage));
    }
    Ok(Plan { operations, notes: span.notes() })
}

fn cut_piece(id: &SegmentId, part: Part, stage: &mut Stage) -> Result<Plan, Refusal> {
    let segment = found(stage, id)?;
    let span = Span::of(part, Some(&segment), segment.duration)?;
    if span.to - span.from >= segment.duration {
        return Err(Refusal::NothingLeft);
    }
    let operation = if span.from.is_zero() {
        trim(&segment, span.to, segment.duration, stage)
    } else if span.to == segment.duration {
        trim(&segment, Millis::ZERO, span.from, stage)
    } else {
        extract(segment.start + span.from, segment.start + span.to, Reach::Video, stage)
    };
    let notes = span.notes();
    Ok(Plan { operations: vec![operation], notes })
}

/// A part as moments, half-open, within something of a length.
pub struct Span {
    /// From then on.
    pub from: Millis,
    /// Until then.
    pub to: Millis,
    length: Millis,
    reaches_beyond: bool,
}

impl Span {
    /// A part of a piece, or of the film.
    pub fn of(part: Part, segment: Option<&Segment>, length: Millis) -> Result<Self, Refusal> {
        let what = segment.and_then(|segment| segment.source.clone());
        let (from, to) = match part {
            Part::Head(time) => (Millis::ZERO, time),
            Part::Tail(time) | Part::More(time) => (length - time, length),
            Part::Core(time) => {
                let from = Millis(length.0.saturating_sub(time.0) / 2);
                (from, from + time)
            }
            Part::Range(from, to) => (from, to),
            Part::From(from) => (from, length),
            Part::Share(from, to) => (share(length, from), share(length, to)),
        };
        let too_long = matches!(part, Part::Head(time) | Part::Tail(time) | Part::Core(time) | Part::More(time)
            if time > length);
        if too_long {
            return Err(Refusal::ShortAlready { what, length });
        }
        if to < from && matches!(part, Part::Range(..)) {
            return Err(Refusal::EndBeforeStart);
        }
        if from >= length {
            return Err(Refusal::BeyondEnd { what, length });
        }
        if from >= to {
            return Err(Refusal::NothingLeft);
        }
        Ok(Self { from, to: to.min(length), length, reaches_beyond: to > length })
    }

    fn notes(&self) -> Vec<Note> {
        if self.reaches_beyond { vec![Note::CutAtEnd { length: self.length }] } else { Vec::new() }
    }
}

fn share(length: Millis, share: f64) -> Millis {
    Millis::from_secs_rounded(length.as_secs_f64() * share)
}

fn film(stage: &Stage) -> Result<Millis, Refusal> {
    if main_video(stage.draft()).is_empty() { Err(Refusal::NoFilm) } else { Ok(stage.length()) }
}

fn found(stage: &Stage, id: &SegmentId) -> Result<Segment, Refusal> {
    segment(stage.draft(), id).cloned().ok_or(Refusal::NoFilm)
}

/// The piece with only what lies between two of its moments. A still has no in point to move.
fn trim(segment: &Segment, from: Millis, to: Millis, stage: &Stage) -> Operation {
    let skipped = if is_still(segment, stage.media()) { Millis::ZERO } else { from };
    Operation::Trim(Trim {
        id: segment.id.clone(),
        source_in: segment.source_after(skipped),
        duration: to - from,
    })
}

fn extract(from: Millis, to: Millis, reach: Reach, stage: &mut Stage) -> Operation {
    let fresh = (0..stage.draft().tracks.len()).map(|_| stage.fresh_id()).collect();
    Operation::Extract(Extract { from, to, reach, fresh })
}
