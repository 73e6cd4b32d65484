//! The settings: read once from `config.toml` and the environment, checked, and then trusted.
//!
//! Flags win over the environment, the environment over the file, the file over the defaults. A wrong
//! name or value is an error that says where it stands and what was probably meant; nothing is
//! silently ignored.

mod document;
mod keep;
mod load;
mod timing;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use document::document;
pub use keep::{KeepError, keep_backend};
pub use load::{SettingsError, load};
pub use timing::Timing;

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which backend and profile.
    pub general: General,
    /// Where results go.
    pub output: Output,
    /// How the editor behaves on the screen.
    pub screen: Screen,
    /// Waits, intervals and limits.
    pub timing: Timing,
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

/// Where results go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Output {
    /// The folder for exports that name none; else the current folder.
    pub dir: Option<PathBuf>,
}

/// How the editor behaves on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Screen {
    /// How somebody who looks elsewhere is told that long work has ended.
    pub notify: NotifyBy,
}

/// How somebody who looks elsewhere is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NotifyBy {
    /// In the terminal's own way; by its bell where that is not known.
    #[default]
    Auto,
    /// By the bell.
    Bell,
    /// Not at all.
    Off,
}
