//! The log of a job, over the panes: what happened to it, and when.

use std::sync::Arc;

use crate::link::{Command, JobId, JobKind, JobStep, JobView};
use crate::ui::job_log_rows;

use super::actions::{self, Action, AppAction, ChatAction, JobsAction};
use super::{Effect, Focus, Key, State};

/// The open log.
#[derive(Debug, Clone, PartialEq)]
pub struct JobLogState {
    /// Whose it is.
    pub id: JobId,
    /// What the job does.
    pub kind: JobKind,
    /// What people call it.
    pub label: String,
    /// What happened, oldest first; none until it has been told.
    pub steps: Option<Arc<Vec<JobStep>>>,
    /// The first row that is seen.
    pub first: usize,
}

/// Opens the log of the chosen job.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let Some((_, shown)) = state.jobs.chosen() else { return Vec::new() };
    let JobView { id, kind, label, .. } = shown.job.clone();
    let order = Effect::Tell(Command::ListSteps(id.clone()));
    state.job_log = Some(JobLogState { id, kind, label, steps: None, first: 0 });
    vec![order]
}

/// What happened is told. The end is what people look for.
pub(super) fn told(state: &mut State, id: &JobId, steps: Arc<Vec<JobStep>>) -> Vec<Effect> {
    let Some(log) = state.job_log.as_mut().filter(|log| log.id == *id) else { return Vec::new() };
    log.steps = Some(steps);
    scroll(state, ChatAction::End)
}

/// Something happened to a job whose log is open.
pub(super) fn happened(state: &State, id: &JobId) -> Option<Effect> {
    let log = state.job_log.as_ref().filter(|log| log.id == *id)?;
    Some(Effect::Tell(Command::ListSteps(log.id.clone())))
}

/// A key while it is open: arrows scroll, Esc and its own key close it.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(Action::Chat(action)) = actions::find(Focus::Chat, key)
        && let ChatAction::Up
        | ChatAction::Down
        | ChatAction::PageUp
        | ChatAction::PageDown
        | ChatAction::Start
        | ChatAction::End = action
    {
        return scroll(state, action);
    }
    let closes = match state.keymap.find(Focus::Jobs, key) {
        Some(Action::App(action)) => matches!(action, AppAction::Stop | AppAction::Interrupt),
        action => action == Some(Action::Jobs(JobsAction::Log)),
    };
    if closes {
        state.job_log = None;
    }
    Vec::new()
}

/// Scrolls by keys or wheel.
pub(super) fn scroll(state: &mut State, action: ChatAction) -> Vec<Effect> {
    let page = usize::from(state.size.height.saturating_sub(4)).max(1);
    let last = job_log_rows(state).saturating_sub(page);
    let Some(log) = &mut state.job_log else { return Vec::new() };
    let moved = match action {
        ChatAction::Up => log.first.saturating_sub(1),
        ChatAction::Down => log.first + 1,
        ChatAction::PageUp => log.first.saturating_sub(page),
        ChatAction::PageDown => log.first + page,
        ChatAction::Start => 0,
        _ => last,
    };
    log.first = moved.min(last);
    Vec::new()
}
