//! Why a studio does not start.

use std::io;
use std::net::SocketAddr;

use crate::language::Problem;
use crate::studio::library;

/// Why a studio does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Its records cannot be opened.
    #[error(transparent)]
    Library(#[from] library::Error),
    /// It cannot listen where it was told to.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
}

impl StartError {
    /// What a person is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Library(error) => error.problem(),
            Self::Listen { .. } => Problem::BadUsage { detail: self.to_string() },
        }
    }
}
