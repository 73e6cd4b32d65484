//! An export: its order and its state, in the form that the studio serves.

use std::path::Path;

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OutputSettings {
    /// `mp4`; the studio also makes the other [`FORMATS`].
    pub format: String,
    /// `draft`, `standard` or `high`.
    pub quality: String,
    /// `1280x720`, or `720p` for the shorter side; absent: as the draft says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolution: Option<String>,
    /// Frames a second, as a number or as text; absent: as the draft says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fps: Option<Value>,
    /// Which moment a still shows, in milliseconds; the studio's own key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// How many bytes the file may have at most; the studio's own key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_size: Option<u64>,
}

/// The endings of the files that the studio makes.
pub const FORMATS: [&str; 10] =
    ["mp4", "mov", "mkv", "webm", "gif", "m4a", "mp3", "wav", "png", "jpg"];

impl OutputSettings {
    /// The format that a file's name asks for; none where its ending is not one of [`FORMATS`].
    #[must_use]
    pub fn format_of(file: &Path) -> Option<&'static str> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        let ending = if ending == "jpeg" { "jpg" } else { &ending };
        FORMATS.into_iter().find(|format| *format == ending)
    }

    /// Whether a file of this name is one frame.
    #[must_use]
    pub fn is_still(file: &Path) -> bool {
        matches!(Self::format_of(file), Some("png" | "jpg"))
    }
}

impl Default for OutputSettings {
    fn default() -> Self {
        Self {
            format: "mp4".into(),
            quality: "high".into(),
            resolution: None,
            fps: None,
            at: None,
            max_size: None,
        }
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
    /// What it does while it runs, in a word; the studio's own key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// What it will come to, once that can be told; the studio's own key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<RenderEstimate>,
    /// Once completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<RenderOutput>,
    /// Once failed: why, in one sentence for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What went less than well without failing, a sentence each, as soon as it is known; the studio's own
    /// key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
}

/// What a film will come to: from the least that is likely to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenderEstimate {
    /// Bytes.
    pub bytes: [u64; 2],
    /// Milliseconds.
    pub millis: [u64; 2],
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
