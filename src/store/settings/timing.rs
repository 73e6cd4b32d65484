//! Every wait, interval and limit of the contract, in seconds, with the contract's value as default.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Waits, intervals and limits, in seconds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timing {
    /// Multiplies all the others.
    pub scale: f64,
    /// Between polls of the state while the agent works.
    pub poll_busy: f64,
    /// Between polls of the state while another program has the session open too.
    pub poll_shared: f64,
    /// Without text for this long, say that the agent is still working.
    pub still_working: f64,
    /// Only heartbeats for this long count as timed out.
    pub heartbeats_only: f64,
    /// The longest a turn may stream.
    pub turn_limit: f64,
    /// After a lost connection, before the first look at the state.
    pub recovery_first: f64,
    /// Between further looks.
    pub recovery_next: f64,
    /// Between polls of a render in the studio.
    pub render_poll_studio: f64,
    /// Before the first poll of a render in the cloud.
    pub render_poll_first: f64,
    /// The longest between polls of a render in the cloud.
    pub render_poll_longest: f64,
    /// A render without an end for this long is called slow.
    pub render_slow: f64,
    /// Before the one retry after "too many requests".
    pub retry_after: f64,
    /// For one request other than a stream, an upload or a download.
    pub request_limit: f64,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            scale: 1.0,
            poll_busy: 2.0,
            poll_shared: 3.0,
            still_working: 120.0,
            heartbeats_only: 600.0,
            turn_limit: 900.0,
            recovery_first: 30.0,
            recovery_next: 60.0,
            render_poll_studio: 1.0,
            render_poll_first: 5.0,
            render_poll_longest: 30.0,
            render_slow: 300.0,
            retry_after: 30.0,
            request_limit: 30.0,
        }
    }
}

/// No single wait is longer than a day, whatever the settings say.
const LONGEST: f64 = 86_400.0;

impl Timing {
    /// A wait as it is to be waited, scaled.
    #[must_use]
    pub fn wait(&self, seconds: f64) -> Duration {
        let scaled = seconds * self.scale;
        Duration::from_secs_f64(if scaled.is_finite() {
            scaled.clamp(0.0, LONGEST)
        } else {
            LONGEST
        })
    }
}
