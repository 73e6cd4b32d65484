//! The session's jobs: begun, stopped, begun again.
//!
//! Two uploads run at a time, and one export; more wait in line. Each job is a task with a way to stop
//! it, and is in the store before it begins.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::report::Report;
use super::session::Session;
use super::{ExportTo, JobId, JobKind, JobState, JobView, Update, export_job, upload_job};
use crate::language::Problem;
use crate::store::kept::{JobOrder, JobRecord};

/// Uploads at a time: a second one fills the pauses of the first, a third only slows both.
const UPLOADS: usize = 2;
/// Exports at a time, by the contract.
const EXPORTS: usize = 1;

/// The jobs of a session.
#[derive(Debug)]
pub(super) struct Jobs {
    session: Session,
    known: HashMap<JobId, Known>,
    tasks: JoinSet<JobRecord>,
    uploads: Arc<Semaphore>,
    /// When the newest upload was named, in microseconds since 1970; no two are alike.
    named_at: i64,
    exports: Arc<Semaphore>,
}

#[derive(Debug)]
struct Known {
    record: JobRecord,
    /// While it runs.
    stop: Option<CancellationToken>,
}

/// A job may be taken up from another folder, so it must not depend on this one.
fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

impl Jobs {
    /// The jobs that the store kept; none of them runs.
    pub(super) fn new(session: Session, records: Vec<JobRecord>) -> Self {
        let known = |record: JobRecord| (record.view.id.clone(), Known { record, stop: None });
        Self {
            session,
            known: records.into_iter().map(known).collect(),
            tasks: JoinSet::new(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            named_at: 0,
            exports: Arc::new(Semaphore::new(EXPORTS)),
        }
    }

    /// Adds files, each as a job.
    pub(super) async fn upload(&mut self, paths: Vec<PathBuf>) {
        for path in paths {
            let (order, path) = match address(&path) {
                Some(address) => (JobOrder::SendAddress(address), path),
                None => {
                    let path = absolute(path);
                    (JobOrder::SendFile(path.clone()), path)
                }
            };
            let label = match &order {
                JobOrder::SendAddress(address) => address_name(address),
                _ => file_name(&path),
            };
            self.begin(order, label, Some(path)).await;
        }
    }

    /// Renders the film.
    pub(super) async fn export(&mut self, to: ExportTo) {
        let title = self.session.film.known().draft.and_then(|draft| draft.title.clone());
        let (order, path) = match to {
            ExportTo::File { path, force } => {
                let path = absolute(path);
                (JobOrder::SaveFile { path: path.clone(), force }, Some(path))
            }
            ExportTo::Folder(folder) => (JobOrder::SaveIn(absolute(folder)), None),
        };
        let label = title.or_else(|| path.as_deref().map(file_name));
        self.begin(order, label.unwrap_or_else(|| "video".into()), path).await;
    }

    /// Stops a job.
    pub(super) async fn cancel(&mut self, id: &JobId) {
        match self.known.get(id) {
            Some(Known { stop: Some(stop), .. }) => stop.cancel(),
            Some(_) => {}
            None => self.unknown(id).await,
        }
    }

    /// Begins a job again that ended without success.
    pub(super) async fn retry(&mut self, id: &JobId) {
        let Some(known) = self.known.get(id) else {
            self.unknown(id).await;
            return;
        };
        if known.stop.is_some() || known.record.view.state == JobState::Done {
            return;
        }
        let mut record = known.record.clone();
        if record.view.state != JobState::Interrupted {
            // What failed or was stopped there is not taken up again.
            record.render = None;
        }
        record.view.state = JobState::Queued;
        record.view.done = 0;
        record.view.ended_at = None;
        self.start(record).await;
    }

    /// Waits for a job's end. Never ends while none runs.
    pub(super) async fn ended(&mut self) {
        match self.tasks.join_next().await {
            Some(Ok(record)) => {
                self.known.insert(record.view.id.clone(), Known { record, stop: None });
            }
            Some(Err(error)) => tracing::error!(%error, "a job's task failed"),
            None => std::future::pending().await,
        }
    }

    /// Waits until every job has put down where it was.
    pub(super) async fn leave(&mut self) {
        while self.tasks.join_next().await.is_some() {}
    }

    async fn begin(&mut self, order: JobOrder, label: String, path: Option<PathBuf>) {
        let kind = match order {
            JobOrder::SendFile(_) | JobOrder::SendAddress(_) => JobKind::Upload,
            JobOrder::SaveFile { .. } | JobOrder::SaveIn(_) => JobKind::Render,
        };
        let view = JobView {
            id: self.new_id(kind),
            kind,
            label,
            state: JobState::Queued,
            done: 0,
            total: None,
            path,
            bytes: None,
            started_at: (self.session.clock)(),
            ended_at: None,
            warnings: Vec::new(),
        };
        self.start(JobRecord { view, order, render: None }).await;
    }

    async fn start(&mut self, record: JobRecord) {
        let stop = CancellationToken::new();
        let known = Known { record: record.clone(), stop: Some(stop.clone()) };
        self.known.insert(record.view.id.clone(), known);
        let report = Report::begin(self.session.clone(), record).await;
        match report.record().view.kind {
            JobKind::Upload => {
                let places = Arc::clone(&self.uploads);
                self.named_at = (self.named_at + 1).max((self.session.clock)() * 1000);
                let named_at = self.named_at;
                let counted = self.session.uploading.begin();
                self.tasks.spawn(async move {
                    let record = upload_job::run(report, places, named_at, stop).await;
                    drop(counted);
                    record
                });
            }
            JobKind::Render => {
                let places = Arc::clone(&self.exports);
                self.tasks.spawn(export_job::run(report, places, stop));
            }
        }
    }

    /// Short enough to type, and not in use.
    fn new_id(&self, kind: JobKind) -> JobId {
        let letter = match kind {
            JobKind::Upload => 'u',
            JobKind::Render => 'r',
        };
        loop {
            let random = uuid::Uuid::new_v4().simple().to_string();
            let id = JobId(format!("{letter}-{}", &random[..6]));
            if !self.known.contains_key(&id) {
                return id;
            }
        }
    }

    async fn unknown(&self, id: &JobId) {
        self.session.tell(Update::Trouble(Problem::JobNotFound { id: id.0.clone() })).await;
    }
}

/// The address, where a "path" is one.
fn address(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    (text.starts_with("http://") || text.starts_with("https://")).then(|| text.to_owned())
}

/// The last part of an address's path.
fn address_name(address: &str) -> String {
    let plain = address.split(['?', '#']).next().unwrap_or(address);
    let name = plain.trim_end_matches('/').rsplit('/').next();
    name.unwrap_or(address).to_owned()
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
