//! The simple dialect: one object with a `type` for each event.

use serde_json::{Map, Value};

use super::typed::{failure, tool_call, unknown};
use super::{Event, Piece};

pub(super) fn read(map: &Map<String, Value>) -> Vec<Event> {
    let word = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default();
    match word("type") {
        "text" => vec![Event::Text(content(map), Piece::Next)],
        "tool_call" => tool_call(word("name"), map.get("args").unwrap_or(&Value::Null)),
        "tool_result" => vec![Event::ToolResult(word("name").to_owned())],
        "thought" | "thinking" => vec![Event::Thought],
        "heartbeat" | "ping" | "done" | "end" => vec![Event::Alive],
        "error" => vec![failure(map)],
        _ => unknown("a type of the simple dialect"),
    }
}

fn content(map: &Map<String, Value>) -> String {
    let text = map.get("content").or_else(|| map.get("text")).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::api::wire::chat::SimpleEvent;

    fn of(event: &SimpleEvent) -> Vec<Event> {
        let Value::Object(map) = event.to_json() else { panic!("an event is an object") };
        read(&map)
    }

    #[test]
    fn what_the_studio_writes_is_read() {
        assert_eq!(of(&SimpleEvent::Text("Hi".into())), [Event::Text("Hi".into(), Piece::Next)]);
        let call = SimpleEvent::ToolCall { name: "edit".into(), args: json!({}) };
        assert_eq!(of(&call), [Event::ToolCall("edit".into())]);
        let result = SimpleEvent::ToolResult { name: "edit".into(), result: json!({}) };
        assert_eq!(of(&result), [Event::ToolResult("edit".into())]);
        assert_eq!(of(&SimpleEvent::Heartbeat), [Event::Alive]);
    }
}
