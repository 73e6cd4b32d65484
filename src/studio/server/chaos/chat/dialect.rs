//! The simple dialect told in the other one, as the Agent Development Kit writes it.

use serde_json::{Value, json};

use super::heard::text;

/// What an agent thinks before it speaks.
const THOUGHT: &str = "The user wants the film changed, so I should say what I did.";
/// Letters of a partial piece.
const PIECE: usize = 9;
/// Any moment after the kit was written, in seconds since 1970.
const EPOCH: f64 = 1_795_187_217.5;

/// The events in the dialect of that kind: `stream`, `whole` or `mixed`.
pub(super) fn told(events: &[Value], kind: &str) -> Vec<Value> {
    let mut kit = Kit::default();
    let mut rest = events;
    while let Some((first, after)) = rest.split_first() {
        let words = rest.iter().take_while(|event| text(event).is_some()).count();
        if words > 0 {
            kit.speak(&rest[..words], kind);
            rest = &rest[words..];
        } else {
            kit.work(first, kind);
            rest = after;
        }
    }
    kit.told
}

#[derive(Default)]
struct Kit {
    told: Vec<Value>,
}

impl Kit {
    fn speak(&mut self, said: &[Value], kind: &str) {
        // Of a mixed stream the first words come in the simple dialect.
        let simple = if kind == "mixed" { said.len() / 2 } else { 0 };
        self.told.extend_from_slice(&said[..simple]);
        let words: String = said[simple..].iter().filter_map(text).collect();
        if kind == "whole" {
            return self.push(json!([{"text": words}]), "model", false);
        }
        self.stream(THOUGHT, Some(true));
        self.stream(&words, None);
    }

    /// Pieces, and the whole once more.
    fn stream(&mut self, words: &str, thought: Option<bool>) {
        let part = |words: &str| match thought {
            Some(thought) => json!([{"text": words, "thought": thought}]),
            None => json!([{"text": words}]),
        };
        let letters: Vec<char> = words.chars().collect();
        for piece in letters.chunks(PIECE) {
            self.push(part(&piece.iter().collect::<String>()), "model", true);
        }
        self.push(part(words), "model", false);
    }

    fn work(&mut self, event: &Value, kind: &str) {
        let (name, args) = (&event["name"], &event["args"]);
        match event["type"].as_str() {
            Some("tool_call") if kind != "mixed" => {
                self.push(json!([{"functionCall": {"name": name, "args": args}}]), "model", false);
            }
            Some("tool_result") => {
                let response = json!({"name": name, "response": event["result"]});
                self.push(json!([{"functionResponse": response}]), "user", false);
            }
            None => self.fail(event),
            Some(_) => self.told.push(event.clone()),
        }
    }

    fn fail(&mut self, event: &Value) {
        self.push(json!([]), "model", false);
        let code = event.get("code").map_or("MODEL_ERROR".into(), Value::to_string);
        if let Some(last) = self.told.last_mut() {
            last["errorCode"] = code.into();
            last["errorMessage"] = event["error"].clone();
        }
    }

    fn push(&mut self, parts: Value, role: &str, partial: bool) {
        let number = self.told.len();
        self.told.push(json!({
            "content": {"parts": parts, "role": role},
            "partial": partial,
            "invocationId": "e-8fa4f21b-0a7d-4627-b431-d835009cbd01",
            "author": "nemo_agent",
            "actions": {"stateDelta": {}, "artifactDelta": {}},
            "id": format!("a1a03434-f092-474b-ad90-{number:012}"),
            "timestamp": EPOCH + number as f64 / 100.0,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events() -> Vec<Value> {
        vec![
            json!({"type": "tool_call", "name": "edit", "args": {"a": 1}}),
            json!({"type": "tool_result", "name": "edit", "result": {"changed": true}}),
            json!({"type": "text", "content": "Made a film "}),
            json!({"type": "text", "content": "from three pictures."}),
        ]
    }

    fn words(told: &[Value], partial: bool) -> String {
        let events = told.iter().filter(|event| event["partial"] == partial);
        let part = |event: &Value| event["content"]["parts"][0].clone();
        let parts = events.map(part).filter(|part| part["thought"] != true);
        parts.filter_map(|part| part["text"].as_str().map(str::to_owned)).collect()
    }

    #[test]
    fn pieces_and_their_recap_say_the_same() {
        let told = told(&events(), "stream");
        assert_eq!(words(&told, true), "Made a film from three pictures.");
        assert_eq!(words(&told, false), "Made a film from three pictures.");
        assert_eq!(told[0]["content"]["parts"][0]["functionCall"]["name"], "edit");
        assert_eq!(told[1]["content"]["role"], "user");
        assert!(told.iter().any(|event| event["content"]["parts"][0]["thought"] == true));
    }

    #[test]
    fn a_mixed_stream_has_both_dialects_and_every_word_once() {
        let told = told(&events(), "mixed");
        assert_eq!(told[0], events()[0]);
        assert_eq!(told[2], events()[2]);
        assert_eq!(words(&told, true), "from three pictures.");
    }
}
