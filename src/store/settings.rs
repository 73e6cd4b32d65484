//! The settings, read once and then trusted.

use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which backend and profile.
    pub general: General,
    /// Where results go.
    pub output: Output,
    /// Waits, intervals and limits.
    pub timing: Timing,
}

/// Which backend and profile are used where the command line names none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct General {
    /// `studio`, `cloud`, or an address.
    pub backend: Option<String>,
    /// The `name` of a profile, or a path.
    pub profile: Option<String>,
    /// `en` or `zh`; else the locale decides.
    pub language: Option<String>,
}

/// Where results go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Output {
    /// The folder for exports that name none; else the current folder.
    pub dir: Option<PathBuf>,
}

/// Waits, intervals and limits of the contract, in seconds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timing {
    /// Multiplies all the others. Default 1.
    pub scale: f64,
    /// Between polls of the state while the agent works. Default 2.
    pub poll_busy: f64,
    /// Without text for this long, say that the agent is still working. Default 120.
    pub still_working: f64,
    /// Only heartbeats for this long count as timed out. Default 600.
    pub heartbeats_only: f64,
    /// The longest a turn may stream. Default 900.
    pub turn_limit: f64,
    /// After a lost connection, before the first look at the state. Default 30.
    pub recovery_first: f64,
    /// Between further looks. Default 60.
    pub recovery_next: f64,
    /// Between polls of a render in the studio. Default 1.
    pub render_poll_studio: f64,
    /// Before the first poll of a render in the cloud. Default 5.
    pub render_poll_first: f64,
    /// The longest between polls of a render in the cloud. Default 30.
    pub render_poll_longest: f64,
    /// A render without an end for this long is called slow. Default 300.
    pub render_slow: f64,
    /// Before the one retry after "too many requests". Default 30.
    pub retry_after: f64,
    /// For one request other than a stream, an upload or a download. Default 30.
    pub request_limit: f64,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            scale: 1.0,
            poll_busy: 2.0,
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

impl Timing {
    /// A wait as it is to be waited, scaled. Never negative, never more than a day.
    #[must_use]
    pub fn wait(&self, seconds: f64) -> Duration {
        let scaled = seconds * self.scale;
        Duration::from_secs_f64(if scaled.is_finite() { scaled.clamp(0.0, 86_400.0) } else { 0.0 })
    }
}
