//! What only a connection can show.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use cutroom::studio::server::{Settings, StartError, Studio, start};
use reqwest::multipart::{Form, Part};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk::files_below;
use crate::samples::picture;

struct Running {
    folder: TempDir,
    studio: Studio,
    client: reqwest::Client,
}

async fn running() -> Running {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings::private(folder.path().join("data"), folder.path().join("cache"));
    let studio = start(settings).await.expect("started");
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    Running { folder, studio, client }
}

impl Running {
    fn post(&self, path: &str) -> reqwest::RequestBuilder {
        let address = format!("{}{path}", self.studio.url());
        self.client.post(address).bearer_auth(self.studio.token().expose_secret())
    }

    async fn session(&self) -> String {
        let body = json!({"task_name": "project", "language": "en"}).to_string();
        let sent = self.post("/api/tasks/me/with-session/nemo_agent").body(body).send().await;
        let answer: Value = sent.expect("an answer").json().await.expect("JSON");
        answer["data"]["session_id"].as_str().expect("an id").to_owned()
    }

    async fn upload(&self, session: &str, name: &str, content: Vec<u8>) -> Value {
        let part = Part::bytes(content).file_name(name.to_owned());
        let path = format!("/api/upload-video/nemo_agent/me/{session}");
        let sent = self.post(&path).multipart(Form::new().part("files", part)).send().await;
        sent.expect("an answer").json().await.expect("JSON")
    }

    fn connect(&self) -> TcpStream {
        let address = self.studio.url().replace("http://", "");
        let stream = TcpStream::connect(address).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
        stream
    }
}

#[tokio::test]
async fn a_file_goes_in_and_comes_out_over_a_connection() {
    let running = running().await;
    let session = running.session().await;
    let content = picture("red");
    let answer = running.upload(&session, "日落 \"1\".png", content.clone()).await;
    let file = &answer["data"]["files"][0];
    assert_eq!(file["filename"], "日落 _1_.png", "{answer}");
    let address = file["cdn_url"].as_str().expect("an address");
    let fetched = running.client.get(address).send().await.expect("an answer");
    assert_eq!(fetched.bytes().await.expect("a body"), content);
    running.studio.stop().await;
}

#[tokio::test]
async fn two_runs_have_two_tokens() {
    let (one, other) = (running().await, running().await);
    let token = one.studio.token().expose_secret();
    assert!(token.len() >= 64 && token != other.studio.token().expose_secret());
    let address = format!("{}/api/credits/balance/simple", other.studio.url());
    let refused = one.client.get(address).bearer_auth(token).send().await.expect("an answer");
    assert_eq!(refused.status(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_whose_sender_goes_away_leaves_nothing() {
    let running = running().await;
    let session = running.session().await;
    let mut stream = running.connect();
    let head = format!(
        "POST /api/upload-video/nemo_agent/me/{session} HTTP/1.1\r\nHost: {}\r\n\
         Authorization: Bearer {}\r\nContent-Type: multipart/form-data; boundary=b\r\n\
         Content-Length: 1000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; \
         filename=\"a.png\"\r\n\r\nsome bytes",
        running.studio.url().replace("http://", ""),
        running.studio.token().expose_secret(),
    );
    stream.write_all(head.as_bytes()).expect("sent");
    let incoming = running.folder.path().join("data/incoming");
    until(|| files_below(&incoming).len() == 1).await;
    drop(stream);
    until(|| files_below(&incoming).is_empty()).await;
}

/// Looks until it is so, with a deadline.
async fn until(is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !is_so() {
        assert!(Instant::now() < deadline, "it never came to be");
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_have_a_limit() {
    let running = running().await;
    for head in [
        format!("GET / HTTP/1.1\r\nHost: x\r\nX-Long: {}\r\n\r\n", "a".repeat(100_000)),
        format!("GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", "X: y\r\n".repeat(200)),
    ] {
        let mut stream = running.connect();
        // The server may hang up in the middle of it.
        let _ = stream.write_all(head.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431"), "{answer}");
    }
}

#[tokio::test]
async fn a_place_that_is_taken_is_told_and_nothing_is_started() {
    let first = running().await;
    let address = first.studio.url().replace("http://", "").parse().expect("an address");
    let folder = tempfile::tempdir().expect("a folder");
    let mut settings = Settings::private(folder.path().join("data"), folder.path().join("cache"));
    settings.listen = address;
    let refused = start(settings).await.expect_err("taken");
    assert!(matches!(refused, StartError::Listen { .. }), "{refused}");
    assert_eq!(files_below(folder.path()), [""; 0]);
}

#[tokio::test]
async fn records_that_cannot_be_read_keep_the_studio_from_starting() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("data")).expect("made");
    std::fs::write(folder.path().join("data/studio.db"), vec![b'x'; 5000]).expect("written");
    let settings = Settings::private(folder.path().join("data"), folder.path().join("cache"));
    let refused = start(settings).await.expect_err("damaged");
    assert_eq!(refused.problem().code(), "store_damaged");
}

#[tokio::test]
async fn a_stopped_studio_is_gone_and_another_takes_up_its_records() {
    let running = running().await;
    let session = running.session().await;
    let address = format!("{}/api/credits/balance/simple", running.studio.url());
    running.studio.stop().await;
    let asked = running.client.get(address).send().await;
    assert!(asked.expect_err("nobody answers").is_connect());
    let settings =
        Settings::private(running.folder.path().join("data"), running.folder.path().join("cache"));
    let next = start(settings).await.expect("started");
    let address = format!("{}/api/state/nemo_agent/me/{session}/latest", next.url());
    let asked = running.client.get(address).bearer_auth(next.token().expose_secret()).send().await;
    assert_eq!(asked.expect("an answer").status(), 200);
    next.stop().await;
}
