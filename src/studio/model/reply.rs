//! An answer of the endpoint, put together from its pieces.
//!
//! Servers differ: a call's name and id come once or again and again, its index may be missing or always
//! 0, its arguments come as text or as an object, and a server that cannot stream answers in one piece.
//! All of this is one [`Reply`].

use serde_json::Value;

use super::Failure;
use super::thought::Thoughts;

/// Bytes of text, and of a call's arguments, in one reply.
const LONGEST: usize = 64 * 1024;
/// Calls in one reply.
const CALLS: usize = 32;

/// What a model said and wants done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reply {
    /// The words, thoughts left out.
    pub(super) text: String,
    /// In the order in which they are to be carried out.
    pub(super) calls: Vec<Called>,
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Called {
    /// By which its result is known. Never empty.
    pub(super) id: String,
    /// Which tool.
    pub(super) name: String,
    /// JSON, if the model wrote it well.
    pub(super) arguments: String,
}

/// A reply on its way.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    reply: Reply,
    thoughts: Thoughts,
    /// The number that the server gave each call.
    indices: Vec<Option<u64>>,
    ended: bool,
}

impl Incoming {
    /// Takes the data of an event; gives back what of it is answer.
    pub(super) fn take(&mut self, data: &str) -> Result<String, Failure> {
        if data.trim() == "[DONE]" {
            self.ended = true;
            return Ok(String::new());
        }
        let data: Value = serde_json::from_str(data).map_err(|_| Failure::Unreadable)?;
        if let Some(error) = data.get("error").filter(|error| !error.is_null()) {
            let status = error["code"].as_u64().and_then(|code| u16::try_from(code).ok());
            return Err(Failure::Refused(status.unwrap_or(500)));
        }
        // The last piece of some servers counts tokens and has no choice.
        let Some(choice) = data["choices"].get(0) else { return Ok(String::new()) };
        self.ended |= choice["finish_reason"].is_string();
        let piece = choice.get("delta").or_else(|| choice.get("message"));
        let Some(piece) = piece else { return Ok(String::new()) };
        for call in piece["tool_calls"].as_array().into_iter().flatten() {
            self.take_call(call)?;
        }
        let said = piece["content"].as_str().unwrap_or_default();
        let said = self.thoughts.take(said);
        self.say(said)
    }

    /// What was held back of the text.
    pub(super) fn rest(&mut self) -> Result<String, Failure> {
        let rest = self.thoughts.finish();
        self.say(rest)
    }

    /// The reply, if it came to its end.
    pub(super) fn finish(mut self) -> Result<Reply, Failure> {
        if !self.ended {
            return Err(Failure::BrokeOff);
        }
        for (number, call) in self.reply.calls.iter_mut().enumerate() {
            if call.id.is_empty() {
                call.id = format!("call_{number}");
            }
        }
        Ok(self.reply)
    }

    fn say(&mut self, said: String) -> Result<String, Failure> {
        self.reply.text.push_str(&said);
        if self.reply.text.len() > LONGEST { Err(Failure::TooLong) } else { Ok(said) }
    }

    fn take_call(&mut self, call: &Value) -> Result<(), Failure> {
        let id = call["id"].as_str().unwrap_or_default();
        let name = call["function"]["name"].as_str().unwrap_or_default();
        let place = match self.place(call["index"].as_u64(), id, name) {
            Some(place) => place,
            None => {
                self.indices.push(call["index"].as_u64());
                self.reply.calls.push(Called::default());
                self.reply.calls.len() - 1
            }
        };
        let known = self.reply.calls.get_mut(place).ok_or(Failure::Unreadable)?;
        if known.id.is_empty() {
            known.id = id.to_owned();
        }
        if known.name.is_empty() {
            known.name = name.to_owned();
        }
        match &call["function"]["arguments"] {
            Value::String(text) => known.arguments.push_str(text),
            Value::Null => {}
            whole => known.arguments = whole.to_string(),
        }
        let is_long = known.arguments.len() > LONGEST || self.reply.calls.len() > CALLS;
        if is_long { Err(Failure::TooLong) } else { Ok(()) }
    }

