//! The dialect of the Agent Development Kit: content in parts, pieces marked partial, recaps.

use serde_json::{Map, Value};

use super::typed::{failure, tool_call};
use super::{Event, Piece};

pub(super) fn read(map: &Map<String, Value>) -> Vec<Event> {
    let partial = flag(map, "partial");
    let piece = if partial { Piece::Partial } else { Piece::Whole };
    let content = map.get("content");
    let ours =
        content.and_then(|content| content.get("role")).and_then(Value::as_str) != Some("user");
    let parts = content.and_then(|content| content.get("parts")).and_then(Value::as_array);
    let mut events = Vec::new();
    for part in parts.into_iter().flatten().filter_map(Value::as_object) {
        read_part(part, piece, ours, &mut events);
    }
    if ["errorCode", "errorMessage", "error"].iter().any(|key| is_said(map.get(*key))) {
        events.push(failure(map));
    }
    if events.is_empty() {
        events.push(Event::Alive);
    }
    events
}

/// Function responses come with the role `user`; words with that role are the user's own, echoed.
fn read_part(part: &Map<String, Value>, piece: Piece, ours: bool, events: &mut Vec<Event>) {
    let named = |keys: [&str; 2]| keys.iter().find_map(|key| part.get(*key)?.as_object());
    let name = |call: &Map<String, Value>| {
        call.get("name").and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    if let Some(call) = named(["functionCall", "function_call"]) {
        let args = call.get("args").unwrap_or(&Value::Null);
        // A call in pieces is not yet a call; the recap has the whole of it.
        if piece == Piece::Whole {
            events.extend(tool_call(&name(call), args));
        }
    } else if let Some(response) = named(["functionResponse", "function_response"]) {
        events.push(Event::ToolResult(name(response)));
    } else if let Some(text) = part.get("text").and_then(Value::as_str) {
        match (flag(part, "thought"), ours) {
            (true, _) => events.push(Event::Thought),
            (false, true) => events.push(Event::Text(text.to_owned(), piece)),
            (false, false) => {}
        }
    }
}

fn flag(map: &Map<String, Value>, key: &str) -> bool {
    map.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn is_said(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::String(words)) => !words.is_empty(),
        Some(_) => true,
    }
}
