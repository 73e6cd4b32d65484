//! The clocks of the editor's loop, of which updates are told the time.

use std::future;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use tokio::time::sleep_until;

use super::Now;

/// Where the time in messages comes from.
pub(super) struct Clock {
    start: Instant,
}

impl Clock {
    /// Its steady part begins now.
    pub(super) fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// The moment of a steady time.
    pub(super) fn moment(&self, steady: Duration) -> Instant {
        self.start + steady
    }

    /// The time by both clocks.
    pub(super) fn now(&self) -> Now {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let wall = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        Now { wall, steady: self.start.elapsed() }
    }
}

/// Waits until a moment, or for ever where there is none.
pub(super) async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment.into()).await,
        None => future::pending().await,
    }
}
