//! The conversation once more: its end, what has certain words, an answer as the agent gave it.

use crate::ui::words::{chat as words, plain};

use super::super::chat::says;
use super::super::{Body, State};
use super::lists;
use super::order::{Heard, rest_of};

/// So many messages are told, the newest ones.
const TOLD: usize = 10;

/// A line about the conversation. `None` if it is about something else.
pub(super) fn heard(state: &State, line: &str) -> Option<Heard> {
    let entries = &state.chat.entries;
    match line.to_lowercase().as_str() {
        "chat" | "对话" => {
            let from = entries.len().saturating_sub(TOLD);
            return Some(Heard::told(lists::messages(state, from..entries.len())));
        }
        "chat original" | "对话 原文" => return Some(original(state)),
        _ => {}
    }
    let wanted = rest_of(line, &["chat find ", "对话 查找 "])?.to_lowercase();
    let has = |place: &usize| says(&entries[*place].body, &wanted);
    let mut found: Vec<usize> = (0..entries.len()).rev().filter(has).take(TOLD).collect();
    found.reverse();
    if found.is_empty() {
        return Some(Heard::line(words::of(state.language).missed));
    }
    Some(Heard::told(lists::messages(state, found)))
}

/// The newest answer that was told in other words.
fn original(state: &State) -> Heard {
    let said = state.chat.entries.iter().rev().find_map(|entry| match &entry.body {
        Body::Agent { original, .. } => original.as_deref(),
        _ => None,
    });
    Heard::told(match said {
        Some(said) => said.lines().map(str::to_owned).collect(),
        None => vec![plain::of(state.language).no_original.to_owned()],
    })
}
