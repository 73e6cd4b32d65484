//! The table of jobs: how each stands, and what it takes to begin it again.

use std::borrow::Cow;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use rusqlite::{Row, named_params};

use super::{Database, Error, SessionKey};
use crate::api::wire::render::OutputSettings;
use crate::language::Problem;
use crate::store::kept::{
    JobId, JobKind, JobOrder, JobRecord, JobState, JobView, KeptPart, ListedJob,
};

pub(super) const COLUMNS: &str = "jobs.id, kind, label, state, problem, done, total, path, bytes, started_at, \
     ended_at, warnings, order_form, order_path, render, owner, stage, part_path, part_tag, part_total";

impl Database {
    /// Keeps a job as it stands.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn put_job(&mut self, session: SessionKey, job: &JobRecord) -> Result<(), Error> {
        let view = &job.view;
        let (state, problem) = state_words(&view.state);
        let (form, order_path) = order_words(&job.order);
        let values = named_params! {
            ":id": view.id.0, ":session": session.0, ":kind": kind_word(view.kind),
            ":label": view.label, ":state": state, ":problem": problem,
            ":done": sql_size(view.done), ":total": view.total.map(sql_size),
            ":path": view.path.as_deref().map(path_bytes), ":bytes": view.bytes.map(sql_size),
            ":started_at": view.started_at, ":ended_at": view.ended_at,
            ":warnings": serde_json::Value::from(view.warnings.clone()).to_string(),
            ":form": form, ":order_path": order_path, ":render": job.render,
            ":owner": job.owner, ":stage": view.stage,
            ":part_path": job.part.as_ref().map(|part| path_bytes(&part.path)),
            ":part_tag": job.part.as_ref().and_then(|part| part.tag.as_deref()),
            ":part_total": job.part.as_ref().and_then(|part| part.total).map(sql_size),
        };
        // A wish for its end that has come meanwhile stays.
        let sql = "INSERT INTO jobs (id, session, kind, label, state, problem, done, total, path,
                 bytes, started_at, ended_at, warnings, order_form, order_path, render, owner,
                 stage, part_path, part_tag, part_total)
             VALUES (:id, :session, :kind, :label, :state, :problem, :done, :total, :path,
                 :bytes, :started_at, :ended_at, :warnings, :form, :order_path, :render, :owner,
                 :stage, :part_path, :part_tag, :part_total)
             ON CONFLICT (id) DO UPDATE SET label = :label, state = :state, problem = :problem,
                 done = :done, total = :total, path = :path, bytes = :bytes,
                 started_at = :started_at, ended_at = :ended_at, warnings = :warnings,
                 order_form = :form, order_path = :order_path, render = :render, owner = :owner,
                 stage = :stage, part_path = :part_path, part_tag = :part_tag,
                 part_total = :part_total";
        self.connection.execute(sql, values)?;
        Ok(())
    }

    /// A session's jobs, oldest first.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn jobs(&self, session: SessionKey) -> Result<Vec<JobRecord>, Error> {
        let sql = format!(
            "SELECT {COLUMNS} FROM jobs WHERE session = ?1 ORDER BY started_at, jobs.rowid"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let jobs = statement.query_map([session.0], record)?;
        Ok(jobs.collect::<Result<_, _>>()?)
    }

    /// Every session's jobs, oldest first.
    ///
    /// # Errors
    /// Whatever the disk makes of it.
    pub fn all_jobs(&self) -> Result<Vec<ListedJob>, Error> {
        let sql = format!(
            "SELECT {COLUMNS}, sessions.backend, sessions.id,
                 coalesce(sessions.name, sessions.title, '') FROM jobs
             JOIN sessions ON sessions.key = jobs.session ORDER BY started_at, jobs.rowid"
        );
        let mut statement = self.connection.prepare(&sql)?;
        let jobs = statement.query_map([], |row| {
            let JobRecord { view, owner, .. } = record(row)?;
            let (backend, session, title) = (row.get(20)?, row.get(21)?, row.get(22)?);
            Ok(ListedJob { view, owner, backend, session, title })
        })?;
        Ok(jobs.collect::<Result<_, _>>()?)
    }
}

