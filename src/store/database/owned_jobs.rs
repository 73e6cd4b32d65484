//! Which running program works on which job: taken by one alone, watched by all.
//!
//! A job belongs to the program that runs it, by the name that the program holds a lock under
//! ([`crate::store::lock::Run`]). What a program leaves behind when it ends belongs to nobody, and
//! one other takes it up. Whoever wants a job of another's to end leaves a mark, which its owner
//! looks for.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, named_params, params};

use super::jobs::{COLUMNS, path_bytes, record, sql_size};
use super::{Database, Error, SessionKey};
use crate::store::kept::{JobId, JobRecord, JobState, JobView, KeptPart};

/// Whether the program of that name runs.
pub type IsRunning<'a> = &'a dyn Fn(&str) -> bool;

impl Database {
    /// Takes a job that nobody works on, for `owner`, to begin it again. The job as it was left; none
    /// if there is none, or if another program works on it.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn claim_job(
        &mut self,
        id: &JobId,
        owner: &str,
        is_running: IsRunning<'_>,
    ) -> Result<Option<JobRecord>, Error> {
        let behaviour = TransactionBehavior::Immediate;
        let change = self.connection.transaction_with_behavior(behaviour)?;
        let Some(job) = find(&change, id)?.filter(|job| is_free(job, is_running)) else {
            return Ok(None);
        };
        // A wish to end that nobody has seen yet is for whoever takes the job up.
        change.execute(
            "UPDATE jobs SET owner = ?2, state = 'queued', ended_at = NULL,
                 cancel = CASE WHEN state IN ('cancelled', 'failed') THEN 0 ELSE cancel END
             WHERE id = ?1",
            params![id.0, owner],
        )?;
        change.commit()?;
        Ok(Some(JobRecord { owner: Some(owner.to_owned()), ..job }))
    }

    /// Notes how far a job is; tells whether somebody wants it to end.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn note_progress(&mut self, view: &JobView) -> Result<bool, Error> {
        let values = named_params! {
            ":id": view.id.0, ":done": sql_size(view.done), ":total": view.total.map(sql_size),
            ":stage": view.stage,
        };
        let sql = "UPDATE jobs SET done = :done, total = :total, stage = :stage WHERE id = :id
             RETURNING cancel";
        let wanted = self.connection.query_row(sql, values, |row| row.get(0)).optional()?;
        Ok(wanted.unwrap_or(false))
    }

    /// Notes what has been fetched of a job's file.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn note_part(&mut self, id: &JobId, part: &KeptPart) -> Result<(), Error> {
        let sql = "UPDATE jobs SET part_path = ?2, part_tag = ?3, part_total = ?4 WHERE id = ?1";
        let total = part.total.map(sql_size);
        let values = params![id.0, path_bytes(&part.path), part.tag, total];
        self.connection.execute(sql, values)?;
        Ok(())
    }

    /// Whether somebody wants a job to end.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn is_unwanted(&self, id: &JobId) -> Result<bool, Error> {
        let sql = "SELECT cancel FROM jobs WHERE id = ?1";
        let wanted = self.connection.query_row(sql, [&id.0], |row| row.get(0)).optional()?;
        Ok(wanted.unwrap_or(false))
    }

    /// Leaves the mark that somebody wants a job to end. Whether there is such a job.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn mark_unwanted(&mut self, id: &JobId) -> Result<bool, Error> {
        let marked =
            self.connection.execute("UPDATE jobs SET cancel = 1 WHERE id = ?1", [&id.0])?;
        Ok(marked > 0)
    }

    /// Notes as interrupted what programs left behind that no longer run.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn interrupt_left_jobs(
        &mut self,
        session: SessionKey,
        at: i64,
        is_running: IsRunning<'_>,
    ) -> Result<(), Error> {
        let left = |job: &JobRecord| !job.view.state.is_over() && is_free(job, is_running);
        for mut job in self.jobs(session)?.into_iter().filter(left) {
            job.view.state = JobState::Interrupted;
            job.view.ended_at = Some(at);
            self.put_job(session, &job)?;
            self.note_step(&job.view, at)?;
        }
        Ok(())
    }
}

fn find(change: &Transaction<'_>, id: &JobId) -> Result<Option<JobRecord>, Error> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE id = ?1");
    Ok(change.query_row(&sql, [&id.0], record).optional()?)
}

fn is_free(job: &JobRecord, is_running: IsRunning<'_>) -> bool {
    job.view.state.is_over() || !job.owner.as_deref().is_some_and(is_running)
}
