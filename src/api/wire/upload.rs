//! What is known of an uploaded file.

use serde::{Deserialize, Serialize};

/// One of `files` in an upload's answer, and one of `video_infos` in a state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UploadedFile {
    /// Unique in its session; drafts name it as the source of segments.
    pub filename: String,
    /// `video`, `image` or `audio`.
    pub file_type: String,
    /// Where the file can be fetched.
    #[serde(default)]
    pub cdn_url: String,
    /// Seconds; none for pictures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    /// Pixels across, as shown (after rotation).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Pixels down, as shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Frames a second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fps: Option<f64>,
    /// SHA-256 of the content, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
    /// Bytes; the studio's own key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}

/// `data` of an upload's answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UploadAnswer {
    /// The files, in the order sent.
    pub files: Vec<UploadedFile>,
    /// Whether the session's state names them already.
    #[serde(default)]
    pub session_state_applied: bool,
}

/// Body of an upload by address.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UploadByUrl {
    /// Where to fetch them from.
    pub urls: Vec<String>,
    /// Always `url`.
    #[serde(default)]
    pub source_type: String,
}
