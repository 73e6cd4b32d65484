//! A refusal: an HTTP status, and the envelope that says why.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::api::wire::envelope::{Envelope, code};
use crate::language::{Language, Problem};
use crate::studio::{library, media};

/// Why something is not done. What is inside goes to whoever asked, so it holds no internals.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    status: StatusCode,
    code: i64,
    message: String,
    data: Value,
}

impl Refusal {
    /// A refusal whose code is its HTTP status.
    pub(super) fn plain(status: StatusCode, message: impl Into<String>) -> Self {
        let code = i64::from(status.as_u16());
        Self { status, code, message: message.into(), data: Value::Null }
    }

    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::plain(StatusCode::BAD_REQUEST, message)
    }

    pub(super) fn not_found(message: impl Into<String>) -> Self {
        Self::plain(StatusCode::NOT_FOUND, message)
    }

    pub(super) fn token() -> Self {
        let message = "The token is missing or wrong.".to_owned();
        let status = StatusCode::UNAUTHORIZED;
        Self { status, code: code::TOKEN_INVALID, message, data: Value::Null }
    }

    pub(super) fn no_session(id: &str) -> Self {
        Self::of(&Problem::SessionNotFound { id: id.to_owned() }, Language::English)
    }

    /// The refusal that a person's problem means on the wire.
    pub(super) fn of(problem: &Problem, language: Language) -> Self {
        let (status, code) = place(problem);
        Self { status, code, message: problem.line(language), data: Value::Null }
    }

    /// A file of this name is not taken.
    pub(super) fn of_file(error: &media::Error, name: &str, language: Language) -> Self {
        Self::of(&error.problem(name), language)
    }

    /// The same, with what was done all the same.
    pub(super) fn with_data(self, data: Value) -> Self {
        Self { data, ..self }
    }
}

/// The HTTP status and the code of a problem.
fn place(problem: &Problem) -> (StatusCode, i64) {
    use Problem as P;
    use StatusCode as S;
    match problem {
        P::SessionNotFound { .. } => (S::NOT_FOUND, code::SESSION_NOT_FOUND),
        P::FileUnsupported { .. } => (S::UNSUPPORTED_MEDIA_TYPE, code::FILE_TYPE_NOT_SUPPORTED),
        P::FileTooLarge { .. } => (S::PAYLOAD_TOO_LARGE, code::FILE_TOO_LARGE),
        P::FileDamaged { .. } | P::FileEmpty { .. } => {
            (S::UNPROCESSABLE_ENTITY, code::FILE_DAMAGED)
        }
        P::NothingToRender => (S::UNPROCESSABLE_ENTITY, code::NOTHING_TO_RENDER),
        P::FfmpegMissing => (S::NOT_IMPLEMENTED, code::FFMPEG_MISSING),
        P::DiskFull { .. } => (S::INSUFFICIENT_STORAGE, code::DISK_FULL),
        P::NotWritable { .. } | P::StoreDamaged { .. } | P::FileUnreadable { .. } => {
            (S::INTERNAL_SERVER_ERROR, code::NOT_WRITABLE)
        }
        _ => (S::INTERNAL_SERVER_ERROR, 500),
    }
}

impl From<library::Error> for Refusal {
    fn from(error: library::Error) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "the records failed");
        Self::of(&error.problem(), Language::English)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let envelope = Envelope { data: self.data, ..Envelope::failure(self.code, self.message) };
        let mut response = (self.status, Json(envelope)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
