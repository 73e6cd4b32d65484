//! Which token is in use with the backend that is set: where it comes from, never what it is.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Finding;
use crate::cli::setup::{Environment, Setup};
use crate::link::{self, Backend};
use crate::store::credentials::{self, KeptToken};

/// Looks without asking the server and without making anything.
pub(super) fn token(setup: &Setup, environment: &Environment) -> Finding {
    let is_set = environment.get("NEMO_TOKEN").is_some();
    let Backend::Remote { url, token, .. } = &setup.backend else {
        let unused = if is_set { "; NEMO_TOKEN is set and not used" } else { "" };
        return finding("studio", format!("none needed in the studio{unused}"));
    };
    if token.is_some() {
        return finding("NEMO_TOKEN", "from NEMO_TOKEN".to_owned());
    }
    let given = setup.client_id.as_deref();
    let client_id = credentials::known_client_id(&setup.places, given);
    let server = url.origin().ascii_serialization();
    let kept = client_id.and_then(|id| credentials::kept_token(&setup.places, &server, &id));
    match kept {
        Some(kept) if kept.is_good(link::now()) => anonymous(&kept),
        Some(_) => finding(
            "none",
            "the anonymous one has expired; another is asked for at the next start".into(),
        ),
        None => finding("none", "none yet; an anonymous one is asked for at the next start".into()),
    }
}

fn anonymous(kept: &KeptToken) -> Finding {
    let until = Timestamp::from_millisecond(kept.expires_at).unwrap_or_default();
    let shown = until.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M");
    let mut found = finding("anonymous", format!("anonymous, kept until {shown}"));
    found.more.insert("until".into(), until.to_string().into());
    found
}

fn finding(source: &str, detail: String) -> Finding {
    let mut found = Finding::new("token", true, detail);
    found.more.insert("source".into(), source.into());
    found
}
