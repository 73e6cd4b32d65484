//! x
//! The studio on the wire.

use std::path::PathBuf;

use secrecy::SecretString;
use url::Url;

use crate::language::Problem;

/// What a studio is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Bytes of one uploaded file.
    pub upload_limit: u64,
}

impl Settings {
    /// A studio for this program alone.
    #[must_use]
    pub fn private(_data: PathBuf, _cache: PathBuf) -> Self {
        Self { upload_limit: 0 }
    }
}

/// Why a studio does not start.
#[derive(Debug)]
pub struct StartError;

impl StartError {
    /// What a person is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem::Unavailable { backend: "studio".into() }
    }
}

/// A running studio.
#[derive(Debug)]
pub struct Studio {
    url: Url,
    token: SecretString,
}

impl Studio {
    /// Where it is.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.url
    }
    /// What clients must know.
    #[must_use]
    pub fn token(&self) -> &SecretString {
        &self.token
    }
    /// Stops it.
    pub async fn stop(self) {}
}

/// Starts a studio.
///
/// # Errors
/// Always.
pub async fn start(_settings: Settings) -> Result<Studio, StartError> {
    Err(StartError)
}
