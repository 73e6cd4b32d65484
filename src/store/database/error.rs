//! What can go wrong with the database.

use std::io::ErrorKind;
use std::path::Path;

use rusqlite::ErrorCode;

use crate::language::Problem;

/// What can go wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is no database, is broken, or was made by a later version of this program.
    #[error("the database is damaged")]
    Damaged,
    /// The file or its folder cannot be written.
    #[error("the database cannot be written: {reason}")]
    NotWritable {
        /// Why.
        reason: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Anything else.
    #[error("the database failed")]
    Other(#[source] rusqlite::Error),
}

impl Error {
    pub(super) fn of_folder(error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::PermissionDenied => Self::not_writable("permission denied"),
            ErrorKind::ReadOnlyFilesystem => Self::not_writable("the file system is read-only"),
            ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                Self::not_writable("a file is in the way of its folder")
            }
            _ => Self::not_writable("its folder cannot be made"),
        }
    }

    fn not_writable(reason: &str) -> Self {
        Self::NotWritable { reason: reason.to_owned() }
    }

    /// The same, as far as a person can act on it.
    #[must_use]
    pub fn to_problem(&self, path: &Path) -> Problem {
        let path = path.display().to_string();
        match self {
            Self::Damaged => Problem::StoreDamaged { path },
            Self::NotWritable { reason } => Problem::NotWritable { path, reason: reason.clone() },
            Self::Full => Problem::DiskFull { path },
            Self::Other(error) => Problem::NotWritable { path, reason: error.to_string() },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                Self::not_writable("permission denied")
            }
            Some(ErrorCode::CannotOpen) => Self::not_writable("it cannot be opened"),
            _ => Self::Other(error),
        }
    }
}
