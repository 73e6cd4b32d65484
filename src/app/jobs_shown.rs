//! Which jobs the pane lists: this session's or everyone's, all of them or those of one kind.
//!
//! This session's jobs are told as they move. Those of the others stand in the store; they are asked
//! for when they are wanted, and again every second while one of them goes on and is seen.

use std::sync::Arc;
use std::time::Duration;

use crate::link::{Command, JobId, JobState, JobView, ListedJob};
use crate::ui::words;

use super::chat::{self, Body};
use super::{Effect, JobsState, State, sessions};

/// Whose jobs are listed.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Whose {
    /// The session's own.
    #[default]
    Session,
    /// Everyone's: besides the own these, oldest first; none until they have been told.
    Everyone(Option<Arc<Vec<ListedJob>>>),
}

/// Which of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sieve {
    /// All.
    #[default]
    All,
    /// Those that wait or run.
    Running,
    /// Those that ended without success.
    Failed,
    /// Those that are done.
    Done,
}

impl Sieve {
    /// The one after it.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::All => Self::Running,
            Self::Running => Self::Failed,
            Self::Failed => Self::Done,
            Self::Done => Self::All,
        }
    }

    const fn lets_pass(self, state: &JobState) -> bool {
        match self {
            Self::All => true,
            Self::Running => !state.is_over(),
            Self::Failed => state.is_over() && !matches!(state, JobState::Done),
            Self::Done => matches!(state, JobState::Done),
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShownJob<'a> {
    /// The job.
    pub job: &'a JobView,
    /// As it is listed, if it is another session's.
    pub elsewhere: Option<&'a ListedJob>,
}

impl JobsState {
    /// The jobs that are listed, oldest first.
    #[must_use]
    pub fn shown(&self) -> Vec<ShownJob<'_>> {
        let own = self.list.iter().map(|job| ShownJob { job, elsewhere: None });
        let mut shown: Vec<_> = own.collect();
        let others = self.others().map(|listed| (&listed.view, Some(listed)));
        shown.extend(others.map(|(job, elsewhere)| ShownJob { job, elsewhere }));
        shown.retain(|shown| self.sieve.lets_pass(&shown.job.state));
        if matches!(self.whose, Whose::Everyone(_)) {
            shown.sort_by_key(|shown| shown.job.started_at);
        }
        shown
    }

    fn others(&self) -> impl Iterator<Item = &ListedJob> {
        let told = match &self.whose {
            Whose::Everyone(Some(told)) => told.as_slice(),
            Whose::Everyone(None) | Whose::Session => &[],
        };
        told.iter()
    }

    /// The line that the keys mean, and its place.
    #[must_use]
    pub fn chosen(&self) -> Option<(usize, ShownJob<'_>)> {
        let shown = self.shown();
        let place = self.selected.min(shown.len().checked_sub(1)?);
        shown.get(place).map(|shown| (place, *shown))
    }

    /// Lists others than before: the keys mean the newest of them.
    pub(super) fn select_last(&mut self) {
        self.selected = self.shown().len().saturating_sub(1);
    }
}

/// This session's jobs, or everyone's.
pub(super) fn turn(state: &mut State) -> Vec<Effect> {
    let jobs = &mut state.jobs;
    jobs.whose = match jobs.whose {
        Whose::Session => Whose::Everyone(None),
        Whose::Everyone(_) => Whose::Session,
    };
    jobs.select_last();
    ask(state)
}

/// Asks for everyone's jobs, where they are wanted.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    if state.jobs.whose == Whose::Session {
        return Vec::new();
    }
    state.jobs.asked_at = Some(state.now.steady);
    vec![Effect::Tell(Command::ListJobs)]
}

/// Everyone's jobs are told; the session's own are known better.
pub(super) fn told(state: &mut State, all: &[ListedJob]) -> Vec<Effect> {
    if state.jobs.whose == Whose::Session {
        return Vec::new();
    }
    let open = state.status.session.as_ref();
    let is_own = |job: &&ListedJob| {
        open.is_some_and(|open| open.id == job.session && open.backend == job.backend)
    };
    let others: Vec<ListedJob> = all.iter().filter(|job| !is_own(job)).cloned().collect();
    let before = state.jobs.chosen().map(|(_, shown)| shown.job.id.clone());
    let first = state.jobs.whose == Whose::Everyone(None);
    state.jobs.whose = Whose::Everyone(Some(Arc::new(others)));
    match before.filter(|_| !first) {
        Some(id) => select(&mut state.jobs, &id),
        None => state.jobs.select_last(),
    }
    Vec::new()
}

/// Lines may have come before the one that the keys mean.
fn select(jobs: &mut JobsState, id: &JobId) {
    let place = jobs.shown().iter().position(|shown| shown.job.id == *id);
    jobs.selected = place.unwrap_or(jobs.selected);
}

/// Between two looks at what goes on in other sessions.
const PACE: Duration = Duration::from_secs(1);

/// When other sessions' jobs are to be asked for again.
pub(super) fn wake(state: &State) -> Option<Duration> {
    let seen = !state.areas().jobs.is_empty();
    let goes_on = seen && state.jobs.others().any(|listed| !listed.view.state.is_over());
    state.jobs.asked_at.filter(|_| goes_on).map(|asked| asked + PACE)
}

/// Asks again when it is time.
pub(super) fn tick(state: &mut State) -> Vec<Effect> {
    let due = wake(state).is_some_and(|due| due <= state.now.steady);
    if due { ask(state) } else { Vec::new() }
}

/// Another session's job is gone on with where its film is: in that session.
pub(super) fn go_there(state: &mut State, listed: &ListedJob) -> Vec<Effect> {
    if sessions::may_leave(state) {
        state.jobs.going_on = Some(listed.view.id.clone());
    }
    sessions::leave_for(state, Some((&listed.backend, &listed.session)))
}

/// The session of a job that is to go on is open now.
pub(super) fn arrived(state: &mut State) -> Vec<Effect> {
    state.jobs.select_last();
    let mut effects = match &state.jobs.whose {
        Whose::Session => Vec::new(),
        Whose::Everyone(_) => {
            state.jobs.whose = Whose::Everyone(None);
            ask(state)
        }
    };
    let Some(id) = state.jobs.going_on.take() else { return effects };
    let job = state.jobs.list.iter().find(|job| job.id == id);
    let Some(job) = job.filter(|job| super::jobs::is_retryable(&job.state)) else { return effects };
    let line = words::jobs::goes_on_here(state.language, &job.label);
    state.chat.push(state.now, Body::Program(line));
    effects.push(Effect::Tell(Command::RetryJob(id)));
    effects
}

/// Lists the next kind of jobs.
pub(super) fn sift(state: &mut State) -> Vec<Effect> {
    state.jobs.sieve = state.jobs.sieve.next();
    state.jobs.select_last();
    Vec::new()
}

/// Stops another session's job, which its own program does.
pub(super) fn stop_there(state: &mut State, id: JobId) -> Vec<Effect> {
    let line = words::jobs::stop_asked(state.language).to_owned();
    let mut effects = vec![Effect::Tell(Command::CancelJob(id))];
    effects.extend(chat::tell(state, line));
    effects
}
