//! How the editor looks, and what it tells.

use serde::{Deserialize, Serialize};

/// How the editor looks, and what it tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScreenSettings {
    /// Whether the mouse is used.
    pub mouse: bool,
}

impl Default for ScreenSettings {
    fn default() -> Self {
        Self { mouse: true }
    }
}
