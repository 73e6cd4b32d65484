//! An export: its order and its state, in the form that the studio serves.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Body of `POST /api/render/proxy/lambda`. The one place where the contract writes `sessionId`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RenderOrder {
    /// `render_<unique>`, chosen by the client.
    pub id: String,
    /// Whose film.
    #[serde(rename = "sessionId")]
    pub session_id: String,
    /// The film, as the state answered it.
    pub draft: Value,
    /// What to make of it.
    #[serde(default)]
    pub output: OutputSettings,
}

/// What to make of a draft.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
pub struct OutputSettings {
    /// Always `mp4` so far.
    pub format: String,
    /// `draft`, `standard` or `high`.
    pub quality: String,
    /// `1280x720`, or `720p` for the shorter side; absent: as the draft says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<String>,
    /// Frames a second, as a number or as text; absent: as the draft says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fps: Option<Value>,
}

impl Default for OutputSettings {
    fn default() -> Self {
        Self { format: "mp4".into(), quality: "high".into(), resolution: None, fps: None }
    }
}

/// Answer to `GET /api/render/proxy/lambda/<id>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RenderStatus {
    /// The order's id.
    #[serde(rename = "taskId")]
    pub task_id: String,
    /// `pending`, `processing`, `completed`, `failed`, `cancelled` or `expired`.
    pub status: String,
    /// 0 to 100.
    pub progress: f64,
    /// Once completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<RenderOutput>,
    /// Once failed: why, in one sentence for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What went less than well without failing, a sentence each; the studio's own key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// The finished file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RenderOutput {
    /// Where to fetch it.
    pub url: String,
    /// Seconds.
    pub duration: f64,
    /// Bytes.
    pub size: u64,
}
