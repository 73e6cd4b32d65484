//! Choosing a message, and copying it or a block of its code.

use crate::terminal::Clipboard;
use crate::ui::words::{chat as words, choosing};

use super::super::{Effect, State};
use super::{Body, find};

/// What the last copy of code took, so that the next one takes the block before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CopiedCode {
    entry: usize,
    block: usize,
}

/// Chooses the message before the chosen one, or after it. Past the last none is chosen.
pub(super) fn choose_message(state: &mut State, forward: bool) {
    let entries = &state.chat.entries;
    let is_said = |place: &usize| said(&entries[*place].body).is_some();
    let chosen = match (state.chat.chosen, forward) {
        (None, true) => None,
        (None, false) => (0..entries.len()).rev().find(is_said),
        (Some(at), true) => (at + 1..entries.len()).find(is_said),
        (Some(at), false) => (0..at.min(entries.len())).rev().find(is_said).or(state.chat.chosen),
    };
    state.chat.chosen = chosen;
    state.chat.copied_code = None;
    match chosen {
        Some(place) => find::show_row(state, place + 1, 0),
        None => state.chat.scroll = super::Scroll::Follow,
    }
}

/// What a person or the agent said.
fn said(body: &Body) -> Option<&str> {
    match body {
        Body::User(text) | Body::Agent { text, .. } if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// Copies the chosen message, or the newest answer.
pub(super) fn copy_message(state: &mut State) -> Vec<Effect> {
    let entries = &state.chat.entries;
    let newest = || {
        let mut answers = entries.iter().rev().map(|entry| &entry.body);
        answers.find(|body| matches!(body, Body::Agent { .. }) && said(body).is_some())
    };
    let chosen = state.chat.chosen.and_then(|place| entries.get(place)).map(|entry| &entry.body);
    let text = chosen.or_else(newest).and_then(said).map(str::to_owned);
    copy(state, text, words::of(state.language).message)
}

/// Copies a block of code: the last one of the chosen message, or of the newest that has any; again,
/// the one before.
pub(super) fn copy_code(state: &mut State) -> Vec<Effect> {
    let entries = &state.chat.entries;
    let has_code = |place: &usize| !blocks(said(&entries[*place].body).unwrap_or("")).is_empty();
    let place = state.chat.chosen.or_else(|| (0..entries.len()).rev().find(has_code));
    let found = place.and_then(|place| Some((place, said(&entries.get(place)?.body)?)));
    let Some((entry, text)) = found else {
        return copy(state, None, words::of(state.language).code);
    };
    let blocks = blocks(text);
    let before = state.chat.copied_code.filter(|copied| copied.entry == entry);
    let block = match before {
        Some(CopiedCode { block, .. }) if block > 0 => Some(block - 1),
        _ => blocks.len().checked_sub(1),
    };
    let code = block.and_then(|block| blocks.get(block).cloned());
    state.chat.copied_code = block.map(|block| CopiedCode { entry, block });
    copy(state, code, words::of(state.language).code)
}

fn copy(state: &mut State, text: Option<String>, what: &str) -> Vec<Effect> {
    let Some(text) = text else {
        state.chat.told_below = Some(words::nothing_to_copy(state.language, what));
        return Vec::new();
    };
    if !Clipboard::takes(&text) {
        state.chat.told_below = Some(choosing::too_long(state.language).to_owned());
        return Vec::new();
    }
    let way = choosing::sent_to(state.language, state.look.clipboard);
    let lines = text.lines().count();
    state.chat.told_below = Some(words::copied(state.language, way, what, lines));
    vec![Effect::Copy(text)]
}

/// The blocks of code in an answer, each as it stands.
fn blocks(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in text.lines() {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        open = match (open, mark) {
            (None, Some(mark)) => Some((mark, String::new())),
            (Some((fence, code)), Some(mark)) if fence == mark => {
                found.push(code);
                None
            }
            (Some((fence, mut code)), _) => {
                code.push_str(line);
                code.push('\n');
                Some((fence, code))
            }
            (None, None) => None,
        };
    }
    found.extend(open.map(|(_, code)| code));
    found
}
