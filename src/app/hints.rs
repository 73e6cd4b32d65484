//! Hints for who is new: one action of the focused pane at a time, until it was used once.
//!
//! Used means done in whatever way: by its key, by the mouse, from the list of everything. What has been
//! used is kept beside the sessions, so that a hint goes away for good.

use std::collections::BTreeSet;

use super::actions::{self, Action, Row};
use super::{Effect, Focus, State, palette};

/// Whether hints are shown, and what need not be hinted at any more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Hints {
    /// None are shown.
    #[default]
    Off,
    /// They are shown, except for the actions of these names.
    Except(BTreeSet<String>),
}

/// What a pane's newcomer is told, the most useful first.
const fn told_in(focus: Focus) -> &'static [&'static str] {
    match focus {
        Focus::Message => &["app.palette", "app.next-pane"],
        Focus::Timeline => &["timeline.next-edit", "timeline.zoom-in", "timeline.frame-forward"],
        Focus::Chat => &["chat.up"],
        Focus::Media => &["media.mention"],
        Focus::Jobs => &["jobs.cancel", "jobs.retry"],
    }
}

/// What is hinted at now.
pub(super) fn hint(state: &State) -> Option<&'static Row> {
    let Hints::Except(used) = &state.hints else { return None };
    let rows = told_in(state.focus).iter().filter_map(|id| actions::by_id(id));
    let mut wanted = rows.filter(|row| !used.contains(row.id));
    wanted.find(|row| {
        !state.keymap.keys(row).is_empty() && palette::is_possible(state, palette::Pick::Row(row))
    })
}

/// An action was used; the first time is remembered.
pub(super) fn used(state: &mut State, action: Action) -> Option<Effect> {
    let Hints::Except(used) = &mut state.hints else { return None };
    let hinted = Focus::ROUND.into_iter().flat_map(told_in);
    let row = hinted.filter_map(|id| actions::by_id(id)).find(|row| row.action == action)?;
    let is_new = used.insert(row.id.to_owned());
    is_new.then(|| Effect::KeepUsed(used.iter().cloned().collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hint_is_an_action_that_its_pane_knows() {
        for focus in Focus::ROUND {
            for id in told_in(focus) {
                let row = actions::by_id(id).unwrap_or_else(|| panic!("{id} is no action"));
                assert!(actions::rows_in(focus).any(|known| known.id == row.id), "{id}");
            }
        }
    }
}
