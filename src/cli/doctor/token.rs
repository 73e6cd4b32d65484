//! Which token is in use with the backend that is set: where it comes from, never what it is.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Finding;
use super::words::{self, say};
use crate::cli::setup::{Environment, Setup};
use crate::language::Language;
use crate::link::{self, Backend};
use crate::store::credentials::{self, KeptToken};

/// Looks without asking the server and without making anything.
pub(super) fn token(setup: &Setup, environment: &Environment) -> Finding {
    let language = setup.language;
    let Backend::Remote { url, token, .. } = &setup.backend else {
        return finding("studio", in_the_studio(language, environment.get("NEMO_TOKEN").is_some()));
    };
    if token.is_some() {
        return finding("NEMO_TOKEN", say(language, "from NEMO_TOKEN", "来自 NEMO_TOKEN"));
    }
    let given = setup.client_id.as_deref();
    let client_id = credentials::known_client_id(&setup.places, given);
    let server = url.origin().ascii_serialization();
    let kept = client_id.and_then(|id| credentials::kept_token(&setup.places, &server, &id));
    match kept {
        Some(kept) if kept.is_good(link::now()) => anonymous(&kept, language),
        Some(_) => finding(
            "none",
            say(
                language,
                "the anonymous one has expired; another is asked for at the next start",
                "匿名令牌已过期，下次启动时自动申请",
            ),
        ),
        None => finding(
            "none",
            say(
                language,
                "none yet; an anonymous one is asked for at the next start",
                "还没有，下次启动时自动申请匿名令牌",
            ),
        ),
    }
}

fn in_the_studio(language: Language, is_set: bool) -> String {
    if is_set {
        say(
            language,
            "none needed in the studio; NEMO_TOKEN is set and not used",
            "本机工作室无需令牌；NEMO_TOKEN 已设置但未使用",
        )
    } else {
        say(language, "none needed in the studio", "本机工作室无需令牌")
    }
}

fn anonymous(kept: &KeptToken, language: Language) -> Finding {
    let until = Timestamp::from_millisecond(kept.expires_at).unwrap_or_default();
    let shown = until.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
    let mut found = finding("anonymous", words::token_kept(language, &shown));
    found.more.insert("until".into(), until.to_string().into());
    found
}

fn finding(source: &str, detail: String) -> Finding {
    let mut found = Finding::new("token", true, detail);
    found.more.insert("source".into(), source.into());
    found
}
