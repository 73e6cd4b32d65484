//! What a studio is started with.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use secrecy::SecretString;

use super::chaos::Chaos;
use super::{Endpoint, Machine};

/// What a studio is started with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Records, files and films: what must not be lost.
    pub data: PathBuf,
    /// What can be made again.
    pub cache: PathBuf,
    /// Where to listen; port 0 is any free one.
    pub listen: SocketAddr,
    /// What clients must know; a new random one where none is given.
    pub token: Option<SecretString>,
    /// Bytes of one uploaded file.
    pub upload_limit: u64,
    /// Whether whoever asks is given the token.
    pub anonymous_tokens: bool,
    /// The user's own model, asked before the built-in understanding.
    pub model: Option<Endpoint>,
    /// What of the machine renders may use.
    pub machine: Machine,
    /// What goes wrong on purpose.
    pub chaos: Option<Chaos>,
}

impl Settings {
    /// A studio for this program alone: loopback, a free port, a new token, files up to 500 MB.
    #[must_use]
    pub fn private(data: PathBuf, cache: PathBuf) -> Self {
        Self {
            data,
            cache,
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            token: None,
            upload_limit: 500_000_000,
            anonymous_tokens: false,
            model: None,
            machine: Machine::default(),
            chaos: None,
        }
    }
}
