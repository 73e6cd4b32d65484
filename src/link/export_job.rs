//! An export: the film is checked, ordered, waited for, fetched, and put in its place.
//!
//! The order's id is in the store before the order goes out, so that a render can be taken up again.
//! That the place can be written is proved before any work is done for it.

use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;

use super::polls::Seen;
use super::render_wait::{self, Rendered};
use super::report::{Outcome, Report, unless_stopped};
use super::session::ServerKind;
use super::{JobState, browser};
use crate::api::wire::render::{OutputSettings, RenderOrder};
use crate::api::{Error, PartFile, RenderState, SaveAs, Transfer, stem_of_title};
use crate::language::Problem;
use crate::store::kept::{JobOrder, JobRecord};

/// Hundredths of a percent.
pub(super) const WHOLE: u64 = 10_000;

/// Takes an export to its end.
pub(super) async fn run(
    mut report: Report,
    places: Arc<Semaphore>,
    stop: CancellationToken,
) -> JobRecord {
    let leaving = report.session.leaving.clone();
    let work = async {
        let _place = places.acquire().await;
        match export(&mut report).await {
            Ok(()) => Outcome::Done,
            Err(Stop::Problem(problem)) => Outcome::Failed(problem),
            Err(Stop::Cancelled) => Outcome::Cancelled,
        }
    };
    let outcome = unless_stopped(&stop, &leaving, work).await;
    if matches!(outcome, Outcome::Cancelled) {
        call_off(&report).await;
    }
    report.end(outcome).await
}

/// Why an export ends without a film.
#[derive(Debug)]
pub(super) enum Stop {
    Problem(Problem),
    /// It was called off at the server.
    Cancelled,
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

async fn export(report: &mut Report) -> Result<(), Stop> {
    let seen = ready_film(report).await?;
    let mut part = PartFile::create(save_as(report, &seen)).map_err(|e| problem(report, &e))?;
    report
        .set(|record| {
            record.view.state = JobState::Running;
            (record.view.done, record.view.total) = (0, Some(WHOLE));
        })
        .await;
    let rendered = render(report, &seen).await?;
    let session = report.session.clone();
    // The link shows this very film, and has come by the time that the file is here.
    let (fetched, ()) = tokio::join!(fetch(report, &rendered, &mut part), browser::renew(&session));
    fetched?;
    let bytes = part.written();
    let path = part.finish().map_err(|e| problem(report, &e))?;
    report
        .set(|record| {
            record.view.path = Some(path);
            record.view.bytes = Some(bytes);
            record.view.warnings = rendered.warnings;
        })
        .await;
    Ok(())
}

/// The film as it is now, if there is anything to export.
async fn ready_film(report: &Report) -> Result<Seen, Stop> {
    let seen = report.session.film.look().await.map_err(|e| problem(report, &e))?;
    if seen.draft.as_deref().is_some_and(crate::draft::Draft::is_ready) {
        Ok(seen)
    } else {
        Err(Problem::NothingToRender.into())
    }
}

fn save_as(report: &Report, seen: &Seen) -> SaveAs {
    match report.record().order.clone() {
        JobOrder::SaveFile { path, force } => SaveAs::File { path, force },
        JobOrder::SaveIn(folder) => {
            let title = seen.draft.as_deref().and_then(|draft| draft.title.as_deref());
            SaveAs::Folder { folder, stem: stem_of_title(title.unwrap_or_default()) }
        }
        // Uploads are not exports; the names keep them apart.
        JobOrder::SendFile(path) => SaveAs::File { path, force: false },
        JobOrder::SendAddress(address) => SaveAs::File { path: address.into(), force: false },
    }
}

/// Orders the film and waits for it; after a failure once more, under a new id. What the studio
/// cannot render it cannot render a second time either, so there only the order is repeated.
async fn render(report: &mut Report, seen: &Seen) -> Result<Rendered, Stop> {
    if let Some(id) = report.record().render.clone()
        && is_still_there(report, &id).await
    {
        return render_wait::wait(report, &id).await;
    }
    let again = report.session.server.kind == ServerKind::Remote;
    match order(report, seen).await {
        Ok(id) => match render_wait::wait(report, &id).await {
            Err(Stop::Problem(Problem::RenderFailed { reason })) if again => {
                tracing::warn!(reason, "the render failed, one more is ordered");
            }
            other => return other,
        },
        Err(error) if error.is_retryable() => {
            tracing::warn!(%error, "the order failed, one more is sent");
        }
        Err(error) => return Err(problem(report, &error)),
    }
    let id = order(report, seen).await.map_err(|e| problem(report, &e))?;
    render_wait::wait(report, &id).await
}

/// Sends an order under a new id, which is put down first.
async fn order(report: &mut Report, seen: &Seen) -> Result<String, Error> {
    let id = format!("render_{}", uuid::Uuid::new_v4().simple());
    report.set(|record| record.render = Some(id.clone())).await;
    let draft = seen.written.as_deref().cloned().unwrap_or_default();
    let order = RenderOrder {
        id: id.clone(),
        session_id: report.session.id.clone(),
        draft: crate::api::with_public_addresses(&draft, &seen.media),
        output: OutputSettings::default(),
    };
    report.session.server.client.order_render(&order).await?;
    Ok(id)
}

/// Whether a render from before the program ended can be taken up.
async fn is_still_there(report: &Report, id: &str) -> bool {
    let asked = report.session.server.client.render_progress(id).await;
    asked.is_ok_and(|progress| {
        !matches!(progress.state, RenderState::Failed | RenderState::Cancelled)
    })
}

/// Fetches the film, by the second way where the first one fails.
async fn fetch(report: &mut Report, rendered: &Rendered, part: &mut PartFile) -> Result<(), Stop> {
    let client = Arc::clone(&report.session.server.client);
    report
        .set(|record| {
            record.view.state = JobState::Downloading;
            (record.view.done, record.view.total) = (0, rendered.size);
        })
        .await;
    let first = match rendered.address.as_deref().map(|written| client.address(written)) {
        Some(Ok(address)) => download(report, &address, part).await,
        Some(Err(error)) => Err(error),
        None => Err(Error::NotFound),
    };
    let fetched = match first {
        Err(error) if !matches!(error, Error::Disk { .. }) => {
            tracing::warn!(%error, "the film's address failed, the fallback is tried");
            download(report, &client.fallback_address(&rendered.id), part).await
        }
        other => other,
    };
    fetched.map_err(|error| match error {
        Error::NotFound => Problem::FilmGone.into(),
        error => problem(report, &error),
    })
}

async fn download(
    report: &mut Report,
    address: &url::Url,
    part: &mut PartFile,
) -> Result<(), Error> {
    let client = Arc::clone(&report.session.server.client);
    let (progress, moved) = watch::channel(Transfer::default());
    let show = |record: &mut JobRecord, transfer: Transfer| {
        record.view.done = transfer.done;
        record.view.total = transfer.total.or(record.view.total);
    };
    let downloading = client.download(address, part, &progress);
    report.while_moving(moved, show, downloading).await.map(|_| ())
}

/// Tells the server that nobody waits any more. Nothing depends on whether it hears.
async fn call_off(report: &Report) {
    let Some(id) = report.record().render.as_deref() else {
        return;
    };
    let session = &report.session;
    let calling = session.server.client.cancel_render(id);
    if let Some(Err(error)) = session.leaving.run_until_cancelled(calling).await {
        tracing::info!(%error, "a render could not be called off");
    }
}

pub(super) fn problem(report: &Report, error: &Error) -> Stop {
    Stop::Problem(report.session.problem(error))
}
