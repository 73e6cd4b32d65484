//! A server of the contract that does what a test says, and remembers what it was asked.

#![allow(dead_code, reason = "each test program uses its own part")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio::time::{Instant, sleep_until};

/// What one message is answered with.
pub enum Turn {
    /// A stream.
    Stream(Vec<Step>),
    /// An answer that is no stream.
    Answer(u16, String),
}

/// A step of a stream.
pub enum Step {
    /// Bytes as they are.
    Bytes(Vec<u8>),
    /// The film is another one now.
    Film(Value),
    /// The connection breaks off.
    Break,
    /// Nothing more comes, and the stream does not end.
    Hang,
    /// The same bytes again and again, as long as somebody listens.
    Flood(Vec<u8>),
    /// Goes on when the test says so.
    Gate,
    /// The test is told that the stream has come this far.
    Reached,
    /// From here on requests whose path begins so are not answered.
    HangAt(&'static str),
    /// What follows comes so long after the stream's beginning: for measurements, which need a pace.
    At(Duration),
}

/// An event of the simple dialect.
pub fn text(words: &str) -> Step {
    let event = json!({"type": "text", "content": words});
    Step::Bytes(format!("data: {event}\n\n").into_bytes())
}

/// What the server holds and remembers.
#[derive(Default)]
pub struct World {
    pub sessions_made: u32,
    pub lost_sessions: Vec<String>,
    pub draft: Value,
    pub media: Vec<Value>,
    pub turns: VecDeque<Turn>,
    pub messages: Vec<Value>,
    /// Answers in place of the usual ones, by the beginning of their path; each is used once.
    pub instead: Vec<(&'static str, u16, String)>,
    /// Answers in place of the usual ones, for as long as they stand here; the first that fits counts.
    pub always: Vec<Always>,
    pub requests: Vec<(String, HeaderMap)>,
    pub states_unchanged: u32,
    pub uploads: Vec<(String, usize)>,
    /// When each file was named, as its request says.
    pub named: Vec<(i64, String)>,
    pub uploading: usize,
    pub most_uploading: usize,
    pub orders: Vec<Value>,
    pub cancelled: Vec<String>,
    /// What renders are told to be; the last one stays.
    pub statuses: VecDeque<Value>,
    /// With the next of these, in seconds, `Retry-After` is said.
    pub retry_after: Option<u32>,
    pub film: Vec<u8>,
    pub tokens_given: u32,
    pub links_given: u32,
    pub good_token: Option<String>,
    /// What token requests are answered with, one after the other; then as usual.
    pub token_answers: VecDeque<Always>,
    /// How states are named to the client.
    pub tags: Tags,
    /// Uploads are read and counted, not kept: for files larger than memory.
    pub drain_uploads: bool,
    /// Requests whose path begins so are remembered and never answered; those for messages count as
    /// received.
    pub hang_at: Option<&'static str>,
    /// What the credits are told to be; the last one stays.
    pub credits: VecDeque<Value>,
    /// Streams whose listener went away.
    pub closed: u32,
    /// Bytes of floods that were taken.
    pub flooded: usize,
}

/// How states are named to the client.
#[derive(Default, Clone, Copy, PartialEq)]
pub enum Tags {
    #[default]
    Strong,
    Weak,
    None,
}

/// An answer as a test wants it.
#[derive(Clone, Default)]
pub struct Always {
    /// The beginning of the path.
    pub path: &'static str,
    pub status: u16,
    /// JSON where it is empty.
    pub kind: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Bytes,
}

impl Always {
    pub fn new(path: &'static str, status: u16, body: impl Into<Bytes>) -> Self {
        Self { path, status, body: body.into(), ..Self::default() }
    }

