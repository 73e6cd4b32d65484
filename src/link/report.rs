//! What a job tells while it runs: every change of state, and its progress ten times a second at most.
//!
//! States are put down and told, whatever it takes. Progress is told if there is room, for the next
//! one says more; it is put down once a second, for other programs that show the job ([`Marks`]).

use std::time::Duration;

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::session::Session;
use super::{JobState, JobView, Update};
use crate::language::Problem;
use crate::store::Database;
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
    moved: watch::Sender<JobView>,
}

/// Between two progress updates of one job.
const PAUSE: Duration = Duration::from_millis(100);

impl Report {
    /// A job that begins to wait.
    pub(super) async fn begin(session: Session, record: JobRecord) -> Self {
        let moved = watch::Sender::new(record.view.clone());
        let report = Self { session, record, moved };
        report.publish().await;
        report
    }

    pub(super) fn record(&self) -> &JobRecord {
        &self.record
    }

    /// What passes between this job and other programs while it runs.
    pub(super) fn marks(&self) -> Marks {
        Marks { session: self.session.clone(), moved: self.moved.subscribe() }
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
            view.stage = None;
            view.expected = None;
            view.film = None;
            if !matches!(outcome, Outcome::Left) {
                record.part = None;
            }
            let view = &mut record.view;
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
        self.moved.send_replace(self.record.view.clone());
        // No room: the listener is behind, and the next progress says more.
        let _ = self.session.updates.try_send(Update::Job(self.record.view.clone()));
    }

    async fn publish(&self) {
        let (key, record) = (self.session.key, self.record.clone());
        let at = (self.session.clock)();
        let writing = self.session.keeper.write(move |database| {
            database.put_job(key, &record)?;
            database.note_step(&record.view, at)
        });
        writing.await;
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

/// What passes between a running job and other programs: its progress, and the wish that it end.
#[derive(Debug)]
pub(super) struct Marks {
    session: Session,
    moved: watch::Receiver<JobView>,
}

impl Marks {
    /// Works, and cancels `stop` if another program wants the job to end.
    pub(super) async fn during<T>(
        self,
        stop: CancellationToken,
        work: impl Future<Output = T>,
    ) -> T {
        let mut work = std::pin::pin!(work);
        tokio::select! {
            done = &mut work => return done,
            () = self.unwanted() => stop.cancel(),
        }
        work.await
    }

    async fn unwanted(mut self) {
        let timing = &self.session.timing;
        let pace = timing.wait(timing.render_poll_studio).max(Duration::from_millis(10));
        loop {
            tokio::time::sleep(pace).await;
            let moved = self.moved.has_changed().unwrap_or(false);
            let view = self.moved.borrow_and_update().clone();
            let at = (self.session.clock)();
            let look = move |database: &mut Database| match moved {
                true => {
                    database.note_stage(&view, at)?;
                    database.note_progress(&view)
                }
                false => database.is_unwanted(&view.id),
            };
            // What cannot be read now can be read a second later.
            if self.session.keeper.run(look).await.unwrap_or(false) {
                return;
            }
        }
    }
}
