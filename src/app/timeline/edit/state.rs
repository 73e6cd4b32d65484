//! What is known of edits under way.

use std::collections::VecDeque;

use crate::language::edit::Edit;
use crate::link::ExportTo;

use super::{Held, Pending, Sent};

/// Edits under way.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EditState {
    /// The edit that waits for another step of its kind.
    pub pending: Option<Pending>,
    /// Why the last key did nothing; until the next key.
    pub notice: Option<String>,
    /// Keys that wait for the turn that runs, oldest first.
    pub(super) held: VecDeque<Held>,
    /// Where the export that waits goes; the usual way where nothing is said.
    pub(super) export_to: Option<ExportTo>,
    /// What was said and is not checked yet, oldest first.
    pub(super) sent: Vec<Sent>,
}

impl EditState {
    /// The lanes lie elsewhere now: keys that wait mean the tracks that they were pressed on.
    pub(in super::super) fn move_rows(&mut self, rows: &[Option<usize>]) {
        for held in &mut self.held {
            if let Held::Key(_, place) = held {
                place.move_row(rows);
            }
        }
    }

    /// What was asked for last and has not come yet.
    #[must_use]
    pub fn asked(&self) -> Option<&Edit> {
        self.sent.last().map(|sent| &sent.edit)
    }

    /// How many editing keys wait for the turn that runs.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.held.iter().filter(|held| **held != Held::Export).count()
    }

    /// Whether an export waits for it.
    #[must_use]
    pub fn export_waits(&self) -> bool {
        self.held.contains(&Held::Export)
    }
}
