//! A background as a piece of the film.

use super::super::operation::{LayVideo, Operation, main_video};
use super::super::request::{Background, NewText, When};
use super::piece::{LEAST, STILL};
use super::stage::Stage;
use super::{Plan, Refusal, text};
use crate::draft::{Fit, Fx, Generated, Millis, Segment, TextPlace};

/// The move of the camera that makes a gradient drift.
const DRIFT: &str = "pan right";

/// A picture of these colours at the end or the start of the film, with words over it if there are some.
pub fn lay(wanted: &Background, stage: &mut Stage) -> Result<Plan, Refusal> {
    let length = wanted.length.unwrap_or(STILL);
    if length < LEAST {
        return Err(Refusal::TooShort { pieces: 1, least: LEAST });
    }
    let pieces = main_video(stage.draft());
    let at = if wanted.first { 0 } else { pieces.len() };
    let end = pieces.last().map(Segment::end).unwrap_or_default();
    let start = if wanted.first { Millis::ZERO } else { end };
    let mut card = Segment::new(stage.fresh_id(), Millis::ZERO, length);
    card.generated = Some(Generated::Background { from: wanted.from, to: wanted.to });
    card.fit = Fit::Cover;
    card.effects.extend(wanted.drifts.then(|| Fx::named(DRIFT)));
    let mut plan = Plan::from(vec![Operation::LayVideo(LayVideo { at, segments: vec![card] })]);
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
    plan.operations.extend(added.operations);
    plan.notes.extend(added.notes);
    Ok(plan)
}
