//! The open database, and the way to ask it without blocking anyone.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{Error, Folders, schema};

/// How long a change waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(10);

/// The studio's records. Clones share one connection.
#[derive(Debug, Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    folders: Folders,
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl Library {
    /// Opens the records below `data`, making or bringing up to date what is not there yet. Blocking.
    ///
    /// # Errors
    /// Any of [`Error`]; a file that is damaged or too new is left as it is.
    pub fn open(data: &Path) -> Result<Self, Error> {
        let folders = Folders::create(data)?;
        let path = folders.database();
        let connection = connect(&path).map_err(|error| Error::of_sql(error, &path))?;
        let connection = schema::bring_up_to_date(connection, &path)?;
        let shared = Shared { folders, path, connection: Mutex::new(connection) };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Where things lie.
    #[must_use]
    pub fn folders(&self) -> &Folders {
        &self.shared.folders
    }

    /// Asks, on a thread that may block. What is asked sees one state of the records throughout.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        self.run(TransactionBehavior::Deferred, ask).await
    }

    /// Changes, all or nothing, with every other program kept out meanwhile.
    pub(super) async fn write<T: Send + 'static>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        self.run(TransactionBehavior::Immediate, change).await
    }

    async fn run<T: Send + 'static>(
        &self,
        behavior: TransactionBehavior,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let shared = Arc::clone(&self.shared);
        let done = tokio::task::spawn_blocking(move || {
            // A transaction that panicked has rolled back; the connection is as good as before.
            let mut connection = shared.connection.lock().unwrap_or_else(PoisonError::into_inner);
            let answer = in_transaction(&mut connection, behavior, work);
            answer.map_err(|error| Error::of_sql(error, &shared.path))
        });
        done.await.unwrap_or_else(|error| Err(Error::Sql(other(error))))
    }
}

fn in_transaction<T>(
    connection: &mut Connection,
    behavior: TransactionBehavior,
    work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let transaction = connection.transaction_with_behavior(behavior)?;
    let answer = work(&transaction)?;
    transaction.commit()?;
    Ok(answer)
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    write_ahead(&connection)?;
    Ok(connection)
}

/// Turns on the write-ahead log. SQLite does not wait for others at this one step, so we do.
fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    const TRIES: u32 = 100;
    for _ in 1..TRIES {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                std::thread::sleep(Duration::from_millis(20));
            }
            done => return done,
        }
    }
    connection.pragma_update(None, "journal_mode", "WAL")
}

/// An error of ours, in the words of the library's.
pub(super) fn other(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}

/// What a record that makes no sense counts as: a damaged file.
pub(super) fn corrupt() -> rusqlite::Error {
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    rusqlite::Error::SqliteFailure(code, None)
}

/// A count as SQLite keeps it, whose whole numbers have a sign.
pub(super) fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A count that SQLite kept.
pub(super) fn count(whole: i64) -> u64 {
    u64::try_from(whole).unwrap_or_default()
}

/// Milliseconds since 1970.
pub(super) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
}
