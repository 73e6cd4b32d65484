//! Who the program is to a remote server: the user's own token, or an anonymous one that is kept.
//!
//! A server gives out one anonymous token a week, so it is asked for as seldom as can be: a kept one
//! is used until it expires or is refused, one program at a time asks for another, and whoever finds
//! that somebody else has got one meanwhile takes that.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::mpsc;
use url::Url;

use super::{Update, notices};
use crate::api::{
    Account, Anonymous, Attribution, Credential, Error, NewToken, Patience, Renewal, TokenRequest,
    request_anonymous_token,
};
use crate::language::Language;
use crate::store::Places;
use crate::store::credentials::{self, KeptToken, TokensLock};

/// Where tokens are asked for and kept.
#[derive(Debug, Clone)]
pub(super) struct Registry {
    pub(super) places: Places,
    pub(super) url: Url,
    /// The server's web pages.
    pub(super) web: Url,
    /// The id that the user gave.
    pub(super) client_id: Option<String>,
    pub(super) attribution: Attribution,
    pub(super) patience: Patience,
    pub(super) language: Language,
    pub(super) updates: mpsc::Sender<Update>,
    pub(super) clock: fn() -> i64,
}

/// A credential, and what is to be said about it once the session is open.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) credential: Credential,
    pub(super) notices: Vec<String>,
}

/// A token without an expiry lasts a week, in milliseconds.
const A_WEEK: i64 = 7 * A_DAY;
/// How long before its expiry a token's end is told, in milliseconds.
const A_DAY: i64 = 24 * 60 * 60 * 1000;
/// Between two looks whether another program is done asking.
const LOCK_PAUSE: Duration = Duration::from_millis(50);

impl Registry {
    /// The user's token, the kept one, or a new one.
    pub(super) async fn identify(self, given: Option<&SecretString>) -> Result<Identified, Error> {
        if let Some(token) = given {
            let credential = Credential::Given(token.clone());
            return Ok(Identified { credential, notices: Vec::new() });
        }
        let lock = self.lock().await;
        let client = credentials::client_id(&self.places, self.client_id.as_deref());
        let mut notices = Vec::new();
        if let Some(file) = &client.left_alone {
            notices.push(notices::client_id_left_alone(self.language, file));
        }
        let keeper = Keeper { registry: self, client_id: client.id };
        let kept = keeper.usable_or_new(None, &mut notices).await?;
        drop(lock);
        notices.extend(keeper.registry.expiry_notice(&kept));
        let (token, user_id) = (kept.token, kept.user_id);
        let credential =
            Credential::Anonymous(Anonymous { token, user_id, renewal: Arc::new(keeper) });
        Ok(Identified { credential, notices })
    }

    /// Waits until no other program asks for a token.
    async fn lock(&self) -> TokensLock {
        loop {
            match TokensLock::try_take(&self.places) {
                Some(lock) => return lock,
                None => tokio::time::sleep(LOCK_PAUSE).await,
            }
        }
    }

    /// On a token's last day its end is told, with the way to keep what belongs to it.
    fn expiry_notice(&self, kept: &KeptToken) -> Option<String> {
        if !ends_within_a_day(kept, (self.clock)()) {
            return None;
        }
        let account = Account::Anonymous { user_id: kept.user_id.clone() };
        let address = account.registration(&self.web);
        Some(notices::token_expires(self.language, kept.expires_at, &address))
    }

    /// Tokens are kept for each origin.
    fn server(&self) -> String {
        self.url.origin().ascii_serialization()
    }
}

/// Asks for tokens as one client, and keeps them.
#[derive(Debug)]
struct Keeper {
    registry: Registry,
    /// As which client the program knows itself.
    client_id: String,
}

impl Renewal for Keeper {
    fn renew<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, Result<NewToken, Error>> {
        Box::pin(async move {
            let _lock = self.registry.lock().await;
            let kept = self.usable_or_new(Some(refused), &mut Vec::new()).await?;
            Ok(NewToken { token: kept.token, user_id: kept.user_id, expires_at: None })
        })
    }
}

