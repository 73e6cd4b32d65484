//! A comparison that is longer than its pane: the keys that walk the film walk it as long as it is open.

use super::super::State;
use super::super::actions::TimelineAction as T;

/// Moves what is compared, where it does not fit. Tells whether the key was for it.
pub(crate) fn scrolled(state: &mut State, action: T) -> bool {
    let rows = crate::ui::comparison_rows(state).max(1);
    let Some(comparison) = state.history.comparison() else { return false };
    let last = comparison.lines.len().saturating_sub(rows);
    if last == 0 {
        return false;
    }
    let top = state.history.top.min(last);
    state.history.top = match action {
        T::PreviousEdit => top.saturating_sub(1),
        T::NextEdit => (top + 1).min(last),
        T::TrackUp => top.saturating_sub(rows),
        T::TrackDown => (top + rows).min(last),
        _ => return false,
    };
    true
}