    fn response(&self) -> Response {
        let kind = if self.kind.is_empty() { "application/json" } else { self.kind };
        let mut response = Response::builder().status(self.status).header("content-type", kind);
        for (name, value) in &self.headers {
            response = response.header(*name, value);
        }
        response.body(Body::from(self.body.clone())).expect("a response")
    }
}

/// A running server.
#[derive(Clone)]
pub struct Server {
    world: Arc<Mutex<World>>,
    /// Uploads are answered only while there are permits.
    pub upload_gate: Arc<Semaphore>,
    /// Uploads are read only while there are permits.
    pub read_gate: Arc<Semaphore>,
    /// Gets a permit with each upload that was read to its end.
    pub drained: Arc<Semaphore>,
    /// Streams pass a [`Step::Gate`] with one of these permits.
    pub stream_gate: Arc<Semaphore>,
    /// Notified where a request meets [`World::hang_at`], and at each [`Step::Reached`].
    pub reached: Arc<Notify>,
    pub address: String,
}

impl Server {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let world = World { film: b"a whole film".repeat(1000), ..World::default() };
        let server = Self {
            world: Arc::new(Mutex::new(world)),
            upload_gate: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS)),
            read_gate: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS)),
            drained: Arc::new(Semaphore::new(0)),
            stream_gate: Arc::new(Semaphore::new(0)),
            reached: Arc::default(),
            address,
        };
        let router = server.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        server
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("no test panicked in here")
    }

    fn router(&self) -> Router {
        Router::new()
            .route("/api/auth/anonymous-token", post(token))
            .route("/api/tasks/me/with-session/nemo_agent", post(make_session))
            .route("/api/auth/claim-token", post(claim))
            .route("/run_sse", post(run))
            .route("/api/upload-video/nemo_agent/me/{session}", post(upload))
            .route("/api/credits/balance/simple", get(credits))
            .route("/api/state/nemo_agent/me/{session}/latest", get(state))
            .route("/api/render/proxy/lambda", post(order))
            .route("/api/render/proxy/lambda/{id}", get(status))
            .route("/api/render/proxy/lambda/{id}/cancel", post(cancel))
            .route("/api/render/proxy/{id}/download", get(film))
            .route("/film.mp4", get(film))
            .layer(axum::extract::DefaultBodyLimit::disable())
            .layer(axum::middleware::from_fn_with_state(self.clone(), door))
            .with_state(self.clone())
    }
}

/// Remembers every request, and answers some otherwise.
async fn door(
    State(server): State<Server>,
    request: Request,
    next: axum::middleware::Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let scripted = server.world().always.iter().find(|a| path.starts_with(a.path)).cloned();
    let refused = {
        let mut world = server.world();
        world.requests.push((path.clone(), request.headers().clone()));
        let place = world.instead.iter().position(|(begin, ..)| path.starts_with(begin));
        let instead = place.map(|place| world.instead.remove(place));
        let token = request.headers().get("authorization").and_then(|token| token.to_str().ok());
        let good = world.good_token.as_ref().map(|good| format!("Bearer {good}"));
        let open = path.ends_with("anonymous-token") || good.is_none();
        match instead {
            Some((_, status, body)) => Some((status, body)),
            None if !open && token != good.as_deref() => {
                Some((200, json!({"code": 1001, "message": "expired"}).to_string()))
            }
            None => None,
        }
    };
    let hangs = server.world().hang_at.is_some_and(|begin| path.starts_with(begin));
    match (refused, scripted) {
        _ if hangs => hang(&server, &path, request).await,
        (None, Some(scripted)) => scripted.response(),
        (Some((status, body)), _) => answer(status, body),
        (None, None) => next.run(request).await,
    }
}

/// Takes a request and answers nothing.
async fn hang(server: &Server, path: &str, request: Request) -> Response {
    let body = axum::body::to_bytes(request.into_body(), 1 << 20).await.unwrap_or_default();
    if path == "/run_sse" {
        let message = serde_json::from_slice(&body).expect("JSON");
        server.world().messages.push(message);
    }
    server.reached.notify_one();
    std::future::pending().await
}

