//! Keymaps that come with the program: what differs from the table, as data in `assets/keymaps`.

use std::collections::BTreeMap;

use super::error::KeysError;

/// A keymap that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    /// The table's own keys.
    #[default]
    Default,
    /// Letters as in vim.
    Vim,
    /// As in DaVinci Resolve.
    Resolve,
    /// As in LosslessCut.
    LosslessCut,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Default, Self::Vim, Self::Resolve, Self::LosslessCut];

    /// Its name in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Vim => "vim",
            Self::Resolve => "resolve",
            Self::LosslessCut => "losslesscut",
        }
    }

    /// The names of all.
    #[must_use]
    pub fn names() -> [&'static str; 4] {
        Self::ALL.map(Self::name)
    }

    /// The one of a name.
    ///
    /// # Errors
    /// [`KeysError::NoPreset`].
    pub fn named(name: &str) -> Result<Self, KeysError> {
        let found = Self::ALL.into_iter().find(|preset| preset.name() == name);
        found.ok_or_else(|| KeysError::NoPreset(name.to_owned()))
    }

    const fn text(self) -> &'static str {
        match self {
            // Nothing differs, and nothing need be read at the start.
            Self::Default => "",
            Self::Vim => include_str!("../../../assets/keymaps/vim.toml"),
            Self::Resolve => include_str!("../../../assets/keymaps/resolve.toml"),
            Self::LosslessCut => include_str!("../../../assets/keymaps/losslesscut.toml"),
        }
    }

    /// The actions whose keys differ, with their keys.
    pub(super) fn differences(self) -> BTreeMap<String, Vec<String>> {
        toml::from_str(self.text()).expect("a test reads every preset")
    }
}
