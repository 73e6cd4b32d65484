//! A background as a piece of the film.

use super::super::operation::{LayVideo, Operation, main_video};
use super::super::request::{Background, BackgroundAt, NewText, Position, When};
use super::insert::lay_at;
use super::piece::{LEAST, STILL};
use super::stage::Stage;
use super::{Plan, Refusal, find, text};
use crate::draft::{Fit, Fx, Generated, Millis, Segment, TextPlace, landing};

/// The move of the camera that makes a gradient drift.
const DRIFT: &str = "pan right";

/// A picture of these colours in its place in the film, with words over it if there are some.
pub fn lay(wanted: &Background, stage: &mut Stage) -> Result<Plan, Refusal> {
    let length = wanted.length.unwrap_or(STILL);
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let mut card = Segment::new(stage.fresh_id(), Millis::ZERO, length);
    card.generated = Some(Generated::Background { from: wanted.from, to: wanted.to });
    card.fit = Fit::Cover;
    card.effects.extend(wanted.drifts.then(|| Fx::named(DRIFT)));
    let (start, operations) = match &wanted.at {
        BackgroundAt::Among(position) => among(position, card, stage)?,
        BackgroundAt::Moment(moment) => at_moment(*moment, card, stage)?,
    };
    let mut plan = Plan::from(operations);
    let Some(words) = &wanted.words else { return Ok(plan) };
    let mut trial = stage.clone();
    trial.apply(&plan.operations)?;
    let new = NewText {
        words: words.clone(),
        place: TextPlace::Centre,
        when: When::Span(start, start + length),
        dress: super::super::request::Dress::default(),
        there: None,
    };
    let added = text::add(&new, &mut trial)?;
    // "A card saying "Thanks", and calm music": the music is a third thing.
    stage.pass_over_names_of(&trial);
    plan.operations.extend(added.operations);
    plan.notes.extend(added.notes);
    Ok(plan)
}

/// When it begins, and what lays it there.
type Laid = (Millis, Vec<Operation>);

fn among(position: &Position, card: Segment, stage: &Stage) -> Result<Laid, Refusal> {
    let pieces = main_video(stage.draft());
    let beside = |reference, after: usize| {
        let id = find::piece(reference, stage)?;
        let place = pieces.iter().position(|piece| piece.id == id);
        Ok::<_, Refusal>(place.ok_or(Refusal::NoFilm)? + after)
    };
    let at = match position {
        Position::Start => 0,
        Position::End | Position::Nth(_) => pieces.len(),
        Position::Before(reference) => beside(reference, 0)?,
        Position::After(reference) => beside(reference, 1)?,
    };
    let end = pieces.last().map(Segment::end).unwrap_or_default();
    let start = pieces.get(at).map_or(end, |piece| piece.start);
    Ok((start, vec![Operation::LayVideo(LayVideo { at, segments: vec![card] })]))
}

fn at_moment(moment: Millis, card: Segment, stage: &mut Stage) -> Result<Laid, Refusal> {
    let length = stage.length();
    if moment > length {
        return Err(Refusal::BeyondEnd { what: None, length });
    }
    Ok((landing(stage.draft(), moment), lay_at(card, moment, stage)))
}
