//! `[agent]`: a model of the user's own.

use serde::{Deserialize, Serialize};

/// A model that the studio asks before its own understanding; none unless set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgentSettings {
    /// The address of an endpoint of the chat-completions form, or its base.
    pub url: Option<String>,
    /// The model's name there.
    pub model: Option<String>,
    /// The variable of the environment that holds the key. The key itself is in no file.
    pub key_env: Option<String>,
}
