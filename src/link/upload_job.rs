//! An upload: checked, in line, sent, and the session's files told anew.
//!
//! A file that the session has already is not sent again. Servers may tell the hash of what they have;
//! for those that do not, what was sent is in the store, and counts as long as the session lists it.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;

use super::report::{Outcome, Report, unless_stopped};
use super::session::Session;
use super::upload_check::{self, Sendable};
use super::{JobState, MediaItem, fingerprint, notices};
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
        JobOrder::SaveFile { .. }
        | JobOrder::Make { .. }
        | JobOrder::MakeIn { .. }
        | JobOrder::SaveIn(_) => {
            return Outcome::Cancelled;
        }
    };
    match sent {
        Ok(()) => Outcome::Done,
        Err(problem) => Outcome::Failed(problem),
    }
}

/// The session's files are told anew.
async fn arrived(session: &Session, files: Vec<MediaItem>) {
    session.film.added(files).await;
    // The files are there; a state that cannot be had now is looked at later.
    let _ = session.film.look().await;
}

/// What is refused is refused at once, not when its turn comes.
async fn send_file(
    report: &mut Report,
    places: &Semaphore,
    named_at: i64,
    path: &Path,
) -> Result<(), Problem> {
    let limit = report.session.upload_limit;
    let checking = {
        let path = path.to_path_buf();
        tokio::task::spawn_blocking(move || upload_check::check(&path, limit))
    };
    let Sendable { name, size, modified } = checking.await.map_err(|_| Problem::Interrupted)??;
    let shown = upload_check::shown(path);
    let hash = fingerprint::of(path).await;
    let hash = hash.map_err(|error| upload_check::unreadable(&shown, &error))?;
    let session = report.session.clone();
    let _alone = session.uploading.alone(&hash).await;
    let content = Content { hash: &hash, size };
    if let Some(known) = already_there(&session, content).await {
        session.notice(notices::already_there(session.language, &shown, &known)).await;
        return Ok(());
    }
    let _place = places.acquire().await;
    report
        .set(|record| {
            record.view.state = JobState::Running;
            record.view.total = Some(size);
        })
        .await;
    let (sent, moved) = watch::channel(0);
    let upload = Upload { path, name: &name, size, modified, named_at, sent: &sent };
    let sending = session.server.client.upload(&session.id, upload);
    let answered = report.while_moving(moved, |record, sent| record.view.done = sent, sending);
    let files = answered.await.map_err(|error| problem(report, &error, path, size))?;
    if let [file] = &files[..] {
        keep_sent(&session, content, &file.filename).await;
    }
    arrived(&session, files).await;
    Ok(())
}

/// What a file holds.
#[derive(Debug, Clone, Copy)]
struct Content<'a> {
    hash: &'a str,
    size: u64,
}

/// The name under which the session has this content. The state is asked before that is said.
async fn already_there(session: &Session, content: Content<'_>) -> Option<String> {
    let key = session.key;
    let hash = content.hash.to_owned();
    let kept = session.keeper.write(move |database| database.sent_files(key, &hash, content.size));
    let kept = kept.await.unwrap_or_default();
    if kept.is_empty() {
        named(&session.film.known().media, content, &kept)?;
    }
    // A state that cannot be had now says nothing against what is known.
    let _ = session.film.look().await;
    named(&session.film.known().media, content, &kept)
}

fn named(media: &[MediaItem], content: Content<'_>, kept: &[String]) -> Option<String> {
    let has_it = |item: &&MediaItem| {
        let hash = item.hash.as_deref();
        let same_hash = hash.is_some_and(|hash| hash.eq_ignore_ascii_case(content.hash));
        let same_size = item.size.is_none_or(|size| size == content.size);
        same_size && (same_hash || kept.contains(&item.filename))
    };
    media.iter().find(has_it).map(|item| item.filename.clone())
}

async fn keep_sent(session: &Session, content: Content<'_>, filename: &str) {
    let key = session.key;
    let (hash, filename) = (content.hash.to_owned(), filename.to_owned());
    let size = content.size;
    session.keeper.write(move |database| database.add_sent_file(key, &hash, size, &filename)).await;
}

async fn send_address(
    report: &mut Report,
    places: &Semaphore,
    address: &str,
) -> Result<(), Problem> {
    let _place = places.acquire().await;
    report.set(|record| record.view.state = JobState::Running).await;
    let session = &report.session;
    let asked = session.server.client.upload_by_address(&session.id, address).await;
    arrived(session, asked.map_err(|error| session.problem_with(&error, address))?).await;
    Ok(())
}

/// A refusal names the file.
fn problem(report: &Report, error: &Error, path: &Path, size: u64) -> Problem {
    let shown = upload_check::shown(path);
    match error {
        Error::FileTooLarge => {
            Problem::FileTooLarge { path: shown, size, limit: report.session.upload_limit }
        }
        Error::Disk { source, .. } => upload_check::unreadable(&shown, source),
        other => report.session.problem_with(other, &shown),
    }
}
