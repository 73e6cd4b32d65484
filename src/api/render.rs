//! Exports: the order, its state in three shapes, and the way to call it off.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Map, Value};
use url::Url;

use super::answers::Raw;
use super::wire::render::{RenderEstimate, RenderOrder};
use super::{Client, Error, Repeat, answers, client, origin};

/// How far a render is.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderProgress {
    /// In which state.
    pub state: RenderState,
    /// 0 to 100, where the server says so.
    pub percent: Option<f64>,
    /// What it does at the moment, where the server says so: the studio's own key.
    pub stage: Option<String>,
    /// What it will come to, where the server says so: the studio's own key.
    pub estimate: Option<RenderEstimate>,
    /// Where the file is, once it is.
    pub address: Option<String>,
    /// How large the file is, in bytes.
    pub size: Option<u64>,
    /// Why it failed, in the server's words.
    pub error: Option<String>,
    /// What went less than well, a sentence each.
    pub warnings: Vec<String>,
    /// How long the server asks to be left alone.
    pub retry_after: Option<Duration>,
}

/// In which state a render is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RenderState {
    /// It waits.
    Pending,
    /// It runs.
    Processing,
    /// The file is there.
    Completed,
    /// It ended without a file.
    Failed,
    /// It was called off.
    Cancelled,
    /// A state not listed in the contract: shown as it stands.
    Other(String),
}

const ORDERS: [&str; 4] = ["api", "render", "proxy", "lambda"];

impl Client {
    /// Orders a render. The order has an id of its own, so a repetition cannot make two of it.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn order_render(&self, order: &RenderOrder) -> Result<(), Error> {
        let build = || self.request(Method::POST, &ORDERS).json(order);
        self.call(Repeat::AfterRefusal, build).await.map(|_| ())
    }

    /// Asks how far a render is, once.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn render_progress(&self, id: &str) -> Result<RenderProgress, Error> {
        let path = [&ORDERS[..], &[id]].concat();
        self.asking(Repeat::Poll, || async {
            let request = self.request(Method::GET, &path).timeout(self.patience().request);
            read(&answers::fetch(client::send(request).await?).await?)
        })
        .await
    }

    /// Calls a render off.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn cancel_render(&self, id: &str) -> Result<(), Error> {
        let path = [&ORDERS[..], &[id, "cancel"]].concat();
        self.call(Repeat::Freely, || self.request(Method::POST, &path)).await.map(|_| ())
    }

    /// The way to a render's file when the address that the server gave fails.
    #[must_use]
    pub fn fallback_address(&self, id: &str) -> Url {
        origin::endpoint(self.base(), &["api", "render", "proxy", id, "download"])
    }
}

/// Reads a state. A failed render under `success: false` is a state, not a refusal.
fn read(raw: &Raw) -> Result<RenderProgress, Error> {
    let json: Option<Value> = serde_json::from_slice(&raw.body).ok();
    let outer = json.as_ref().and_then(Value::as_object);
    let found = outer.and_then(|outer| read_shapes(outer, raw.status.is_success()));
    let mut progress = match found {
        Some(progress) => progress,
        None => {
            answers::unwrap(raw)?;
            return Err(Error::BadAnswer("a render without a status"));
        }
    };
    progress.retry_after = answers::retry_after(&raw.headers);
    Ok(progress)
}

fn read_shapes(outer: &Map<String, Value>, status_is_good: bool) -> Option<RenderProgress> {
    let inner = outer.get("data").and_then(Value::as_object).unwrap_or(outer);
    let status = inner.get("status").and_then(Value::as_str)?;
    let state = state(status);
    let refused = outer.get("code").and_then(answers::integer).is_some_and(|code| code != 0);
    if (refused || !status_is_good) && state != RenderState::Failed {
        return None;
    }
    let output = inner.get("output").filter(|output| output.is_object());
    let in_output = |key: &str| output.and_then(|output| output.get(key));
    let error = answers::message(inner).or_else(|| answers::message(outer));
    Some(RenderProgress {
        error: error.or_else(|| (state == RenderState::Failed).then(|| status.to_owned())),
        state,
        percent: inner.get("progress").and_then(answers::float).map(|p| p.clamp(0.0, 100.0)),
        stage: inner.get("stage").and_then(Value::as_str).map(str::to_owned),
        estimate: inner.get("estimate").and_then(|told| serde_json::from_value(told.clone()).ok()),
        address: address(inner, output),
        size: in_output("size").and_then(answers::integer).and_then(|n| u64::try_from(n).ok()),
        warnings: warnings(inner),
        retry_after: None,
    })
}

