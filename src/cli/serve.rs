//! `cutroom serve`: the studio alone, for other clients of the contract.

use std::net::SocketAddr;

use secrecy::{ExposeSecret, SecretString};

use crate::language::Problem;
use crate::studio::server;
use crate::terminal::Signals;

use super::setup::{Environment, Setup};

/// Serves until a signal comes. The address and the token are printed once, as the two variables
/// that other clients of the contract read; the token is made for this run unless `NEMO_TOKEN` gives
/// one.
pub(super) async fn serve(
    setup: &Setup,
    environment: &Environment,
    listen: SocketAddr,
) -> Result<(), Problem> {
    let given = environment.get("NEMO_TOKEN").map(|token| SecretString::from(token.to_owned()));
    let settings = server::Settings {
        data: setup.places.studio(),
        cache: setup.places.cache.clone(),
        listen,
        token: given.clone(),
        upload_limit: setup.profile.upload_limit,
        anonymous_tokens: true,
    };
    let studio = server::start(settings).await.map_err(|error| match error {
        server::StartError::Listen { .. } => {
            Problem::BadUsage { detail: format!("cannot listen on {listen}") }
        }
        other => other.problem(),
    })?;
    let mut printer = setup.printer();
    let url = studio.url();
    let mut lines = format!("NEMO_API_URL={url}");
    if given.is_none() {
        lines.push_str(&format!("\nNEMO_TOKEN={}", studio.token().expose_secret()));
    }
    printer.result(&lines, &serde_json::json!({"event": "serving", "url": url}));
    let Ok(mut signals) = Signals::listen() else { return Err(Problem::Interrupted) };
    signals.next().await;
    studio.stop().await;
    Ok(())
}
