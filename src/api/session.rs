//! Sessions, their state, the claim link, and the credits.

use std::time::Duration;

use reqwest::header::{ETAG, IF_NONE_MATCH};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use url::Url;

use super::wire::session::{CreateSession, Credits};
use super::wire::upload::UploadedFile;
use super::{Client, Error, Repeat, answers, client};

/// A session that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What every later request names.
    pub session: String,
    /// Its project.
    pub task: String,
}

/// A link to a session's project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What opens it in a browser.
    pub link: Url,
    /// How long it works from now on.
    pub lasts: Duration,
}

/// How long a link works where the server does not say: a week.
const CLAIM_SECONDS: f64 = 604_800.0;

/// Answer to a question for the state.
#[derive(Debug, Clone, PartialEq)]
pub enum StateAnswer {
    /// It is as it was when the tag was given.
    Unchanged,
    /// It is this.
    Now(Box<State>),
}

/// What a session holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The film as JSON; `None` before the first edit.
    pub draft: Option<Value>,
    /// The session's files.
    pub media: Vec<UploadedFile>,
    /// Names this very state, where the server names states.
    pub tag: Option<String>,
}

impl Client {
    /// Makes a session. Repeated after a lost connection too: an empty session more costs nothing.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn open_session(&self, language: &str) -> Result<Opened, Error> {
        let body = CreateSession { task_name: "project".into(), language: language.into() };
        let path = ["api", "tasks", "me", "with-session", "nemo_agent"];
        let data =
            self.call(Repeat::Freely, || self.request(Method::POST, &path).json(&body)).await?;
        let session = answers::text(&data, "session_id").ok_or(Error::BadAnswer("no session"))?;
        Ok(Opened { session, task: answers::text(&data, "task_id").unwrap_or_default() })
    }

    /// Where the project opens in a browser; `None` where the server has no such thing.
    pub async fn claim_link(&self, opened: &Opened, web: &Url) -> Option<Claim> {
        let body = json!({"task_id": opened.task, "session_id": opened.session});
        let path = ["api", "auth", "claim-token"];
        let asked = self.call(Repeat::Poll, || self.request(Method::POST, &path).json(&body)).await;
        let data = asked.ok()?;
        let token = answers::text(&data, "claim_token")?;
        let mut link = web.clone();
        link.set_path("/workspace/claim");
        link.query_pairs_mut().append_pair("ct", &token);
        let seconds = data.get("expires_in").and_then(answers::float).unwrap_or(CLAIM_SECONDS);
        Some(Claim { link, lasts: Duration::try_from_secs_f64(seconds).unwrap_or_default() })
    }

    /// The session's state, unless it is still the one of `tag`.
    ///
    /// # Errors
    /// [`Error::SessionNotFound`], and whatever the way to the server makes of the request.
    pub async fn state(
        &self,
        session: &str,
        tag: Option<&str>,
        repeat: Repeat,
    ) -> Result<StateAnswer, Error> {
        let asked = self.asking(repeat, || self.state_once(session, tag)).await;
        asked.map_err(|error| match error {
            Error::NotFound => Error::SessionNotFound,
            other => other,
        })
    }

    async fn state_once(&self, session: &str, tag: Option<&str>) -> Result<StateAnswer, Error> {
        let path = ["api", "state", "nemo_agent", "me", session, "latest"];
        let mut request = self.request(Method::GET, &path).timeout(self.patience().request);
        if let Some(tag) = tag {
            request = request.header(IF_NONE_MATCH, tag);
        }
        let response = client::send(request).await?;
        if response.status() == StatusCode::NOT_MODIFIED {
            return Ok(StateAnswer::Unchanged);
        }
        let raw = answers::fetch(response).await?;
        let tag = raw.headers.get(ETAG).and_then(|tag| tag.to_str().ok()).map(str::to_owned);
        let state = read_state(answers::unwrap(&raw)?).filter(|_| !is_blank(&raw.body));
        let state = state.ok_or(Error::BadAnswer("no state"))?;
        Ok(StateAnswer::Now(Box::new(State { tag, ..state })))
    }

    /// The credits.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    pub async fn credits(&self) -> Result<Credits, Error> {
        let path = ["api", "credits", "balance", "simple"];
        let data = self.call(Repeat::Freely, || self.request(Method::GET, &path)).await?;
        let number = |key: &str| data.get(key).and_then(answers::float);
        let available = number("available").ok_or(Error::BadAnswer("no credits"))?;
        let frozen = number("frozen").unwrap_or_default();
        Ok(Credits {
            available,
            frozen,
            total: number("total").unwrap_or(available + frozen),
            unlimited: data.get("unlimited").and_then(Value::as_bool).unwrap_or(false),
        })
    }
}

/// Anything may be missing or null before the first edit. What is no object at all is no state: it
/// must not pass for a film that is gone.
fn read_state(mut data: Value) -> Option<State> {
    let mut inner = match data.get_mut("state").map(Value::take) {
        Some(inner) => inner,
        None => data,
    };
    if !matches!(inner, Value::Object(_) | Value::Null) {
        return None;
    }
    let draft = inner.get_mut("draft").map(Value::take);
    if draft.as_ref().is_some_and(|draft| !matches!(draft, Value::Object(_) | Value::Null)) {
        return None;
    }
    Some(State {
        draft: draft.filter(Value::is_object),
        media: answers::files(inner.get("video_infos")),
        tag: None,
    })
}

/// A good status with nothing behind it.
fn is_blank(body: &[u8]) -> bool {
    body.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_before_the_first_edit_has_nothing_in_it() {
        for data in [
            json!({"state": {}}),
            json!({"state": {"draft": null, "video_infos": null}}),
            json!({"state": null}),
            json!({}),
            Value::Null,
        ] {
            assert_eq!(read_state(data.clone()), Some(State::default()), "{data}");
        }
    }

    #[test]
    fn what_is_no_state_does_not_pass_for_an_empty_one() {
        for data in [
            json!([]),
            json!("down"),
            json!(7),
            json!({"state": "down"}),
            json!({"state": []}),
            json!({"state": {"draft": "down"}}),
            json!({"state": {"draft": [1]}}),
        ] {
            assert_eq!(read_state(data.clone()), None, "{data}");
        }
    }

    #[test]
    fn the_draft_is_kept_to_the_letter() {
        let text = r#"{"z":1.50,"t":[{"tt":0,"x":1e+3,"sg":[]}],"a":12345678901234567890123}"#;
        let data = format!(r#"{{"state":{{"draft":{text}}}}}"#);
        let state = read_state(serde_json::from_str(&data).expect("JSON"));
        assert_eq!(state.and_then(|state| state.draft).expect("a draft").to_string(), text);
    }
}
