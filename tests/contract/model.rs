//! Turns with a model of the user's own: an endpoint on loopback that behaves as such endpoints do, well
//! and badly.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use cutroom::draft::{summary, wire};
use cutroom::studio::library::Film;
use cutroom::studio::model::{Endpoint, Wanted};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tower::ServiceExt;

use crate::desk::{Desk, request};
use crate::samples::picture;

const KEY: &str = "key-that-nobody-may-see";

/// What the endpoint does when it is asked; the last thing is done again and again.
#[derive(Clone)]
enum Does {
    /// Streams these events, cut anywhere.
    Streams(Vec<Value>),
    /// Answers with a status and a body.
    Answers(u16, &'static str, String),
    /// Streams these events and then nothing, for ever.
    Hangs(Vec<Value>),
    /// Waits, tells that it was asked, and then does it.
    Waits(Arc<Gate>, Box<Does>),
}

#[derive(Default)]
struct Gate {
    asked: Notify,
    open: Notify,
}

#[derive(Clone)]
struct Model {
    script: Arc<Mutex<VecDeque<Does>>>,
    asked: Arc<Mutex<Vec<(HeaderMap, Value)>>>,
    /// Told when somebody stops listening.
    left: Arc<Notify>,
    url: String,
}

impl Model {
    async fn that(script: Vec<Does>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let model = Self {
            script: Arc::new(Mutex::new(script.into())),
            asked: Arc::default(),
            left: Arc::default(),
            url: format!("http://{}/v1", listener.local_addr().expect("an address")),
        };
        let routes = Router::new().route("/v1/chat/completions", post(answer));
        let routes = routes.with_state(model.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        model
    }

    fn endpoint(&self) -> Endpoint {
        let wanted = Wanted { url: Some(&self.url), model: Some("m-1"), key_env: Some("THE_KEY") };
        let endpoint = Endpoint::of(wanted, |name| (name == "THE_KEY").then(|| KEY.to_owned()));
        endpoint.expect("right").expect("set")
    }

    fn bodies(&self) -> Vec<Value> {
        self.asked.lock().expect("whole").iter().map(|(_, body)| body.clone()).collect()
    }
}

struct Listening(Arc<Notify>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

async fn answer(State(model): State<Model>, headers: HeaderMap, body: Bytes) -> Response {
    let body = serde_json::from_slice(&body).expect("JSON");
    model.asked.lock().expect("whole").push((headers, body));
    let next = {
        let mut script = model.script.lock().expect("whole");
        if script.len() > 1 { script.pop_front() } else { script.front().cloned() }
    };
    does(next.expect("a script"), &model).await
}

async fn does(does: Does, model: &Model) -> Response {
    match does {
        Does::Answers(status, kind, body) => {
            let status = StatusCode::from_u16(status).expect("a status");
            (status, [("content-type", kind)], body).into_response()
        }
        Does::Streams(events) => streamed(Body::from_stream(stream::iter(pieces(&events, true)))),
        Does::Hangs(events) => {
            let listening = Listening(model.left.clone());
            let never = stream::pending().inspect(move |_: &Result<Bytes, Infallible>| {
                let _ = &listening;
            });
            streamed(Body::from_stream(stream::iter(pieces(&events, false)).chain(never)))
        }
        Does::Waits(gate, then) => {
            gate.asked.notify_one();
            gate.open.notified().await;
            Box::pin(self::does(*then, model)).await
        }
    }
}

fn streamed(body: Body) -> Response {
    ([("content-type", "text/event-stream; charset=utf-8")], body).into_response()
}

/// The events as bytes, seven at a time, so that letters and lines are cut.
fn pieces(events: &[Value], ends: bool) -> Vec<Result<Bytes, Infallible>> {
    let mut text: String = events.iter().map(|event| format!("data: {event}\r\n\r\n")).collect();
    if ends {
        text.push_str(": over\n\ndata: [DONE]\n\n");
    }
    text.as_bytes().chunks(7).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect()
}

fn says(text: &str) -> Value {
    json!({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": null}]})
}

/// A call as it is streamed: its head, and its arguments in two pieces.
fn calls(index: u64, name: &str, arguments: &Value) -> Vec<Value> {
    let arguments = arguments.to_string();
    let middle = (0..=arguments.len() / 2).rev().find(|at| arguments.is_char_boundary(*at));
    let (one, two) = arguments.split_at(middle.expect("0 is one"));
    let piece = |call: Value| json!({"choices": [{"index": 0, "delta": {"tool_calls": [call]}}]});
    let id = format!("call-{index}");
    vec![
        piece(json!({"index": index, "id": id, "type": "function",
                     "function": {"name": name, "arguments": ""}})),
        piece(json!({"index": index, "function": {"arguments": one}})),
        piece(json!({"index": index, "function": {"arguments": two}})),
    ]
}

fn asks(sentence: &str) -> Does {
    Does::Streams(calls(0, "request", &json!({"sentence": sentence})))
}

fn done(text: &str) -> Does {
    Does::Streams(vec![says(text)])
}

/// A studio with that model, and a session of two pictures that lie on the timeline.
async fn film(model: &Model) -> (Desk, String) {
    let endpoint = model.endpoint();
    let desk = Desk::with(|settings| settings.model = Some(endpoint)).await;
    let session = desk.session().await;
    let (red, blue) = (picture("red"), picture("blue"));
    desk.upload(&session, &[("red.png", &red), ("蓝.png", &blue)]).await.data();
    put(&desk, &session).await;
    (desk, session)
}

async fn put(desk: &Desk, session: &str) {
    let draft = json!({"t": [{"tt": 0, "sg": [
        {"id": "a", "d": 5000, "src": "red.png"}, {"id": "b", "d": 5000, "src": "蓝.png"},
    ]}]});
    let library = desk.library();
    let id = library.session(session).await.expect("read").expect("a session").id;
    let before = library.film(&id).await.expect("read");
    let draft = Some(wire::decode(&draft).expect("a draft"));
    assert!(library.keep_film(&id, Film { draft, ..before }).await.expect("written"));
}

fn message(session: &str, text: &str) -> Value {
    json!({"app_name": "nemo_agent", "user_id": "me", "session_id": session,
           "new_message": {"parts": [{"text": text}]}})
}

/// A turn's events and its words.
async fn turn(desk: &Desk, session: &str, text: &str) -> (Vec<Value>, String) {
    let answer = desk.post("/run_sse", &message(session, text)).await;
    let body = String::from_utf8(answer.bytes.to_vec()).expect("text");
    assert!(!body.contains(KEY), "{body}");
    let data = body.lines().filter_map(|line| line.strip_prefix("data: "));
    let events: Vec<Value> = data.map(|data| serde_json::from_str(data).expect("JSON")).collect();
    let said = events.iter().filter_map(|event| event["content"].as_str()).collect();
    (events, said)
}

async fn timeline(desk: &Desk, session: &str) -> String {
    let state = desk.state(session).await.data();
    summary(&wire::decode(&state["state"]["draft"]).expect("a draft"))
}

const BEFORE: &str = "Timeline (1 track): 1. Video: red.png (0-5s), 蓝.png (5-10s)";

#[tokio::test]
async fn what_a_model_calls_is_done_told_and_undone_as_one() {
    let mut first = vec![says("Let me"), says(" see — 好。")];
    first.extend(calls(0, "trim_end", &json!({"clip": 1, "track": "V1", "n": 30})));
    first.extend(calls(1, "request", &json!({"sentence": "add the title \"你好\""})));
    let model = Model::that(vec![Does::Streams(first), done("\nHere it is.")]).await;
    let (desk, session) = film(&model).await;
    let (events, said) = turn(&desk, &session, "make it snappier and greet people").await;
    assert!(said.starts_with("Let me see — 好。\n\nHere it is.\n\n"), "{said}");
    for fact in ["你好", "red.png", "9\u{a0}s"] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
    assert_eq!(kinds[..3], ["tool_call", "text", "text"], "words stand before the result");
    let result = events.iter().find(|event| event["type"] == "tool_result").expect("a result");
    assert_eq!(result["result"]["changed"], true);
    let after = timeline(&desk, &session).await;
    assert!(after.contains("red.png (0-4s)") && after.contains("\"你好\""), "{after}");
    turn(&desk, &session, "undo").await;
    assert_eq!(timeline(&desk, &session).await, BEFORE);
    assert_eq!(model.bodies().len(), 2, "an exact sentence is no matter for a model");
}

#[tokio::test]
async fn a_model_is_told_the_film_and_the_names_and_no_more() {
    let model = Model::that(vec![asks("mute everything"), done("It cannot be heard.")]).await;
    let (desk, session) = film(&model).await;
    turn(&desk, &session, "shorten it a little").await;
    let asked = model.asked.lock().expect("whole").clone();
    let (headers, first) = &asked[0];
    assert_eq!(headers["authorization"], format!("Bearer {KEY}"));
    assert_eq!((&first["model"], &first["stream"]), (&json!("m-1"), &json!(true)));
    let told = first["messages"][1]["content"].as_str().expect("text");
    assert!(told.contains("clip 2: \"蓝.png\" 5s-10s") && told.contains("shorten it a little"));
    let results = &asked[1].1["messages"];
    assert_eq!(results[2]["tool_calls"][0]["function"]["name"], "request");
    assert_eq!(results[3]["tool_call_id"], "call-0");
    assert!(results[3]["content"].as_str().is_some_and(|text| text.contains("\"changed\":false")));
    let all = format!("{}", json!(model.bodies()));
    let folder = desk.folder.path().display().to_string();
    for secret in [KEY, &folder, "/files/", "127.0.0.1", &session] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn what_changed_nothing_is_not_claimed() {
    let model = Model::that(vec![done("Done! I added the music you wanted.")]).await;
    let (desk, session) = film(&model).await;
    let (events, said) = turn(&desk, &session, "something with music perhaps").await;
    assert!(said.ends_with("\n\nThe film was not changed."), "{said}");
    let result = events.iter().find(|event| event["type"] == "tool_result").expect("a result");
    assert_eq!(result["result"]["changed"], false);
    assert_eq!(timeline(&desk, &session).await, BEFORE);
}

#[tokio::test]
async fn a_slip_is_told_to_the_model_which_may_do_better() {
    let wrong = calls(0, "split", &json!({"clip": "first", "track": "V1", "at": 2}));
    let right = calls(0, "split", &json!({"clip": 1, "track": "V1", "at": 2}));
    let model = Model::that(vec![Does::Streams(wrong), Does::Streams(right), done("Cut.")]).await;
    let (desk, session) = film(&model).await;
    let (_, said) = turn(&desk, &session, "cut somewhere near two").await;
    assert!(said.starts_with("Cut.\n\n"), "{said}");
    assert!(timeline(&desk, &session).await.contains("red.png (0-2s), red.png (2-5s)"));
    let told = model.bodies()[1]["messages"][3]["content"].to_string();
    assert!(told.contains("`clip` must be a whole number"), "{told}");
}

#[tokio::test]
async fn where_a_model_fails_the_built_in_understanding_answers_and_says_why() {
    let json = "application/json";
    let unknown = Does::Streams(calls(0, "render_everything", &json!({})));
    let endless = asks("add the title \"from the model\"");
    let broken = format!("data: {}\n\n", says("I will"));
    let error = json!({"error": {"message": format!("{KEY} is wrong"), "code": 400}}).to_string();
    for (does, reason) in [
        (Does::Answers(401, json, error.clone()), "its key was refused (401)"),
        (Does::Answers(429, json, error.clone()), "too many requests (429)"),
        (Does::Answers(500, "text/html", "<h1>".into()), "error 500"),
        (Does::Answers(307, json, String::new()), "error 307"),
        (Does::Answers(200, json, error), "error 400"),
        (Does::Answers(200, json, "{".into()), "could not be read"),
        (Does::Answers(200, "text/event-stream", "data: <html>\n\n".into()), "could not be read"),
        (Does::Answers(200, "text/event-stream", broken), "broke off"),
        (Does::Streams(vec![says("<think>hm</think>")]), "was empty"),
        (Does::Streams(vec![says(&"long ".repeat(20_000))]), "too long"),
        (unknown, "edits that there are not"),
        (endless, "not done in 12 steps"),
    ] {
        let model = Model::that(vec![does]).await;
        let (desk, session) = film(&model).await;
        let (_, said) = turn(&desk, &session, "add the title \"Hi\"").await;
        assert!(said.contains(&format!("{reason}. The built-in understanding")), "{said}");
        let after = timeline(&desk, &session).await;
        assert!(after.contains("\"Hi\""), "{reason}: {after}");
        assert!(!after.contains("from the model"), "{reason}: {after}");
        assert!(model.bodies().len() <= 12, "{reason}");
    }
}

#[tokio::test]
async fn a_key_that_is_missing_and_a_server_that_is_gone_are_told_in_the_users_language() {
    let nowhere = Wanted { url: Some("http://127.0.0.1:1/v1"), model: Some("m"), key_env: None };
    let keyless = Wanted { key_env: Some("NO_SUCH_KEY"), ..nowhere };
    for (wanted, reason) in
        [(nowhere, "无法连接 127.0.0.1:1"), (keyless, "环境变量 NO_SUCH_KEY 中没有密钥")]
    {
        let endpoint = Endpoint::of(wanted, |_| None).expect("right");
        let desk = Desk::with(|settings| settings.model = endpoint).await;
        let session = desk.session_in("zh-CN").await;
        put(&desk, &session).await;
        let (_, said) = turn(&desk, &session, "加标题“你好”").await;
        assert!(said.starts_with(&format!("您的模型未能使用：{reason}。")), "{said}");
        assert!(timeline(&desk, &session).await.contains("\"你好\""));
    }
}

#[tokio::test]
async fn a_model_that_falls_silent_is_waited_for_a_minute() {
    let model = Model::that(vec![Does::Hangs(vec![says("Well, ")])]).await;
    let (desk, session) = film(&model).await;
    tokio::time::pause();
    let begun = tokio::time::Instant::now();
    let (events, said) = turn(&desk, &session, "add the title \"Hi\"").await;
    assert!(said.contains("it was silent for 60 s"), "{said}");
    assert!(said.starts_with("Well, \n\n"), "{said}");
    assert_eq!(begun.elapsed().as_secs(), 60);
    assert!(events.iter().any(|event| event["type"] == "heartbeat"));
    assert!(timeline(&desk, &session).await.contains("\"Hi\""));
    model.left.notified().await;
}

#[tokio::test]
async fn a_turn_that_nobody_hears_is_given_up_with_the_film_as_it_was() {
    let mut first = calls(0, "request", &json!({"sentence": "add the title \"Hi\""}));
    first.insert(0, says("One moment."));
    let model = Model::that(vec![Does::Streams(first), Does::Hangs(vec![says("And ")])]).await;
    let (desk, session) = film(&model).await;
    let body = Body::from(message(&session, "greet people").to_string());
    let asked = request(Method::POST, "/run_sse", body);
    let Ok(response) = desk.router.clone().oneshot(asked).await;
    let mut heard = response.into_body().into_data_stream();
    let mut text = String::new();
    while !text.contains("And ") {
        let piece = heard.next().await.expect("more").expect("whole");
        text.push_str(&String::from_utf8_lossy(&piece));
    }
    drop(heard);
    model.left.notified().await;
    desk.context.close().await;
    assert_eq!(timeline(&desk, &session).await, BEFORE);
}

#[tokio::test]
async fn a_film_that_became_another_one_meanwhile_is_not_written_over() {
    let gate = Arc::new(Gate::default());
    let waits = Does::Waits(gate.clone(), Box::new(done("Done.")));
    let model = Model::that(vec![asks("add the title \"Hi\""), waits]).await;
    let (desk, session) = film(&model).await;
    let meanwhile = async {
        gate.asked.notified().await;
        turn(&desk, &session, "duplicate clip 1 on V1").await;
        gate.open.notify_one();
    };
    let ((events, _), ()) = tokio::join!(turn(&desk, &session, "greet people"), meanwhile);
    let error = events.last().and_then(|event| event["error"].as_str()).expect("an error");
    assert!(error.contains("nothing was changed"), "{error}");
    let after = timeline(&desk, &session).await;
    assert!(after.contains("red.png (0-5s), red.png (5-10s)") && !after.contains("Hi"), "{after}");
}
