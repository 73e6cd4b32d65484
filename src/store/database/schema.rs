//! The tables, and how they came about: one step for each version.
//!
//! `user_version` counts the steps that were taken. A step that has been released is never changed; a
//! new one is added. All steps that are missing are taken in one transaction, under the writer's lock,
//! so that two programs at their first start do not meet.

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

const STEPS: [&str; 10] = [
    FIRST,
    SENT_FILES,
    LINKS_AND_CONSENTS,
    ORIGINALS,
    OWNED_JOBS,
    WAITING,
    MARKS,
    SESSION_NAMES,
    JOB_STEPS,
    PAST_DRAFTS,
];

/// Paths are bytes, because file names need not be text. Lists and drafts are JSON.
pub(super) const FIRST: &str = "
    CREATE TABLE sessions (
        key INTEGER PRIMARY KEY,
        backend TEXT NOT NULL,
        id TEXT NOT NULL,
        profile TEXT NOT NULL,
        title TEXT,
        language TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        UNIQUE (backend, id)
    );
    CREATE TABLE chat (
        line INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
        speaker TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        delivery TEXT
    );
    CREATE INDEX chat_of_session ON chat (session, line);
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        done INTEGER NOT NULL,
        total INTEGER,
        path BLOB,
        bytes INTEGER,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        warnings TEXT NOT NULL,
        order_form TEXT NOT NULL,
        order_path BLOB NOT NULL,
        render TEXT
    );
    CREATE INDEX jobs_of_session ON jobs (session, started_at);
    CREATE TABLE media (
        session INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
        files TEXT NOT NULL,
        count INTEGER NOT NULL
    );
    CREATE TABLE drafts (
        session INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
        draft TEXT NOT NULL,
        duration_ms INTEGER NOT NULL
    );
";

/// What was sent to a session: the content's SHA-256 in hexadecimal, and its name there, which is
/// unique: a file that takes the name of another one takes its place.
const SENT_FILES: &str = "
    CREATE TABLE sent_files (
        session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
        hash TEXT NOT NULL,
        size INTEGER NOT NULL,
        filename TEXT NOT NULL,
        PRIMARY KEY (session, filename)
    ) WITHOUT ROWID;
";

/// Where a session's project opens in a browser, and to which servers the user has agreed.
const LINKS_AND_CONSENTS: &str = "
    CREATE TABLE projects (
        session INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
        task TEXT NOT NULL,
        link TEXT,
        link_until INTEGER
    );
    CREATE TABLE consents (
        origin TEXT PRIMARY KEY,
        at INTEGER NOT NULL
    );
";

/// Answers as the agent gave them, where less of them is shown.
const ORIGINALS: &str = "
    ALTER TABLE chat ADD COLUMN original TEXT;
";

/// Who works on a job, what it has fetched, and whether somebody else wants it to end.
const OWNED_JOBS: &str = "
    ALTER TABLE jobs ADD COLUMN owner TEXT;
    ALTER TABLE jobs ADD COLUMN cancel INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE jobs ADD COLUMN stage TEXT;
    ALTER TABLE jobs ADD COLUMN part_path BLOB;
    ALTER TABLE jobs ADD COLUMN part_tag TEXT;
    ALTER TABLE jobs ADD COLUMN part_total INTEGER;
";

/// Messages that wait in an editor, and the film as it was when a message was sent: what a crash must
/// not take, so that the next start can tell what became of them. A message that waits for a session
/// to be opened has none yet; its owner is the run of the program in which it was written.
const WAITING: &str = "
    CREATE TABLE waiting (
        place INTEGER PRIMARY KEY,
        session INTEGER REFERENCES sessions (key) ON DELETE CASCADE,
        owner TEXT NOT NULL,
        text TEXT NOT NULL
    );
    CREATE INDEX waiting_of_session ON waiting (session, place);
    ALTER TABLE chat ADD COLUMN film_before TEXT;
";

/// In and out point and markers, which are the person's and not the film's. Markers are a JSON list of
/// a moment and a name each.
const MARKS: &str = "
    CREATE TABLE marks (
        session INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
        in_point INTEGER,
        out_point INTEGER,
        markers TEXT NOT NULL
    );
";

/// What a person calls a session. The film's own title belongs to the film, and comes with it.
const SESSION_NAMES: &str = "
    ALTER TABLE sessions ADD COLUMN name TEXT;
";

/// What happened to each job, and when.
const JOB_STEPS: &str = "
    CREATE TABLE job_steps (
        step INTEGER PRIMARY KEY,
        job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        stage TEXT,
        path BLOB,
        bytes INTEGER
    );
    CREATE INDEX steps_of_job ON job_steps (job, step);
";

/// The drafts before the newest: what is different from the one that followed.
const PAST_DRAFTS: &str = "
    CREATE TABLE past_drafts (
        session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        head INTEGER NOT NULL,
        tail INTEGER NOT NULL,
        middle TEXT NOT NULL,
        PRIMARY KEY (session, number)
    );
";

/// Brings the tables up to date.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    if version(connection)? == STEPS.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken = version(&transaction)?;
    let missing = STEPS.get(taken..).ok_or(Error::Damaged)?;
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", STEPS.len() as i64)?;
    Ok(transaction.commit()?)
}

/// How a database stands that is only to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// An empty file: it was only begun.
    Begun,
    /// Made by an earlier version of the program; steps are missing.
    Older,
    /// As this program makes it.
    Current,
}

/// How the tables stand.
pub(super) fn standing(connection: &Connection) -> Result<Standing, Error> {
    match version(connection)? {
        0 => Ok(Standing::Begun),
        taken if taken > STEPS.len() => Err(Error::Damaged),
        taken if taken < STEPS.len() => Ok(Standing::Older),
        _ => Ok(Standing::Current),
    }
}

fn version(connection: &Connection) -> Result<usize, Error> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    usize::try_from(version).map_err(|_| Error::Damaged)
}
