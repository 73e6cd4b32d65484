//! The events of a stream that came to its end.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde_json::Value;

/// Of a whole turn.
const LONGEST: usize = 16 << 20;

/// Whether an answer is a stream of events.
pub(super) fn is_stream(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"text/event-stream"))
}

/// Hears the studio's own stream, which has one line of data to an event.
pub(super) async fn events(response: Response) -> Vec<Value> {
    let bytes = axum::body::to_bytes(response.into_body(), LONGEST).await.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let data = text.lines().filter_map(|line| line.strip_prefix("data: "));
    data.filter_map(|data| serde_json::from_str(data).ok()).collect()
}

/// Whether the turn changed the film.
pub(super) fn edited(events: &[Value]) -> bool {
    events.iter().any(|event| event.pointer("/result/changed") == Some(&Value::Bool(true)))
}

/// The words of a text event.
pub(super) fn text(event: &Value) -> Option<&str> {
    if event.get("type")? != "text" {
        return None;
    }
    event.get("content")?.as_str()
}
