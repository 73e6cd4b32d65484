//! A studio under test, and short ways to ask it.

use std::path::Path;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use cutroom::studio::library::Library;
use cutroom::studio::server::{Context, Settings, router};
use secrecy::SecretString;
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;

pub const TOKEN: &str = "nmv_usr_test";
pub const HOST: &str = "127.0.0.1:4000";

/// A studio in a folder of its own, reached at [`HOST`].
pub struct Desk {
    pub folder: TempDir,
    pub context: Context,
    pub router: Router,
}

/// An answer.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Answer {
    pub fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text:?}"))
    }

    pub fn data(&self) -> Value {
        let envelope = self.json();
        assert_eq!(envelope["code"], 0, "{envelope}");
        assert_eq!(self.status, 200);
        envelope["data"].clone()
    }

    /// Asserts a refusal in the envelope, and returns its words.
    #[track_caller]
    pub fn refused(&self, status: u16, code: i64) -> String {
        let envelope = self.json();
        assert_eq!((self.status.as_u16(), &envelope["code"]), (status, &json!(code)), "{envelope}");
        let message = envelope["message"].as_str().expect("words");
        assert!(!message.is_empty());
        message.to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }
}

pub fn settings(folder: &Path) -> Settings {
    let mut settings = Settings::private(folder.join("data"), folder.join("cache"));
    settings.token = Some(SecretString::from(TOKEN));
    settings
}

impl Desk {
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self::in_folder(folder, change).await
    }

    pub async fn in_folder(folder: TempDir, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = settings(folder.path());
        change(&mut settings);
        let address = HOST.parse().expect("an address");
        let context = Context::open(&settings, address).await.expect("opened");
        let router = router(&context);
        Self { folder, context, router }
    }

    /// The records, as another program would open them.
    pub fn library(&self) -> Library {
        Library::open(&self.folder.path().join("data")).expect("opened")
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let Ok(response) = self.router.clone().oneshot(request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        Answer { status, headers, bytes }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path, Body::empty())).await
    }

    pub async fn get_with(&self, path: &str, name: &'static str, value: &str) -> Answer {
        let mut request = request(Method::GET, path, Body::empty());
        request.headers_mut().insert(name, value.parse().expect("a header"));
        self.send(request).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(request(Method::POST, path, Body::from(body.to_string()))).await
    }

    pub async fn session(&self) -> String {
        self.session_in("en").await
    }

    pub async fn session_in(&self, language: &str) -> String {
        let body = json!({"task_name": "project", "language": language});
        let created = self.post("/api/tasks/me/with-session/nemo_agent", &body).await;
        created.data()["session_id"].as_str().expect("an id").to_owned()
    }

    pub async fn state(&self, session: &str) -> Answer {
        self.get(&format!("/api/state/nemo_agent/me/{session}/latest")).await
    }

    pub async fn upload(&self, session: &str, files: &[(&str, &[u8])]) -> Answer {
        self.send(upload_request(session, multipart(files))).await
    }
}

/// A request with everything that a good client sends.
pub fn request(method: Method, path: &str, body: Body) -> Request<Body> {
    let request = Request::builder().method(method).uri(path);
    let request = request.header("host", HOST).header("authorization", format!("Bearer {TOKEN}"));
    request.body(body).expect("a request")
}

pub const BOUNDARY: &str = "cut-here";

pub fn upload_request(session: &str, body: Vec<u8>) -> Request<Body> {
    let path = format!("/api/upload-video/nemo_agent/me/{session}");
    let mut request = request(Method::POST, &path, Body::from(body));
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    request.headers_mut().insert("content-type", kind.parse().expect("a header"));
    request
}

pub fn multipart(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, content) in files {
        body.extend_from_slice(part_header(&format!("filename=\"{name}\"")).as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

pub fn part_header(filename: &str) -> String {
    format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"files\"; {filename}\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    )
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path.display().to_string());
        }
    }
    found
}
