//! What happened to each job, and when: its log, which outlives the program.
//!
//! A step is put down when a job's state or stage differs from the step before, so a job that only
//! moves adds nothing. Of each job the newest steps are kept.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

use rusqlite::{OptionalExtension, named_params, params};

use super::jobs::{path_bytes, size_of, sql_size, state_of, state_words};
use super::{Database, Error};
use crate::store::kept::{JobId, JobState, JobStep, JobView};

/// So many steps of a job are kept.
const KEPT: i64 = 200;

/// What is put down besides another stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Also {
    Nothing,
    AnotherState,
}

impl Database {
    /// Puts down how a job stands now, if that is another state or stage than before.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn note_step(&mut self, view: &JobView, at: i64) -> Result<(), Error> {
        self.add_step(view, at, Also::AnotherState)
    }

    /// Puts down what a job does now, if it is still in the state that was put down last: what was
    /// seen of it before its end may arrive after it.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn note_stage(&mut self, view: &JobView, at: i64) -> Result<(), Error> {
        self.add_step(view, at, Also::Nothing)
    }

    fn add_step(&mut self, view: &JobView, at: i64, also: Also) -> Result<(), Error> {
        let (state, problem) = state_words(&view.state);
        let before = "SELECT state, problem, stage FROM job_steps WHERE job = ?1
             ORDER BY step DESC LIMIT 1";
        let before: Option<(String, Option<String>, Option<String>)> = self
            .connection
            .query_row(before, [&view.id.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let goes_on = before.as_ref().is_some_and(|(word, ..)| word == state);
        let now = (state.to_owned(), problem.clone(), view.stage.clone());
        if before == Some(now) || (also == Also::Nothing && !goes_on) {
            return Ok(());
        }
        let done = view.state == JobState::Done;
        let sql = "INSERT INTO job_steps (job, at, state, problem, stage, path, bytes)
             VALUES (:job, :at, :state, :problem, :stage, :path, :bytes)";
        self.connection.execute(
            sql,
            named_params! {
                ":job": view.id.0, ":at": at, ":state": state, ":problem": problem,
                ":stage": view.stage,
                ":path": view.path.as_deref().filter(|_| done).map(path_bytes),
                ":bytes": view.bytes.filter(|_| done).map(sql_size),
            },
        )?;
        let old = "DELETE FROM job_steps WHERE job = ?1 AND step <=
             (SELECT step FROM job_steps WHERE job = ?1 ORDER BY step DESC LIMIT 1 OFFSET ?2)";
        self.connection.execute(old, params![view.id.0, KEPT])?;
        Ok(())
    }

    /// What happened to a job, oldest first.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn steps(&self, id: &JobId) -> Result<Vec<JobStep>, Error> {
        let sql = "SELECT at, state, problem, stage, path, bytes FROM job_steps WHERE job = ?1
             ORDER BY step";
        let mut statement = self.connection.prepare(sql)?;
        let steps = statement.query_map([&id.0], |row| {
            let path: Option<Vec<u8>> = row.get(4)?;
            Ok(JobStep {
                at: row.get(0)?,
                state: state_of(&row.get::<_, String>(1)?, row.get(2)?),
                stage: row.get(3)?,
                path: path.map(|bytes| PathBuf::from(OsString::from_vec(bytes))),
                bytes: row.get::<_, Option<i64>>(5)?.map(size_of),
            })
        })?;
        Ok(steps.collect::<Result<_, _>>()?)
    }
}
