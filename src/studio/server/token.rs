//! Tokens: for those who have none, and for opening a project in a browser.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use secrecy::ExposeSecret;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::Context;
use super::refusal::Refusal;
use crate::api::wire::envelope::Envelope;
use crate::api::wire::headers::CLIENT_ID;

/// How long the answer says that the token is good for; it lasts as long as the studio runs.
const DAYS: i64 = 7;
/// What is said to a client without an id.
const NO_CLIENT: (&str, &str) = (
    "X-Client-Id must be a UUID, or 8 to 64 letters, digits, `-` or `_`.",
    "X-Client-Id 必须是 UUID，或 8 到 64 个字母、数字、`-` 或 `_`。",
);
/// What a new client is told to have, as in the cloud.
const CREDITS: u64 = 100;

/// Gives out the studio's token where it was started so.
pub(super) async fn anonymous(
    State(context): State<Context>,
    headers: HeaderMap,
) -> Result<Json<Envelope>, Refusal> {
    if !context.anonymous_tokens {
        return Err(Refusal::not_found(
            "This studio gives out no tokens.",
            "这个工作室不发放令牌。",
        ));
    }
    let no_client = || Refusal::bad_request(NO_CLIENT.0, NO_CLIENT.1);
    let client = client_id(&headers).ok_or_else(no_client)?;
    let expires = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * DAYS);
    Ok(Json(Envelope::success(json!({
        "token": context.token.expose_secret(),
        "user_id": user_id(client),
        "credits": CREDITS,
        "expires_at": expires.to_string(),
    }))))
}

/// There is no web page in which a project of the studio could be opened.
pub(super) async fn claim() -> Refusal {
    Refusal::not_found("The studio has no web page.", "工作室没有网页。")
}

/// A UUID, or what the vendor's own scripts make where there is no `uuidgen`: `client-1700000000-31`.
fn client_id(headers: &HeaderMap) -> Option<&str> {
    let id = headers.get(CLIENT_ID)?.to_str().ok()?.trim();
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    ((8..=64).contains(&id.len()) && id.bytes().all(usual)).then_some(id)
}

/// The same for the same client, without giving its id away.
fn user_id(client: &str) -> String {
    let digest = Sha256::digest(client.to_ascii_lowercase());
    let name: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("anon_{name}")
}
