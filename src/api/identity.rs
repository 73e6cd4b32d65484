//! Who asks: the bearer token, and how an anonymous one is renewed.
//!
//! A token that the user set is used until it is refused. An anonymous one is asked for with the
//! client id, and asked for again, with the same id, when it is refused; however many requests find
//! out at once, one renewal is made. The text of a token leaves this file only inside a header.

use std::sync::RwLock;
use std::sync::atomic::{AtomicU64, Ordering};

use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Semaphore, mpsc};
use url::Url;

use super::wire::headers::CLIENT_ID;
use super::{Client, Error, answers, client, origin};

/// Where the token comes from.
#[derive(Debug)]
pub enum Credential {
    /// Set by the user, or made for this run.
    Given(SecretString),
    /// Asked for by the program.
    Anonymous {
        /// The one in use.
        token: SecretString,
        /// With which it is renewed.
        client_id: String,
        /// Hears of every renewal, so that the new token is kept. A few places are enough: a token
        /// lasts for days.
        renewals: mpsc::Sender<NewToken>,
    },
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
        let credential = self.credential.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (Credential::Given(token) | Credential::Anonymous { token, .. }) = &*credential;
        let mut value = HeaderValue::try_from(format!("Bearer {}", token.expose_secret())).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    fn client_id(&self) -> Option<String> {
        let credential = self.credential.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        match &*credential {
            Credential::Given(_) => None,
            Credential::Anonymous { client_id, .. } => Some(client_id.clone()),
        }
    }

    fn replace(&self, new: &NewToken) {
        let mut credential =
            self.credential.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Credential::Anonymous { token, renewals, .. } = &mut *credential {
            *token = new.token.clone();
            // Nobody who keeps it: the token is then good for this run alone.
            let _ = renewals.try_send(new.clone());
        }
        self.generation.fetch_add(1, Ordering::Release);
    }
}

impl Client {
    /// Counts renewals: tells whether the token that was refused is still the one in use.
    pub(super) fn credential_generation(&self) -> u64 {
        self.identity().generation.load(Ordering::Acquire)
    }

    /// Gets a new anonymous token in place of the one of generation `used`.
    pub(super) async fn renew_token(&self, used: u64) -> Result<(), Error> {
        let identity = self.identity();
        let Some(client_id) = identity.client_id() else {
            return Err(Error::TokenRefused);
        };
        let _permit = identity.renewing.acquire().await;
        if self.credential_generation() != used {
            return Ok(());
        }
        let new = ask_for_token(self.own(), self.base(), &client_id).await?;
        identity.replace(&new);
        Ok(())
    }
}

/// Asks for an anonymous token, before there is a client.
///
/// # Errors
/// Whatever the server or the way to it makes of the request.
pub async fn request_anonymous_token(
    base: &Url,
    client_id: &str,
    patience: &super::Patience,
) -> Result<NewToken, Error> {
    let http = client::http_for(base)?;
    let asked = ask_for_token(&http, base, client_id);
    tokio::time::timeout(patience.request, asked).await.unwrap_or(Err(Error::TimedOut))
}

/// The one request without a bearer token.
async fn ask_for_token(
    http: &reqwest::Client,
    base: &Url,
    client_id: &str,
) -> Result<NewToken, Error> {
    let address = origin::endpoint(base, &["api", "auth", "anonymous-token"]);
    let response = http.post(address).header(CLIENT_ID, client_id).send().await?;
    let data = answers::read(response).await?;
    let token = answers::text(&data, "token").ok_or(Error::BadAnswer("no token"))?;
    Ok(NewToken {
        token: token.into(),
        user_id: answers::text(&data, "user_id"),
        expires_at: answers::text(&data, "expires_at"),
    })
}
