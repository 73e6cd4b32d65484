//! Which address is answered by whom, and the limits that hold for all of them.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use tower_http::catch_panic::CatchPanicLayer;

use super::refusal::{Refusal, in_their_language};
use super::{Context, chaos, chat, credits, door, files, looks, rendering, session, token, upload};

/// From the end of a request's headers to the beginning of its answer. Uploads have limits of their
/// own.
const PATIENCE: Duration = Duration::from_secs(60);

/// The studio as a service, to be listened with or to be asked directly.
pub fn router(context: &Context) -> Router {
    let works = context.chaos.as_ref();
    let routes = quick().layer(middleware::from_fn(in_time)).merge(slow());
    let routes = chaos::with_ledger(routes, works)
        .fallback(|| async { Refusal::nothing_there() })
        .method_not_allowed_fallback(|| async {
            let words = ("This address is asked in another way.", "这个地址要用别的方法请求。");
            Refusal::plain(StatusCode::METHOD_NOT_ALLOWED, words.0, words.1)
        })
        .layer(middleware::from_fn_with_state(context.clone(), door::keep))
        .layer(middleware::from_fn(in_their_language));
    chaos::around(routes, works)
        .layer(middleware::map_response(as_it_is))
        .layer(CatchPanicLayer::custom(failed))
        .with_state(context.clone())
}

fn quick() -> Router<Context> {
    Router::new()
        .route("/api/auth/anonymous-token", post(token::anonymous))
        .route("/api/auth/claim-token", post(token::claim))
        .route("/api/tasks/me/with-session/nemo_agent", post(session::create))
        .route("/api/state/nemo_agent/me/{session}/latest", get(session::latest))
        .route("/api/credits/balance/simple", get(credits::simple))
        .route("/run_sse", post(chat::run))
        .route("/api/render/proxy/lambda", post(rendering::order))
        .route("/api/render/proxy/lambda/{id}", get(rendering::status))
        .route("/api/render/proxy/lambda/{id}/cancel", post(rendering::cancel))
        .route("/api/render/proxy/{id}/download", get(files::download))
        .route("/studio/session/{session}", delete(session::remove))
        .route("/studio/estimate", post(rendering::estimate))
        .route("/files/{session}/{name}", get(files::uploaded))
        .route("/outputs/{session}/{film}", get(files::film))
}

fn slow() -> Router<Context> {
    Router::new()
        .route("/studio/preview/{session}/{at}/{width}/{height}", get(looks::preview))
        .route("/studio/waveform/{session}/{name}", get(looks::waveform))
        .route("/studio/thumbnail/{session}/{name}/{at}/{width}/{height}", get(looks::thumbnail))
        .route("/api/upload-video/nemo_agent/me/{session}", post(upload::upload))
        // Each file is counted as it comes.
        .layer(DefaultBodyLimit::disable())
}

async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(PATIENCE, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let words = ("This took too long.", "用时过长。");
            Refusal::plain(StatusCode::REQUEST_TIMEOUT, words.0, words.1).into_response()
        }
    }
}

/// What is answered is what it says it is, and nobody's business but the asker's.
async fn as_it_is(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}

/// A panic is a mistake of ours; where it happened is for the log.
fn failed(panic: Box<dyn Any + Send + 'static>) -> Response {
    let words = panic.downcast_ref::<&str>().copied().unwrap_or("a panic without words");
    tracing::error!(words, "a request failed");
    let words = ("The studio made a mistake.", "工作室出错了。");
    Refusal::plain(StatusCode::INTERNAL_SERVER_ERROR, words.0, words.1).into_response()
}
