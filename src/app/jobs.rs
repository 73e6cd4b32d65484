//! The jobs pane's state: uploads and renders as they stand, and which one is selected.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::draft::Draft;
use crate::language::Problem;
use crate::link::{Command, JobId, JobKind, JobState, JobView};
use crate::ui::{format, words};

use super::actions::JobsAction;
use super::arrived::{self, Arrived};
use super::{Effect, Focus, ShownJob, Sieve, State, Whose, chat, copy, job_log, jobs_shown, press};

/// The jobs of the session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JobsState {
    /// Oldest first.
    pub list: Vec<JobView>,
    /// Which one the keys mean.
    pub selected: usize,
    /// The films that are being exported, as they were when that began.
    pub(super) exporting: HashMap<JobId, Arc<Draft>>,
    /// Where each running job was when it was first seen in its state: what its pace is told from.
    seen: HashMap<JobId, Seen>,
    /// The film as it was last saved as a file in this run.
    pub(super) exported: Option<Arc<Draft>>,
    /// Whose jobs are listed.
    pub whose: Whose,
    /// Which of them.
    pub sieve: Sieve,
    /// When everyone's were asked for last.
    pub(super) asked_at: Option<Duration>,
    /// The job that goes on as soon as its session is open.
    pub(super) going_on: Option<JobId>,
    /// Files that have arrived.
    pub(super) arrived: Arrived,
}

/// How far a job was, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    at: Duration,
    done: u64,
    /// Whether it had begun to make something: what a render takes up from an earlier one is there at
    /// once and says nothing of its pace.
    is_making: bool,
}

/// How fast a job has been since it was first seen in its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Units a second: bytes, or what the render counts.
    pub rate: u64,
    /// How long it will go on at that pace, where its end is known.
    pub left: Option<Duration>,
}

impl JobsState {
    /// A job's pace, from the progress that was really seen; none before there is any.
    #[must_use]
    pub fn pace(&self, job: &JobView, now: Duration) -> Option<Pace> {
        let seen = self.seen.get(&job.id)?;
        let (time, done) = (now.checked_sub(seen.at)?, job.done.checked_sub(seen.done)?);
        if time < Duration::from_secs(1) || done == 0 {
            return None;
        }
        let millis = time.as_millis();
        let rate = u64::try_from(u128::from(done) * 1000 / millis).ok()?;
        let left = job.total.and_then(|total| total.checked_sub(job.done));
        let left = left.map(|left| u128::from(left) * millis / u128::from(done));
        let left = left.and_then(|left| u64::try_from(left).ok()).map(Duration::from_millis);
        Some(Pace { rate, left })
    }

    fn see(&mut self, job: &JobView, before: Option<&JobState>, now: Duration) {
        let is_making = job.stage.as_deref().is_some_and(|stage| stage != "reading");
        let begins = self.seen.get(&job.id).is_some_and(|seen| is_making && !seen.is_making);
        if !is_running(&job.state) {
            self.seen.remove(&job.id);
        } else if begins || before != Some(&job.state) {
            self.seen.insert(job.id.clone(), Seen { at: now, done: job.done, is_making });
        }
    }

    /// Nothing is known of the jobs at another backend; what was to go on there still is.
    pub(super) fn leave(&mut self) {
        *self = Self { going_on: self.going_on.take(), ..Self::default() };
    }

    pub(super) fn replace(&mut self, list: Vec<JobView>) {
        self.list = list;
        self.select_last();
    }