fn answer(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn success(data: Value) -> Response {
    answer(200, json!({"code": 0, "data": data}).to_string())
}

async fn token(State(server): State<Server>) -> Response {
    let mut world = server.world();
    if let Some(scripted) = world.token_answers.pop_front() {
        let said: Value = serde_json::from_slice(&scripted.body).unwrap_or_default();
        if let Some(token) = said["data"]["token"].as_str() {
            world.tokens_given += 1;
            world.good_token = Some(token.to_owned());
        }
        return scripted.response();
    }
    world.tokens_given += 1;
    let token = format!("nmv_usr_{}", world.tokens_given);
    world.good_token = Some(token.clone());
    success(json!({"token": token, "user_id": "anon_7", "credits": 100}))
}

async fn make_session(State(server): State<Server>) -> Response {
    let mut world = server.world();
    world.sessions_made += 1;
    let number = world.sessions_made;
    success(json!({"task_id": number, "session_id": format!("session-{number}")}))
}

async fn claim(State(server): State<Server>) -> Response {
    let mut world = server.world();
    world.links_given += 1;
    success(json!({"claim_token": format!("clm_{}", world.links_given), "expires_in": 604_800}))
}

async fn credits(State(server): State<Server>) -> Response {
    let mut world = server.world();
    let last = world.credits.len() == 1;
    let told = if last { world.credits.front().cloned() } else { world.credits.pop_front() };
    success(told.unwrap_or_else(|| json!({"available": 90, "frozen": 10, "total": 100})))
}

async fn state(
    State(server): State<Server>,
    Path(session): Path<String>,
    headers: HeaderMap,
) -> Response {
    let mut world = server.world();
    if world.lost_sessions.contains(&session) {
        return answer(200, json!({"code": 1002, "message": "gone"}).to_string());
    }
    let state = json!({"draft": world.draft, "video_infos": world.media});
    let strong = format!("\"{:x}\"", state.to_string().len());
    let tag = if world.tags == Tags::Weak { format!("W/{strong}") } else { strong };
    if world.tags == Tags::None {
        return success(json!({"session_id": session, "state": state}));
    }
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| *known == *tag) {
        world.states_unchanged += 1;
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let data = json!({"session_id": session, "state": state});
    let mut response = success(data);
    response.headers_mut().insert(header::ETAG, tag.parse().expect("a header"));
    response
}

async fn run(State(server): State<Server>, body: String) -> Response {
    let message: Value = serde_json::from_str(&body).expect("JSON");
    let turn = {
        let mut world = server.world();
        if let Some(lost) = message["session_id"].as_str()
            && world.lost_sessions.iter().any(|known| known == lost)
        {
            return answer(200, json!({"code": 1002, "message": "gone"}).to_string());
        }
        world.messages.push(message);
        world.turns.pop_front().expect("a scripted turn")
    };
    match turn {
        Turn::Answer(status, body) => answer(status, body),
        Turn::Stream(steps) => stream(server, steps),
    }
}

fn stream(server: Server, steps: Vec<Step>) -> Response {
    let (bytes, body) = mpsc::channel::<Result<Bytes, std::io::Error>>(1);
    let began = Instant::now();
    tokio::spawn(async move {
        for step in steps {
            let sent = match step {
                Step::At(after) => {
                    sleep_until(began + after).await;
                    Ok(())
                }
                Step::Bytes(piece) => bytes.send(Ok(piece.into())).await,
                Step::Film(draft) => {
                    server.world().draft = draft;
                    Ok(())
                }
                Step::Break => bytes.send(Err(std::io::Error::other("scripted"))).await,
                Step::Hang => {
                    bytes.closed().await;
                    server.world().closed += 1;
                    return;
                }
                Step::Flood(piece) => loop {
                    let length = piece.len();
                    if bytes.send(Ok(piece.clone().into())).await.is_err() {
                        server.world().closed += 1;
                        return;
                    }
                    server.world().flooded += length;
                },
                Step::HangAt(path) => {
                    server.world().hang_at = Some(path);
                    Ok(())
                }
                Step::Reached => {
                    server.reached.notify_one();
                    Ok(())
                }
                Step::Gate => {
                    server.stream_gate.acquire().await.expect("a gate").forget();
                    Ok(())
                }
            };
            if sent.is_err() {
                server.world().closed += 1;
                return;
            }
        }
    });
    let body = futures_util::stream::unfold(body, |mut body| async move {
        body.recv().await.map(|piece| (piece, body))
    });
    let kind = [(header::CONTENT_TYPE, "text/event-stream")];
    (kind, Body::from_stream(body)).into_response()
}

/// Files in parts, or an address.
async fn upload(State(server): State<Server>, request: Request) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("application/json")) {
        let body = axum::body::to_bytes(request.into_body(), 10_000).await.expect("a body");
        let body: Value = serde_json::from_slice(&body).expect("JSON");
        let info = json!({"filename": "fetched.mp4", "file_type": "video", "from": body});
        server.world().media.push(info.clone());
        return success(json!({"files": [info], "session_state_applied": true}));
    }
    server.read_gate.acquire().await.expect("a gate").forget();
    if server.world().drain_uploads {
        return drain(server, request).await;
    }
    let named_at =
        request.headers().get("x-named-at").and_then(|at| at.to_str().ok()?.parse().ok());
    let named_at: i64 = named_at.expect("every upload says when its file was named");
    let mut parts =
        axum::extract::Multipart::from_request(request, &()).await.expect("a multipart body");
    {
        let mut world = server.world();
        world.uploading += 1;
        world.most_uploading = world.most_uploading.max(world.uploading);
    }
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.expect("a part") {
        let name = part.file_name().expect("a name").to_owned();
        server.world().named.push((named_at, name.clone()));
        let size = part.bytes().await.expect("bytes").len();
        files.push((name, size));
    }
    let permit = server.upload_gate.acquire().await.expect("a gate");
    permit.forget();
    let mut world = server.world();
    world.uploading -= 1;
    let infos: Vec<Value> = files
        .iter()
        .map(|(name, size)| json!({"filename": name, "file_type": "image", "size": size}))
        .collect();
    world.media.extend(infos.clone());
    world.uploads.extend(files);
    success(json!({"files": infos, "session_state_applied": true}))
}

