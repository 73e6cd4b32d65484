//! The keys as they are written in the settings. Which actions and keys there are, the editor knows; it
//! checks them at the start.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Which keys do what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Keys {
    /// The name of a keymap that comes with the program.
    pub preset: Option<String>,
    /// Actions by name, each with its keys. An empty list takes them away.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub bind: BTreeMap<String, Vec<String>>,
    /// For so many seconds an edit is shown before it is sent.
    pub edit_delay: f64,
}

impl Default for Keys {
    fn default() -> Self {
        Self { preset: None, bind: BTreeMap::new(), edit_delay: 0.4 }
    }
}
