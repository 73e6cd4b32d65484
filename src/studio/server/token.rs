//! Tokens: for those who have none, and for opening a project in a browser.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use secrecy::ExposeSecret;
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Context;
use super::refusal::Refusal;
use crate::api::wire::envelope::Envelope;
use crate::api::wire::headers::CLIENT_ID;

/// How long the answer says that the token is good for; it lasts as long as the studio runs.
const DAYS: i64 = 7;
/// What a new client is told to have, as in the cloud.
const CREDITS: u64 = 100;

/// Gives out the studio's token where it was started so.
pub(super) async fn anonymous(
    State(context): State<Context>,
    headers: HeaderMap,
) -> Result<Json<Envelope>, Refusal> {
    if !context.anonymous_tokens {
        return Err(Refusal::not_found("This studio gives out no tokens."));
    }
    let client =
        client_id(&headers).ok_or_else(|| Refusal::bad_request("X-Client-Id must be a UUID."))?;
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
    Refusal::not_found("The studio has no web page.")
}

fn client_id(headers: &HeaderMap) -> Option<Uuid> {
    Uuid::parse_str(headers.get(CLIENT_ID)?.to_str().ok()?).ok()
}

/// The same for the same client, without giving its id away.
fn user_id(client: Uuid) -> String {
    let digest = Sha256::digest(client.as_bytes());
    let name: String = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("anon_{name}")
}
