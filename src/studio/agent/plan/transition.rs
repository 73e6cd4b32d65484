//! Transitions and fades.

use super::super::operation::{Operation, Property, Set, main_video, music, segment};
use super::super::request::{Fading, Reference, Seam, Sides, Style};
use super::seams::{USUAL, longest_between, transition};
use super::stage::Stage;
use super::{Note, Plan, Refusal, find, replace};
use crate::draft::{Millis, Segment, SegmentId};

/// A fade with no other length asked for.
const USUAL_FADE: Millis = Millis(1000);

/// So many milliseconds beside a seam is still at it.
const NEARLY: u64 = 500;

/// How pieces take over from each other, at all seams or at those named.
pub fn set(
    style: &Style,
    length: Option<Millis>,
    between: &[Reference],
    which: Seam,
    stage: &Stage,
) -> Result<Plan, Refusal> {
    if let Some(over) = over_the_picture(between, stage) {
        return Ok(of_one(over, style, length));
    }
    let segments = main_video(stage.draft());
    match segments.len() {
        0 => return Err(Refusal::NoFilm),
        1 => return Err(Refusal::OnePiece),
        _ => {}
    }
    let seams = seams(segments, &find::pieces(between, stage)?, which)?;
    let mut plan = Plan::default();
    for seam in seams {
        let (one, other) = (&segments[seam - 1], &segments[seam]);
        let wanted = wanted(other, style, length);
        let longest = longest_between(one.duration, other.duration);
        let property = wanted.map(|(kind, wanted)| transition(&kind, wanted.min(longest)));
        if let Some(asked) = length.filter(|asked| property.is_some() && *asked > longest) {
            plan.notes = vec![Note::TransitionsShortened { asked }];
        }
        let property = Property::Transition(property);
        plan.operations.push(Operation::Set(Set { id: other.id.clone(), property }));
    }
    Ok(plan)
}

/// What lies over the picture and is named alone: a logo that wipes in.
fn over_the_picture<'a>(named: &[Reference], stage: &'a Stage) -> Option<&'a Segment> {
    let [one] = named else { return None };
    let Err(Refusal::NotInFilm { name }) = find::piece(one, stage) else { return None };
    segment(stage.draft(), &replace::over_the_picture(name, stage).ok()?)
}

/// How one that lies over the picture takes over from what was there before it, or from nothing.
fn of_one(segment: &Segment, style: &Style, length: Option<Millis>) -> Plan {
    let longest = Millis(segment.duration.0 / 2);
    let property = wanted(segment, style, length);
    let property = property.map(|(kind, wanted)| transition(&kind, wanted.min(longest)));
    let asked = length.filter(|asked| property.is_some() && *asked > longest);
    let property = Property::Transition(property);
    Plan {
        operations: vec![Operation::Set(Set { id: segment.id.clone(), property })],
        notes: asked.map(|asked| Note::TransitionsShortened { asked }).into_iter().collect(),
    }
}

/// What is not said stays as it is, or as usual.
fn wanted(segment: &Segment, style: &Style, length: Option<Millis>) -> Option<(String, Millis)> {
    let there = segment.transition.as_ref();
    let kind = match style {
        Style::None => return None,
        Style::Named(name) => (*name).to_owned(),
        Style::Unsaid => there.map_or_else(|| "crossfade".to_owned(), |there| there.kind.0.clone()),
    };
    let length = length.or(there.map(|there| there.duration)).unwrap_or(USUAL);
    Some((kind, length))
}

/// The pieces at whose start a seam lies.
fn seams(segments: &[Segment], named: &[SegmentId], which: Seam) -> Result<Vec<usize>, Refusal> {
    let mut places: Vec<usize> = named
        .iter()
        .filter_map(|id| segments.iter().position(|segment| segment.id == *id))
        .collect();
    places.sort_unstable();
    match (&places[..], which) {
        ([], Seam::At(moment)) => seam_at(segments, moment),
        ([], Seam::There) => Ok(seams_there(segments)),
        ([], _) => Ok((1..segments.len()).collect()),
        ([one], Seam::After) if one + 1 < segments.len() => Ok(vec![one + 1]),
        ([one], Seam::Before | Seam::Between) if *one > 0 => Ok(vec![*one]),
        ([one, other], Seam::Between) if one + 1 == *other => Ok(vec![*other]),
        ([first, .., last], Seam::Between) if last - first + 1 == places.len() => {
            Ok((first + 1..=*last).collect())
        }
        _ => Err(Refusal::NotNeighbours),
    }
}

/// The seams that are more than a cut; all, where none is.
fn seams_there(segments: &[Segment]) -> Vec<usize> {
    let there = (1..segments.len()).filter(|seam| segments[*seam].transition.is_some());
    let there: Vec<usize> = there.collect();
    if there.is_empty() { (1..segments.len()).collect() } else { there }
}

/// The seam that lies at a moment, as nearly as people read a clock.
fn seam_at(segments: &[Segment], moment: Millis) -> Result<Vec<usize>, Refusal> {
    let away = |seam: &usize| segments[*seam].start.0.abs_diff(moment.0);
    let nearest = (1..segments.len()).min_by_key(away).ok_or(Refusal::OnePiece)?;
    if away(&nearest) > NEARLY {
        return Err(Refusal::NoSeamThere { nearest: segments[nearest].start });
    }
    Ok(vec![nearest])
}

/// A rise or fall of picture or sound.
pub fn fade(
    of: &Fading,
    sides: Sides,
    length: Option<Millis>,
    stage: &Stage,
) -> Result<Plan, Refusal> {
    let (first, last) = match of {
        Fading::Film => ends(main_video(stage.draft()).iter().collect()).ok_or(Refusal::NoFilm)?,
        Fading::Music => ends(music(stage.draft())).ok_or(Refusal::NoMusic)?,
        Fading::Piece(reference) => {
            let id = match find::piece(reference, stage) {
                Err(Refusal::NotInFilm { name }) => replace::over_the_picture(name, stage)?,
                found => found?,
            };
            ends(segment(stage.draft(), &id).into_iter().collect()).ok_or(Refusal::NoFilm)?
        }
    };
    // What is asked for one end may take all that the other end leaves; of both at once each takes a half.
    let both = sides.rise && sides.fall && first.id == last.id;
    let fitting = |segment: &Segment, other: Millis| match length {
        _ if !sides.wanted => Millis::ZERO,
        Some(wanted) if !both => wanted.min(segment.duration - other),
        wanted => wanted.unwrap_or(USUAL_FADE).min(Millis(segment.duration.0 / 2)),
    };
    let mut operations = Vec::new();
    if sides.rise {
        operations.push(operation(first, Property::FadeIn(fitting(first, first.fade_out))));
    }
    if sides.fall {
        operations.push(operation(last, Property::FadeOut(fitting(last, last.fade_in))));
    }
    Ok(operations.into())
}

fn ends(segments: Vec<&Segment>) -> Option<(&Segment, &Segment)> {
    Some((*segments.first()?, *segments.last()?))
}

fn operation(segment: &Segment, property: Property) -> Operation {
    Operation::Set(Set { id: segment.id.clone(), property })
}
