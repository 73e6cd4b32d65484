//! The settings: read once from `config.toml` and the environment, checked, and then trusted.
//!
//! Flags win over the environment, the environment over the file, the file over the defaults. A wrong
//! name or value is an error that says where it stands and what was probably meant; nothing is
//! silently ignored.

mod agent;
mod document;
mod keep;
mod keys;
mod load;
mod output;
mod place;
mod screen;
mod timing;

use serde::{Deserialize, Serialize};

pub use agent::AgentSettings;
pub use document::document;
pub use keep::{KeepError, keep_backend, keep_theme};
pub use keys::Keys;
pub use load::{SettingsError, load, nearest};
pub use output::{EncoderBy, Output};
pub use place::line_of;
pub use screen::{NotifyBy, PicturesBy, ScreenSettings};
pub use timing::Timing;

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which backend and profile.
    pub general: General,
    /// Where results go, and what makes them.
    pub output: Output,
    /// Waits, intervals and limits.
    pub timing: Timing,
    /// How the editor looks, and what it tells.
    pub screen: ScreenSettings,
    /// Which keys do what.
    pub keys: Keys,
    /// A model of the user's own.
    pub agent: AgentSettings,
}

/// Which backend and profile are used where the command line names none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct General {
    /// `studio`, `cloud`, or an address.
    pub backend: Option<String>,
    /// The `name` of a profile, or a path.
    pub profile: Option<String>,
    /// `en` or `zh`; else the locale decides.
    pub language: Option<String>,
}
