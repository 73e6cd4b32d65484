//! The tables, and how an older file becomes a current one.
//!
//! `user_version` counts the steps that a file has taken. Steps are only ever added.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::Error;

/// Each step brings a file from its index to the next.
const STEPS: [&str; 6] = [FIRST, LEFT, TALK, FORMS, STAGES, ESTIMATES];

/// Times are milliseconds since 1970, durations milliseconds, paths relative to the data folder.
/// `sessions.version` counts every change that the state of a session shows.
const FIRST: &str = "
CREATE TABLE sessions (
    id       TEXT PRIMARY KEY,
    task_id  TEXT NOT NULL,
    language TEXT NOT NULL,
    version  INTEGER NOT NULL DEFAULT 0,
    created  INTEGER NOT NULL
) STRICT;

CREATE TABLE drafts (
    session  TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
    revision INTEGER NOT NULL DEFAULT 0,
    draft    TEXT,
    past     TEXT NOT NULL DEFAULT '[]',
    future   TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE media (
    place     INTEGER PRIMARY KEY AUTOINCREMENT,
    session   TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
    name      TEXT NOT NULL COLLATE NOCASE,
    path      TEXT NOT NULL,
    mime      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    duration  INTEGER,
    width     INTEGER,
    height    INTEGER,
    fps       REAL,
    has_audio INTEGER NOT NULL,
    hash      TEXT NOT NULL,
    came      INTEGER NOT NULL,
    UNIQUE (session, name),
    UNIQUE (session, hash)
) STRICT;

CREATE TABLE renders (
    id       TEXT PRIMARY KEY,
    session  TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
    owner    TEXT NOT NULL,
    status   TEXT NOT NULL,
    progress REAL NOT NULL DEFAULT 0,
    draft    TEXT NOT NULL,
    quality  TEXT NOT NULL,
    cancel   INTEGER NOT NULL DEFAULT 0,
    output   TEXT,
    duration INTEGER,
    bytes    INTEGER,
    error    TEXT,
    warnings TEXT NOT NULL DEFAULT '[]',
    created  INTEGER NOT NULL,
    started  INTEGER,
    ended    INTEGER
) STRICT;

CREATE INDEX renders_at_work ON renders (session, status);
";

/// Films that were undone and then left for another change: going back to one of them is exact.
const LEFT: &str = "
ALTER TABLE drafts ADD COLUMN left_behind TEXT NOT NULL DEFAULT '[]';
";

/// What a turn leaves for the next one: what `it` means, what was asked back.
const TALK: &str = "
ALTER TABLE drafts ADD COLUMN talk TEXT NOT NULL DEFAULT '';
";

/// What a render becomes, where it is no film in its usual form.
const FORMS: &str = "
ALTER TABLE renders ADD COLUMN form TEXT NOT NULL DEFAULT 'mp4';
ALTER TABLE renders ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE renders ADD COLUMN most_bytes INTEGER;
";

/// What a render does at the moment.
const STAGES: &str = "
ALTER TABLE renders ADD COLUMN stage TEXT NOT NULL DEFAULT '';
";

/// What a render will come to, as it is told.
const ESTIMATES: &str = "
ALTER TABLE renders ADD COLUMN estimate TEXT NOT NULL DEFAULT '';
";

/// Takes the steps that are missing, all or none.
pub(super) fn bring_up_to_date(
    mut connection: Connection,
    path: &Path,
) -> Result<Connection, Error> {
    let sorted = |error| Error::of_sql(error, path);
    // Two programs may start on a new folder at once: the second waits here, then finds it done.
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sorted)?;
    let version: i64 =
        transaction.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(sorted)?;
    let taken = usize::try_from(version).ok().filter(|taken| *taken <= STEPS.len());
    let taken = taken.ok_or_else(|| Error::TooNew { path: path.to_path_buf(), version })?;
    for step in &STEPS[taken..] {
        transaction.execute_batch(step).map_err(sorted)?;
    }
    if taken < STEPS.len() {
        let current = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
        transaction.pragma_update(None, "user_version", current).map_err(sorted)?;
    }
    transaction.commit().map_err(sorted)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::*;

    #[test]
    fn a_new_folder_gets_current_tables_and_keeps_them() {
        let folder = tempfile::tempdir().expect("a folder");
        for _ in 0..2 {
            Library::open(folder.path()).expect("opened");
        }
        let connection = Connection::open(folder.path().join("studio.db")).expect("a database");
        let version: i64 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .expect("a number");
        assert_eq!(version, 6);
    }

    #[test]
    fn programs_that_start_at_once_on_a_new_folder_all_get_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = || Library::open(folder.path()).map(drop);
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
            for opened in all {
                opened.join().expect("no panic").expect("opened");
            }
        });
    }

    #[test]
    fn a_file_of_a_later_version_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        Library::open(folder.path()).expect("opened");
        let connection = Connection::open(folder.path().join("studio.db")).expect("a database");
        connection.pragma_update(None, "user_version", 99).expect("set");
        let refused = Library::open(folder.path()).expect_err("too new");
        assert!(matches!(refused, Error::TooNew { version: 99, .. }), "{refused}");
    }

    #[test]
    fn a_file_that_is_no_database_is_damaged_and_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studio.db");
        let rubbish = "not a database, but long enough to look at. ".repeat(100);
        std::fs::write(&path, &rubbish).expect("written");
        let refused = Library::open(folder.path()).expect_err("damaged");
        assert_eq!(refused.problem().code(), "store_damaged");
        assert_eq!(std::fs::read_to_string(&path).expect("there"), rubbish);
    }

    #[test]
    fn a_place_that_cannot_be_written_says_so() {
        let refused = Library::open(Path::new("/proc/cutroom")).expect_err("not a place to write");
        assert_eq!(refused.problem().code(), "not_writable");
    }
}
