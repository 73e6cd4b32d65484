//! The wrapping of most answers: `{"code": 0, "message"?, "data"}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Codes of the contract's table of errors, wherever they are compared or sent.
pub mod code {
    /// All is well.
    pub const SUCCESS: i64 = 0;
    /// The token is bad or has expired.
    pub const TOKEN_INVALID: i64 = 1001;
    /// Other codes that mean the same as [`TOKEN_INVALID`].
    pub const TOKEN_INVALID_TOO: [i64; 2] = [1010, 1011];
    /// There is no such session.
    pub const SESSION_NOT_FOUND: i64 = 1002;
    /// Nothing is left to pay with.
    pub const OUT_OF_CREDITS: i64 = 2001;
    /// The file's type is not accepted.
    pub const FILE_TYPE_NOT_SUPPORTED: i64 = 4001;
    /// The file is larger than the limit.
    pub const FILE_TOO_LARGE: i64 = 4002;
    /// The plan does not include export.
    pub const NOT_IN_PLAN: i64 = 402;
    /// Too many requests.
    pub const TOO_MANY_REQUESTS: i64 = 429;

    /// The studio's own: the file's type is accepted, but it is empty, ends early or does not decode.
    pub const FILE_DAMAGED: i64 = 4003;
    /// The studio's own: no subtitles can be read in the file.
    pub const NO_SUBTITLES: i64 = 4005;
    /// The studio's own: nothing lies on the timeline that is to be rendered.
    pub const NOTHING_TO_RENDER: i64 = 6001;
    /// The studio's own: ffmpeg is not installed.
    pub const FFMPEG_MISSING: i64 = 6002;
    /// The studio's own: its disk is full.
    pub const DISK_FULL: i64 = 6003;
    /// The studio's own: it cannot write where it must, or read what it wrote.
    pub const NOT_WRITABLE: i64 = 6004;
}

/// The wrapping, with whatever is inside. A code other than 0 is an error even under HTTP 200.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Envelope {
    /// 0, or one of [`code`].
    #[serde(default)]
    pub code: i64,
    /// Words for people, from the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What was asked for.
    #[serde(default)]
    pub data: Value,
}

impl Envelope {
    /// A good answer.
    #[must_use]
    pub fn success(data: Value) -> Self {
        Self { code: code::SUCCESS, message: None, data }
    }

    /// A refusal.
    #[must_use]
    pub fn failure(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: Some(message.into()), data: Value::Null }
    }
}
