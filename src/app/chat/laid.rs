//! The rows of the newest answer, kept from one message to the next.
//!
//! An answer grows by a few letters at a time, and long ones stay in view while a person types. Its
//! finished lines are read once; each message reads on from the last, unfinished line. Older answers
//! are laid out when they are drawn.

use crate::ui::chat_rows;
use crate::ui::text::{Prose, Row};

use super::super::State;
use super::Body;

/// The rows of an answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Laid {
    entry: usize,
    prose: Prose,
}

impl Laid {
    /// The rows, if they are those of this entry's text in so many columns.
    #[must_use]
    pub fn rows(&self, entry: usize, text: &str, cols: usize) -> Option<&[Row]> {
        (self.entry == entry && self.prose.holds(text.len(), cols)).then(|| self.prose.rows())
    }
}

/// The newest answer is among the last entries, or is not worth looking for.
const NEAR: usize = 16;

/// Reads on in the newest answer.
pub(crate) fn lay_out(state: &mut State) {
    let cols = chat_rows::cols(state);
    let newest = state.chat.entries.iter().enumerate().rev().take(NEAR);
    let mut answers = newest.filter_map(|(place, entry)| match &entry.body {
        Body::Agent { text, .. } => Some((place, text)),
        _ => None,
    });
    let Some((entry, text)) = answers.next() else { return };
    let laid = &mut state.chat.laid;
    if laid.rows(entry, text, cols).is_some() {
        return;
    }
    if laid.entry != entry || !laid.prose.can_grow_to(text.len(), cols) {
        *laid = Laid { entry, prose: Prose::new(cols) };
    }
    laid.prose.read(text);
}
