//! Sessions: beginning one, and what one holds now.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::Context;
use super::paths::{Base, Keys};
use super::refusal::Refusal;
use super::request::{self, InPath};
use crate::api::wire::envelope::Envelope;
use crate::api::wire::session::{CreateSession, CreatedSession, SessionState, StateBody};
use crate::api::wire::upload::UploadedFile;
use crate::draft::wire;
use crate::studio::library::{self, KeptMedia, Removal, SessionId};

/// A few words.
const BODY: usize = 64 * 1024;
/// What every project is called.
const TASK_NAME: &str = "project";

/// Begins a session.
pub(super) async fn create(
    State(context): State<Context>,
    body: Body,
) -> Result<Json<Envelope>, Refusal> {
    let wanted: CreateSession = request::json(body, BODY).await?;
    let session = context.library.create_session(&wanted.language).await?;
    let created =
        CreatedSession { task_id: session.task_id, session_id: session.id.as_str().to_owned() };
    Ok(Json(Envelope::success(json!(created))))
}

/// What a session holds, unless its client knows.
pub(super) async fn latest(
    State(context): State<Context>,
    Extension(base): Extension<Base>,
    InPath(name): InPath<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let session = context.library.session(&name).await?;
    let session = session.ok_or_else(|| Refusal::no_session(&name))?;
    let tag = tag(session.version, &context.keys, &base);
    if is_known(&headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, header_value(&tag))]).into_response());
    }
    let state = context.library.state(&name).await?;
    let state = state.ok_or_else(|| Refusal::no_session(&name))?;
    // It may have changed since it was looked up.
    let tag = header_value(&self::tag(state.session.version, &context.keys, &base));
    let data = json!(body(&context.keys, &base, state));
    Ok(([(header::ETAG, tag)], Json(Envelope::success(data))).into_response())
}

fn body(keys: &Keys, base: &Base, state: library::State) -> SessionState {
    let session = state.session;
    let files = state.media.iter().map(|kept| uploaded(keys, base, &session.id, kept));
    SessionState {
        session_id: session.id.as_str().to_owned(),
        task_id: session.task_id.clone(),
        task_name: TASK_NAME.to_owned(),
        state: StateBody {
            video_infos: files.collect(),
            canvas_config: state.draft.as_ref().map_or(Value::Null, canvas),
            draft: state.draft.unwrap_or(Value::Null),
        },
    }
}

/// Removes a session with its film, its files and what was rendered. Nothing of this is in the contract.
pub(super) async fn remove(
    State(context): State<Context>,
    InPath(session): InPath<String>,
) -> Result<Json<Envelope>, Refusal> {
    match context.library.remove_session(&session).await? {
        Removal::Gone => Ok(Json(Envelope::success(Value::Null))),
        Removal::Unknown => Err(Refusal::no_session(&session)),
        Removal::AtWork => {
            let words = ("A render of this session is under way.", "这个会话正在渲染。");
            Err(Refusal::plain(StatusCode::CONFLICT, words.0, words.1))
        }
    }
}

/// A file as clients see it.
pub(super) fn uploaded(
    keys: &Keys,
    base: &Base,
    session: &SessionId,
    kept: &KeptMedia,
) -> UploadedFile {
    let media = &kept.media;
    UploadedFile {
        filename: media.name.clone(),
        file_type: media.kind.name().to_owned(),
        cdn_url: keys.of_file(base, session, &media.name),
        duration: media.duration.map(|duration| duration.as_secs_f64()),
        width: media.width,
        height: media.height,
        fps: media.fps,
        hash: Some(media.hash.clone()),
        size: Some(media.bytes),
    }
}

fn canvas(draft: &Value) -> Value {
    let Ok(draft) = wire::decode(draft) else { return Value::Null };
    let canvas = draft.canvas;
    json!({"width": canvas.width, "height": canvas.height, "fps": canvas.rate.as_f64()})
}

/// Names the state: its version, and the run that its addresses belong to.
fn tag(version: i64, keys: &Keys, base: &Base) -> String {
    format!("\"{version}-{}\"", keys.run(base))
}

fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let given =
        headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = given.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn header_value(tag: &str) -> HeaderValue {
    HeaderValue::from_str(tag).expect("a tag is digits, letters and quotes")
}
