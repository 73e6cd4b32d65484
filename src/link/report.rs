//! What a job tells while it runs: every change of state, and its progress ten times a second at most.
//!
//! States are put down and told, whatever it takes. Progress is told if there is room, for the next
//! one says more; it is not put down, because after a crash the job begins again anyway.

use std::time::Duration;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::session::Session;
use super::{JobState, Update};
use crate::language::Problem;
use crate::store::kept::JobRecord;

/// How a job ended.
#[derive(Debug)]
pub(super) enum Outcome {
    Done,
    Failed(Problem),
    /// By the user's wish.
    Cancelled,
    /// With the session.
    Left,
}

/// A running job's record, and whom it is told to.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) session: Session,
    record: JobRecord,
}

/// Between two progress updates of one job.
const PAUSE: Duration = Duration::from_millis(100);

impl Report {
    /// A job that begins to wait.
    pub(super) async fn begin(session: Session, record: JobRecord) -> Self {
        let report = Self { session, record };
        report.publish().await;
        report
    }

    pub(super) fn record(&self) -> &JobRecord {
        &self.record
    }

    /// Changes the record, puts it down, and tells it.
    pub(super) async fn set(&mut self, change: impl FnOnce(&mut JobRecord)) {
        change(&mut self.record);
        self.publish().await;
    }

    /// Works while telling the progress that `watched` shows, as `show` puts it into the record.
    pub(super) async fn while_moving<P: Copy, T>(
        &mut self,
        mut watched: watch::Receiver<P>,
        show: fn(&mut JobRecord, P),
        work: impl Future<Output = T>,
    ) -> T {
        let mut work = std::pin::pin!(work);
        loop {
            tokio::select! {
                done = &mut work => break done,
                Ok(()) = watched.changed() => {
                    let moved = *watched.borrow_and_update();
                    show(&mut self.record, moved);
                    self.tell_progress();
                }
            }
            tokio::select! {
                done = &mut work => break done,
                () = tokio::time::sleep(PAUSE) => {}
            }
        }
    }

    /// The job is over.
    pub(super) async fn end(mut self, outcome: Outcome) -> JobRecord {
        let at = (self.session.clock)();
        self.set(|record| {
            let view = &mut record.view;
            view.ended_at = Some(at);
            if matches!(outcome, Outcome::Done)
                && let Some(total) = view.total
            {
                view.done = total;
            }
            view.state = match outcome {
                Outcome::Done => JobState::Done,
                Outcome::Failed(problem) => JobState::Failed(problem),
                Outcome::Cancelled => JobState::Cancelled,
                Outcome::Left => JobState::Interrupted,
            };
        })
        .await;
        self.record
    }

    /// Changes what is shown, without putting it down.
    pub(super) fn show(&mut self, change: impl FnOnce(&mut JobRecord)) {
        let before = self.record.view.clone();
        change(&mut self.record);
        if self.record.view != before {
            self.tell_progress();
        }
    }

    fn tell_progress(&self) {
        // No room: the listener is behind, and the next progress says more.
        let _ = self.session.updates.try_send(Update::Job(self.record.view.clone()));
    }

    async fn publish(&self) {
        let (key, record) = (self.session.key, self.record.clone());
        self.session.keeper.write(move |database| database.put_job(key, &record)).await;
        self.session.tell(Update::Job(self.record.view.clone())).await;
    }
}

/// Works until it is done, the user stops it, or the session is left.
pub(super) async fn unless_stopped(
    stop: &CancellationToken,
    leaving: &CancellationToken,
    work: impl Future<Output = Outcome>,
) -> Outcome {
    tokio::select! {
        biased;
        () = leaving.cancelled() => Outcome::Left,
        () = stop.cancelled() => Outcome::Cancelled,
        outcome = work => outcome,
    }
}
