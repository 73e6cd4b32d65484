//! What is sent to a model: the instructions, the film, the request, and what was called and came of it.

use serde_json::{Value, json};

use super::film;
use super::reply::Reply;
use super::tools;
use crate::studio::agent::{Answer, Scene};

/// What a model is told of its work.
const INSTRUCTIONS: &str = include_str!("../../../assets/model/instructions.md");

/// The messages so far.
#[derive(Debug)]
pub(super) struct Talk {
    messages: Vec<Value>,
}

impl Talk {
    /// Begins with a request about a film.
    pub(super) fn begin(sentence: &str, scene: &Scene) -> Self {
        let asked = format!("{}\n\nRequest: {sentence}", film::told(scene));
        let messages = vec![
            json!({"role": "system", "content": INSTRUCTIONS}),
            json!({"role": "user", "content": asked}),
        ];
        Self { messages }
    }

    /// The body of the next request.
    pub(super) fn body(&self, model: &str) -> Value {
        json!({
            "model": model, "stream": true, "messages": self.messages, "tools": tools::schemas(),
        })
    }

    /// What the model said and called.
    pub(super) fn replied(&mut self, reply: &Reply) {
        let calls = reply.calls.iter().map(|call| {
            let function = json!({"name": call.name, "arguments": call.arguments});
            json!({"id": call.id, "type": "function", "function": function})
        });
        let calls: Vec<Value> = calls.collect();
        self.messages
            .push(json!({"role": "assistant", "content": reply.text, "tool_calls": calls}));
    }

    /// What came of a call.
    pub(super) fn done(&mut self, id: &str, answer: &Answer, scene: &Scene) {
        let mut result = json!({"changed": answer.changed, "said": answer.text});
        if answer.changed {
            result["film"] = Value::from(film::film(&scene.draft));
        }
        self.result(id, &result);
    }

    /// Why a call was not carried out.
    pub(super) fn not_done(&mut self, id: &str, why: &str) {
        self.result(id, &json!({"error": why}));
    }

    fn result(&mut self, id: &str, result: &Value) {
        let content = result.to_string();
        self.messages.push(json!({"role": "tool", "tool_call_id": id, "content": content}));
    }
}
