//! From flags, environment and files to one checked description of what is wanted.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use crate::app::{Decided, Keymap};
use crate::language::{Detail, Language, Problem};
use crate::link::{self, Backend, Consent, LinkSettings, SessionChoice};
use crate::store::{Places, Profile, Settings, profile, settings};
use crate::studio::model::{Endpoint, Wanted};
use crate::studio::server::{Encoder, Machine};
use crate::ui::{Colours, Theme};

use super::args::Common;
use super::choosing;
use super::keys;
use super::printer::Printer;
use super::theme;

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
    /// The editor's colours.
    pub theme: Theme,
    /// How many colours the terminal shows.
    pub colours: Colours,
    /// Which keys do what in the editor.
    pub keymap: Keymap,
    /// The user's own model, for the studio.
    pub model: Option<Endpoint>,
    /// Where the work is done.
    pub backend: Backend,
    /// What decides that at the start over the settings file.
    pub decided: Option<Decided>,
    /// The cloud, whether it is used or not.
    pub cloud: Backend,
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

    /// These variables alone.
    #[cfg(test)]
    pub(super) fn of(variables: &[(&str, &str)]) -> Self {
        Self(variables.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
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

/// What is waited for ffmpeg, in seconds: at least so long that it can say anything, at most a day.
const PATIENCE: (f64, f64) = (0.1, 86_400.0);

impl Setup {
    /// Reads and checks everything.
    ///
    /// # Errors
    /// [`Problem::BadSetting`] or [`Problem::BadUsage`], naming the place.
    pub fn read(common: Common, environment: &Environment) -> Result<Self, Problem> {
        let places = Places::of_user(environment.get("CUTROOM_HOME").map(PathBuf::from))
            .ok_or_else(|| Problem::BadSetting {
                detail: Detail::new("HOME is not set", "没有设置 HOME"),
            })?;
        let settings = read_settings(&common, &places, environment)?;
        let language = settings.general.language.as_deref().map(Language::of_locale);
        let language = language.unwrap_or_else(|| environment.language());
        let path = choosing::settings_file(&common, &places);
        let keymap = keys::keymap(&settings.keys, &path, environment)?;
        let colours = theme::colours(common.no_color, environment);
        let theme = theme::theme(&settings.screen, &path, colours, environment)?;
        let cloud = choosing::cloud(environment)?;
        let chosen = choosing::choose(&common, &settings, environment);
        let decided = chosen.over_settings();
        let chosen = choosing::where_the_session_is(chosen, &common, &places)?;
        let backend = choosing::named(&chosen, &cloud)?;
        let profile_name = common.profile.clone().or_else(|| settings.general.profile.clone());
        let profile = Profile::load(
            profile_name.as_deref().unwrap_or(profile::DEFAULT),
            profile::Origin {
                skill_source: environment.get("SKILL_SOURCE"),
                home: environment.get("HOME").map(std::path::Path::new),
            },
            language,
        )
        .map_err(|error| Problem::BadUsage { detail: error.detail() })?;
        Ok(Self {
            common,
            places,
            language,
            profile,
            theme,
            colours,
            keymap,
            model: model(&settings, environment)?,
            settings,
            backend,
            decided,
            cloud,
            client_id: header_word(environment, "NEMO_CLIENT_ID")?,
        })
    }

    /// In which language a mistake is told that keeps the rest from being read: the settings' where
    /// they can be read, else the environment's.
    #[must_use]
    pub fn language_of(common: &Common, environment: &Environment) -> Language {
        let places = Places::of_user(environment.get("CUTROOM_HOME").map(PathBuf::from));
        let settings = places.and_then(|places| read_settings(common, &places, environment).ok());
        let set = settings.and_then(|settings| settings.general.language);
        let set = set.or_else(|| environment.get("CUTROOM_GENERAL_LANGUAGE").map(str::to_owned));
        set.map_or_else(|| environment.language(), |set| Language::of_locale(&set))
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
            // The editor, which has somebody to ask, says otherwise.
            consent: Consent::Given,
            client_id: self.client_id.clone(),
            background: None,
            model: self.model.clone(),
            machine: self.machine(None),
            clock: link::now,
        }
    }

    /// The same for a session of a backend, whichever is chosen otherwise.
    ///
    /// # Errors
    /// [`Problem::BadUsage`] where there is no such backend.
    pub fn link_to(&self, backend: &str, session: SessionChoice) -> Result<LinkSettings, Problem> {
        let backend = choosing::named(backend, &self.cloud)?;
        Ok(LinkSettings { backend, session, ..self.link(SessionChoice::New) })
    }

    /// The folder for exports that name no file: the one that is set, else the current one.
    #[must_use]
    pub fn output_dir(&self) -> PathBuf {
        let here = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        self.settings.output.dir.clone().unwrap_or_else(here)
    }

    /// What of the machine renders may use: the encoder named on the command line, else the one that is set.
    #[must_use]
    pub fn machine(&self, encoder: Option<&str>) -> Machine {
        let output = &self.settings.output;
        let encoder = Encoder::named(encoder.unwrap_or(output.encoder.name())).unwrap_or_default();
        let patience = if output.patience.is_finite() { output.patience } else { PATIENCE.1 };
        let patience = Duration::from_secs_f64(patience.clamp(PATIENCE.0, PATIENCE.1));
        Machine { encoder, patience }
    }

    /// How this command speaks.
    #[must_use]
    pub fn printer(&self) -> Printer {
        Printer::new(self.common.json, self.common.quiet, self.language)
    }
}

/// The model of the settings, with its key from the environment.
fn model(settings: &Settings, environment: &Environment) -> Result<Option<Endpoint>, Problem> {
    let agent = &settings.agent;
    let wanted = Wanted {
        url: agent.url.as_deref(),
        model: agent.model.as_deref(),
        key_env: agent.key_env.as_deref(),
    };
    let found = Endpoint::of(wanted, |name| environment.get(name).map(str::to_owned));
    found.map_err(|wrong| Problem::BadSetting { detail: wrong.detail() })
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
    let path = choosing::settings_file(common, places);
    let variables = environment.0.iter().map(|(name, value)| (name.clone(), value.clone()));
    settings::load(&path, variables).map_err(|error| Problem::BadSetting { detail: error.detail() })
}

/// A variable that travels in a header. Its value is never repeated: it may be a secret.
pub(super) fn header_word(
    environment: &Environment,
    name: &str,
) -> Result<Option<String>, Problem> {
    let value = environment.get(name).map(str::trim).filter(|value| !value.is_empty());
    match value {
        Some(value) if !value.bytes().all(|byte| byte.is_ascii_graphic()) => {
            let detail = Detail::new(
                format!("{name} has characters that cannot be sent; copy it again"),
                format!("{name} 含有无法发送的字符；请重新复制"),
            );
            Err(Problem::BadSetting { detail })
        }
        value => Ok(value.map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_id_is_taken_as_it_is_and_one_that_cannot_be_sent_is_named() {
        let id = |value: &str| {
            header_word(&Environment::of(&[("NEMO_CLIENT_ID", value)]), "NEMO_CLIENT_ID")
        };
        let uuid = "0DB3F9C6-8d67-4a5e-9a55-0c5f5f0c7f11";
        assert_eq!(id(&format!(" {uuid}\n")), Ok(Some(uuid.into())), "as it is written");
        assert_eq!(id(" "), Ok(None));
        let refused = id("a\nb").expect_err("no header").line(Language::English);
        assert!(refused.contains("NEMO_CLIENT_ID"), "{refused}");
    }
}