    /// Takes a job as it now stands; gives back its state before, if it was known.
    fn put(&mut self, job: JobView) -> Option<JobState> {
        if let Some(known) = self.list.iter_mut().find(|known| known.id == job.id) {
            return Some(std::mem::replace(known, job).state);
        }
        let at_end = self.selected + 1 >= self.shown().len();
        self.list.push(job);
        if at_end {
            self.select_last();
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
}

pub(super) fn act(state: &mut State, action: JobsAction) -> Vec<Effect> {
    match action {
        JobsAction::Up => step(&mut state.jobs, |place| place.saturating_sub(1)),
        JobsAction::Down => step(&mut state.jobs, |place| place + 1),
        JobsAction::Open => return open(state),
        JobsAction::CopyPath => return copy_path(state),
        JobsAction::Cancel => return cancel(state),
        JobsAction::Retry => return retry(state),
        JobsAction::Whose => return jobs_shown::turn(state),
        JobsAction::Sift => return jobs_shown::sift(state),
        JobsAction::Log => return job_log::open(state),
    }
    Vec::new()
}

fn step(jobs: &mut JobsState, to: fn(usize) -> usize) {
    let Some((place, _)) = jobs.chosen() else { return };
    jobs.selected = to(place).min(jobs.shown().len() - 1);
}

/// A job was clicked: the keys mean it, and the second time its file is opened.
pub(super) fn clicked(state: &mut State, place: usize) -> Vec<Effect> {
    let chosen = state.jobs.chosen().map(|(chosen, _)| chosen);
    let again = state.focus == Focus::Jobs && chosen == Some(place);
    let mut effects = press::focus(state, Focus::Jobs);
    if again {
        effects.extend(act(state, JobsAction::Open));
    } else {
        state.jobs.selected = place;
    }
    effects
}

/// The file of the selected job, if it has one on this machine.
fn selected_path(state: &State) -> Option<PathBuf> {
    let (_, ShownJob { job, .. }) = state.jobs.chosen()?;
    job.path.clone().filter(|path| path.is_absolute())
}

fn open(state: &mut State) -> Vec<Effect> {
    let there = state.jobs.chosen().map(|(_, shown)| shown.job);
    // A film is a file only when it is whole; what is uploaded was one before.
    let there = there.is_some_and(|job| job.kind == JobKind::Upload || job.state == JobState::Done);
    match selected_path(state).filter(|_| there) {
        Some(path) => vec![Effect::Open(path)],
        None => chat::tell(state, words::jobs::no_file(state.language).to_owned()),
    }
}

fn copy_path(state: &mut State) -> Vec<Effect> {
    let Some(path) = selected_path(state) else {
        return chat::tell(state, words::jobs::no_file(state.language).to_owned());
    };
    copy::send(state, path.display().to_string())
}

/// What came of opening a file. Where nothing opens it, its place is told.
pub(super) fn file_opened(state: &mut State, path: &Path, opened: bool) -> Vec<Effect> {
    if opened {
        return Vec::new();
    }
    let line = words::jobs::not_opened(state.language, &path.display().to_string());
    chat::tell(state, line)
}

fn cancel(state: &mut State) -> Vec<Effect> {
    let chosen = state.jobs.chosen().filter(|(_, shown)| is_stoppable(&shown.job.state));
    let Some((_, ShownJob { job, elsewhere })) = chosen else { return Vec::new() };
    let id = job.id.clone();
    match elsewhere {
        Some(_) => jobs_shown::stop_there(state, id),
        None => vec![Effect::Tell(Command::CancelJob(id))],
    }
}

fn retry(state: &mut State) -> Vec<Effect> {
    let chosen = state.jobs.chosen().filter(|(_, shown)| is_retryable(&shown.job.state));
    let Some((_, ShownJob { job, elsewhere })) = chosen else { return Vec::new() };
    match elsewhere.cloned() {
        Some(listed) => jobs_shown::go_there(state, &listed),
        None => vec![Effect::Tell(Command::RetryJob(job.id.clone()))],
    }
}

fn is_running(state: &JobState) -> bool {
    matches!(state, JobState::Running | JobState::Downloading)
}

fn is_stoppable(state: &JobState) -> bool {
    matches!(state, JobState::Queued | JobState::Running | JobState::Downloading)
}

pub(super) fn is_retryable(state: &JobState) -> bool {
    matches!(state, JobState::Failed(_) | JobState::Cancelled | JobState::Interrupted)
}

/// A job as it now stands. Ends that people wait for are told in the chat as well.
pub(super) fn told(state: &mut State, job: JobView) -> Vec<Effect> {
    let known = state.jobs.list.iter().find(|known| known.id == job.id);
    let told = known.map_or(0, |known| known.warnings.len());
    let before = state.jobs.put(job.clone());
    state.jobs.see(&job, before.as_ref(), state.now.steady);
    remember_film(state, &job, before.as_ref());
    let mut effects = tell_warnings(state, &job, told);
    if before.as_ref() == Some(&job.state) {
        return effects;
    }
    effects.extend(job_log::happened(state, &job.id));
    if job.state.is_over() {
        effects.extend(arrived::ended(state, &job));
    }
    effects.extend(tell_end(state, job));
    effects
}

/// What goes less than well is told at once, while the job can still be stopped; its end tells it again.
fn tell_warnings(state: &mut State, job: &JobView, told: usize) -> Vec<Effect> {
    if !is_running(&job.state) {
        return Vec::new();
    }
    let new = job.warnings.iter().skip(told);
    new.flat_map(|warning| chat::tell(state, warning.clone())).collect()
}

fn tell_end(state: &mut State, job: JobView) -> Vec<Effect> {
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
