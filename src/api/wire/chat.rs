//! The conversation: the message that is sent, and the simple dialect of the events that come back.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Body of `POST /run_sse`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunRequest {
    /// Always `nemo_agent`.
    pub app_name: String,
    /// Always `me`.
    pub user_id: String,
    /// Whose turn it is.
    pub session_id: String,
    /// What the user says.
    pub new_message: NewMessage,
}

/// What the user says, in parts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewMessage {
    /// Pieces of text, in order.
    pub parts: Vec<TextPart>,
}

/// A piece of text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TextPart {
    /// The words.
    #[serde(default)]
    pub text: String,
}

impl RunRequest {
    /// One message of one part.
    #[must_use]
    pub fn new(session_id: &str, text: &str) -> Self {
        Self {
            app_name: "nemo_agent".into(),
            user_id: "me".into(),
            session_id: session_id.into(),
            new_message: NewMessage { parts: vec![TextPart { text: text.into() }] },
        }
    }
}

/// An event in the simple dialect, as the studio writes it.
#[derive(Debug, Clone, PartialEq)]
pub enum SimpleEvent {
    /// A piece of the answer.
    Text(String),
    /// Work begins.
    ToolCall {
        /// What kind of work.
        name: String,
        /// With what.
        args: Value,
    },
    /// Work has ended.
    ToolResult {
        /// What kind of work.
        name: String,
        /// With what outcome.
        result: Value,
    },
    /// The service is alive.
    Heartbeat,
    /// The turn ended without an answer: why, in one sentence for people.
    Error(String),
}

impl SimpleEvent {
    /// The `data:` of the event.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(content) => json!({"type": "text", "content": content}),
            Self::ToolCall { name, args } => {
                json!({"type": "tool_call", "name": name, "args": args})
            }
            Self::ToolResult { name, result } => {
                json!({"type": "tool_result", "name": name, "result": result})
            }
            Self::Heartbeat => json!({"type": "heartbeat"}),
            Self::Error(message) => json!({"error": message}),
        }
    }
}
