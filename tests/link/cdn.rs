//! Another origin that a finished film is served from, as a content network does it.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::StreamExt;

/// Serves a film on another origin, breaking off once in the middle, and remembers the headers.
pub struct Cdn {
    pub address: String,
    pub headers: Arc<Mutex<Vec<HeaderMap>>>,
}

impl Cdn {
    pub async fn start(film: Vec<u8>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let headers: Arc<Mutex<Vec<HeaderMap>>> = Arc::default();
        let seen = Arc::clone(&headers);
        let serve = move |request: Request| {
            let (film, seen) = (film.clone(), Arc::clone(&seen));
            async move {
                let first = {
                    let mut seen = seen.lock().expect("no panic");
                    seen.push(request.headers().clone());
                    seen.len() == 1
                };
                if first { half(film) } else { rest(&film, request.headers()) }
            }
        };
        let router = Router::new().route("/out/film.mp4", get(serve));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, headers }
    }
}

/// Half of the film, and a broken connection.
fn half(film: Vec<u8>) -> Response {
    let length = film.len();
    let pieces = [Ok(film[..length / 2].to_vec()), Err(std::io::Error::other("scripted"))];
    let body = futures_util::stream::iter(pieces).then(|piece| async move {
        tokio::task::yield_now().await;
        piece
    });
    let headers = [(header::CONTENT_LENGTH, length.to_string())];
    (headers, Body::from_stream(body)).into_response()
}

fn rest(film: &[u8], headers: &HeaderMap) -> Response {
    let range = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let from = range.and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-'));
    let from: usize = from.and_then(|from| from.parse().ok()).unwrap_or(0);
    let range = format!("bytes {from}-{}/{}", film.len() - 1, film.len());
    let status = if from > 0 { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
    (status, [(header::CONTENT_RANGE, range)], film[from..].to_vec()).into_response()
}
