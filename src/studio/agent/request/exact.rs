//! Sentences that say an edit exactly, as the editor's keys make them.

use super::{Back, Reading, Request};
use crate::language::edit::Edit;

/// The request of an exact sentence; none for any other sentence.
pub fn exactly(sentence: &str) -> Option<Vec<Reading>> {
    let request = match Edit::read(sentence)? {
        Edit::Undo => Request::Undo(1),
        Edit::Redo => Request::Redo(1),
        Edit::GoBack { version, mark } => Request::GoBack(Back { version, mark }),
        edit => Request::Exact(edit),
    };
    Some(vec![Reading::Understood { requests: vec![request], passed_over: Vec::new() }])
}
