//! What the link is started with.

use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{Background, SessionChoice};
use crate::api::{Attribution, Patience, is_loopback};
use crate::language::Language;
use crate::store::{Places, Profile, Timing};
use crate::studio::server::{Endpoint, Machine};

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
    /// Whether the user must agree before anything goes to a server elsewhere.
    pub consent: Consent,
    /// The client id that the user gave (`NEMO_CLIENT_ID`); else the kept one.
    pub client_id: Option<String>,
    /// The program that takes up, in the background, exports that were left unfinished. Without one
    /// they wait until somebody asks for them.
    pub background: Option<Background>,
    /// The user's own model, which the studio asks.
    pub model: Option<Endpoint>,
    /// What of the machine the studio may use for renders.
    pub machine: Machine,
    /// The time, in milliseconds since 1970: [`now`], unless a test says otherwise.
    pub clock: fn() -> i64,
}

/// Whether the user must agree before anything goes to a server elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// The command line or the environment has decided; nobody is there to be asked.
    Given,
    /// Once for each server: [`Update::ConsentNeeded`](super::Update::ConsentNeeded) asks, and an order
    /// to use the server is the answer. Until then nothing is sent.
    AskOnce,
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

    /// The server that the user must agree to before anything goes there, as its origin. None for
    /// what runs on this machine; the cloud is elsewhere wherever its address points.
    #[must_use]
    pub fn elsewhere(&self) -> Option<String> {
        match self {
            Self::Remote { name, url, .. } if name == CLOUD || !is_loopback(url) => {
                Some(url.origin().ascii_serialization())
            }
            Self::Studio | Self::Remote { .. } => None,
        }
    }
}

/// What people call the service, and what its sessions are kept under.
const CLOUD: &str = "cloud";

/// Tokens are compared too: with another token it is another user's backend.
impl PartialEq for Backend {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Studio, Self::Studio) => true,
            (
                Self::Remote { name, url, web, token },
                Self::Remote { name: other_name, url: other_url, web: other_web, token: theirs },
            ) => {
                let plain = |token: &Option<SecretString>| {
                    token.as_ref().map(|token| token.expose_secret().to_owned())
                };
                (name, url, web) == (other_name, other_url, other_web)
                    && plain(token) == plain(theirs)
            }
            _ => false,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn remote(name: &str, url: &str) -> Backend {
        let web = Url::parse("https://web.example").expect("an address");
        let url = Url::parse(url).expect("an address");
        Backend::Remote { name: name.into(), url, web, token: None }
    }

    #[test]
    fn the_user_must_agree_to_whatever_is_not_this_machine_and_to_the_cloud_wherever_it_is() {
        assert_eq!(Backend::Studio.elsewhere(), None);
        let near = "http://127.0.0.1:8080";
        assert_eq!(remote(near, near).elsewhere(), None);
        assert_eq!(remote("cloud", near).elsewhere().as_deref(), Some(near));
        let far = remote("https://a.example/v1", "https://a.example/v1");
        assert_eq!(far.elsewhere().as_deref(), Some("https://a.example"));
    }
}
