//! Who asks: the bearer token, and how an anonymous one is renewed.
//!
//! A token that the user set is used until it is refused. An anonymous one is replaced when it is
//! refused, by whoever keeps it ([`Renewal`]); however many requests find out at once, one renewal is
//! made. The text of a token leaves this file only inside a header.

use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use futures_util::future::BoxFuture;
use reqwest::StatusCode;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;
use url::Url;

use super::{Account, Attribution, Client, Error, Patience, answers, client, repeat};

/// Where the token comes from.
#[derive(Debug)]
pub enum Credential {
    /// Set by the user, or made for this run.
    Given(SecretString),
    /// Asked for by the program.
    Anonymous(Anonymous),
}

/// A token that belongs to nobody yet.
#[derive(Debug)]
pub struct Anonymous {
    /// The one in use.
    pub token: SecretString,
    /// For the registration link.
    pub user_id: Option<String>,
    /// Gets another one.
    pub renewal: Arc<dyn Renewal>,
}

/// Gets a new anonymous token in place of one that was refused, and keeps it.
pub trait Renewal: Debug + Send + Sync {
    /// A token that is not the refused one.
    ///
    /// # Errors
    /// Whatever the server or the way to it makes of the request.
    fn renew<'a>(&'a self, refused: &'a SecretString) -> BoxFuture<'a, Result<NewToken, Error>>;
}

/// An anonymous token as the server gave it.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// The token.
    pub token: SecretString,
    /// For the registration link.
    pub user_id: Option<String>,
    /// RFC 3339, as the server wrote it.
    pub expires_at: Option<String>,
}

/// The credential inside a client.
#[derive(Debug)]
pub(super) struct Identity {
    credential: RwLock<Credential>,
    generation: AtomicU64,
    /// One permit: renewals wait for each other, and the second finds that there is nothing to do.
    renewing: Semaphore,
}

impl Identity {
    pub(super) fn new(credential: Credential) -> Self {
        Self {
            credential: RwLock::new(credential),
            generation: AtomicU64::new(0),
            renewing: Semaphore::new(1),
        }
    }

    /// The value of the `Authorization` header, marked so that no log shows it. `None` for a token
    /// that cannot stand in a header, which no server would have given.
    pub(super) fn bearer(&self) -> Option<HeaderValue> {
        let credential = self.credential.read().unwrap_or_else(PoisonError::into_inner);
        let (Credential::Given(token) | Credential::Anonymous(Anonymous { token, .. })) =
            &*credential;
        let mut value = HeaderValue::try_from(format!("Bearer {}", token.expose_secret())).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    fn account(&self) -> Account {
        match &*self.credential.read().unwrap_or_else(PoisonError::into_inner) {
            Credential::Given(_) => Account::Own,
            Credential::Anonymous(anonymous) => {
                Account::Anonymous { user_id: anonymous.user_id.clone() }
            }
        }
    }

    /// The token in use and what renews it; `None` for one that the user set.
    fn renewable(&self) -> Option<(SecretString, Arc<dyn Renewal>)> {
        match &*self.credential.read().unwrap_or_else(PoisonError::into_inner) {
            Credential::Given(_) => None,
            Credential::Anonymous(Anonymous { token, renewal, .. }) => {
                Some((token.clone(), Arc::clone(renewal)))
            }
        }
    }

    fn replace(&self, new: NewToken) {
        let mut credential = self.credential.write().unwrap_or_else(PoisonError::into_inner);
        if let Credential::Anonymous(anonymous) = &mut *credential {
            anonymous.token = new.token;
            // Who was known before is still the one who may register.
            anonymous.user_id = new.user_id.or(anonymous.user_id.take());
        }
        self.generation.fetch_add(1, Ordering::Release);
    }
}

impl Client {
    /// Whose token is used.
    #[must_use]
    pub fn account(&self) -> Account {
        self.identity().account()
    }

    /// Counts renewals: tells whether the token that was refused is still the one in use.
    pub(super) fn credential_generation(&self) -> u64 {
        self.identity().generation.load(Ordering::Acquire)
    }

    /// Gets a new anonymous token in place of the one of generation `used`.
    pub(super) async fn renew_token(&self, used: u64) -> Result<(), Error> {
        let identity = self.identity();
        let Some((refused, renewal)) = identity.renewable() else {
            return Err(Error::TokenRefused);
        };
        let _permit = identity.renewing.acquire().await;
        if self.credential_generation() != used {
            return Ok(());
        }
        identity.replace(renewal.renew(&refused).await?);
        Ok(())
    }
}

/// What is asked with for an anonymous token, before there is a client.
#[derive(Debug, Clone, Copy)]
pub struct TokenRequest<'a> {
    /// The server.
    pub base: &'a Url,
    /// Who asks.
    pub client_id: &'a str,
    /// As what.
    pub attribution: &'a Attribution,
    /// How long is waited.
    pub patience: &'a Patience,
}

/// Asks for an anonymous token; again, with growing waits, where no answer came.
///
/// # Errors
/// A refusal, of which one with HTTP 400 has this as its code, or what the last attempt met.
pub async fn request_anonymous_token(request: TokenRequest<'_>) -> Result<NewToken, Error> {
    let http = client::http_for(request.base)?;
    let mut retries = 0;
    loop {
        let asked = tokio::time::timeout(request.patience.request, ask(&http, request)).await;
        match asked.unwrap_or(Err(Error::TimedOut)) {
            Err(Error::TooManyRequests { retry_after }) => {
                return Err(Error::TooManyRequests { retry_after });
            }
            Err(error) if error.is_retryable() && retries < repeat::RETRIES => {
                tokio::time::sleep(request.patience.growing(retries)).await;
                retries += 1;
            }
            answered => return answered,
        }
    }
}

async fn ask(http: &reqwest::Client, request: TokenRequest<'_>) -> Result<NewToken, Error> {
    let raw = answers::fetch(client::token_request(http, request).send().await?).await?;
    let data = match answers::unwrap(&raw) {
        Err(Error::Refused { message, .. }) if raw.status == StatusCode::BAD_REQUEST => {
            return Err(Error::Refused { code: 400, message });
        }
        answer => answer?,
    };
    let token = answers::text(&data, "token").ok_or(Error::BadAnswer("no token"))?;
    Ok(NewToken {
        token: token.into(),
        user_id: answers::text(&data, "user_id"),
        expires_at: answers::text(&data, "expires_at"),
    })
}
