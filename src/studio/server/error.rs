//! Why a studio does not start.

use std::io;
use std::net::SocketAddr;

use crate::language::{Detail, Problem};
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
            Self::Listen { address, source } => {
                let detail = Detail::new(
                    format!("cannot listen on {address}: {source}"),
                    format!("无法在 {address} 上监听：{source}"),
                );
                Problem::BadUsage { detail }
            }
        }
    }
}