fn address(inner: &Map<String, Value>, output: Option<&Value>) -> Option<String> {
    let keys = ["outputUrl", "output_url", "url"];
    let direct = keys.iter().find_map(|key| inner.get(*key)?.as_str());
    let nested = || output?.get("url")?.as_str();
    let plain = || inner.get("output")?.as_str();
    let found = direct.or_else(nested).or_else(plain)?;
    (!found.is_empty()).then(|| found.to_owned())
}

fn warnings(inner: &Map<String, Value>) -> Vec<String> {
    let list = inner.get("warnings").and_then(Value::as_array);
    let words = list.into_iter().flatten().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}

/// The contract's words, and those that end a job without being listed.
fn state(status: &str) -> RenderState {
    match status.to_ascii_lowercase().as_str() {
        "pending" | "queued" => RenderState::Pending,
        "processing" => RenderState::Processing,
        "completed" => RenderState::Completed,
        "failed" | "error" | "expired" => RenderState::Failed,
        "cancelled" | "canceled" => RenderState::Cancelled,
        _ => RenderState::Other(status.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use reqwest::StatusCode;
    use reqwest::header::HeaderMap;

    use super::*;

    fn progress(status: u16, body: &str) -> Result<RenderProgress, Error> {
        let status = StatusCode::from_u16(status).expect("a status");
        read(&Raw { status, headers: HeaderMap::new(), body: body.as_bytes().to_vec() })
    }

    #[test]
    fn all_shapes_of_a_finished_render_are_read() {
        for body in [
            r#"{"success":true,"data":{"id":"r","status":"completed","progress":100,"outputUrl":"u"}}"#,
            r#"{"taskId":"r","status":"completed","progress":100.0,"output":{"url":"u","duration":3,"size":7}}"#,
            r#"{"status":"completed","outputUrl":"u"}"#,
            r#"{"code":0,"data":{"status":"COMPLETED","progress":"100","outputUrl":"u"}}"#,
        ] {
            let progress = progress(200, body).expect("a state");
            assert_eq!(progress.state, RenderState::Completed, "{body}");
            assert_eq!(progress.address.as_deref(), Some("u"), "{body}");
        }
    }

    #[test]
    fn a_failed_render_brings_its_reason_whatever_the_wrapping() {
        for (status, body) in [
            (200, r#"{"success":false,"data":{"status":"failed"},"error":"no font"}"#),
            (200, r#"{"taskId":"r","status":"failed","progress":3,"error":"no font"}"#),
            (500, r#"{"status":"error","error":{"message":"no font"}}"#),
        ] {
            let progress = progress(status, body).expect("a state");
            assert_eq!(progress.state, RenderState::Failed, "{body}");
            assert_eq!(progress.error.as_deref(), Some("no font"), "{body}");
        }
    }

    #[test]
    fn states_not_listed_are_shown_and_four_of_them_end_the_job() {
        let state_of = |word: &str| {
            progress(200, &format!(r#"{{"status":"{word}"}}"#)).expect("a state").state
        };
        assert_eq!(state_of("encoding"), RenderState::Other("encoding".into()));
        for word in ["expired", "error"] {
            assert_eq!(state_of(word), RenderState::Failed, "{word}");
        }
        for word in ["cancelled", "canceled"] {
            assert_eq!(state_of(word), RenderState::Cancelled, "{word}");
        }
    }

    #[test]
    fn refusals_are_errors() {
        assert!(matches!(progress(404, ""), Err(Error::NotFound)));
        assert!(matches!(progress(502, "<html>"), Err(Error::Unavailable { .. })));
        let refused = progress(200, r#"{"code":402,"message":"plan"}"#);
        assert!(matches!(refused, Err(Error::NotInPlan)));
    }
}
