//! A refusal: an HTTP status, and the envelope that says why, in the language of whoever asks.
//!
//! Who refuses seldom knows that language, so both are said, and the one that the request names goes out;
//! where it names none, the session's, else English.

use axum::Json;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::api::wire::envelope::{Envelope, code};
use crate::language::{Detail, Language, Problem};
use crate::studio::{library, media};

/// Why something is not done. What is inside goes to whoever asked, so it holds no internals.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    status: StatusCode,
    code: i64,
    words: Box<Detail>,
    /// In which it is told to somebody who names none.
    language: Language,
    data: Value,
}

impl Refusal {
    /// A refusal whose code is its HTTP status.
    pub(super) fn plain(
        status: StatusCode,
        english: impl Into<String>,
        chinese: impl Into<String>,
    ) -> Self {
        let code = i64::from(status.as_u16());
        let words = Box::new(Detail::new(english, chinese));
        Self { status, code, words, language: Language::English, data: Value::Null }
    }

    pub(super) fn bad_request(english: impl Into<String>, chinese: impl Into<String>) -> Self {
        Self::plain(StatusCode::BAD_REQUEST, english, chinese)
    }

    pub(super) fn not_found(english: impl Into<String>, chinese: impl Into<String>) -> Self {
        Self::plain(StatusCode::NOT_FOUND, english, chinese)
    }

    pub(super) fn nothing_there() -> Self {
        Self::not_found("There is nothing at this address.", "这个地址上没有内容。")
    }

    pub(super) fn token() -> Self {
        let words = ("The token is missing or wrong.", "缺少令牌，或令牌不对。");
        let refusal = Self::plain(StatusCode::UNAUTHORIZED, words.0, words.1);
        Self { code: code::TOKEN_INVALID, ..refusal }
    }

    pub(super) fn no_session(id: &str) -> Self {
        Self::of(&Problem::SessionNotFound { id: id.to_owned() }, Language::English)
    }

    /// The refusal that a person's problem means on the wire.
    pub(super) fn of(problem: &Problem, language: Language) -> Self {
        let (status, code) = place(problem);
        let words = Box::new(Detail::of(|language| problem.line(language)));
        Self { status, code, words, language, data: Value::Null }
    }

    /// A file of this name is not taken.
    pub(super) fn of_file(error: &media::Error, name: &str, language: Language) -> Self {
        Self::of(&error.problem(name), language)
    }

    /// The same, told in the session's language to whoever names none.
    pub(super) fn by_default(self, language: Language) -> Self {
        Self { language, ..self }
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
        P::NoSubtitles { .. } => (S::UNPROCESSABLE_ENTITY, code::NO_SUBTITLES),
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
        let message = self.words.told(self.language).to_owned();
        let envelope =
            Envelope { data: self.data.clone(), ..Envelope::failure(self.code, message) };
        let mut response = (self.status, Json(envelope)).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = header::HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Says a refusal once more, in the language that the request names.
pub(super) async fn in_their_language(request: Request, next: Next) -> Response {
    let named = request.headers().get(header::ACCEPT_LANGUAGE);
    let named = named.and_then(|tags| tags.to_str().ok()).map(Language::of_locale);
    let mut response = next.run(request).await;
    let (Some(language), Some(refusal)) = (named, response.extensions_mut().remove::<Refusal>())
    else {
        return response;
    };
    // Whoever refused may have added headers.
    let (parts, _) = response.into_parts();
    let said = Refusal { language, ..refusal }.into_response();
    Response::from_parts(parts, said.into_body())
}
