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
    match parse(data) {
        Ok(Value::Object(map)) => read_object(&map),
        Ok(Value::Null) => vec![Event::Alive],
        Ok(_) | Err(_) => unknown("no JSON object"),
    }
}

/// A piece that was cut within a character has half of it escaped (`\\ud83c`), which is no text; it
/// becomes the sign for a broken character.
fn parse(data: &str) -> serde_json::Result<Value> {
    serde_json::from_str(data).or_else(|error| match mended(data) {
        Some(mended) => serde_json::from_str(&mended),
        None => Err(error),
    })
}

/// The data with every lone surrogate replaced; `None` where there is none.
fn mended(data: &str) -> Option<String> {
    let mut mended = String::with_capacity(data.len());
    let mut rest = data;
    let mut any = false;
    while let Some(place) = rest.find('\\') {
        let (before, escape) = rest.split_at(place);
        mended.push_str(before);
        let length = match (surrogate(escape), surrogate(escape.get(6..).unwrap_or_default())) {
            (Some(Half::High), Some(Half::Low)) => 12,
            (Some(_), _) => {
                any = true;
                mended.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            (None, _) => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended.push_str(rest);
    any.then_some(mended)
}

enum Half {
    High,
    Low,
}

/// Which half of a character an escape at the start of `text` is.
fn surrogate(text: &str) -> Option<Half> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xd800..=0xdbff => Some(Half::High),
        0xdc00..=0xdfff => Some(Half::Low),
        _ => None,
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
    fn half_of_a_character_spoils_nothing_else() {
        let piece = |data: &str| match &of(data)[..] {
            [Event::Text(words, _)] => words.clone(),
            other => panic!("{other:?}"),
        };
        let text = |words: &str| format!(r#"{{"type":"text","content":"{words}"}}"#);
        assert_eq!(piece(&text(r"a \ud83c")), "a \u{fffd}");
        assert_eq!(piece(&text(r"\udfac b \ud83c\udfac \\ud83c")), "\u{fffd} b 🎬 \\ud83c");
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
