//! Waiting for a render: how often it is asked, and what each answer means.
//!
//! A poll that fails is followed by the next, for the same id; only a refusal is final. A render that
//! takes long is said to be slow and never forgotten.

use std::time::Duration;

use tokio::time::{Instant, sleep};

use super::export_job::{Stop, WHOLE, problem};
use super::notices;
use super::report::Report;
use super::session::ServerKind;
use crate::api::wire::render::RenderEstimate;
use crate::api::{Error, RenderProgress, RenderState};
use crate::language::Problem;
use crate::store::Timing;
use crate::store::kept::{Expected, JobRecord};

/// A film that is ready to be fetched.
#[derive(Debug)]
pub(super) struct Rendered {
    /// The order's id.
    pub(super) id: String,
    /// Where the film is, as the server wrote it.
    pub(super) address: Option<String>,
    /// How large it is, where the server says so.
    pub(super) size: Option<u64>,
    /// What went less than well.
    pub(super) warnings: Vec<String>,
}

/// No server has a say over a longer wait: a number that was meant otherwise must not lose a film.
const LONGEST_ASKED: Duration = Duration::from_secs(300);

/// Asks until the render has ended.
pub(super) async fn wait(report: &mut Report, id: &str) -> Result<Rendered, Stop> {
    let mut pace = Pace::new(report.session.server.kind, &report.session.timing);
    let mut slow = Slow::new(&report.session.timing);
    let mut asked_to_wait = None;
    loop {
        sleep(asked_to_wait.unwrap_or_else(|| pace.next())).await;
        if slow.is_now() {
            let session = &report.session;
            session.notice(notices::render_is_slow(session.language)).await;
        }
        match report.session.server.client.render_progress(id).await {
            Ok(progress) => {
                asked_to_wait = progress.retry_after.map(|wait| wait.min(LONGEST_ASKED));
                warned(report, &progress.warnings).await;
                expects(report, progress.estimate);
                if let Some(ended) = ended(report, id, progress) {
                    return ended;
                }
            }
            Err(Error::TooManyRequests { retry_after }) => {
                let timing = &report.session.timing;
                let usual = timing.wait(timing.retry_after);
                asked_to_wait = Some(retry_after.map_or(usual, |wait| wait.min(LONGEST_ASKED)));
            }
            Err(error) if error.is_retryable() => asked_to_wait = None,
            Err(Error::NotFound) => {
                return Err(Problem::JobNotFound { id: report.record().view.id.0.clone() }.into());
            }
            Err(error) => return Err(problem(report, &error)),
        }
    }
}

/// What an answer means; `None` while the render goes on.
fn ended(
    report: &mut Report,
    id: &str,
    progress: RenderProgress,
) -> Option<Result<Rendered, Stop>> {
    match progress.state {
        RenderState::Completed => Some(Ok(Rendered {
            id: id.to_owned(),
            address: progress.address,
            size: progress.size,
            warnings: progress.warnings,
        })),
        RenderState::Failed => {
            let reason = progress.error.unwrap_or_else(|| "no reason given".to_owned());
            Some(Err(Problem::RenderFailed { reason }.into()))
        }
        RenderState::Cancelled => Some(Err(Stop::Cancelled)),
        RenderState::Other(word) => {
            tracing::info!(word, "a render is in a state that the contract does not list");
            moved(report, progress.percent, Some(plain(&word)));
            None
        }
        RenderState::Pending | RenderState::Processing => {
            moved(report, progress.percent, progress.stage.as_deref().map(plain));
            None
        }
    }
}

/// What goes less than well is put down and told as soon as the server says so.
async fn warned(report: &mut Report, warnings: &[String]) {
    if report.record().view.warnings.len() < warnings.len() {
        report.set(|record| record.view.warnings = warnings.to_vec()).await;
    }
}

fn expects(report: &mut Report, estimate: Option<RenderEstimate>) {
    let Some(RenderEstimate { bytes, millis }) = estimate else { return };
    let expected = Expected { bytes: bytes.into(), millis: millis.into() };
    report.show(|record| record.view.expected = Some(Box::new(expected)));
}

/// Beyond this many letters it is no word.
const WORD: usize = 32;

/// A server's word as it can be shown: one line, no escape sequences.
fn plain(word: &str) -> String {
    let letters = word.trim().chars().map(|letter| match letter {
        letter if letter.is_alphanumeric() => letter,
        '_' | '-' | '.' | ':' | '/' => letter,
        _ => ' ',
    });
    letters.take(WORD).collect()
}

/// Progress never runs backwards on the screen.
fn moved(report: &mut Report, percent: Option<f64>, stage: Option<String>) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000")]
    let done = percent.map(|percent| (percent * 100.0).round() as u64);
    report.show(|record: &mut JobRecord| {
        record.view.done = record.view.done.max(done.unwrap_or_default().min(WHOLE));
        record.view.stage = stage;
    });
}

/// How long until the next question.
struct Pace {
    next: Duration,
    longest: Duration,
}

impl Pace {
    fn new(kind: ServerKind, timing: &Timing) -> Self {
        let (first, longest) = match kind {
            ServerKind::Studio => (timing.render_poll_studio, timing.render_poll_studio),
            ServerKind::Remote => (timing.render_poll_first, timing.render_poll_longest),
        };
        let least = Duration::from_millis(1);
        Self { next: timing.wait(first).max(least), longest: timing.wait(longest).max(least) }
    }

    fn next(&mut self) -> Duration {
        let now = self.next;
        self.next = now.mul_f64(1.5).min(self.longest.max(now));
        now
    }
}

/// Rings once.
struct Slow {
    at: Option<Instant>,
}

impl Slow {
    fn new(timing: &Timing) -> Self {
        Self { at: Some(Instant::now() + timing.wait(timing.render_slow)) }
    }

    fn is_now(&mut self) -> bool {
        self.at.take_if(|at| *at <= Instant::now()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(kind: ServerKind, count: usize) -> Vec<f64> {
        let mut pace = Pace::new(kind, &Timing::default());
        (0..count).map(|_| pace.next().as_secs_f64()).collect()
    }

    #[test]
    fn the_studio_is_asked_each_second_and_the_cloud_less_and_less() {
        assert_eq!(first(ServerKind::Studio, 3), [1.0, 1.0, 1.0]);
        assert_eq!(first(ServerKind::Remote, 7), [5.0, 7.5, 11.25, 16.875, 25.3125, 30.0, 30.0]);
    }
}
