//! Each endpoint with curl, through a shell, as the contract's documents have it, against
//! `cutroom serve`. Only the words in angle brackets are filled in.

mod support;

use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;
use support::serving::{Serving, TOKEN};
use support::{World, film};

/// The headers that every request carries.
const SKILL: &str = r#"-H "X-Skill-Source: $SKILL_NAME" -H "X-Skill-Version: $SKILL_VERSION" -H "X-Skill-Platform: $SKILL_SOURCE""#;

struct Shell {
    world: World,
    _server: Serving,
    url: String,
    token: String,
}

impl Shell {
    fn new() -> Self {
        let server = Serving::with(&[]);
        let url = server.url.clone();
        Self { world: World::new(), _server: server, url, token: TOKEN.to_owned() }
    }

    /// Runs a command as somebody would who copied it from the documents.
    fn run(&self, command: &str) -> String {
        let ran = Command::new("sh")
            .args(["-c", command])
            .current_dir(self.world.folder())
            .envs([("API", self.url.as_str()), ("TOKEN", self.token.as_str())])
            .envs([("SKILL_NAME", "video-maker"), ("SKILL_VERSION", "1.0.0")])
            .env("SKILL_SOURCE", "unknown")
            .env("no_proxy", "*")
            .output()
            .expect("there is a shell");
        let words = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{command}\n{words}\ncurl is installed by .ci/install");
        String::from_utf8(ran.stdout).expect("text")
    }

    fn json(&self, command: &str) -> Value {
        let said = self.run(command);
        serde_json::from_str(&said).unwrap_or_else(|_| panic!("{command}\n{said}"))
    }

    /// What a good answer holds.
    fn data(&self, command: &str) -> Value {
        let answer = self.json(command);
        assert_eq!(answer["code"], 0, "{command}\n{answer}");
        answer["data"].clone()
    }

    fn session(&self) -> Value {
        self.data(&format!(
            r#"curl -s -X POST "$API/api/tasks/me/with-session/nemo_agent" \
               -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
               {SKILL} -d '{{"task_name":"project","language":"en"}}'"#
        ))
    }

    fn session_id(&self) -> String {
        self.session()["session_id"].as_str().expect("an id").to_owned()
    }

    fn upload(&self, session: &str, files: &str) -> Value {
        self.json(&format!(
            r#"curl -s -X POST "$API/api/upload-video/nemo_agent/me/{session}" \
               -H "Authorization: Bearer $TOKEN" {SKILL} {files}"#
        ))
    }

    fn say(&self, session: &str, words: &str) -> String {
        self.run(&format!(
            r#"curl -s -N -X POST "$API/run_sse" \
               -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \
               -H "Accept: text/event-stream" {SKILL} --max-time 900 \
               -d '{{"app_name":"nemo_agent","user_id":"me","session_id":"{session}","new_message":{{"parts":[{{"text":"{words}"}}]}}}}'"#
        ))
    }

    fn state(&self, session: &str) -> Value {
        self.data(&format!(
            r#"curl -s "$API/api/state/nemo_agent/me/{session}/latest" \
               -H "Authorization: Bearer $TOKEN" {SKILL}"#
        ))
    }

    fn order(&self, id: &str, session: &str, draft: &Value) -> Value {
        self.json(&format!(
            r#"curl -s -X POST "$API/api/render/proxy/lambda" -H "Authorization: Bearer $TOKEN" \
               -H "Content-Type: application/json" {SKILL} \
               -d '{{"id":"{id}","sessionId":"{session}","draft":{draft},"output":{{"format":"mp4","quality":"high"}}}}'"#
        ))
    }

    fn poll(&self, id: &str) -> Value {
        self.json(&format!(
            r#"curl -s "$API/api/render/proxy/lambda/{id}" -H "Authorization: Bearer $TOKEN" {SKILL}"#
        ))
    }

    /// Polls until the render has ended.
    fn ended(&self, id: &str) -> Value {
        let deadline = Instant::now() + Duration::from_secs(120);
        loop {
            let told = self.poll(id);
            match told["status"].as_str() {
                Some("pending" | "processing") => {
                    assert!(Instant::now() < deadline, "it never ended: {told}");
                }
                _ => return told,
            }
        }
    }

