//! What can go wrong with the records.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::language::Problem;

/// Why the records could not be read or written. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is no database of ours, or what it holds makes no sense.
    #[error("the records in {path} are damaged")]
    Damaged {
        /// Which file.
        path: PathBuf,
    },
    /// A later version of the program wrote the file.
    #[error("the records in {path} were written by a later version (format {version})")]
    TooNew {
        /// Which file.
        path: PathBuf,
        /// The format it has.
        version: i64,
    },
    /// The disk is full.
    #[error("the disk is full at {path}")]
    DiskFull {
        /// Which file.
        path: PathBuf,
    },
    /// The file or a folder cannot be written, for a reason other than space.
    #[error("{path} cannot be written: {reason}")]
    NotWritable {
        /// Which.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// Another program has held the file for longer than we wait.
    #[error("the records in {path} are in use by another program")]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// Anything else that SQLite may say.
    #[error("the records failed")]
    Sql(#[from] rusqlite::Error),
}

impl Error {
    /// Sorts what SQLite said about the file.
    pub(super) fn of_sql(error: rusqlite::Error, path: &Path) -> Self {
        let path = path.to_path_buf();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(
                ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::SystemIoFailure,
            ) => Self::NotWritable { path, reason: error.to_string() },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            _ => Self::Sql(error),
        }
    }

    /// Sorts what the system said about a path.
    pub(super) fn of_io(error: &io::Error, path: &Path) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::NotWritable { path, reason: error.to_string() },
        }
    }

    /// What a person is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Damaged { path } => Problem::StoreDamaged { path: path.display().to_string() },
            Self::DiskFull { path } => Problem::DiskFull { path: path.display().to_string() },
            Self::NotWritable { path, reason } => {
                Problem::NotWritable { path: path.display().to_string(), reason: reason.clone() }
            }
            Self::TooNew { path, .. } | Self::Busy { path } => {
                Problem::NotWritable { path: path.display().to_string(), reason: self.to_string() }
            }
            Self::Sql(_) => Problem::Unavailable { backend: "studio".to_owned() },
        }
    }
}
