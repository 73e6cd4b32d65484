//! Who the program is to a remote server: the user's own token, or an anonymous one that is kept.

use secrecy::SecretString;
use tokio::sync::mpsc;
use url::Url;

use crate::api::{Credential, Error, NewToken, Patience, request_anonymous_token};
use crate::store::Places;
use crate::store::credentials::{self, KeptToken};

/// Where tokens are asked for and kept.
#[derive(Debug, Clone)]
pub(super) struct Registry {
    pub(super) places: Places,
    pub(super) url: Url,
    pub(super) client_id: Option<String>,
    pub(super) clock: fn() -> i64,
}

/// A credential, and the user id that goes with an anonymous one.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) credential: Credential,
    pub(super) user_id: Option<String>,
}

/// A token without an expiry lasts a week, in milliseconds.
const A_WEEK: i64 = 7 * 24 * 60 * 60 * 1000;
/// Renewals that wait to be kept: there is one a week.
const RENEWALS: usize = 2;

impl Registry {
    /// The user's token, the kept one, or a new one.
    pub(super) async fn identify(
        &self,
        given: Option<&SecretString>,
        patience: &Patience,
    ) -> Result<Identified, Error> {
        if let Some(token) = given {
            let credential = Credential::Given(token.clone());
            return Ok(Identified { credential, user_id: None });
        }
        let mut client_id = credentials::client_id(&self.places, self.client_id.as_deref());
        let server = self.server();
        let now = (self.clock)();
        let kept = match credentials::kept_token(&self.places, &server, &client_id, now) {
            Some(kept) => kept,
            None => {
                let new = match request_anonymous_token(&self.url, &client_id, patience).await {
                    // The id is not to the server's liking: one more try, with one that is.
                    Err(Error::Refused { code: 400, .. }) => {
                        client_id = uuid::Uuid::new_v4().to_string();
                        request_anonymous_token(&self.url, &client_id, patience).await?
                    }
                    other => other?,
                };
                self.keep(&client_id, &new)
            }
        };
        let (renewals, renewed) = mpsc::channel(RENEWALS);
        tokio::spawn(self.clone().keep_renewals(client_id.clone(), renewed));
        let credential = Credential::Anonymous { token: kept.token, client_id, renewals };
        Ok(Identified { credential, user_id: kept.user_id })
    }

    /// Ends with the client that renews.
    async fn keep_renewals(self, client_id: String, mut renewed: mpsc::Receiver<NewToken>) {
        while let Some(new) = renewed.recv().await {
            self.keep(&client_id, &new);
        }
    }

    fn keep(&self, client_id: &str, new: &NewToken) -> KeptToken {
        let expires_at = new.expires_at.as_deref().and_then(|text| text.parse().ok());
        let expires_at = expires_at.map(|at: jiff::Timestamp| at.as_millisecond());
        let token = KeptToken {
            token: new.token.clone(),
            user_id: new.user_id.clone(),
            expires_at: expires_at.unwrap_or_else(|| (self.clock)() + A_WEEK),
        };
        if let Err(error) = credentials::keep_token(&self.places, &self.server(), client_id, &token)
        {
            tracing::warn!(%error, "the anonymous token could not be kept");
        }
        token
    }

    /// Tokens are kept for each origin.
    fn server(&self) -> String {
        self.url.origin().ascii_serialization()
    }
}
