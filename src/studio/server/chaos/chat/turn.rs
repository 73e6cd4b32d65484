//! A turn: let through to the agent or not, and told with whatever struck it.

use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use serde_json::{Value, json};

use super::heard::{edited, events, is_stream, text};
use super::steps::{self, Step};
use super::{dialect, frames, words};
use crate::api::wire::envelope::code;
use crate::studio::server::chaos::fault::Fault;
use crate::studio::server::chaos::plan::Hit;
use crate::studio::server::chaos::refuse::refusal;
use crate::studio::server::chaos::visit::{Asked, Visit};

/// What is said of used up credits.
const NO_CREDITS: &str = "Out of credits";

/// Takes a message.
pub(in crate::studio::server::chaos) async fn turn(
    visit: &Visit,
    asked: Asked,
    next: Next,
) -> Response {
    match visit.strike(Fault::OutOfCredits) {
        Some(hit) if hit.word == "event" => {
            return tell(
                visit,
                vec![json!({"error": NO_CREDITS, "code": code::OUT_OF_CREDITS})],
                None,
            );
        }
        Some(_) => return refusal(StatusCode::OK, code::OUT_OF_CREDITS, NO_CREDITS),
        None => {}
    }
    let mut drop = visit.strike(Fault::Drop);
    if let Some(hit) = drop.as_mut().filter(|hit| hit.word == "before") {
        return steps::respond(steps::never_begun(hit));
    }
    if visit.strike(Fault::Question).is_some() {
        return tell(visit, words::question(), drop);
    }
    visit.kept().reached(visit.count);
    let response = next.run(asked.into_request()).await;
    if !is_stream(&response) {
        return response;
    }
    let spoken = said(visit, events(response).await);
    tell(visit, spoken, drop)
}

/// What is said, with the faults of words.
fn said(visit: &Visit, mut spoken: Vec<Value>) -> Vec<Value> {
    if edited(&spoken)
        && let Some(hit) = visit.strike(Fault::Silent)
    {
        return words::silenced(spoken, &hit);
    }
    if !spoken.iter().any(|event| text(event).is_some()) {
        return spoken;
    }
    if let Some(mut hit) = visit.strike(Fault::Gui) {
        words::with_gui(&mut spoken, &mut hit);
    }
    if let Some(mut hit) = visit.strike(Fault::Escape) {
        words::marked(&mut spoken, &mut hit);
    }
    if let Some(mut hit) = visit.strike(Fault::Apology) {
        words::with_apology(&mut spoken, &mut hit);
    }
    spoken
}

/// The stream, with the faults of form.
fn tell(visit: &Visit, spoken: Vec<Value>, drop: Option<Hit>) -> Response {
    let spoken = match visit.strike(Fault::Adk) {
        Some(hit) => dialect::told(&spoken, hit.word),
        None => spoken,
    };
    let mut cut = visit.strike(Fault::Cut);
    let frames = spoken.iter().enumerate().map(|(number, event)| match &mut cut {
        Some(hit) => frames::odd(event, number, &mut hit.dice),
        None => frames::plain(event),
    });
    let told = steps::steps(frames.collect(), visit.pause);
    let mut steps: Vec<Step> =
        visit.strike(Fault::Heartbeats).map_or_else(Vec::new, |hit| steps::alive(hit.time()));
    steps.extend(told);
    if let Some(mut hit) = cut {
        steps = steps::cut(steps, &mut hit.dice);
    }
    if let Some(mut hit) = drop {
        steps = steps::broken(steps, &mut hit.dice);
    }
    steps::respond(steps)
}
