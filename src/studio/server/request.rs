//! Reading requests: what does not fit is refused in the envelope, like everything else.

use axum::body::Body;
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use super::refusal::Refusal;

/// The parts of the address that an endpoint names.
pub(super) struct InPath<T>(pub(super) T);

impl<T, S> FromRequestParts<S> for InPath<T>
where
    T: DeserializeOwned + Send,
    S: Send + Sync,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        match Path::<T>::from_request_parts(parts, state).await {
            Ok(Path(value)) => Ok(Self(value)),
            Err(_) => Err(Refusal::nothing_there()),
        }
    }
}

/// The body as JSON, of up to `limit` bytes, whatever it calls itself.
pub(super) async fn json<T: DeserializeOwned>(body: Body, limit: usize) -> Result<T, Refusal> {
    let bytes = all(body, limit).await?;
    serde_json::from_slice(&bytes).map_err(|error| {
        Refusal::bad_request(
            format!("The body is not what it should be: {error}."),
            format!("请求的内容不对：{error}。"),
        )
    })
}

fn ended_early() -> Refusal {
    Refusal::bad_request("The body ended early.", "请求的内容不完整。")
}

async fn all(body: Body, limit: usize) -> Result<Vec<u8>, Refusal> {
    let mut pieces = body.into_data_stream();
    let mut bytes = Vec::new();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| ended_early())?;
        if bytes.len() + piece.len() > limit {
            return Err(Refusal::plain(
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("The body has more than {limit} bytes."),
                format!("请求超过 {limit} 字节。"),
            ));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
