//! The JSON that a part of a draft was decoded from.
//!
//! It rides along with the decoded value, untouched, so that keys which nobody here knows, number
//! spellings and key order are still there when the part is encoded again. Parts that lie inside
//! (tracks in a draft, segments in a track) carry their own and are left out, so nothing is kept
//! twice. Two values that differ only in their origin are equal for everyone but the encoder, so
//! comparisons ignore it.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::Millis;

/// What was read, kept for what is written. Empty for a part that was made here.
#[derive(Clone, Default)]
pub struct Origin {
    /// Shared, because a film is copied far more often than it is read.
    value: Option<Arc<Value>>,
    end: Millis,
}

impl Origin {
    /// Keeps what was read; `inside` is the key whose list is decoded on its own, `end` the end of
    /// what was in it.
    pub(super) fn of(value: &Value, inside: Option<&str>, end: Millis) -> Self {
        let kept = match (value, inside) {
            (Value::Object(map), Some(key)) => Value::Object(without_items(map, key)),
            _ => value.clone(),
        };
        Self { value: Some(Arc::new(kept)), end }
    }

    /// The object to write on. What was no object becomes an empty one.
    pub(super) fn map(&self) -> Map<String, Value> {
        self.value.as_deref().and_then(Value::as_object).cloned().unwrap_or_default()
    }

    /// Every path and address that the part says, whatever its key.
    #[must_use]
    pub fn addresses(&self) -> Vec<&str> {
        let mut found = Vec::new();
        if let Some(value) = &self.value {
            addresses_in(value, &mut found);
        }
        found
    }

    /// Whether the part was made here.
    pub(super) fn is_new(&self) -> bool {
        self.value.is_none()
    }

    /// Where the part ended when it was read.
    pub(super) fn end(&self) -> Millis {
        self.end
    }

    /// What to write: the value as it was where nothing was said, else the object.
    pub(super) fn or_written(&self, map: Map<String, Value>) -> Value {
        match self.value.as_deref() {
            Some(value) if !value.is_object() && map.is_empty() => value.clone(),
            _ => Value::Object(map),
        }
    }
}

fn addresses_in<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    let is_address =
        |text: &str| ["/", "https://", "http://"].iter().any(|way| text.starts_with(way));
    match value {
        Value::String(text) if is_address(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| addresses_in(item, found)),
        Value::Object(map) => map.values().for_each(|item| addresses_in(item, found)),
        _ => {}
    }
}

/// A copy with the list under `key` emptied; its place among the keys is part of what is kept.
fn without_items(map: &Map<String, Value>, key: &str) -> Map<String, Value> {
    let keep = |(name, value): (&String, &Value)| {
        let value =
            if name == key && value.is_array() { Value::Array(Vec::new()) } else { value.clone() };
        (name.clone(), value)
    };
    map.iter().map(keep).collect()
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl std::fmt::Debug for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.is_new() { "Origin(new)" } else { "Origin(read)" })
    }
}