/// Reads a body of any size and keeps its length.
async fn drain(server: Server, request: Request) -> Response {
    let mut body = request.into_body().into_data_stream();
    let mut length = 0;
    while let Some(piece) = body.next().await {
        length += piece.expect("bytes").len();
    }
    server.drained.add_permits(1);
    server.upload_gate.acquire().await.expect("a gate").forget();
    let info = json!({"filename": "drained.mp4", "file_type": "video"});
    let mut world = server.world();
    world.media.push(info.clone());
    world.uploads.push(("drained.mp4".into(), length));
    success(json!({"files": [info], "session_state_applied": true}))
}

async fn order(State(server): State<Server>, body: String) -> Response {
    let order: Value = serde_json::from_str(&body).expect("JSON");
    server.world().orders.push(order);
    success(json!({"status": "pending"}))
}

async fn status(State(server): State<Server>) -> Response {
    let mut world = server.world();
    let last = world.statuses.len() == 1;
    let status = if last { world.statuses.front().cloned() } else { world.statuses.pop_front() };
    let mut answer = answer(200, status.expect("a scripted status").to_string());
    if let Some(seconds) = world.retry_after.take() {
        answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    answer
}

async fn cancel(State(server): State<Server>, Path(id): Path<String>) -> Response {
    server.world().cancelled.push(id);
    success(Value::Null)
}

/// The film, or the rest of it.
async fn film(State(server): State<Server>, headers: HeaderMap) -> Response {
    let film = server.world().film.clone();
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let from = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-'));
    let Some(from) = from.and_then(|from| from.parse::<usize>().ok()) else {
        return film.into_response();
    };
    let range = format!("bytes {from}-{}/{}", film.len() - 1, film.len());
    let headers = [(header::CONTENT_RANGE, range)];
    (StatusCode::PARTIAL_CONTENT, headers, film[from..].to_vec()).into_response()
}
