//! Which backend is meant: by flag, environment, settings, or the session that is named.

use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

use crate::app::Decided;
use crate::language::{Detail, Problem};
use crate::link::{self, Backend};
use crate::store::{Places, Settings};

use super::args::Common;
use super::setup::{Environment, header_word};

/// The cloud's own addresses, from the contract.
const CLOUD_API: &str = "https://mega-api-prod.nemovideo.ai";
const CLOUD_WEB: &str = "https://nemovideo.com";

/// A backend's name, and what decided for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) by: Decider,
}

/// What decided where the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decider {
    /// A flag of the command line.
    Flag(&'static str),
    /// A variable of the environment.
    Variable(&'static str),
    /// The settings file, or nothing but the default.
    Settings,
}

impl Chosen {
    /// The flag or variable that decides at the start over the settings file, if one does.
    pub(super) fn over_settings(&self) -> Option<Decided> {
        match self.by {
            Decider::Flag(by) | Decider::Variable(by) => {
                Some(Decided { by, backend: self.name.clone() })
            }
            Decider::Settings => None,
        }
    }
}

/// Flags win over the environment, the environment over the settings.
pub(super) fn choose(common: &Common, settings: &Settings, environment: &Environment) -> Chosen {
    let variable = |names: &[&'static str]| {
        names.iter().copied().find(|name| environment.get(name).is_some()).map(Decider::Variable)
    };
    let chosen = |name: &str, by| Chosen { name: name.to_owned(), by };
    if common.cloud {
        return chosen("cloud", Decider::Flag("--cloud"));
    }
    if let Some(name) = &common.backend {
        return chosen(name, Decider::Flag("--backend"));
    }
    if let Some(by) = variable(&["NEMO_TOKEN", "NEMO_API_URL"]) {
        return chosen("cloud", by);
    }
    let by = variable(&["CUTROOM_GENERAL_BACKEND"]).unwrap_or(Decider::Settings);
    chosen(settings.general.backend.as_deref().unwrap_or("studio"), by)
}

/// A session stays with its backend: one that is named is opened where it was made, unless a flag
/// says otherwise.
pub(super) fn where_the_session_is(
    chosen: Chosen,
    common: &Common,
    places: &Places,
) -> Result<String, Problem> {
    let named = common.session.as_deref().filter(|name| !matches!(*name, "new" | "last"));
    let Some(id) = named else { return Ok(chosen.name) };
    // Records that cannot be read are told by whoever opens the session.
    let mut found = link::sessions_named(places, id).unwrap_or_default();
    if found.is_empty() || found.iter().any(|session| session.backend == chosen.name) {
        return Ok(chosen.name);
    }
    let first = found.swap_remove(0);
    if let Decider::Flag(flag) = chosen.by {
        let (id, backend, flag) = (first.id, first.backend, flag.to_owned());
        return Err(Problem::SessionElsewhere { id, backend, flag });
    }
    if found.iter().any(|session| session.backend != first.backend) {
        return Err(Problem::SessionAmbiguous { id: id.to_owned() });
    }
    Ok(first.backend)
}

/// The cloud as this environment reaches it.
pub(super) fn cloud(environment: &Environment) -> Result<Backend, Problem> {
    let address = |name: &str, usual: &str| match environment.get(name) {
        Some(address) => parse_variable(name, address),
        None => parse_url(usual),
    };
    Ok(Backend::Remote {
        name: "cloud".into(),
        url: address("NEMO_API_URL", CLOUD_API)?,
        web: address("NEMO_WEB_URL", CLOUD_WEB)?,
        token: header_word(environment, "NEMO_TOKEN")?.map(SecretString::from),
    })
}

/// The backend of a name: `studio`, `cloud`, or an address.
pub(super) fn named(name: &str, cloud: &Backend) -> Result<Backend, Problem> {
    match (name, cloud) {
        ("studio", _) | (_, Backend::Studio) => Ok(Backend::Studio),
        ("cloud", _) => Ok(cloud.clone()),
        (address, Backend::Remote { web, token, .. }) => Ok(Backend::Remote {
            name: address.to_owned(),
            url: parse_url(address)?,
            web: web.clone(),
            token: token.clone(),
        }),
    }
}

/// The settings file in use: the one named, else the usual one.
pub(super) fn settings_file(common: &Common, places: &Places) -> PathBuf {
    let named = common.config.as_ref().filter(|path| !path.is_empty()).map(PathBuf::from);
    named.unwrap_or_else(|| places.config.join("config.toml"))
}

fn parse_variable(name: &str, address: &str) -> Result<Url, Problem> {
    http_url(address).ok_or_else(|| Problem::BadSetting {
        detail: Detail::new(
            format!(
                "{address} is no address of a server; it begins with https:// and holds no password"
            ),
            format!("{address} 不是服务器地址；地址以 https:// 开头，不含密码"),
        )
        .at(name),
    })
}

fn parse_url(address: &str) -> Result<Url, Problem> {
    http_url(address).ok_or_else(|| Problem::BadUsage {
        detail: Detail::new(
            format!(
                "{address} is no backend; use studio, cloud, or an address that begins with https://"
            ),
            format!("没有名为 {address} 的后端；可用 studio、cloud，或以 https:// 开头的地址"),
        ),
    })
}

/// An address of the web. One with a password in it would put that on the screen and into lists.
fn http_url(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    let plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::store::Database;
    use crate::store::database::NewSession;

    fn backend(common: &Common, variables: &[(&str, &str)]) -> Result<String, Problem> {
        let environment = Environment::of(variables);
        let chosen = choose(common, &Settings::default(), &environment);
        match named(&chosen.name, &cloud(&environment)?)? {
            Backend::Studio => Ok("studio".into()),
            Backend::Remote { name, url, .. } => Ok(format!("{name} {url}")),
        }
    }

    fn by_name(name: &str) -> Common {
        Common { backend: Some(name.into()), ..Common::default() }
    }

    #[test]
    fn the_studio_is_used_unless_somebody_says_otherwise() {
        let by_flag = Common { cloud: true, ..Common::default() };
        let cloud_at = format!("cloud {CLOUD_API}/");
        for (common, variables, expected) in [
            (Common::default(), vec![], "studio"),
            (by_flag, vec![], cloud_at.as_str()),
            (Common::default(), vec![("NEMO_TOKEN", "x")], cloud_at.as_str()),
            (
                Common::default(),
                vec![("NEMO_API_URL", "http://127.0.0.1:9")],
                "cloud http://127.0.0.1:9/",
            ),
            (by_name("studio"), vec![("NEMO_TOKEN", "x")], "studio"),
            (by_name("http://a.b:1"), vec![], "http://a.b:1 http://a.b:1/"),
        ] {
            assert_eq!(backend(&common, &variables).as_deref(), Ok(expected));
        }
        assert!(backend(&by_name("clowd"), &[]).is_err());
        assert!(backend(&by_name("https://me:secret@a.b"), &[]).is_err());
    }

    #[test]
    fn wrong_variables_are_named_and_secrets_are_not_repeated() {
        for (name, value) in [
            ("NEMO_TOKEN", "nmv_usr_a b"),
            ("NEMO_TOKEN", "nmv_usr_\u{e9}"),
            ("NEMO_API_URL", "api.example"),
            ("NEMO_WEB_URL", "ftp://web.example"),
        ] {
            let refused = backend(&Common::default(), &[(name, value)]);
            let line = refused.expect_err("wrong").line(Language::English);
            assert!(line.contains(name) && !line.contains("nmv_usr"), "{line}");
        }
    }

    #[test]
    fn what_decides_over_the_settings_is_named() {
        let by = |common: &Common, variables: &[(&str, &str)]| {
            let chosen = choose(common, &Settings::default(), &Environment::of(variables));
            chosen.over_settings().map(|decided| decided.by)
        };
        assert_eq!(by(&Common::default(), &[]), None);
        assert_eq!(by(&by_name("studio"), &[("NEMO_TOKEN", "x")]), Some("--backend"));
        let none = Common::default();
        assert_eq!(by(&none, &[("NEMO_API_URL", "https://a")]), Some("NEMO_API_URL"));
        let variable = "CUTROOM_GENERAL_BACKEND";
        assert_eq!(by(&none, &[(variable, "cloud")]), Some(variable));
    }

    #[test]
    fn a_session_is_opened_where_it_was_made_and_a_flag_that_contradicts_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::of_user(Some(folder.path().into())).expect("a home");
        let mut database = Database::open(&places.database()).expect("a database");
        for (backend, id) in [("studio", "s-1"), ("cloud", "c-1"), ("cloud", "both"), ("x", "both")]
        {
            let new = NewSession { backend, id, profile: "p", language: "en", at: 1 };
            database.open_session(new).expect("a session");
        }
        let settled = |session: &str, name: &str, by| {
            let common = Common { session: Some(session.into()), ..Common::default() };
            let chosen = Chosen { name: name.into(), by };
            where_the_session_is(chosen, &common, &places)
        };
        let flag = Decider::Flag("--cloud");
        let variable = Decider::Variable("NEMO_TOKEN");
        assert_eq!(settled("c-1", "studio", Decider::Settings).as_deref(), Ok("cloud"));
        assert_eq!(settled("s-", "cloud", variable).as_deref(), Ok("studio"));
        assert_eq!(settled("c-1", "cloud", flag).as_deref(), Ok("cloud"));
        assert_eq!(settled("unknown", "cloud", flag).as_deref(), Ok("cloud"));
        assert_eq!(settled("last", "cloud", flag).as_deref(), Ok("cloud"));
        let elsewhere = settled("s-1", "cloud", flag);
        assert!(matches!(elsewhere, Err(Problem::SessionElsewhere { .. })), "{elsewhere:?}");
        let several = settled("both", "studio", Decider::Settings);
        assert!(matches!(several, Err(Problem::SessionAmbiguous { .. })), "{several:?}");
    }
}
