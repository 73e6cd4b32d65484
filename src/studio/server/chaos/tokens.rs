//! Tokens that expire: each client has its own, which is refused for good once it has expired, and
//! the token request gives the same client another.
//!
//! The studio behind the layer knows one token only. A valid one of a client is exchanged for it on
//! the way in.

use std::collections::{HashMap, HashSet};

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use secrecy::ExposeSecret;

use super::fault::Fault;
use super::refuse::{refusal, status};
use super::rewrite::rewritten;
use super::visit::{Asked, Instead, Visit};
use crate::api::wire::envelope::code;
use crate::api::wire::headers::CLIENT_ID;

/// Who has which token.
#[derive(Default)]
pub(super) struct Tokens {
    of_clients: HashMap<String, String>,
    given: HashSet<String>,
    expired: HashSet<String>,
}

impl Tokens {
    /// The client's token: the one it has, or a new one when that has expired.
    fn of_client(&mut self, client: &str) -> String {
        let known = self.of_clients.get(client).filter(|token| !self.expired.contains(*token));
        if let Some(token) = known {
            return token.clone();
        }
        let token = format!("nmv_usr_{}", uuid::Uuid::new_v4().simple());
        self.of_clients.insert(client.to_owned(), token.clone());
        self.given.insert(token.clone());
        token
    }
}

/// Lets a token in, or refuses one that has expired, perhaps just now.
pub(super) fn admit(visit: &Visit, headers: &mut HeaderMap) -> Result<(), Instead> {
    if !visit.works.chaos.has(Fault::TokenExpired) {
        return Ok(());
    }
    let bearer = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = bearer.and_then(|value| value.split_once(' ')).map(|(_, token)| token.trim());
    let Some(bearer) = bearer.map(str::to_owned) else { return Ok(()) };
    let hit = visit.strike(Fault::TokenExpired);
    let mut kept = visit.kept();
    if hit.is_some() {
        kept.tokens.expired.insert(bearer.clone());
    }
    if kept.tokens.expired.contains(&bearer) {
        let status = hit.as_ref().map_or(StatusCode::UNAUTHORIZED, |hit| status(hit.word));
        let code = hit.map_or(code::TOKEN_INVALID, |mut hit| hit.dice.pick(&CODES));
        return Err(refusal(status, code, "Token expired").into());
    }
    if kept.tokens.given.contains(&bearer) {
        let own = format!("Bearer {}", visit.works.own_token.expose_secret());
        if let Ok(own) = HeaderValue::from_str(&own) {
            headers.insert(AUTHORIZATION, own);
        }
    }
    Ok(())
}

/// All of them mean the same.
const CODES: [i64; 3] =
    [code::TOKEN_INVALID, code::TOKEN_INVALID_TOO[0], code::TOKEN_INVALID_TOO[1]];

/// Answers the token request: with tokens that expire, where they do.
pub(super) async fn issue(visit: &Visit, asked: Asked, next: Next) -> Response {
    let client = asked.parts.headers.get(CLIENT_ID).and_then(|id| id.to_str().ok());
    let client = client.unwrap_or_default().to_owned();
    let response = next.run(asked.into_request()).await;
    if !visit.works.chaos.has(Fault::TokenExpired) {
        return response;
    }
    let token = visit.kept().tokens.of_client(&client);
    rewritten(response, |answer| {
        if let Some(place) = answer.pointer_mut("/data/token") {
            *place = token.into();
        }
    })
    .await
}
