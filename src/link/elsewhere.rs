//! Jobs of this session that another program works on: shown as they go on, and never begun twice.
//!
//! What is known of them stands in the store, where their program puts it down once a second. It is
//! read while there is such a job, and otherwise never.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::Instant;

use super::session::Session;
use super::{JobId, JobState};
use crate::store::kept::JobRecord;

/// A job that was handed to another program is taken up by it within this time, or is left.
const PATIENCE: Duration = Duration::from_secs(20);

/// The jobs that another program works on.
#[derive(Debug)]
pub(super) struct Elsewhere {
    session: Session,
    /// Each with the moment until which it may be with nobody.
    watched: HashMap<JobId, Instant>,
}

impl Elsewhere {
    pub(super) fn new(session: Session) -> Self {
        Self { session, watched: HashMap::new() }
    }

    /// Looks after a job from now on.
    pub(super) fn watch(&mut self, id: JobId) {
        self.watched.insert(id, Instant::now() + PATIENCE);
    }

    /// No longer looks after a job.
    pub(super) fn forget(&mut self, id: &JobId) {
        self.watched.remove(id);
    }

    pub(super) fn has(&self, id: &JobId) -> bool {
        self.watched.contains_key(id)
    }

    pub(super) fn any(&self) -> bool {
        !self.watched.is_empty()
    }

    /// Between two looks.
    pub(super) fn pace(&self) -> Duration {
        let timing = &self.session.timing;
        timing.wait(timing.render_poll_studio).max(Duration::from_millis(10))
    }

    /// The watched jobs as they stand now. What has ended is not watched any more.
    pub(super) async fn look(&mut self) -> Vec<JobRecord> {
        let (key, owner) = (self.session.key, self.session.owner.clone());
        let read = self.session.keeper.run(move |database| {
            let jobs = database.jobs(key)?.into_iter();
            let with_fate = jobs.map(|job| {
                let runs = job.owner.as_deref().is_some_and(|name| owner.is_running(name));
                (job, runs)
            });
            Ok(with_fate.collect::<Vec<_>>())
        });
        let jobs = read.await.unwrap_or_default().into_iter();
        let watched: Vec<_> = jobs.filter(|(job, _)| self.has(&job.view.id)).collect();
        watched.into_iter().map(|(job, runs)| self.judge(job, runs)).collect()
    }

    /// A job between two programs waits; one that stays there was left.
    fn judge(&mut self, mut job: JobRecord, runs: bool) -> JobRecord {
        let id = job.view.id.clone();
        let is_left = match job.view.state {
            JobState::Interrupted => true,
            JobState::Queued | JobState::Running | JobState::Downloading => !runs,
            JobState::Done | JobState::Failed(_) | JobState::Cancelled => {
                self.forget(&id);
                return job;
            }
        };
        if !is_left {
            self.watch(id);
        } else if self.watched.get(&id).is_some_and(|until| *until > Instant::now()) {
            job.view.state = JobState::Queued;
        } else {
            job.view.state = JobState::Interrupted;
            self.forget(&id);
        }
        job
    }
}
