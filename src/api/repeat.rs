//! Which requests may be sent again, how often, and after what wait.
//!
//! Three kinds. A poll is sent once: the next one comes anyway. What costs or changes something is
//! repeated only after an answer that says it was not done (token expired, too many requests). What
//! only reads is also repeated after a lost connection or a server in trouble, with growing waits.

use std::future::Future;
use std::time::Duration;

use super::{Client, Error};

/// Which requests may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Only after a renewed token: the asker comes again by itself.
    Poll,
    /// Only after an answer that says that nothing was done.
    AfterRefusal,
    /// Whenever it may help.
    Freely,
}

/// How long is waited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// For one request other than a stream, an upload or a download.
    pub request: Duration,
    /// Before the one repetition after "too many requests", where the server names no time.
    pub too_many: Duration,
    /// Before the first repetition after a lost connection; each further wait is twice as long.
    pub first_retry: Duration,
}

/// So often a request that only reads is repeated.
pub(super) const RETRIES: u32 = 4;
/// A server that asks for more patience than a person has in front of a screen is told of at once.
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(120);

impl Client {
    /// Asks, and asks again as far as `repeat` allows.
    pub(super) async fn asking<T, F, Answer>(&self, repeat: Repeat, ask: F) -> Result<T, Error>
    where
        F: Fn() -> Answer,
        Answer: Future<Output = Result<T, Error>>,
    {
        let (mut renewed, mut waited, mut retries) = (false, false, 0);
        loop {
            let used = self.credential_generation();
            let error = match ask().await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            match error {
                Error::TokenRefused if !renewed => {
                    renewed = true;
                    self.renew_token(used).await?;
                }
                Error::TooManyRequests { retry_after }
                    if repeat != Repeat::Poll
                        && !waited
                        && self.patience().bears(retry_after).is_some() =>
                {
                    waited = true;
                    let wait = self.patience().bears(retry_after).unwrap_or_default();
                    tokio::time::sleep(wait).await;
                }
                Error::TooManyRequests { .. } => return Err(error),
                _ if repeat == Repeat::Freely && error.is_retryable() && retries < RETRIES => {
                    tokio::time::sleep(self.patience().growing(retries)).await;
                    retries += 1;
                }
                _ => return Err(error),
            }
        }
    }
}

impl Patience {
    /// The wait after "too many requests"; `None` where the server asks for more than people bear.
    #[must_use]
    pub fn bears(&self, retry_after: Option<Duration>) -> Option<Duration> {
        let wait = retry_after.unwrap_or(self.too_many);
        (wait <= LONGEST_WAIT.max(self.too_many)).then_some(wait)
    }

    /// The wait before a repetition, a quarter more or less, so that many clients do not come back
    /// at the same moment.
    #[must_use]
    pub fn growing(&self, retries: u32) -> Duration {
        let exact = self.first_retry.saturating_mul(2_u32.saturating_pow(retries));
        let dice = f64::from(uuid::Uuid::new_v4().as_bytes()[0]) / 255.0;
        exact.mul_f64(0.75 + dice / 2.0)
    }
}