    /// A session with a one-second film of a picture, and its draft.
    fn film(&self) -> (String, Value) {
        let session = self.session_id();
        self.world.picture("red.png", "red", "160x90");
        self.upload(&session, r#"-F "files=@red.png""#);
        self.say(&session, "make a 1-second video");
        let draft = self.state(&session)["state"]["draft"].clone();
        (session, draft)
    }
}

#[test]
fn a_token_is_given_for_a_client_id() {
    let mut shell = Shell::new();
    for client in ["6f9d0b6e-3a51-4a0e-8f0b-0d6f0f6f2a11", "client-1700000000-12345"] {
        let given = shell.data(&format!(
            r#"CLIENT_ID={client}
               curl -s -X POST "$API/api/auth/anonymous-token" -H "X-Client-Id: $CLIENT_ID""#
        ));
        assert_eq!(given["credits"], 100);
        let token = given["token"].as_str().expect("a token");
        assert!(token.starts_with("nmv_usr_"));
        shell.token = token.to_owned();
        shell.session();
    }
    let nameless = shell.json(r#"curl -s -X POST "$API/api/auth/anonymous-token""#);
    assert_eq!(nameless["code"], 400);
}

#[test]
fn a_session_is_made_with_and_without_a_language() {
    let shell = Shell::new();
    let made = shell.session();
    assert!(made["task_id"].is_string() && made["session_id"].is_string(), "{made}");
    let made = shell.data(&format!(
        r#"curl -s -X POST "$API/api/tasks/me/with-session/nemo_agent" \
           -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" {SKILL} \
           -d '{{"task_name":"project"}}'"#
    ));
    assert!(made["session_id"].is_string());
    // The studio has no web page: a client that asks for a link does without.
    let claim = shell.json(&format!(
        r#"curl -s -X POST "$API/api/auth/claim-token" -H "Authorization: Bearer $TOKEN" {SKILL} \
           -H "Content-Type: application/json" -d '{{"task_id":"t","session_id":"s"}}'"#
    ));
    assert_eq!(claim["code"], 404);
}

#[test]
fn files_go_up_and_addresses_are_refused_plainly() {
    let shell = Shell::new();
    let session = shell.session_id();
    shell.world.picture("red.png", "red", "160x90");
    shell.world.picture("blue.jpg", "blue", "160x90");
    let one = shell.upload(&session, r#"-F "files=@red.png""#);
    assert_eq!(one["data"]["files"][0]["filename"], "red.png", "{one}");
    assert_eq!(one["data"]["session_state_applied"], true);
    let path = shell.world.path("red.png").display().to_string();
    let two = shell.upload(&session, &format!(r#"-F "files=@{path}" -F "files=@blue.jpg""#));
    assert_eq!(two["data"]["files"][1]["file_type"], "image", "{two}");
    let by_address = shell.upload(
        &session,
        r#"-H "Content-Type: application/json" -d '{"urls":["https://example.com/a.mp4"],"source_type":"url"}'"#,
    );
    assert_eq!(by_address["code"], 400);
    let words = by_address["message"].as_str().expect("words");
    assert!(words.contains("no network") && words.contains("download"), "{words}");
    let infos = shell.state(&session)["state"]["video_infos"].clone();
    assert_eq!(infos.as_array().map(Vec::len), Some(2));
}

#[test]
fn a_message_is_answered_as_a_stream() {
    let shell = Shell::new();
    let said = shell.say(&shell.session_id(), "hello");
    let events: Vec<Value> = said
        .lines()
        .filter_map(|line| line.strip_prefix("data: "))
        .map(|data| serde_json::from_str(data).expect("JSON"))
        .collect();
    assert!(events.iter().any(|event| event["type"] == "text"), "{said}");
    assert!(said.ends_with("\n\n"));
}

#[test]
fn the_credits_are_told() {
    let shell = Shell::new();
    let credits = shell.data(&format!(
        r#"curl -s "$API/api/credits/balance/simple" -H "Authorization: Bearer $TOKEN" {SKILL}"#
    ));
    for key in ["available", "frozen", "total"] {
        assert!(credits[key].is_number(), "{credits}");
    }
}

#[test]
fn a_film_is_rendered_and_comes_home_both_ways() {
    let shell = Shell::new();
    let (session, draft) = shell.film();
    assert_eq!(draft["t"][0]["sg"].as_array().map(Vec::len), Some(1), "{draft}");
    let ordered = shell.order("render_1700000000", &session, &draft);
    assert_eq!(ordered["taskId"], "render_1700000000");
    let done = shell.ended("render_1700000000");
    assert_eq!(done["status"], "completed", "{done}");
    let url = done["output"]["url"].as_str().expect("an address");
    shell.run(&format!(r#"curl -s -f -L -o film.mp4 "{url}""#));
    shell.run(&format!(
        r#"curl -s -f -L -o again.mp4 "$API/api/render/proxy/render_1700000000/download" \
           -H "Authorization: Bearer $TOKEN" {SKILL}"#
    ));
    for name in ["film.mp4", "again.mp4"] {
        let path = shell.world.path(name);
        assert!((film::duration(&path) - 1.0).abs() < 0.05, "{name}");
        assert_eq!(film::stream(&path, "video")["codec_name"], "h264");
        assert_eq!(std::fs::metadata(&path).expect("it").len(), done["output"]["size"]);
    }
}

#[test]
fn a_render_is_called_off() {
    let shell = Shell::new();
    let (session, draft) = shell.film();
    shell.say(&session, "make it 10 minutes long");
    let longer = shell.state(&session)["state"]["draft"].clone();
    assert_ne!(longer, draft);
    shell.order("render_off", &session, &longer);
    shell.run(&format!(
        r#"curl -s -f -X POST "$API/api/render/proxy/lambda/render_off/cancel" \
           -H "Authorization: Bearer $TOKEN" {SKILL}"#
    ));
    assert_eq!(shell.ended("render_off")["status"], "cancelled");
}
