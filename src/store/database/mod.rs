//! The database of sessions: what was said, what was made, and what is still to be done.
//!
//! SQLite in WAL mode, so that several programs can have it open; a writer waits up to five seconds
//! for another. A transaction that has returned survives a crash of the program; the last few may be
//! lost when the power fails (`synchronous = NORMAL`), never the file. Calls block, so they are made
//! from a thread that may. A file that cannot be read is left as it is.

mod chat;
mod consents;
mod error;
mod film;
mod job_steps;
mod jobs;
mod marks;
mod owned_jobs;
mod past;
mod projects;
mod schema;
mod sent_files;
mod sessions;
mod waiting;

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

pub use chat::{LineId, Unfinished};
pub use error::Error;
pub use owned_jobs::IsRunning;
pub use past::PastDrafts;
use schema::Standing;
pub use sessions::{NewSession, SessionKey, SessionRow};
pub use waiting::Queue;

/// An open database.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
}

/// How long a writer waits for another program's.
const BUSY: Duration = Duration::from_secs(5);

impl Database {
    /// Opens the database, and makes it where there is none.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::NotWritable`], [`Error::Full`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| Error::of_folder(&error))?;
        }
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(BUSY)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        schema::migrate(&mut connection)?;
        prove_writable(&mut connection)?;
        Ok(Self { connection })
    }

    /// Opens the database for reading alone; `None` where there is none. One of an earlier version of
    /// the program is brought up to date first.
    ///
    /// # Errors
    /// [`Error::Damaged`]; for one of an earlier version also those of [`Database::open`].
    pub fn open_to_read(path: &Path) -> Result<Option<Self>, Error> {
        if !path.exists() {
            return Ok(None);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY)?;
        match schema::standing(&connection)? {
            Standing::Begun => Ok(None),
            Standing::Current => Ok(Some(Self { connection })),
            Standing::Older => {
                drop(connection);
                Self::open(path).map(Some)
            }
        }
    }
}

/// A file or folder without permission to write is found out now, not at the first message.
fn prove_writable(connection: &mut Connection) -> Result<(), Error> {
    let behaviour = rusqlite::TransactionBehavior::Immediate;
    let proof = connection.transaction_with_behavior(behaviour)?;
    proof.execute("UPDATE sessions SET used_at = used_at WHERE key = -1", [])?;
    Ok(proof.commit()?)
}

#[cfg(test)]
mod tests;
