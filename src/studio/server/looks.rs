//! What editors on this machine show of a film while it is made.
//!
//! Nothing of this is in the contract. A frame and a waveform cost a process each, so only a few are
//! made at a time; whoever no longer waits for one ends its process by closing the connection.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::Context;
use super::refusal::Refusal;
use super::request::InPath;
use crate::api::wire::Picture;
use crate::draft::{Millis, wire};
use crate::language::{Language, Problem};
use crate::studio::media::{self, Media};
use crate::studio::render::{Error, Glimpse, Moment, Size};

/// Pixels of a side, at most.
pub(super) const LARGEST: u32 = 2_000;

/// The film's frame at a moment, as a PPM picture within a size.
pub(super) async fn preview(
    State(context): State<Context>,
    InPath((session, at, width, height)): InPath<(String, u64, u32, u32)>,
) -> Result<Response, Refusal> {
    let state = context.library.state(&session).await?;
    let state = state.ok_or_else(|| Refusal::no_session(&session))?;
    let language = state.session.language;
    let draft = state.draft.as_ref().map(wire::decode).and_then(Result::ok);
    let draft = draft.ok_or_else(|| Refusal::of(&Problem::NothingToRender, language))?;
    let media: Vec<Media> = state.media.into_iter().map(|kept| kept.media).collect();
    let within = Size { width: width.clamp(1, LARGEST), height: height.clamp(1, LARGEST) };
    let _turn = context.looking.acquire().await.map_err(|_| stopped())?;
    let scratch = context.looks_at.clone();
    let moment = Moment { draft, media, at: Millis(at), within, scratch, language };
    let Glimpse { size, rgb } =
        context.looks.glimpse(moment).await.map_err(|error| no_picture(&error, language))?;
    let picture = Picture { width: size.width, height: size.height, rgb };
    Ok(([(header::CONTENT_TYPE, "image/x-portable-pixmap")], picture.to_ppm()).into_response())
}

/// A small picture of a file near a moment of it, as a PPM picture within a size.
pub(super) async fn thumbnail(
    State(context): State<Context>,
    InPath((session, name, at, width, height)): InPath<(String, String, u64, u32, u32)>,
) -> Result<Response, Refusal> {
    let kept = context.library.media_named(&session, &name).await?;
    let kept = kept.ok_or_else(no_file)?;
    let within = (width.clamp(1, LARGEST), height.clamp(1, LARGEST));
    let cache = context.looks_at.join("thumbnails");
    let _turn = context.looking.acquire().await.map_err(|_| stopped())?;
    let made = media::thumbnail(&kept.media.path, Millis(at), within, &cache).await;
    let picture = made.map_err(|error| {
        tracing::info!(%error, "no thumbnail");
        unseen()
    })?;
    Ok(([(header::CONTENT_TYPE, "image/x-portable-pixmap")], picture.to_ppm()).into_response())
}

/// How loud a file is: a byte for each twentieth of a second; none where it has no sound.
pub(super) async fn waveform(
    State(context): State<Context>,
    InPath((session, name)): InPath<(String, String)>,
) -> Result<Response, Refusal> {
    let kept = context.library.media_named(&session, &name).await?;
    let kept = kept.ok_or_else(no_file)?;
    if !kept.media.has_audio {
        return Ok(
            ([(header::CONTENT_TYPE, "application/octet-stream")], Vec::new()).into_response()
        );
    }
    let _turn = context.waveforms.acquire().await.map_err(|_| stopped())?;
    let cache = context.looks_at.join("waveforms");
    let peaks = media::waveform(&kept.media.path, &cache).await.map_err(|error| {
        tracing::warn!(%error, "no waveform");
        let words = ("The file has no sound.", "文件没有声音。");
        Refusal::plain(StatusCode::UNPROCESSABLE_ENTITY, words.0, words.1)
    })?;
    Ok(([(header::CONTENT_TYPE, "application/octet-stream")], peaks).into_response())
}

fn no_picture(error: &Error, language: Language) -> Refusal {
    tracing::warn!(%error, "no preview");
    match error {
        Error::Nothing => Refusal::of(&Problem::NothingToRender, language),
        _ => unseen(),
    }
}

fn stopped() -> Refusal {
    let words = ("The studio is being stopped.", "工作室正在停止。");
    Refusal::plain(StatusCode::SERVICE_UNAVAILABLE, words.0, words.1)
}

fn no_file() -> Refusal {
    Refusal::not_found("There is no such file.", "没有这个文件。")
}

fn unseen() -> Refusal {
    Refusal::plain(StatusCode::UNPROCESSABLE_ENTITY, "There is no picture.", "没有画面。")
}
