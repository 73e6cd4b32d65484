//! What the link is started with.

use secrecy::SecretString;
use url::Url;

use super::SessionChoice;
use crate::api::{Attribution, Patience};
use crate::language::Language;
use crate::store::{Places, Profile, Timing};

/// What the link is started with.
#[derive(Debug, Clone)]
pub struct LinkSettings {
    /// Whom to talk to.
    pub backend: Backend,
    /// Which session to open.
    pub session: SessionChoice,
    /// As which kind of work.
    pub profile: Profile,
    /// Where things lie.
    pub places: Places,
    /// Waits, intervals and limits.
    pub timing: Timing,
    /// The language of the program's own words, and of new sessions.
    pub language: Language,
    /// The client id that the user gave (`NEMO_CLIENT_ID`); else the kept one.
    pub client_id: Option<String>,
    /// The time, in milliseconds since 1970: [`now`], unless a test says otherwise.
    pub clock: fn() -> i64,
}

/// Whom to talk to.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "there is one of it in a program")]
pub enum Backend {
    /// The built-in one, started for this run.
    Studio,
    /// A server of the contract.
    Remote {
        /// What people call it: `cloud`, or the address.
        name: String,
        /// Its address.
        url: Url,
        /// Its web pages.
        web: Url,
        /// The user's own token; without one an anonymous token is used.
        token: Option<SecretString>,
    },
}

impl Backend {
    /// What people call it, and what its sessions are kept under.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Studio => "studio",
            Self::Remote { name, .. } => name,
        }
    }
}

impl LinkSettings {
    pub(super) fn attribution(&self) -> Attribution {
        Attribution {
            source: self.profile.name.clone(),
            version: self.profile.version.clone(),
            platform: self.profile.platform.clone(),
        }
    }

    pub(super) fn patience(&self) -> Patience {
        Patience {
            request: self.timing.wait(self.timing.request_limit),
            too_many: self.timing.wait(self.timing.retry_after),
            first_retry: self.timing.wait(FIRST_RETRY),
        }
    }
}

/// Before the first repetition of a request that only reads, in seconds.
pub(super) const FIRST_RETRY: f64 = 0.5;

/// The system's clock.
#[must_use]
pub fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
