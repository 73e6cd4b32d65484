//! Files that break off before their length. Whoever asks for the rest gets it.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::StreamExt;

use super::fault::Fault;
use super::visit::{Asked, Visit};

/// Serves a file, or a part of what it says it serves.
pub(super) async fn serve(visit: &Visit, asked: Asked, next: Next) -> Response {
    let in_part = asked.parts.headers.contains_key(header::RANGE);
    let response = next.run(asked.into_request()).await;
    if in_part || response.status() != StatusCode::OK {
        return response;
    }
    let Some(length) = length(&response).filter(|length| *length > 0) else { return response };
    let Some(mut hit) = visit.strike(Fault::Truncate) else { return response };
    let kept = usize::try_from(length).map_or(0, |length| hit.dice.below(length));
    let (parts, body) = response.into_parts();
    Response::from_parts(parts, broken_off(body, kept))
}

fn length(response: &Response) -> Option<u64> {
    response.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// The first `kept` bytes, and then no more: the connection breaks.
fn broken_off(body: Body, kept: usize) -> Body {
    let pieces = body.into_data_stream().scan(kept, |left, piece| {
        let piece = piece.map_err(io::Error::other).and_then(|bytes| part(&bytes, left));
        async move {
            // What was read so far, and the head before it, is on the line before it breaks.
            tokio::task::yield_now().await;
            Some(piece)
        }
    });
    Body::from_stream(pieces)
}

fn part(bytes: &Bytes, left: &mut usize) -> io::Result<Bytes> {
    if *left == 0 {
        return Err(io::Error::other("the file breaks off on purpose"));
    }
    let taken = bytes.len().min(*left);
    *left -= taken;
    Ok(bytes.slice(..taken))
}
