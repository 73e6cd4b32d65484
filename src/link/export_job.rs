//! An export: the film is checked, ordered, waited for, fetched, and put in its place.
//!
//! The order's id is in the store before the order goes out, and the place of the unfinished file
//! before there is one, so that both can be taken up again. That the place can be written is proved
//! before any work is done for it.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::{Semaphore, watch};
use tokio_util::sync::CancellationToken;

use super::polls::Seen;
use super::render_wait::{self, Rendered};
use super::report::{Outcome, Report, unless_stopped};
use super::session::ServerKind;
use super::{JobState, browser};
use crate::api::wire::render::{OutputSettings, RenderOrder};
use crate::api::{Error, PartFile, RenderState, SaveAs, Transfer, Whole, stem_of_title};
use crate::draft::Millis;
use crate::language::Problem;
use crate::store::kept::{JobOrder, JobRecord, KeptPart};

/// Hundredths of a percent.
pub(super) const WHOLE: u64 = 10_000;

/// Takes an export to its end.
pub(super) async fn run(
    mut report: Report,
    places: Arc<Semaphore>,
    stop: CancellationToken,
) -> JobRecord {
    let leaving = report.session.leaving.clone();
    let mut part = None;
    let work = async {
        let _place = places.acquire().await;
        match export(&mut report, &mut part).await {
            Ok(()) => Outcome::Done,
            Err(Stop::Problem(problem)) => Outcome::Failed(problem),
            Err(Stop::Cancelled) => Outcome::Cancelled,
        }
    };
    let outcome = unless_stopped(&stop, &leaving, work).await;
    match (&outcome, part) {
        (Outcome::Left, Some(part)) => leave_part(&mut report, part).await,
        (Outcome::Left, None) => {}
        (_, part) => {
            drop(part);
            remove_part(&report);
        }
    }
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

async fn export(report: &mut Report, place: &mut Option<PartFile>) -> Result<(), Stop> {
    check_ending(report)?;
    let seen = ready_film(report).await?;
    let part = place.insert(begin_part(report, &seen).await?);
    let film = film_of(report.record(), &seen);
    report
        .set(|record| {
            record.view.state = JobState::Running;
            (record.view.done, record.view.total) = (0, Some(WHOLE));
            record.view.film = film;
        })
        .await;
    let rendered = render(report, &seen, part).await?;
    let session = report.session.clone();
    // The link shows this very film, and has come by the time that the file is here.
    let (fetched, ()) = tokio::join!(fetch(report, &rendered, part), browser::renew(&session));
    fetched?;
    let bytes = part.written();
    let finished = place.take().map(PartFile::finish).transpose();
    let path = finished.map_err(|e| problem(report, &e))?;
    report
        .set(|record| {
            record.view.path = path.or(record.view.path.take());
            record.view.bytes = Some(bytes);
            record.view.warnings = rendered.warnings;
        })
        .await;
    Ok(())
}

/// How long the film is; a frame of it has no length.
fn film_of(record: &JobRecord, seen: &Seen) -> Option<Millis> {
    let is_still = output(record).at.is_some();
    seen.draft.as_ref().filter(|_| !is_still).map(|draft| draft.duration())
}

/// The studio makes what the file's ending says; other servers make films of one kind.
fn check_ending(report: &Report) -> Result<(), Stop> {
    let format = output(report.record()).format;
    if report.session.server.kind == ServerKind::Studio || format == "mp4" {
        return Ok(());
    }
    let path = saved_to(report.record()).map_or(format, |path| path.display().to_string());
    Err(Problem::UnknownEnding { path, endings: "mp4".into() }.into())
}

/// The file that is asked for; none where its name is free.
fn saved_to(record: &JobRecord) -> Option<&Path> {
    match &record.order {
        JobOrder::SaveFile { path, .. } | JobOrder::Make { path, .. } => Some(path),
        JobOrder::SendFile(_)
        | JobOrder::SendAddress(_)
        | JobOrder::SaveIn(_)
        | JobOrder::MakeIn { .. } => None,
    }
}

/// What is asked of the server.
fn output(record: &JobRecord) -> OutputSettings {
    let mut output = match &record.order {
        JobOrder::Make { output, .. } | JobOrder::MakeIn { output, .. } => (**output).clone(),
        _ => OutputSettings::default(),
    };
    if let Some(format) = saved_to(record).and_then(OutputSettings::format_of) {
        format.clone_into(&mut output.format);
    }
    output
}

/// The film as it is now. Where a render is under way already, there was something to export when it
/// was ordered.
async fn ready_film(report: &Report) -> Result<Seen, Stop> {
    let seen = report.session.film.look().await.map_err(|e| problem(report, &e))?;
    let is_ready = seen.draft.as_deref().is_some_and(crate::draft::Draft::is_ready);
    if is_ready || report.record().render.is_some() {
        Ok(seen)
    } else {
        Err(Problem::NothingToRender.into())
    }
}

/// Begins the unfinished file, or goes on with the one that was left. Its place is put down first.
async fn begin_part(report: &mut Report, seen: &Seen) -> Result<PartFile, Stop> {
    let target = save_as(report, seen);
    let left = report.record().part.clone().filter(|part| PartFile::is_place(&part.path));
    let (path, whole) = match left {
        Some(KeptPart { path, tag, total }) => (path, Whole { tag, total }),
        None => (PartFile::place_for(&target), Whole::default()),
    };
    report.set(|record| record.part = Some(kept(&path, &whole))).await;
    PartFile::open(path, target, whole).map_err(|e| problem(report, &e))
}

fn kept(path: &Path, whole: &Whole) -> KeptPart {
    KeptPart { path: path.to_owned(), tag: whole.tag.clone(), total: whole.total }
}

/// The session is left in the middle of it: what was fetched stays, to be gone on with.
async fn leave_part(report: &mut Report, part: PartFile) {
    let whole = part.whole().borrow().clone();
    report
        .set(|record| {
            record.part = record.part.take().map(|part| kept(&part.path, &whole));
        })
        .await;
    part.leave().await;
}

/// Nobody goes on with it any more.
pub(super) fn remove_part(report: &Report) {
    if let Some(part) = report.record().part.as_ref().filter(|part| PartFile::is_place(&part.path))
    {
        // Usually it is gone already.
        let _ = std::fs::remove_file(&part.path);
    }
}

fn save_as(report: &Report, seen: &Seen) -> SaveAs {
    match report.record().order.clone() {
        JobOrder::SaveFile { path, force } | JobOrder::Make { path, force, .. } => {
            SaveAs::File { path, force }
        }
        JobOrder::SaveIn(folder) | JobOrder::MakeIn { folder, .. } => {
            let title = seen.draft.as_deref().and_then(|draft| draft.title.as_deref());
            let stem = stem_of_title(title.unwrap_or_default());
            SaveAs::Folder { folder, stem, ending: output(report.record()).format }
        }
        // Uploads are not exports; the names keep them apart.
        JobOrder::SendFile(path) => SaveAs::File { path, force: false },
        JobOrder::SendAddress(address) => SaveAs::File { path: address.into(), force: false },
    }
}

/// Orders the film and waits for it; after a failure once more, under a new id. What the studio
/// cannot render it cannot render a second time either, so there only the order is repeated.
async fn render(report: &mut Report, seen: &Seen, part: &mut PartFile) -> Result<Rendered, Stop> {
    if let Some(id) = report.record().render.clone()
        && is_still_there(report, seen, &id).await?
    {
        return render_wait::wait(report, &id).await;
    }
    // Whatever was fetched before is of another film.
    part.forget();
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
    send_order(report, seen, &id).await?;
    Ok(id)
}

async fn send_order(report: &Report, seen: &Seen, id: &str) -> Result<(), Error> {
    let draft = seen.written.as_deref().cloned().unwrap_or_default();
    let order = RenderOrder {
        id: id.to_owned(),
        session_id: report.session.id.clone(),
        draft: crate::api::with_public_addresses(&draft, &seen.media),
        output: output(report.record()),
    };
    report.session.server.client.order_render(&order).await
}

/// Whether a render from before the program ended can be taken up. The studio has to be told to go
/// on: it ended with the program, and knows the film and the pieces that were finished.
async fn is_still_there(report: &Report, seen: &Seen, id: &str) -> Result<bool, Stop> {
    if report.session.server.kind == ServerKind::Studio
        && let Err(error) = send_order(report, seen, id).await
    {
        tracing::warn!(%error, "a render was not taken up");
        return Ok(false);
    }
    match report.session.server.client.render_progress(id).await {
        Ok(progress) => Ok(!matches!(progress.state, RenderState::Failed | RenderState::Cancelled)),
        Err(Error::NotFound) => Ok(false),
        // It is asked again, as ever.
        Err(error) if error.is_retryable() => Ok(true),
        Err(error) => Err(problem(report, &error)),
    }
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
    let noting = note_whole(report, part);
    let downloading = client.download(address, part, &progress);
    tokio::select! {
        biased;
        never = noting => match never {},
        done = report.while_moving(moved, show, downloading) => done.map(|_| ()),
    }
}

/// Puts down what is learned of the whole file, as long as it is fetched.
fn note_whole(
    report: &Report,
    part: &PartFile,
) -> impl Future<Output = std::convert::Infallible> + use<> {
    let (session, id) = (report.session.clone(), report.record().view.id.clone());
    let (mut learned, place) = (part.whole(), report.record().part.clone());
    async move {
        while let (Ok(()), Some(place)) = (learned.changed().await, &place) {
            let part = kept(&place.path, &learned.borrow_and_update());
            let id = id.clone();
            session.keeper.write(move |database| database.note_part(&id, &part)).await;
        }
        std::future::pending().await
    }
}

/// Tells the server that nobody waits any more. Nothing depends on whether it hears.
pub(super) async fn call_off(report: &Report) {
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
