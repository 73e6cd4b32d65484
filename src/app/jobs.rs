//! The jobs pane's state: uploads and renders as they stand, and which one is selected.

use std::collections::HashMap;
use std::sync::Arc;

use crate::draft::Draft;
use crate::language::Problem;
use crate::link::{Command, JobId, JobKind, JobState, JobView};
use crate::ui::{format, words};

use super::actions::JobsAction;
use super::{Effect, State, chat};

/// The jobs of the session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JobsState {
    /// Oldest first.
    pub list: Vec<JobView>,
    /// Which one the keys mean.
    pub selected: usize,
    /// The films that are being exported, as they were when that began.
    pub(super) exporting: HashMap<JobId, Arc<Draft>>,
    /// The film as it was last saved as a file in this run.
    pub(super) exported: Option<Arc<Draft>>,
}

impl JobsState {
    pub(super) fn replace(&mut self, list: Vec<JobView>) {
        self.selected = list.len().saturating_sub(1);
        self.list = list;
    }

    /// Takes a job as it now stands; gives back its state before, if it was known.
    fn put(&mut self, job: JobView) -> Option<JobState> {
        if let Some(known) = self.list.iter_mut().find(|known| known.id == job.id) {
            return Some(std::mem::replace(known, job).state);
        }
        let at_end = self.selected + 1 >= self.list.len();
        self.list.push(job);
        if at_end {
            self.selected = self.list.len() - 1;
        }
        None
    }

    /// Whether any job waits or runs.
    #[must_use]
    pub fn any_running(&self) -> bool {
        self.running().next().is_some()
    }

    /// Whether any job would stop if the program ended.
    #[must_use]
    pub fn any_would_stop(&self) -> bool {
        self.running().any(|job| job.kind == JobKind::Upload)
    }

    /// The jobs that wait or run.
    pub fn running(&self) -> impl Iterator<Item = &JobView> {
        self.list.iter().filter(|job| {
            matches!(job.state, JobState::Queued | JobState::Running | JobState::Downloading)
        })
    }

    fn selected_id(&self) -> Option<JobId> {
        self.list.get(self.selected).map(|job| job.id.clone())
    }
}

pub(super) fn act(state: &mut State, action: JobsAction) -> Vec<Effect> {
    let jobs = &mut state.jobs;
    match action {
        JobsAction::Up => jobs.selected = jobs.selected.saturating_sub(1),
        JobsAction::Down => {
            jobs.selected = (jobs.selected + 1).min(jobs.list.len().saturating_sub(1));
        }
        JobsAction::Cancel => return order(jobs, is_stoppable, Command::CancelJob),
        JobsAction::Retry => return order(jobs, is_retryable, Command::RetryJob),
    }
    Vec::new()
}

fn order(
    jobs: &JobsState,
    fits: fn(&JobState) -> bool,
    command: fn(JobId) -> Command,
) -> Vec<Effect> {
    let fits = jobs.list.get(jobs.selected).is_some_and(|job| fits(&job.state));
    let id = jobs.selected_id().filter(|_| fits);
    id.map(|id| Effect::Tell(command(id))).into_iter().collect()
}

fn is_stoppable(state: &JobState) -> bool {
    matches!(state, JobState::Queued | JobState::Running | JobState::Downloading)
}

fn is_retryable(state: &JobState) -> bool {
    matches!(state, JobState::Failed(_) | JobState::Cancelled | JobState::Interrupted)
}

/// A job as it now stands. Ends that people wait for are told in the chat as well.
pub(super) fn told(state: &mut State, job: JobView) -> Vec<Effect> {
    let before = state.jobs.put(job.clone());
    remember_film(state, &job, before.as_ref());
    if before.as_ref() == Some(&job.state) {
        return Vec::new();
    }
    match (&job.state, job.kind) {
        (JobState::Failed(problem @ Problem::FileExists { .. }), JobKind::Render) => {
            match job.path {
                Some(path) => chat::ask_to_replace(state, problem, path),
                None => chat::tell_problem(state, problem),
            }
        }
        (JobState::Failed(problem), _) => chat::tell_problem(state, problem),
        (JobState::Done, JobKind::Render) => {
            chat::suggest(state);
            chat::tell(state, saved(state, &job))
        }
        _ => Vec::new(),
    }
}

/// Which film an export is of: the one that is there when it begins.
fn remember_film(state: &mut State, job: &JobView, before: Option<&JobState>) {
    if job.kind != JobKind::Render {
        return;
    }
    let jobs = &mut state.jobs;
    let begins = before.is_none_or(is_retryable);
    if let Some(film) = state.history.now().filter(|_| begins) {
        jobs.exporting.insert(job.id.clone(), film.clone());
    }
    if job.state == JobState::Done {
        jobs.exported = jobs.exporting.remove(&job.id).or(jobs.exported.take());
    }
}

fn saved(state: &State, job: &JobView) -> String {
    let words = words::of(state.language);
    let path = job.path.as_ref().map(|path| format::path(path, state.home.as_deref()));
    let mut line = format!("{} {}", words.saved, path.as_deref().unwrap_or(&job.label));
    if let Some(bytes) = job.bytes {
        line.push_str(&format!(" {} {}", words.between, format::bytes(bytes)));
    }
    for warning in &job.warnings {
        line.push('\n');
        line.push_str(warning);
    }
    line
}
