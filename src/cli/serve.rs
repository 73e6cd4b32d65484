//! `cutroom serve`: the studio alone, for other clients of the contract, well behaved or not.

use std::net::SocketAddr;

use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use crate::language::{Detail, Language, Problem};
use crate::studio::server;
use crate::studio::server::chaos::Chaos;
use crate::terminal::Signals;

use super::setup::{Environment, Setup};

/// What the command line asks for.
#[derive(Debug)]
pub(super) struct Wanted {
    /// Where to listen.
    pub(super) listen: SocketAddr,
    /// What is to go wrong.
    pub(super) chaos: Option<String>,
    /// The run of it to repeat.
    pub(super) chaos_seed: Option<u64>,
}

/// Seeds that are made have as many digits as are easily typed again.
const SEEDS: u128 = 1_000_000;

/// Serves until a signal comes. The address and the token are printed once, as the two variables
/// that other clients of the contract read; the token is made for this run unless `NEMO_TOKEN` gives
/// one.
pub(super) async fn serve(
    setup: &Setup,
    environment: &Environment,
    wanted: Wanted,
) -> Result<(), Problem> {
    let chaos = chaos(&wanted)?;
    let given = environment.get("NEMO_TOKEN").map(|token| SecretString::from(token.to_owned()));
    let settings = server::Settings {
        data: setup.places.studio(),
        cache: setup.places.cache.clone(),
        listen: wanted.listen,
        token: given.clone(),
        upload_limit: setup.profile.upload_limit,
        anonymous_tokens: true,
        model: setup.model.clone(),
        machine: setup.machine(None),
        chaos: chaos.clone(),
    };
    let studio = server::start(settings).await.map_err(|error| match error {
        server::StartError::Listen { .. } => {
            let detail = Detail::new(
                format!("cannot listen on {}", wanted.listen),
                format!("无法在 {} 上监听", wanted.listen),
            );
            Problem::BadUsage { detail }
        }
        other => other.problem(),
    })?;
    let mut printer = setup.printer();
    let url = studio.url();
    let mut lines = format!("NEMO_API_URL={url}");
    if given.is_none() {
        lines.push_str(&format!("\nNEMO_TOKEN={}", studio.token().expose_secret()));
    }
    if let Some(chaos) = &chaos {
        printer.say(&misbehaving(chaos, setup.language), None);
    }
    printer.result(&lines, &serving(&url, chaos.as_ref()));
    let Ok(mut signals) = Signals::listen() else { return Err(Problem::Interrupted) };
    signals.next().await;
    studio.stop().await;
    Ok(())
}

fn chaos(wanted: &Wanted) -> Result<Option<Chaos>, Problem> {
    let Some(list) = &wanted.chaos else { return Ok(None) };
    let made = || u64::try_from(uuid::Uuid::new_v4().as_u128() % SEEDS).unwrap_or_default();
    let seed = wanted.chaos_seed.unwrap_or_else(made);
    let chaos = Chaos::read(list, seed);
    chaos.map(Some).map_err(|error| Problem::BadUsage { detail: error.detail().at("--chaos") })
}

fn serving(url: &str, chaos: Option<&Chaos>) -> Value {
    let mut event = json!({"event": "serving", "url": url});
    if let Some(chaos) = chaos {
        event["chaos"] = json!({"seed": chaos.seed(), "list": chaos.list()});
    }
    event
}

fn misbehaving(chaos: &Chaos, language: Language) -> String {
    let (seed, list) = (chaos.seed(), chaos.list().join(","));
    match language {
        Language::English => {
            format!("Misbehaving on purpose: {list}\n--chaos-seed {seed} repeats this run.")
        }
        Language::Chinese => {
            format!("有意出错：{list}\n--chaos-seed {seed} 可重现这次运行。")
        }
    }
}
