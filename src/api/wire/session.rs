//! Tokens, sessions, credits and the state of a session.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::upload::UploadedFile;

/// Answer to `POST /api/auth/anonymous-token`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AnonymousToken {
    /// The bearer token. Never shown, never logged.
    pub token: String,
    /// For the registration link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    /// RFC 3339; missing means seven days from now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// Body of `POST /api/tasks/me/with-session/nemo_agent`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CreateSession {
    /// Always `project`.
    pub task_name: String,
    /// BCP 47, such as `en` or `zh-CN`.
    #[serde(default)]
    pub language: String,
}

/// Its answer. The client also accepts numbers for the ids.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CreatedSession {
    /// The project.
    pub task_id: String,
    /// What every later request names.
    pub session_id: String,
}

/// Answer to `GET /api/credits/balance/simple`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Credits {
    /// What can be spent.
    pub available: f64,
    /// What work under way has reserved.
    #[serde(default)]
    pub frozen: f64,
    /// Both together.
    #[serde(default)]
    pub total: f64,
    /// The studio's own key: nothing is counted here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlimited: bool,
}

/// `data` of `GET /api/state/nemo_agent/me/<session>/latest`, as the studio writes it.
#[derive(Debug, Clone, Serialize)]
pub struct SessionState {
    /// The session asked about.
    pub session_id: String,
    /// Its project.
    pub task_id: String,
    /// The project's name.
    pub task_name: String,
    /// What it holds.
    pub state: StateBody,
}

/// What a session holds.
#[derive(Debug, Clone, Serialize)]
pub struct StateBody {
    /// The edited film, or null before the first edit.
    pub draft: Value,
    /// The uploaded files.
    pub video_infos: Vec<UploadedFile>,
    /// `{"width", "height", "fps"}`, or null before the first edit.
    pub canvas_config: Value,
}
