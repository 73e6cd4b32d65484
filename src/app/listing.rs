//! What the lists over the panes have in common: a line that is written in, and one line that is chosen.

use unicode_segmentation::UnicodeSegmentation;

use super::Key;
use super::actions::{Action, ChatAction, MessageAction};

/// Where the keys for moving lead, from the chosen line of `0..=last`; `None` where the key does not
/// move. At either end the lines go on at the other.
pub(super) fn moved(chosen: usize, last: usize, action: Action, page: usize) -> Option<usize> {
    Some(match action {
        Action::Message(MessageAction::Up) => chosen.checked_sub(1).unwrap_or(last),
        Action::Message(MessageAction::Down) if chosen < last => chosen + 1,
        Action::Message(MessageAction::Down | MessageAction::LineStart) => 0,
        Action::Chat(ChatAction::PageUp) => chosen.saturating_sub(page),
        Action::Chat(ChatAction::PageDown) => (chosen + page).min(last),
        Action::Message(MessageAction::LineEnd) => last,
        _ => return None,
    })
}

/// Writes at a line's end, or takes letters off it. Tells whether it changed.
pub(super) fn edit(line: &mut String, key: Key, action: Option<Action>) -> bool {
    let kept = match action {
        Some(Action::Message(MessageAction::DeleteBack)) => {
            line.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
        }
        Some(Action::Message(MessageAction::DeleteWord)) => {
            line.trim_end().unicode_word_indices().next_back().map_or(0, |(at, _)| at)
        }
        Some(Action::Message(MessageAction::DeleteToStart)) => 0,
        _ => line.len(),
    };
    let before = line.len();
    line.truncate(kept);
    line.extend(key.written());
    line.len() != before
}
