//! Files and films, whole or in ranges.

use std::path::Path;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::Context;
use super::refusal::Refusal;
use super::request::InPath;
use crate::studio::library::{Render, RenderId, RenderStatus};

/// An uploaded file.
pub(super) async fn uploaded(
    State(context): State<Context>,
    InPath((session, name)): InPath<(String, String)>,
    request: Request,
) -> Result<Response, Refusal> {
    let kept = context.library.media_named(&session, &name).await?.ok_or_else(nothing)?;
    serve(&kept.media.path, &kept.mime, request).await
}

/// A finished film, by the address that its status gave.
pub(super) async fn film(
    State(context): State<Context>,
    InPath((session, film)): InPath<(String, String)>,
    request: Request,
) -> Result<Response, Refusal> {
    let (id, ending) = film.rsplit_once('.').ok_or_else(nothing)?;
    let id = RenderId::parse(id).ok_or_else(nothing)?;
    let render = context.library.render(&id).await?.ok_or_else(nothing)?;
    if render.session.as_str() != session || render.form.ending() != ending {
        return Err(nothing());
    }
    serve_film(&render, request).await
}

/// A finished film, by the name of its render.
pub(super) async fn download(
    State(context): State<Context>,
    InPath(id): InPath<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let id = RenderId::parse(&id).ok_or_else(nothing)?;
    let render = context.library.render(&id).await?.ok_or_else(nothing)?;
    let mut response = serve_film(&render, request).await?;
    let disposition = format!("attachment; filename=\"{id}.{}\"", render.form.ending());
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

async fn serve_film(render: &Render, request: Request) -> Result<Response, Refusal> {
    let path = match (render.status, &render.output) {
        (RenderStatus::Completed, Some(path)) => path,
        (RenderStatus::Expired, _) => return Err(nothing()),
        _ => return Err(not_yet()),
    };
    serve(path, render.form.mime(), request).await
}

async fn serve(path: &Path, mime: &str, request: Request) -> Result<Response, Refusal> {
    let Ok(served) = ServeFile::new(path).oneshot(request).await;
    let mut response = served.map(Body::new);
    match response.status() {
        StatusCode::NOT_FOUND => return Err(nothing()),
        StatusCode::RANGE_NOT_SATISFIABLE => return Ok(outside(response)),
        _ => {}
    }
    if let Ok(mime) = HeaderValue::from_str(mime) {
        response.headers_mut().insert(header::CONTENT_TYPE, mime);
    }
    Ok(response)
}

/// A range that the file does not have; how long it is stands in `Content-Range`.
fn outside(served: Response) -> Response {
    let words = ("The file has no such part.", "文件没有这一部分。");
    let refusal = Refusal::plain(StatusCode::RANGE_NOT_SATISFIABLE, words.0, words.1);
    let mut response = refusal.into_response();
    if let Some(range) = served.headers().get(header::CONTENT_RANGE) {
        response.headers_mut().insert(header::CONTENT_RANGE, range.clone());
    }
    response
}

fn nothing() -> Refusal {
    Refusal::nothing_there()
}

fn not_yet() -> Refusal {
    Refusal::plain(StatusCode::CONFLICT, "This film is not there yet.", "影片还没有做好。")
}
