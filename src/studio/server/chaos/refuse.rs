//! Answers in place of the one that was asked for: gateways in trouble, and the contract's refusals.

use axum::Json;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::fault::Fault;
use super::plan::Hit;
use super::visit::{Asked, Instead, Visit};
use crate::api::wire::envelope::{Envelope, code};
use crate::api::wire::headers;

/// Whether the answer gets back to whoever asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// It does.
    Whole,
    /// The work is done and the gateway gives up waiting for it.
    Lost,
}

/// A page as gateways write them.
const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n<body>\n\
    <center><h1>502 Bad Gateway</h1></center>\n<hr><center>nginx</center>\n</body></html>\n";

/// What is said of a plan without export.
const NOT_IN_PLAN: &str = "Export is not part of this plan";

/// What stands before the service.
pub(super) fn at_gateway(visit: &Visit) -> Result<Delivery, Instead> {
    if let Some(hit) = visit.strike(Fault::TooMany) {
        return Err(too_many(&hit).into());
    }
    if let Some(hit) = visit.strike(Fault::Html) {
        return Err(page(status(hit.word)).into());
    }
    match visit.strike(Fault::Gateway) {
        Some(hit) if hit.word == "504" => Ok(Delivery::Lost),
        Some(hit) => Err(empty(status(hit.word)).into()),
        None => Ok(Delivery::Whole),
    }
}

/// What the service itself refuses.
pub(super) fn by_contract(visit: &Visit, asked: &Asked) -> Result<(), Instead> {
    if let Some(session) = &asked.session {
        must_be_remembered(visit, session)?;
    }
    if visit.strike(Fault::NoClientId).is_some() {
        return Err(refusal(StatusCode::BAD_REQUEST, 400, "X-Client-Id is required").into());
    }
    if let Some(hit) = visit.strike(Fault::NotInPlan) {
        return Err(refusal(status(hit.word), code::NOT_IN_PLAN, NOT_IN_PLAN).into());
    }
    if !is_attributed(asked) && visit.strike(Fault::Headers).is_some() {
        return Err(refusal(StatusCode::PAYMENT_REQUIRED, code::NOT_IN_PLAN, NOT_IN_PLAN).into());
    }
    Ok(())
}

/// Whether a request tells which profile asks.
fn is_attributed(asked: &Asked) -> bool {
    let names = [headers::SKILL_SOURCE, headers::SKILL_VERSION, headers::SKILL_PLATFORM];
    names.iter().all(|name| asked.parts.headers.get(*name).is_some_and(|word| !word.is_empty()))
}

fn must_be_remembered(visit: &Visit, session: &str) -> Result<(), Instead> {
    let struck = visit.strike(Fault::SessionLost);
    let mut kept = visit.kept();
    if struck.is_some() {
        kept.forgotten.insert(session.to_owned());
    }
    if !kept.forgotten.contains(session) {
        return Ok(());
    }
    let status = struck.map_or(StatusCode::OK, |hit| status(hit.word));
    Err(refusal(status, code::SESSION_NOT_FOUND, "Session not found").into())
}

/// The work is waited for, its answer thrown away.
pub(super) async fn lost(response: Response) -> Instead {
    // A turn ends by itself, also when nobody listens.
    drop(response);
    empty(StatusCode::GATEWAY_TIMEOUT).into()
}

/// A refusal in the contract's envelope.
pub(super) fn refusal(status: StatusCode, code: i64, words: &str) -> Response {
    (status, Json(Envelope::failure(code, words))).into_response()
}

/// The status that a kind names.
pub(super) fn status(word: &str) -> StatusCode {
    word.parse().unwrap_or(StatusCode::BAD_GATEWAY)
}

fn too_many(hit: &Hit) -> Response {
    let words = "Too many requests";
    let status = StatusCode::TOO_MANY_REQUESTS;
    let mut response = refusal(status, code::TOO_MANY_REQUESTS, words);
    let seconds = HeaderValue::from_str(&hit.time().as_secs_f64().to_string());
    if let (Ok(seconds), true) = (seconds, hit.word != "bare") {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

fn page(status: StatusCode) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html")], PAGE).into_response()
}

fn empty(status: StatusCode) -> Response {
    (status, Body::empty()).into_response()
}