impl Keeper {
    /// The kept token, if it is neither expired nor the refused one; else a new one.
    async fn usable_or_new(
        &self,
        refused: Option<&SecretString>,
        notices: &mut Vec<String>,
    ) -> Result<KeptToken, Error> {
        let registry = &self.registry;
        let kept = credentials::kept_token(&registry.places, &registry.server(), &self.client_id);
        let usable = |kept: &KeptToken| {
            let is_refused = refused
                .is_some_and(|refused| refused.expose_secret() == kept.token.expose_secret());
            kept.is_good((registry.clock)()) && !is_refused
        };
        if let Some(kept) = kept.as_ref().filter(|kept| usable(kept)) {
            return Ok(kept.clone());
        }
        // Renewed with the id that it was given for.
        let (client_id, user_id) = match kept {
            Some(kept) => (kept.client_id, kept.user_id),
            None => (self.client_id.clone(), None),
        };
        let new = registry.ask(client_id).await?;
        let new = KeptToken { user_id: new.user_id.or(user_id), ..new };
        let server = registry.server();
        if let Err(error) =
            credentials::keep_token(&registry.places, &server, &self.client_id, &new)
        {
            tracing::warn!(%error, "the anonymous token could not be kept");
            notices.push(notices::token_not_kept(registry.language, &registry.places.config));
        }
        Ok(new)
    }
}

impl Registry {
    /// Asks for a token: again with another id where the server dislikes this one, and once more
    /// after a wait where it asks for patience.
    async fn ask(&self, mut client_id: String) -> Result<KeptToken, Error> {
        let (mut made, mut waited) = (false, false);
        loop {
            let request = TokenRequest {
                base: &self.url,
                client_id: &client_id,
                attribution: &self.attribution,
                patience: &self.patience,
            };
            match request_anonymous_token(request).await {
                Ok(new) => return Ok(self.dated(new, client_id)),
                Err(Error::Refused { code: 400, .. }) if !made => {
                    made = true;
                    client_id = uuid::Uuid::new_v4().to_string();
                }
                Err(Error::TooManyRequests { retry_after }) => {
                    match self.patience.bears(retry_after).filter(|_| !waited) {
                        Some(wait) => {
                            waited = true;
                            self.wait(wait).await;
                        }
                        None => return Err(Error::NoTokenNow { retry_after }),
                    }
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn wait(&self, wait: Duration) {
        let words = notices::waiting_for_a_token(self.language, wait);
        // A listener that is gone has no use for it.
        let _ = self.updates.send(Update::Notice(words)).await;
        tokio::time::sleep(wait).await;
    }

    fn dated(&self, new: NewToken, client_id: String) -> KeptToken {
        let now = (self.clock)();
        let said = new.expires_at.as_deref().and_then(moment);
        // A moment that has passed says that a clock is wrong, not that the token is.
        let expires_at = said.filter(|at| *at > now).unwrap_or(now + A_WEEK);
        KeptToken { token: new.token, client_id, user_id: new.user_id, expires_at }
    }
}

/// RFC 3339, or the same without its zone, which is then UTC; in milliseconds since 1970.
fn moment(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(at.as_millisecond());
    }
    let civil: jiff::civil::DateTime = text.parse().ok()?;
    Some(civil.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond())
}

fn ends_within_a_day(kept: &KeptToken, now: i64) -> bool {
    kept.expires_at - now < A_DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_with_and_without_a_zone() {
        for (text, at) in [
            ("1970-01-01T00:00:01Z", Some(1000)),
            ("1970-01-01T01:00:01+01:00", Some(1000)),
            ("1970-01-01T00:00:01.250", Some(1250)),
            ("soon", None),
        ] {
            assert_eq!(moment(text), at, "{text}");
        }
    }

    #[test]
    fn the_end_is_told_on_the_last_day_and_not_before() {
        let (token, client_id) = ("t".into(), String::new());
        let kept = KeptToken { token, client_id, user_id: None, expires_at: 10 * A_DAY };
        assert!(!ends_within_a_day(&kept, 9 * A_DAY));
        assert!(ends_within_a_day(&kept, 9 * A_DAY + 1));
    }
}