pub(super) fn record(row: &Row<'_>) -> rusqlite::Result<JobRecord> {
    let path = |bytes: Vec<u8>| PathBuf::from(OsString::from_vec(bytes));
    let warnings: String = row.get(11)?;
    let view = JobView {
        id: JobId(row.get(0)?),
        kind: kind_of(&row.get::<_, String>(1)?),
        label: row.get(2)?,
        state: state_of(&row.get::<_, String>(3)?, row.get(4)?),
        done: size_of(row.get(5)?),
        total: row.get::<_, Option<i64>>(6)?.map(size_of),
        path: row.get::<_, Option<Vec<u8>>>(7)?.map(path),
        bytes: row.get::<_, Option<i64>>(8)?.map(size_of),
        started_at: row.get(9)?,
        ended_at: row.get(10)?,
        warnings: serde_json::from_str(&warnings).unwrap_or_default(),
        stage: row.get(16)?,
        expected: None,
        film: None,
    };
    let part = row.get::<_, Option<Vec<u8>>>(17)?.map(path);
    let (tag, total) = (row.get(18)?, row.get::<_, Option<i64>>(19)?.map(size_of));
    let part = part.map(|path| KeptPart { path, tag, total });
    let order = order_of(&row.get::<_, String>(12)?, row.get(13)?);
    Ok(JobRecord { view, order, render: row.get(14)?, owner: row.get(15)?, part })
}

pub(super) fn path_bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_bytes()
}

pub(super) fn sql_size(size: u64) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

pub(super) fn size_of(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

const fn kind_word(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Upload => "upload",
        JobKind::Render => "render",
    }
}

fn kind_of(word: &str) -> JobKind {
    if word == "upload" { JobKind::Upload } else { JobKind::Render }
}

pub(super) fn state_words(state: &JobState) -> (&'static str, Option<String>) {
    match state {
        JobState::Queued => ("queued", None),
        JobState::Running => ("running", None),
        JobState::Downloading => ("downloading", None),
        JobState::Done => ("done", None),
        JobState::Failed(problem) => ("failed", serde_json::to_string(problem).ok()),
        JobState::Cancelled => ("cancelled", None),
        JobState::Interrupted => ("interrupted", None),
    }
}

/// A state that this version does not know can only be begun again.
pub(super) fn state_of(word: &str, problem: Option<String>) -> JobState {
    let problem = || {
        let known = problem.as_deref().and_then(|json| serde_json::from_str(json).ok());
        known.unwrap_or(Problem::Interrupted)
    };
    match word {
        "queued" => JobState::Queued,
        "running" => JobState::Running,
        "downloading" => JobState::Downloading,
        "done" => JobState::Done,
        "failed" => JobState::Failed(problem()),
        "cancelled" => JobState::Cancelled,
        _ => JobState::Interrupted,
    }
}

fn order_words(order: &JobOrder) -> (&'static str, Cow<'_, [u8]>) {
    let (form, bytes) = match order {
        JobOrder::Make { path, force, output } => {
            let form = if *force { "make again" } else { "make" };
            return (form, Cow::Owned(made(output, path)));
        }
        JobOrder::MakeIn { folder, output } => {
            return ("make in", Cow::Owned(made(output, folder)));
        }
        JobOrder::SendFile(path) => ("send file", path_bytes(path)),
        JobOrder::SendAddress(address) => ("send address", address.as_bytes()),
        JobOrder::SaveFile { path, force: false } => ("save file", path_bytes(path)),
        JobOrder::SaveFile { path, force: true } => ("replace file", path_bytes(path)),
        JobOrder::SaveIn(folder) => ("save in", path_bytes(folder)),
    };
    (form, Cow::Borrowed(bytes))
}

/// How it is made, then where: no path has the letter between the two, nor has JSON.
fn made(output: &OutputSettings, path: &Path) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(output).unwrap_or_default();
    bytes.push(0);
    bytes.extend_from_slice(path_bytes(path));
    bytes
}

fn read_made(bytes: &[u8]) -> (OutputSettings, PathBuf) {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(0);
    let path = PathBuf::from(OsString::from_vec(bytes.get(end + 1..).unwrap_or_default().into()));
    (serde_json::from_slice(&bytes[..end]).unwrap_or_default(), path)
}

fn order_of(form: &str, bytes: Vec<u8>) -> JobOrder {
    if form == "send address" {
        return JobOrder::SendAddress(String::from_utf8_lossy(&bytes).into_owned());
    }
    if let "make" | "make again" | "make in" = form {
        let (output, path) = read_made(&bytes);
        if form == "make in" {
            return JobOrder::MakeIn { folder: path, output: Box::new(output) };
        }
        return JobOrder::Make { path, force: form == "make again", output: Box::new(output) };
    }
    let path = PathBuf::from(OsString::from_vec(bytes));
    match form {
        "send file" => JobOrder::SendFile(path),
        "save file" => JobOrder::SaveFile { path, force: false },
        "replace file" => JobOrder::SaveFile { path, force: true },
        _ => JobOrder::SaveIn(path),
    }
}
