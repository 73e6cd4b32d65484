//! `GET /chaos`: what came in and what was made of it, for whoever tests a client.
//!
//! It is asked with the studio's own token, which at this address never expires.

use std::sync::Arc;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::memory::{Happened, Message};
use super::visit::Works;

/// The address as a router.
pub(super) fn routes<S: Clone + Send + Sync + 'static>(works: Arc<Works>) -> Router<S> {
    Router::new().route("/chaos", get(ledger)).with_state(works)
}

async fn ledger(State(works): State<Arc<Works>>) -> Json<Value> {
    let kept = works.memory.kept();
    let counts =
        kept.counts.iter().map(|(endpoint, count)| (endpoint.name().into(), (*count).into()));
    let counts: serde_json::Map<String, Value> = counts.collect();
    Json(json!({
        "seed": works.chaos.seed(),
        "list": works.chaos.list(),
        "requests": counts,
        "happened": kept.happened.iter().map(happened).collect::<Vec<_>>(),
        "messages": kept.messages.iter().map(message).collect::<Vec<_>>(),
    }))
}

fn happened(happened: &Happened) -> Value {
    let Happened { endpoint, count, fault } = happened;
    json!({"fault": fault, "endpoint": endpoint.name(), "count": count})
}

fn message(message: &Message) -> Value {
    let Message { count, session, text, reached } = message;
    json!({"count": count, "session_id": session, "text": text, "reached": reached})
}
