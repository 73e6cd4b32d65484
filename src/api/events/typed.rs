//! Frame to event: what the data of a frame says, in either dialect.

use serde_json::{Map, Value};

use super::question::{ASK_QUESTION, Question, questions};
use super::{Frame, adk, simple};
use crate::api::answers;

/// What a part of the stream says.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Words of the answer.
    Text(String, Piece),
    /// The agent thinks aloud; not part of the answer.
    Thought,
    /// The agent begins to work with a tool.
    ToolCall(String),
    /// The work with a tool has ended.
    ToolResult(String),
    /// The agent asks and waits.
    Question(Question),
    /// The server reports an error inside the stream. Whether it matters, the state decides.
    Failed {
        /// The contract's number, where there is one.
        code: Option<i64>,
        /// The server's words.
        message: Option<String>,
    },
    /// The server is alive.
    Alive,
    /// Something that this program does not know.
    Unknown,
}

/// How a text event relates to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A piece of a message, never repeated.
    Next,
    /// A piece of a message that is repeated whole afterwards.
    Partial,
    /// A whole message; it may repeat the partial pieces before it.
    Whole,
}

/// What a frame says; one frame may say several things.
#[must_use]
pub fn read(frame: &Frame) -> Vec<Event> {
    let data = match frame {
        Frame::Empty => return vec![Event::Alive],
        Frame::Data(data) => data.trim(),
    };
    if data.eq_ignore_ascii_case("heartbeat") || data == "[DONE]" {
        return vec![Event::Alive];
    }
    match serde_json::from_str(data) {
        Ok(Value::Object(map)) => read_object(&map),
        Ok(Value::Null) => vec![Event::Alive],
        Ok(_) | Err(_) => unknown("no JSON object"),
    }
}

fn read_object(map: &Map<String, Value>) -> Vec<Event> {
    if map.get("type").is_some_and(Value::is_string) {
        return simple::read(map);
    }
    if ["content", "author", "invocationId", "errorCode"].iter().any(|key| map.contains_key(*key)) {
        return adk::read(map);
    }
    if map.contains_key("error") || map.contains_key("code") {
        return vec![failure(map)];
    }
    unknown("an object of no dialect")
}

/// An error inside the stream, in whatever wording.
pub(super) fn failure(map: &Map<String, Value>) -> Event {
    let inner = map.get("error").and_then(Value::as_object);
    let code = |map: &Map<String, Value>| {
        ["code", "errorCode"].iter().find_map(|key| map.get(*key).and_then(answers::integer))
    };
    Event::Failed {
        code: code(map).or_else(|| inner.and_then(code)),
        message: answers::message(map),
    }
}

/// The event of a tool call; a question is one that reaches the user.
pub(super) fn tool_call(name: &str, args: &Value) -> Vec<Event> {
    let asked = if name == ASK_QUESTION { questions(args) } else { Vec::new() };
    if asked.is_empty() {
        return vec![Event::ToolCall(name.to_owned())];
    }
    asked.into_iter().map(Event::Question).collect()
}

pub(super) fn unknown(what: &str) -> Vec<Event> {
    tracing::debug!(what, "an unknown event was passed over");
    vec![Event::Unknown]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(data: &str) -> Vec<Event> {
        read(&Frame::Data(data.to_owned()))
    }

    #[test]
    fn everything_seen_outside_the_dialects_is_understood() {
        assert_eq!(of("heartbeat"), [Event::Alive]);
        assert_eq!(read(&Frame::Empty), [Event::Alive]);
        assert_eq!(of("{\"cut"), [Event::Unknown]);
        assert_eq!(
            of(r#"{"error": "no more"}"#),
            [Event::Failed { code: None, message: Some("no more".into()) }]
        );
        assert_eq!(
            of(r#"{"error": {"code": "2001", "message": "out of credits"}}"#),
            [Event::Failed { code: Some(2001), message: Some("out of credits".into()) }]
        );
        assert_eq!(
            of(r#"{"code": 1002, "message": "gone"}"#),
            [Event::Failed { code: Some(1002), message: Some("gone".into()) }]
        );
    }
}
