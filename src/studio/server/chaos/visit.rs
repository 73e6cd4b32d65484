//! One request on its way through: where it goes, its number there, and what strikes it.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use secrecy::SecretString;
use serde_json::Value;

use super::Endpoint;
use super::fault::Fault;
use super::memory::{Happened, Kept, Memory, Message};
use super::plan::{Chaos, Hit};
use crate::studio::server::refusal::Refusal;

/// Bodies that are looked into; an order of twenty thousand segments is smaller.
const BODY: usize = 17 << 20;

/// The plan at work: one for each studio.
#[derive(Debug)]
pub(in crate::studio::server) struct Works {
    pub(super) chaos: Chaos,
    /// What the studio itself asks for.
    pub(super) own_token: SecretString,
    pub(super) memory: Memory,
}

impl Works {
    /// Nothing has gone wrong yet.
    pub(in crate::studio::server) fn new(chaos: Chaos, own_token: SecretString) -> Self {
        Self { chaos, own_token, memory: Memory::default() }
    }
}

/// An answer in place of the one that was asked for.
pub(super) struct Instead(Box<Response>);

impl From<Response> for Instead {
    fn from(response: Response) -> Self {
        Self(Box::new(response))
    }
}

impl From<Instead> for Response {
    fn from(instead: Instead) -> Self {
        *instead.0
    }
}

/// One request.
pub(super) struct Visit {
    pub(super) works: Arc<Works>,
    pub(super) endpoint: Endpoint,
    /// From 1.
    pub(super) count: u64,
    /// Before the answer, and between the pieces of a stream.
    pub(super) pause: Option<Duration>,
}

impl Visit {
    pub(super) fn begin(works: Arc<Works>, endpoint: Endpoint) -> Self {
        let count = works.memory.kept().count(endpoint);
        let mut visit = Self { works, endpoint, count, pause: None };
        visit.pause = visit.strike(Fault::Slow).map(|hit| hit.time());
        visit
    }

    /// Whether a fault happens now. It is noted, so each is asked for once, where it will be done.
    pub(super) fn strike(&self, fault: Fault) -> Option<Hit> {
        let hit = self.works.chaos.hit(fault, self.endpoint, self.count)?;
        tracing::info!(fault = hit.name(), endpoint = %self.endpoint, count = self.count, "chaos");
        let (endpoint, count) = (self.endpoint, self.count);
        self.kept().note(Happened { endpoint, count, fault: hit.name() });
        Some(hit)
    }

    pub(super) fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.works.memory.kept()
    }
}

/// What is asked, as far as the layer must know it.
pub(super) struct Asked {
    pub(super) parts: Parts,
    body: Body,
    /// Whose session it is about.
    pub(super) session: Option<String>,
    /// The id that a render's order or address names.
    pub(super) render: Option<String>,
}

impl Asked {
    /// Looks into a request; a message is noted.
    pub(super) async fn read(visit: &Visit, request: Request) -> Result<Self, Instead> {
        let (parts, body) = request.into_parts();
        let segment = |place: usize| parts.uri.path().split('/').nth(place).map(str::to_owned);
        match visit.endpoint {
            Endpoint::Chat | Endpoint::Render => {
                let bytes = axum::body::to_bytes(body, BODY).await.map_err(|_| too_large())?;
                let json: Value = serde_json::from_slice(&bytes).unwrap_or_default();
                let text = |key: &str| json.get(key).and_then(Value::as_str).map(str::to_owned);
                let (session, render) = match visit.endpoint {
                    Endpoint::Chat => (text("session_id"), None),
                    _ => (text("sessionId"), text("id")),
                };
                if visit.endpoint == Endpoint::Chat {
                    note_message(visit, session.clone(), &json);
                }
                Ok(Self { parts, body: Body::from(bytes), session, render })
            }
            Endpoint::Upload | Endpoint::State => {
                let session = segment(5);
                Ok(Self { parts, body, session, render: None })
            }
            Endpoint::Poll => {
                let render = segment(5);
                Ok(Self { parts, body, session: None, render })
            }
            _ => Ok(Self { parts, body, session: None, render: None }),
        }
    }

    pub(super) fn into_request(self) -> Request {
        Request::from_parts(self.parts, self.body)
    }
}

fn note_message(visit: &Visit, session: Option<String>, json: &Value) {
    let parts = json.pointer("/new_message/parts").and_then(Value::as_array);
    let texts = parts.into_iter().flatten().filter_map(|part| part.get("text")?.as_str());
    let text = texts.collect::<Vec<_>>().join("\n");
    let session = session.unwrap_or_default();
    visit.kept().note_message(Message { count: visit.count, session, text, reached: false });
}

fn too_large() -> Instead {
    let words = ("The body is too large or ended early.", "请求的内容过大或不完整。");
    Refusal::plain(StatusCode::PAYLOAD_TOO_LARGE, words.0, words.1).into_response().into()
}