    /// Which call a piece goes on with; none if it begins one.
    fn place(&self, index: Option<u64>, id: &str, name: &str) -> Option<usize> {
        let last = self.reply.calls.len().checked_sub(1);
        let known = match index {
            Some(_) => self.indices.iter().rposition(|known| *known == index),
            None if id.is_empty() => last,
            None => self.reply.calls.iter().position(|call| call.id == id),
        }?;
        let call = &self.reply.calls[known];
        let is_another = !id.is_empty() && !name.is_empty() && !call.id.is_empty() && call.id != id;
        let begins = index.is_none() && !name.is_empty() && id.is_empty();
        (!is_another && !begins).then_some(known)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn reply(pieces: &[Value]) -> Result<Reply, Failure> {
        let mut incoming = Incoming::default();
        for piece in pieces {
            incoming.take(&piece.to_string())?;
        }
        incoming.rest()?;
        incoming.finish()
    }

    fn delta(delta: Value) -> Value {
        json!({"choices": [{"index": 0, "delta": delta, "finish_reason": null}]})
    }

    fn end() -> Value {
        json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]})
    }

    fn called(id: &str, name: &str, arguments: &str) -> Called {
        Called { id: id.into(), name: name.into(), arguments: arguments.into() }
    }

    #[test]
    fn calls_that_come_in_pieces_and_side_by_side_are_put_together() {
        let call = |index: u64, call: Value| {
            let mut call = call;
            call["index"] = json!(index);
            delta(json!({"tool_calls": [call]}))
        };
        let reply = reply(&[
            delta(json!({"role": "assistant", "content": null})),
            call(
                0,
                json!({"id": "a", "type": "function", "function": {"name": "split", "arguments": ""}}),
            ),
            call(0, json!({"function": {"arguments": "{\"clip\":"}})),
            call(1, json!({"id": "b", "function": {"name": "undo", "arguments": "{}"}})),
            call(0, json!({"id": "a", "function": {"name": "split", "arguments": "1}"}})),
            end(),
            json!({"choices": [], "usage": {"total_tokens": 3}}),
        ]);
        let calls = vec![called("a", "split", "{\"clip\":1}"), called("b", "undo", "{}")];
        assert_eq!(reply, Ok(Reply { text: String::new(), calls }));
    }

    #[test]
    fn servers_without_indices_or_with_the_same_for_all_are_understood() {
        for index in [json!({}), json!({"index": 0})] {
            let with = |call: Value| {
                let mut call = call;
                if let Some(index) = index.get("index") {
                    call["index"] = index.clone();
                }
                delta(json!({"tool_calls": [call]}))
            };
            let reply = reply(&[
                with(json!({"id": "a", "function": {"name": "undo", "arguments": {}}})),
                with(json!({"id": "b", "function": {"name": "redo", "arguments": "{}"}})),
                end(),
            ]);
            let calls = vec![called("a", "undo", "{}"), called("b", "redo", "{}")];
            assert_eq!(reply, Ok(Reply { text: String::new(), calls }), "{index}");
        }
        let nameless = |name: &str| {
            delta(json!({"tool_calls": [{"function": {"name": name, "arguments": "{}"}}]}))
        };
        let calls = vec![called("call_0", "undo", "{}"), called("call_1", "redo", "{}")];
        let reply = reply(&[nameless("undo"), nameless("redo"), end()]);
        assert_eq!(reply, Ok(Reply { text: String::new(), calls }));
    }

    #[test]
    fn an_answer_in_one_piece_is_one_too() {
        let message = json!({"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]});
        assert_eq!(reply(&[message]), Ok(Reply { text: "Hi".into(), calls: Vec::new() }));
    }

    #[test]
    fn what_is_no_answer_is_a_failure_with_its_reason() {
        let text = |text: &str| delta(json!({"content": text}));
        assert_eq!(reply(&[text("Hi")]), Err(Failure::BrokeOff));
        assert_eq!(reply(&[text(&"x".repeat(LONGEST + 1))]), Err(Failure::TooLong));
        let refused = json!({"error": {"message": "sk-1 is wrong", "code": 429}});
        assert_eq!(reply(&[refused]), Err(Failure::Refused(429)));
        let many = json!(vec![json!({"function": {"name": "undo"}}); CALLS + 1]);
        assert_eq!(reply(&[delta(json!({"tool_calls": many}))]), Err(Failure::TooLong));
        assert_eq!(Incoming::default().take("<html>"), Err(Failure::Unreadable));
    }
}
