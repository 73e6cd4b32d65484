//! From flags, environment and files to one checked description of what is wanted.

use std::collections::HashMap;
use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

use crate::language::{Language, Problem};
use crate::link::{self, Backend, LinkSettings, SessionChoice};
use crate::store::{Places, Profile, Settings, profile, settings};

use super::args::Common;
use super::printer::Printer;

/// The cloud's own addresses, from the contract.
const CLOUD_API: &str = "https://mega-api-prod.nemovideo.ai";
const CLOUD_WEB: &str = "https://nemovideo.com";

/// Everything that a command needs to know before it begins.
#[derive(Debug, Clone)]
pub struct Setup {
    /// What was asked for on the command line.
    pub common: Common,
    /// The settings.
    pub settings: Settings,
    /// The folders.
    pub places: Places,
    /// The language on the screen.
    pub language: Language,
    /// The profile.
    pub profile: Profile,
    /// Where the work is done.
    pub backend: Backend,
    /// The client id that the user gave.
    pub client_id: Option<String>,
}

/// The environment, read once; nobody changes it afterwards.
#[derive(Debug, Clone, Default)]
pub struct Environment(HashMap<String, String>);

impl Environment {
    /// What the process was started with. Values that are no text are left out.
    #[must_use]
    pub fn of_process() -> Self {
        let text = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        });
        Self(text.collect())
    }

    /// A variable that is set to something.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The language of the locale.
    #[must_use]
    pub fn language(&self) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| self.get(name));
        Language::of_locale(locale.unwrap_or_default())
    }
}

impl Environment {
    /// Whether the terminal shows more than ASCII. A locale that is not set says nothing, and such
    /// terminals nearly always do.
    #[must_use]
    pub fn is_unicode(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| self.get(name));
        locale.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        })
    }
}

impl Setup {
    /// Reads and checks everything.
    ///
    /// # Errors
    /// [`Problem::BadSetting`] or [`Problem::BadUsage`], naming the place.
    pub fn read(common: Common, environment: &Environment) -> Result<Self, Problem> {
        let places = Places::of_user(environment.get("CUTROOM_HOME").map(PathBuf::from))
            .ok_or_else(|| Problem::BadSetting { detail: "HOME is not set".into() })?;
        let settings = read_settings(&common, &places, environment)?;
        let language = settings.general.language.as_deref().map(Language::of_locale);
        let backend = choose_backend(&common, &settings, environment)?;
        let profile_name = common.profile.clone().or_else(|| settings.general.profile.clone());
        let language = language.unwrap_or_else(|| environment.language());
        let profile = Profile::load(
            profile_name.as_deref().unwrap_or(profile::DEFAULT),
            profile::Origin {
                skill_source: environment.get("SKILL_SOURCE"),
                home: environment.get("HOME").map(std::path::Path::new),
            },
            language,
        )
        .map_err(|error| Problem::BadUsage { detail: error.to_string() })?;
        Ok(Self {
            common,
            settings,
            places,
            language,
            profile,
            backend,
            client_id: client_id(environment)?,
        })
    }

    /// How the link is started for this command; `session` where the command line names none.
    #[must_use]
    pub fn link(&self, session: SessionChoice) -> LinkSettings {
        let named = self.common.session.as_deref().map(|name| match name {
            "new" => SessionChoice::New,
            "last" => SessionChoice::LastOnly,
            id => SessionChoice::Id(id.to_owned()),
        });
        LinkSettings {
            backend: self.backend.clone(),
            session: named.unwrap_or(session),
            profile: self.profile.clone(),
            places: self.places.clone(),
            timing: self.settings.timing.clone(),
            language: self.language,
            client_id: self.client_id.clone(),
            clock: link::now,
        }
    }

    /// The folder for exports that name no file: the one that is set, else the current one.
    #[must_use]
    pub fn output_dir(&self) -> PathBuf {
        let here = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        self.settings.output.dir.clone().unwrap_or_else(here)
    }

    /// How this command speaks.
    #[must_use]
    pub fn printer(&self) -> Printer {
        Printer::new(self.common.json, self.common.quiet, self.language)
    }
}

fn read_settings(
    common: &Common,
    places: &Places,
    environment: &Environment,
) -> Result<Settings, Problem> {
    let named = common.config.as_ref().filter(|path| !path.is_empty()).map(PathBuf::from);
    if let Some(path) = named.as_ref().filter(|path| !path.exists()) {
        return Err(Problem::FileMissing { path: path.display().to_string() });
    }
    let path = named.unwrap_or_else(|| places.config.join("config.toml"));
    let variables = environment.0.iter().map(|(name, value)| (name.clone(), value.clone()));
    settings::load(&path, variables)
        .map_err(|error| Problem::BadSetting { detail: error.to_string() })
}

