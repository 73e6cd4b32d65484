//! The wishes of a turn carried out one after the other, each on what those before it left.

use super::answer::Told;
use super::plan::{Note, Refusal, Stage, besides, carry_out};
use super::request::{Reading, Request};
use super::scene::Scene;
use super::talk::Meant;
use super::turn::goes_back;

/// What comes of the wishes of a turn; what became of each is kept in `told`.
pub(super) fn carry_out_all<'a>(
    readings: &[Reading],
    meant: Option<Meant>,
    scene: &'a Scene,
    told: &mut Told,
) -> Stage<'a> {
    let mut stage = Stage::new(scene);
    stage.choose(meant);
    let mut done: Vec<&Request> = Vec::new();
    for reading in readings {
        match reading {
            Reading::Understood { requests, passed_over } => {
                told.passed_over.extend(passed_over.iter().cloned());
                for request in requests {
                    let result = perform(request, &mut stage, &done);
                    if let (Request::Split { .. }, Err(refusal)) = (request, &result) {
                        stage.leave_whole(refusal.clone());
                    }
                    if !is_so_already(request, &result, &done, stage.was_empty()) {
                        told.record(request, result);
                    }
                    done.push(request);
                }
            }
            unmet => told.unmet.push(unmet.clone()),
        }
    }
    stage
}

/// `Join these, no music`, `fill the frame, no blur`: what is not wanted is not there, and nobody minds.
fn is_so_already(
    request: &Request,
    result: &Result<Vec<Note>, Refusal>,
    before: &[&Request],
    was_empty: bool,
) -> bool {
    let joins =
        was_empty || before.iter().any(|done| matches!(done, Request::Make(_) | Request::Join(_)));
    let fits = before.iter().any(|done| matches!(done, Request::Fit { .. }));
    match (request, result) {
        (Request::RemoveMusic, Err(Refusal::NoMusic)) => joins,
        (Request::RemoveText(target), Err(Refusal::NoSuchText { .. })) => {
            joins && target.words.is_none()
        }
        (Request::NoBackdrop { .. }, Err(Refusal::NoBackdrop)) => fits,
        _ => false,
    }
}

/// A request, and, if it makes a film, everything that the film is to have besides.
fn perform(
    request: &Request,
    stage: &mut Stage,
    before: &[&Request],
) -> Result<Vec<Note>, Refusal> {
    if goes_back(request) {
        return Err(Refusal::HistoryLate);
    }
    let mut notes = carry_out(request, stage, before)?;
    if let Request::Make(make) = request {
        for more in besides(make, stage) {
            match carry_out(&more, stage, before) {
                Ok(said) => notes.extend(said),
                Err(refusal) => notes.push(Note::Without(refusal)),
            }
        }
    }
    Ok(notes)
}
