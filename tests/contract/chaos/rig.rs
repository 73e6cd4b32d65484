//! A misbehaving studio on a socket, and a client that takes note of everything.

use cutroom::studio::server::chaos::Chaos;
use cutroom::studio::server::{Settings, Studio, start};
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::samples::picture;

/// The studio's own token.
pub const OWN: &str = "nmv_usr_own";

pub struct Rig {
    pub client: reqwest::Client,
    studio: Studio,
    _folder: TempDir,
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// HTTP status and the envelope's code.
    pub fn refusal(&self) -> (u16, i64) {
        (self.status.as_u16(), self.json()["code"].as_i64().expect("a code"))
    }
}

/// A stream as it came: its bytes, its pieces, and whether it ended well.
#[derive(Debug, PartialEq, Eq)]
pub struct Heard {
    pub bytes: Vec<u8>,
    pub pieces: usize,
    pub whole: bool,
}

impl Heard {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The events, read as the rules of event streams have it.
    pub fn events(&self) -> Vec<Value> {
        let text = self.text().replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_start_matches('\u{feff}').to_owned();
        let frames = text.split("\n\n").map(|frame| {
            let data = frame.lines().filter_map(|line| line.strip_prefix("data:"));
            data.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
        });
        frames.filter_map(|data| serde_json::from_str(&data).ok()).collect()
    }

    /// The answer in the simple dialect.
    pub fn words(&self) -> String {
        let events = self.events();
        let texts = events.iter().filter(|event| event["type"] == "text");
        texts.filter_map(|event| event["content"].as_str()).collect()
    }
}

impl Rig {
    pub async fn start(list: &str) -> Self {
        Self::seeded(list, 7).await
    }

    pub async fn seeded(list: &str, seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut settings =
            Settings::private(folder.path().join("data"), folder.path().join("cache"));
        settings.token = Some(SecretString::from(OWN));
        settings.anonymous_tokens = true;
        settings.chaos = Some(Chaos::read(list, seed).expect("a list"));
        let studio = start(settings).await.expect("started");
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        Self { client, studio, _folder: folder }
    }

    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.studio.url())
    }

    pub fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        let request = self.client.post(self.address(path)).body(body.to_string());
        request.bearer_auth(self.studio.token().expose_secret())
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(self.address(path)).bearer_auth(self.studio.token().expose_secret())
    }

    pub async fn session(&self) -> String {
        let body = json!({"task_name": "project", "language": "en"});
        let made = answer(self.post("/api/tasks/me/with-session/nemo_agent", &body)).await;
        made.json()["data"]["session_id"].as_str().expect("an id").to_owned()
    }

    /// A session with a picture in it.
    pub async fn furnished(&self) -> String {
        let session = self.session().await;
        let uploaded = self.upload(&session, "red.png").await;
        assert_eq!(uploaded.json()["code"], 0, "{uploaded:?}");
        session
    }

    pub async fn upload(&self, session: &str, name: &str) -> Answer {
        let part = Part::bytes(picture("red")).file_name(name.to_owned());
        let address = self.address(&format!("/api/upload-video/nemo_agent/me/{session}"));
        let request = self.client.post(address).bearer_auth(OWN);
        answer(request.multipart(Form::new().part("files", part))).await
    }

    pub fn message(&self, session: &str, text: &str) -> RequestBuilder {
        let body = json!({"app_name": "nemo_agent", "user_id": "me", "session_id": session,
                          "new_message": {"parts": [{"text": text}]}});
        self.post("/run_sse", &body)
    }

    pub async fn say(&self, session: &str, text: &str) -> Heard {
        hear(self.message(session, text)).await
    }

    pub async fn state(&self, session: &str) -> Answer {
        answer(self.get(&format!("/api/state/nemo_agent/me/{session}/latest"))).await
    }

    /// How long the film is, in milliseconds; 0 where there is none.
    pub async fn film(&self, session: &str) -> u64 {
        let state = self.state(session).await.json();
        state["data"]["state"]["draft"]["d"].as_u64().unwrap_or_default()
    }

    pub async fn ledger(&self) -> Value {
        answer(self.get("/chaos")).await.json()
    }

    /// What went wrong, as `endpoint count fault`.
    pub async fn happened(&self) -> Vec<String> {
        let ledger = self.ledger().await;
        let entries = ledger["happened"].as_array().expect("a list").clone();
        let line = |entry: &Value| {
            let text = |key: &str| entry[key].as_str().expect("text").to_owned();
            format!("{} {} {}", text("endpoint"), entry["count"], text("fault"))
        };
        entries.iter().map(line).collect()
    }
}

pub async fn answer(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    Answer { status, headers, text: response.text().await.expect("a body") }
}

pub async fn hear(request: RequestBuilder) -> Heard {
    let mut response = request.send().await.expect("an answer");
    assert_eq!(response.status(), 200);
    let mut heard = Heard { bytes: Vec::new(), pieces: 0, whole: false };
    loop {
        match response.chunk().await {
            Ok(Some(bytes)) => {
                heard.pieces += 1;
                heard.bytes.extend_from_slice(&bytes);
            }
            Ok(None) => return Heard { whole: true, ..heard },
            Err(_) => return heard,
        }
    }
}