fn choose_backend(
    common: &Common,
    settings: &Settings,
    environment: &Environment,
) -> Result<Backend, Problem> {
    let by_flag = if common.cloud { Some("cloud") } else { common.backend.as_deref() };
    let by_environment = ["NEMO_TOKEN", "NEMO_API_URL"]
        .iter()
        .any(|name| environment.get(name).is_some())
        .then_some("cloud");
    let named = by_flag.or(by_environment).or(settings.general.backend.as_deref());
    let token = header_word(environment, "NEMO_TOKEN")?.map(SecretString::from);
    let web = web_address(environment)?;
    match named.unwrap_or("studio") {
        "studio" => Ok(Backend::Studio),
        "cloud" => {
            let url = match environment.get("NEMO_API_URL") {
                Some(address) => parse_variable("NEMO_API_URL", address)?,
                None => parse_url(CLOUD_API)?,
            };
            Ok(Backend::Remote { name: "cloud".into(), url, web, token })
        }
        address => {
            let url = parse_url(address)?;
            Ok(Backend::Remote { name: address.to_owned(), url, web, token })
        }
    }
}

fn web_address(environment: &Environment) -> Result<Url, Problem> {
    match environment.get("NEMO_WEB_URL") {
        Some(address) => parse_variable("NEMO_WEB_URL", address),
        None => parse_url(CLOUD_WEB),
    }
}

/// The client id that the user gave.
fn client_id(environment: &Environment) -> Result<Option<String>, Problem> {
    let given = header_word(environment, "NEMO_CLIENT_ID")?;
    match given {
        Some(id) if uuid::Uuid::try_parse(&id).is_err() => Err(Problem::BadSetting {
            detail: format!("NEMO_CLIENT_ID: \"{id}\" is no UUID; take it away to have one made"),
        }),
        given => Ok(given),
    }
}

/// A variable that travels in a header. Its value is never repeated: it may be a secret.
fn header_word(environment: &Environment, name: &str) -> Result<Option<String>, Problem> {
    let value = environment.get(name).map(str::trim).filter(|value| !value.is_empty());
    match value {
        Some(value) if !value.bytes().all(|byte| byte.is_ascii_graphic()) => {
            let detail = format!("{name} has characters that cannot be sent; copy it again");
            Err(Problem::BadSetting { detail })
        }
        value => Ok(value.map(str::to_owned)),
    }
}

fn parse_variable(name: &str, address: &str) -> Result<Url, Problem> {
    http_url(address).ok_or_else(|| Problem::BadSetting {
        detail: format!(
            "{name}: {address} is no address of a server; it begins with https:// and holds no \
             password"
        ),
    })
}

fn parse_url(address: &str) -> Result<Url, Problem> {
    http_url(address).ok_or_else(|| Problem::BadUsage {
        detail: format!(
            "{address} is no backend; use studio, cloud, or an address that begins with https://"
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

    fn backend(common: Common, variables: &[(&str, &str)]) -> Result<String, Problem> {
        let variables =
            variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let environment = Environment(variables.collect());
        match choose_backend(&common, &Settings::default(), &environment)? {
            Backend::Studio => Ok("studio".into()),
            Backend::Remote { name, url, .. } => Ok(format!("{name} {url}")),
        }
    }

    #[test]
    fn the_studio_is_used_unless_somebody_says_otherwise() {
        let named = |name: &str| Common { backend: Some(name.into()), ..Common::default() };
        let cloud = Common { cloud: true, ..Common::default() };
        let cloud_at = format!("cloud {CLOUD_API}/");
        for (common, variables, expected) in [
            (Common::default(), vec![], "studio"),
            (cloud, vec![], cloud_at.as_str()),
            (Common::default(), vec![("NEMO_TOKEN", "x")], cloud_at.as_str()),
            (
                Common::default(),
                vec![("NEMO_API_URL", "http://127.0.0.1:9")],
                "cloud http://127.0.0.1:9/",
            ),
            (named("studio"), vec![("NEMO_TOKEN", "x")], "studio"),
            (named("http://a.b:1"), vec![], "http://a.b:1 http://a.b:1/"),
        ] {
            assert_eq!(backend(common, &variables).as_deref(), Ok(expected));
        }
        assert!(backend(named("clowd"), &[]).is_err());
        assert!(backend(named("https://me:secret@a.b"), &[]).is_err());
    }

    #[test]
    fn wrong_variables_are_named_and_secrets_are_not_repeated() {
        let environment = |name: &str, value: &str| {
            Environment([(name.to_owned(), value.to_owned())].into_iter().collect())
        };
        for (name, value) in [
            ("NEMO_TOKEN", "nmv_usr_a b"),
            ("NEMO_TOKEN", "nmv_usr_\u{e9}"),
            ("NEMO_API_URL", "api.example"),
            ("NEMO_WEB_URL", "ftp://web.example"),
        ] {
            let refused =
                backend(Common::default(), &[("NEMO_API_URL", "http://a"), (name, value)]);
            let line = refused.expect_err("wrong").line(Language::English);
            assert!(line.contains(name) && !line.contains("nmv_usr"), "{line}");
        }
        let id = |value: &str| client_id(&environment("NEMO_CLIENT_ID", value));
        let uuid = "0DB3F9C6-8d67-4a5e-9a55-0c5f5f0c7f11";
        assert_eq!(id(&format!(" {uuid}\n")), Ok(Some(uuid.into())), "as it is written");
        assert_eq!(id(" "), Ok(None));
        let refused = id("me").expect_err("no UUID").line(Language::English);
        assert!(refused.contains("NEMO_CLIENT_ID"), "{refused}");
    }
}
