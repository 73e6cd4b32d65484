//! Files come in: streamed to disk as they arrive, judged, and taken into the session one by one.

use std::time::Duration;

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request, State};
use axum::http::{StatusCode, header};
use axum::{Extension, Json};
use futures_util::StreamExt;
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::Context;
use super::paths::Base;
use super::refusal::Refusal;
use super::request::InPath;
use super::session::uploaded;
use crate::api::wire::envelope::Envelope;
use crate::api::wire::headers;
use crate::api::wire::upload::{UploadAnswer, UploadedFile};
use crate::studio::library::{Came, Session};
use crate::studio::media::{self, Incoming};

/// What the parts that hold files are called.
const PART: &str = "files";
/// Without a byte for this long, the sender is gone.
const STALLED: Duration = Duration::from_secs(60);
/// How much of what is not wanted is still read, so that its sender gets to hear why.
const READ_OUT: u64 = 2_000_000_000;

/// Takes the files of a request into a session.
pub(super) async fn upload(
    State(context): State<Context>,
    Extension(base): Extension<Base>,
    InPath(name): InPath<String>,
    request: Request,
) -> Result<Json<Envelope>, Refusal> {
    let came = came(&request);
    let Some(session) = context.library.session(&name).await? else {
        read_out(request.into_body()).await;
        return Err(Refusal::no_session(&name));
    };
    if is_json(&request) {
        return Err(no_network().by_default(session.language));
    }
    let parts = Multipart::from_request(request, &()).await;
    let parts =
        parts.map_err(|error| Refusal::bad_request(error.body_text(), error.body_text()))?;
    let _permit = context.uploads.acquire().await;
    let desk = Desk { context: &context, session: &session, base: &base, came };
    desk.take_all(parts).await
}

fn came(request: &Request) -> Came {
    let said = request.headers().get(headers::NAMED_AT).and_then(|said| said.to_str().ok());
    let named_at = said.and_then(|said| said.parse().ok());
    named_at.map_or_else(Came::now, Came::named_at)
}

/// One request's files on their way into one session.
struct Desk<'a> {
    context: &'a Context,
    session: &'a Session,
    base: &'a Base,
    came: Came,
}

/// Why one file is not taken: a matter of the file, or of the whole request.
enum Trouble {
    File(Refusal),
    Request(Refusal),
}

impl Desk<'_> {
    /// Takes what can be taken. The first refusal is the answer's, with what was kept beside it.
    async fn take_all(&self, mut parts: Multipart) -> Result<Json<Envelope>, Refusal> {
        let mut files = Vec::new();
        let mut refused = None;
        loop {
            match self.take_next(&mut parts).await {
                Ok(Some(file)) => files.push(file),
                Ok(None) => break,
                Err(Trouble::File(refusal)) => refused = refused.or(Some(refusal)),
                Err(Trouble::Request(refusal)) => {
                    refused = refused.or(Some(refusal));
                    break;
                }
            }
        }
        answer(files, refused)
    }

    /// The next file; none after the last one.
    async fn take_next(&self, parts: &mut Multipart) -> Result<Option<UploadedFile>, Trouble> {
        loop {
            let next = in_time(parts.next_field()).await?;
            let Some(field) = next.map_err(|_| broken_off())? else { return Ok(None) };
            if field.name() == Some(PART) {
                return self.take(field).await.map(Some);
            }
        }
    }

    async fn take(&self, mut field: Field<'_>) -> Result<UploadedFile, Trouble> {
        let name = name_of(&field);
        let library = &self.context.library;
        let limit = self.context.upload_limit;
        let folder = library.folders().incoming();
        let begun = Incoming::begin(&folder, limit).await;
        let mut incoming = begun.map_err(|error| self.trouble(&error, &name))?;
        while let Some(piece) = in_time(field.chunk()).await?.map_err(|_| broken_off())? {
            if let Err(error) = incoming.write(&piece).await {
                drop(incoming);
                let trouble = self.trouble(&error, &name);
                read_out_part(field).await;
                return Err(trouble);
            }
        }
        let arrived = incoming.finish().await.map_err(|error| self.trouble(&error, &name))?;
        let probed = media::probe(&arrived, &name).await;
        let facts = probed.map_err(|error| self.trouble(&error, &name))?;
        let kept = library.keep_media(&self.session.id, &name, self.came, arrived, facts).await;
        let kept = kept.map_err(|error| Trouble::Request(error.into()))?.into_media();
        Ok(uploaded(&self.context.keys, self.base, &self.session.id, &kept))
    }

    fn trouble(&self, error: &media::Error, name: &str) -> Trouble {
        let refusal = Refusal::of_file(error, name, self.session.language);
        match error {
            media::Error::Tool(_) | media::Error::File { .. } => {
                tracing::error!(error = error as &dyn std::error::Error, "a file was not taken");
                Trouble::Request(refusal)
            }
            _ => Trouble::File(refusal),
        }
    }
}

fn answer(files: Vec<UploadedFile>, refused: Option<Refusal>) -> Result<Json<Envelope>, Refusal> {
    let nothing = files.is_empty();
    let data = json!(UploadAnswer { files, session_state_applied: true });
    match refused {
        Some(refusal) => Err(refusal.with_data(data)),
        None if nothing => Err(Refusal::bad_request(
            format!("There is no part named `{PART}`."),
            format!("没有名为 `{PART}` 的部分。"),
        )),
        None => Ok(Json(Envelope::success(data))),
    }
}

fn is_json(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("application/json"))
}

fn no_network() -> Refusal {
    Refusal::bad_request(
        "The studio has no network: download the file and add it from this machine.",
        "本机工作室不联网：请先下载文件，再从本机添加。",
    )
}

fn broken_off() -> Trouble {
    let words = ("The upload broke off before its end.", "上传在完成之前中断了。");
    Trouble::Request(Refusal::bad_request(words.0, words.1))
}

async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, Trouble> {
    let (english, chinese) = (
        "Nothing has arrived for a while; the upload was given up.",
        "很久没有收到数据，已放弃上传。",
    );
    let late = || Trouble::Request(Refusal::plain(StatusCode::REQUEST_TIMEOUT, english, chinese));
    tokio::time::timeout(STALLED, work).await.map_err(|_| late())
}

/// The name of a file as its sender calls it, in the usual form or in that for other alphabets.
fn name_of(field: &Field<'_>) -> String {
    field.file_name().map(str::to_owned).or_else(|| extended_name(field)).unwrap_or_default()
}

/// `filename*=UTF-8''%E6%97%A5.jpg`
fn extended_name(field: &Field<'_>) -> Option<String> {
    let header = field.headers().get(header::CONTENT_DISPOSITION)?.to_str().ok()?;
    let value = header.split(';').find_map(|part| part.trim().strip_prefix("filename*="))?;
    let encoded = value.splitn(3, '\'').nth(2)?;
    Some(percent_decode_str(encoded).decode_utf8_lossy().into_owned())
}

/// A sender that is still sending does not read; what is left of the part goes nowhere.
async fn read_out_part(mut field: Field<'_>) {
    let mut read = 0;
    while let Ok(Ok(Some(piece))) = tokio::time::timeout(STALLED, field.chunk()).await {
        read += piece.len() as u64;
        if read > READ_OUT {
            return;
        }
    }
}

async fn read_out(body: Body) {
    let mut pieces = body.into_data_stream();
    let mut read = 0;
    while let Ok(Some(Ok(piece))) = tokio::time::timeout(STALLED, pieces.next()).await {
        read += piece.len() as u64;
        if read > READ_OUT {
            return;
        }
    }
}
