//! Renders that fail, stand still, or are told of in another shape. What happens to one is decided
//! when it is ordered.

use axum::Json;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::fault::Fault;
use super::plan::Hit;
use super::rewrite::rewritten;
use super::visit::{Asked, Visit};
use crate::api::wire::render::{RenderOutput, RenderStatus};

/// States that no list has.
const UNKNOWN: [&str; 3] = ["encoding", "uploading_artifacts", "warming_up"];
/// Where a render stops that will not go on, in percent.
const STUCK_AT: f64 = 37.0;
/// What a failed render says.
const REASON: &str = "The render worker ran out of memory";

/// What happens to one render.
#[derive(Debug, Clone, Default)]
pub(super) struct Fate {
    fails: bool,
    /// How often it has been asked about.
    polls: u32,
    /// For so many polls it stands still.
    stalls: u32,
    /// In this state.
    stalled: &'static str,
    /// In which shape it is told.
    shape: &'static str,
    ordered_at: String,
}

/// Takes an order, and decides what comes of it.
pub(super) async fn order(visit: &Visit, asked: Asked, next: Next) -> Response {
    let Some(id) = asked.render.clone() else { return next.run(asked.into_request()).await };
    let fails = visit.strike(Fault::RenderFail).is_some();
    let stall = visit.strike(Fault::RenderStall);
    let shape = visit.strike(Fault::RenderShape);
    if fails || stall.is_some() || shape.is_some() {
        let fate = Fate {
            fails,
            polls: 0,
            stalls: stall.as_ref().map_or(0, Hit::times),
            stalled: stall.map_or("", |mut hit| hit.dice.pick(&UNKNOWN)),
            shape: shape.map_or("", |hit| hit.word),
            ordered_at: jiff::Timestamp::now().to_string(),
        };
        // The same id again is the same render.
        visit.kept().fates.entry(id.clone()).or_insert(fate);
    }
    if fails {
        return Json(status(&id, "pending", 0.0)).into_response();
    }
    next.run(asked.into_request()).await
}

/// Tells how far a render is, as its fate has it.
pub(super) async fn poll(visit: &Visit, asked: Asked, next: Next) -> Response {
    let id = asked.render.clone().unwrap_or_default();
    let fate = {
        let mut kept = visit.kept();
        let fate = kept.fates.get_mut(&id);
        fate.map(|fate| {
            fate.polls = fate.polls.saturating_add(1);
            fate.clone()
        })
    };
    match fate {
        None => next.run(asked.into_request()).await,
        Some(fate) if fate.fails => Json(fate.told(fate.failing(&id))).into_response(),
        Some(fate) => {
            let response = next.run(asked.into_request()).await;
            let ok = response.status().is_success();
            rewritten(response, |answer| {
                let read = serde_json::from_value::<RenderStatus>(answer.clone());
                if let (Ok(status), true) = (read, ok) {
                    *answer = fate.told(fate.stalling(status));
                }
            })
            .await
        }
    }
}

impl Fate {
    /// A render that fails has been running for a moment.
    fn failing(&self, id: &str) -> RenderStatus {
        if self.polls <= 1 {
            return status(id, "processing", STUCK_AT);
        }
        let failed = status(id, "failed", STUCK_AT);
        RenderStatus { error: Some(REASON.to_owned()), ..failed }
    }

    fn stalling(&self, now: RenderStatus) -> RenderStatus {
        if self.polls > self.stalls {
            return now;
        }
        status(&now.task_id, self.stalled, STUCK_AT)
    }

    fn told(&self, status: RenderStatus) -> Value {
        let url = status.output.as_ref().map(|output| output.url.clone());
        let mut plain = json!({"status": status.status});
        put(&mut plain, "outputUrl", url.as_deref());
        put(&mut plain, "error", status.error.as_deref());
        match self.shape {
            "success" => self.in_success(&status),
            "bare" => plain,
            "code" => json!({"code": 0, "data": plain}),
            _ => json!(status),
        }
    }

    fn in_success(&self, status: &RenderStatus) -> Value {
        let mut data = json!({
            "id": status.task_id,
            "status": status.status,
            "progress": status.progress,
            "createdAt": self.ordered_at,
        });
        if let Some(RenderOutput { url, .. }) = &status.output {
            put(&mut data, "outputUrl", Some(url));
            put(&mut data, "completedAt", Some(&jiff::Timestamp::now().to_string()));
        }
        match &status.error {
            Some(error) => json!({"success": false, "error": error, "data": data}),
            None => json!({"success": true, "data": data}),
        }
    }
}

fn status(id: &str, word: &str, progress: f64) -> RenderStatus {
    RenderStatus {
        task_id: id.to_owned(),
        status: word.to_owned(),
        progress,
        stage: None,
        estimate: None,
        output: None,
        error: None,
        warnings: Vec::new(),
    }
}

fn put(object: &mut Value, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        object[key] = value.into();
    }
}
