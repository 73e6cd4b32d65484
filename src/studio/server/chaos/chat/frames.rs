//! Events as the lines of an event stream: in the plain form, or in any form that is allowed.

use serde_json::{Value, json};

use crate::studio::server::chaos::Dice;

/// One event in the plain form.
pub(super) fn plain(event: &Value) -> String {
    format!("data: {event}\n\n")
}

/// A sign of life, of one kind after the other.
pub(super) fn sign_of_life(number: usize) -> String {
    match number % 4 {
        0 => plain(&json!({"type": "heartbeat"})),
        1 => "data: heartbeat\n\n".to_owned(),
        2 => "data:\n\n".to_owned(),
        _ => ": ping\n\n".to_owned(),
    }
}

/// One event in a form left to chance. `number` counts from 0: before the first a byte order mark may
/// stand.
pub(super) fn odd(event: &Value, number: usize, dice: &mut Dice) -> String {
    let end = dice.pick(&["\n", "\r\n", "\r"]);
    let mut lines = Vec::new();
    if dice.below(3) == 0 {
        lines.push(": a comment, data: {}".to_owned());
    }
    if dice.below(3) == 0 {
        lines.push(format!("id: {number}"));
        lines.push("event: message".to_owned());
        lines.push("retry: 3000".to_owned());
    }
    lines.extend(data(event, dice));
    let mark = if number == 0 && dice.below(2) == 0 { "\u{feff}" } else { "" };
    format!("{mark}{}{end}{end}", lines.join(end))
}

/// The data in one line or in several, with and without the blank after the colon.
fn data(event: &Value, dice: &mut Dice) -> Vec<String> {
    let gap = dice.pick(&["", " "]);
    let text = match dice.below(3) {
        0 => serde_json::to_string_pretty(event).unwrap_or_default(),
        _ => event.to_string(),
    };
    text.lines().map(|line| format!("data:{gap}{line}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::server::chaos::Endpoint;

    #[test]
    fn chance_uses_every_form() {
        let event = json!({"type": "text", "content": "a: b"});
        let form = |count| odd(&event, 0, &mut Dice::of(1, "cut", Endpoint::Chat, count));
        let forms: Vec<String> = (0..200).map(form).collect();
        for sign in
            ["\u{feff}", "\r\n\r\n", "\r\r", "\n\n", ": a", "id: 0", "retry:", "data:{", "data: {"]
        {
            assert!(forms.iter().any(|form| form.contains(sign)), "{sign:?}");
        }
        assert!(forms.iter().any(|form| form.matches("data:").count() > 2), "several lines");
    }
}
