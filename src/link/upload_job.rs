//! An upload: checked, in line, sent, and the session's files told anew.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;

use super::report::{Outcome, Report, unless_stopped};
use super::upload_check::{self, Sendable};
use super::{JobState, MediaItem};
use crate::api::{Error, Upload};
use crate::language::Problem;
use crate::store::kept::{JobOrder, JobRecord};

/// Takes an upload to its end.
pub(super) async fn run(
    mut report: Report,
    places: Arc<Semaphore>,
    named_at: i64,
    stop: CancellationToken,
) -> JobRecord {
    let leaving = report.session.leaving.clone();
    let outcome = unless_stopped(&stop, &leaving, send(&mut report, &places, named_at)).await;
    report.end(outcome).await
}

async fn send(report: &mut Report, places: &Semaphore, named_at: i64) -> Outcome {
    let sent = match report.record().order.clone() {
        JobOrder::SendFile(path) => send_file(report, places, named_at, &path).await,
        JobOrder::SendAddress(address) => send_address(report, places, &address).await,
        JobOrder::SaveFile { .. } | JobOrder::SaveIn(_) => return Outcome::Cancelled,
    };
    match sent {
        Ok(files) => {
            let film = report.session.film.clone();
            film.added(files).await;
            // The files are there; a state that cannot be had now is looked at later.
            let _ = film.look().await;
            Outcome::Done
        }
        Err(problem) => Outcome::Failed(problem),
    }
}

/// What is refused is refused at once, not when its turn comes.
async fn send_file(
    report: &mut Report,
    places: &Semaphore,
    named_at: i64,
    path: &Path,
) -> Result<Vec<MediaItem>, Problem> {
    let limit = report.session.upload_limit;
    let checking = {
        let path = path.to_path_buf();
        tokio::task::spawn_blocking(move || upload_check::check(&path, limit))
    };
    let Sendable { name, size } = checking.await.map_err(|_| Problem::Interrupted)??;
    let _place = places.acquire().await;
    report
        .set(|record| {
            record.view.state = JobState::Running;
            record.view.total = Some(size);
        })
        .await;
    let session = report.session.clone();
    let (sent, moved) = watch::channel(0);
    let upload = Upload { path, name: &name, size, named_at, sent: &sent };
    let sending = session.server.client.upload(&session.id, upload);
    let answered = report.while_moving(moved, |record, sent| record.view.done = sent, sending);
    answered.await.map_err(|error| problem(report, &error, path, size))
}

async fn send_address(
    report: &mut Report,
    places: &Semaphore,
    address: &str,
) -> Result<Vec<MediaItem>, Problem> {
    let _place = places.acquire().await;
    report.set(|record| record.view.state = JobState::Running).await;
    let session = &report.session;
    let asked = session.server.client.upload_by_address(&session.id, address).await;
    asked.map_err(|error| session.problem_with(&error, address))
}

/// A refusal names the file.
fn problem(report: &Report, error: &Error, path: &Path, size: u64) -> Problem {
    let shown = upload_check::shown(path);
    match error {
        Error::FileTooLarge => {
            Problem::FileTooLarge { path: shown, size, limit: report.session.upload_limit }
        }
        Error::Disk { source, .. } => {
            Problem::FileUnreadable { path: shown, reason: crate::api::reason(source) }
        }
        other => report.session.problem_with(other, &shown),
    }
}
