//! The jobs of every session, and what happened to one of them, as the editor lists them.

use std::sync::Arc;

use super::session::Session;
use super::{JobId, JobState, Update};

/// So many jobs are told, the newest ones.
const TOLD: usize = 500;

/// Tells the jobs of every session, oldest first. What no running program works on is interrupted.
pub(super) async fn list(session: &Session) {
    let owner = Arc::clone(&session.owner);
    let listing = session.keeper.run(move |database| {
        let mut jobs = database.all_jobs()?;
        jobs.drain(..jobs.len().saturating_sub(TOLD));
        for job in jobs.iter_mut().filter(|job| !job.view.state.is_over()) {
            if !job.owner.as_deref().is_some_and(|name| owner.is_running(name)) {
                job.view.state = JobState::Interrupted;
            }
        }
        Ok(jobs)
    });
    let jobs = listing.await.unwrap_or_default();
    session.tell(Update::Jobs(Arc::new(jobs))).await;
}

/// Tells what happened to a job.
pub(super) async fn steps(session: &Session, id: JobId) {
    let wanted = id.clone();
    let steps = session.keeper.run(move |database| database.steps(&wanted)).await;
    session.tell(Update::JobSteps(id, Arc::new(steps.unwrap_or_default()))).await;
}
