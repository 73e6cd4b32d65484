//! An answer as the agent gave it, and without its instructions for a screen.

use crate::ui::chat_rows;
use crate::ui::words::chat as words;

use super::super::State;
use super::{Body, Scroll, Wording};

/// Shows the other wording of the last answer in view that has two.
pub(super) fn turn_over(state: &mut State) {
    let Some(place) = in_view(state) else {
        state.chat.told_below = Some(words::of(state.language).one_wording.to_owned());
        return;
    };
    if let Body::Agent { wording, .. } = &mut state.chat.entries[place].body {
        *wording = match wording {
            Wording::Cleaned => Wording::Original,
            Wording::Original => Wording::Cleaned,
        };
    }
    show_from_its_start(state, place);
}

/// The longer wording is read from its start, also where the end of the conversation was in view.
fn show_from_its_start(state: &mut State, place: usize) {
    let start = (place + 1, 0);
    let end = chat_rows::top_when_following(state);
    let from = match state.chat.scroll {
        Scroll::Follow => end,
        Scroll::From { entry, row } => (entry, row).min(end),
    };
    let (entry, row) = from.min(start);
    state.chat.scroll =
        if (entry, row) >= end { Scroll::Follow } else { Scroll::From { entry, row } };
}

/// The last entry in view that has two wordings.
fn in_view(state: &State) -> Option<usize> {
    let (mut item, skipped) = match state.chat.scroll {
        Scroll::Follow => chat_rows::top_when_following(state),
        Scroll::From { entry, row } => (entry, row),
    };
    let end = chat_rows::room(state) + skipped;
    let (mut rows, mut found) = (0, None);
    while rows < end && item < chat_rows::count(state) {
        // Item 0 stands above the conversation.
        let entry = item.checked_sub(1).filter(|place| has_two(state, *place));
        found = entry.or(found);
        rows += chat_rows::height(state, item);
        item += 1;
    }
    found
}

fn has_two(state: &State, place: usize) -> bool {
    let body = state.chat.entries.get(place).map(|entry| &entry.body);
    matches!(body, Some(Body::Agent { original: Some(_), .. }))
}
